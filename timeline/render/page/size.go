// Package page knows paper: its sizes by name, and how a large picture is spread
// over sheets.
package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Size is the size of a sheet in millimetres.
type Size struct{ Width, Height float64 }

// UnitsPerMM is how many units of a scene, 96 to the inch, a millimetre has.
const UnitsPerMM = 96 / 25.4

// paper is a size with a name.
type paper struct {
	name string
	size Size
}

// named are the sizes that Parse knows, upright but for the slide.
var named = []paper{
	{"a0", Size{841, 1189}},
	{"a1", Size{594, 841}},
	{"a2", Size{420, 594}},
	{"a3", Size{297, 420}},
	{"a4", Size{210, 297}},
	{"a5", Size{148, 210}},
	{"letter", Size{215.9, 279.4}},
	{"legal", Size{215.9, 355.6}},
	{"tabloid", Size{279.4, 431.8}},
	{"slide", Size{25.4 * 40 / 3, 25.4 * 7.5}},
	{"story", Size{1080 / UnitsPerMM, 1920 / UnitsPerMM}},
}

// Names lists the names that Parse knows, from large to small.
func Names() []string {
	names := make([]string, len(named))
	for i, n := range named {
		names[i] = n.name
	}
	return names
}

// perUnit is how many millimetres the units of length have that Parse knows.
var perUnit = []struct {
	name string
	mm   float64
}{{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}, {"px", 1 / UnitsPerMM}}

// The sides that Parse takes, in millimetres.
const (
	least = 10
	most  = 20_000
)

// Parse reads a size: a name, as in "A4" or "letter", perhaps with "-landscape" or
// "-portrait"; or two lengths, as in "210x297mm", "8.5x11in" and "1080x1920px".
// Lengths without a unit are pixels.
func Parse(text string) (Size, error) {
	words := strings.ToLower(strings.TrimSpace(text))
	base, turned, _ := strings.Cut(words, "-")
	i := slices.IndexFunc(named, func(p paper) bool { return p.name == base })
	if i < 0 {
		return parseLengths(words, text)
	}
	switch turned {
	case "":
		return named[i].size, nil
	case "landscape":
		return named[i].size.Landscape(), nil
	case "portrait":
		return named[i].size.Portrait(), nil
	}
	return Size{}, fmt.Errorf("page: %q: paper lies %q or %q", text, "landscape", "portrait")
}

func parseLengths(words, text string) (Size, error) {
	unit := 1 / UnitsPerMM
	for _, u := range perUnit {
		if rest, ok := strings.CutSuffix(words, u.name); ok {
			words, unit = rest, u.mm
			break
		}
	}
	w, h, found := strings.Cut(strings.ReplaceAll(words, "×", "x"), "x")
	width, err1 := strconv.ParseFloat(strings.TrimSpace(w), 64)
	height, err2 := strconv.ParseFloat(strings.TrimSpace(h), 64)
	if !found || err1 != nil || err2 != nil {
		return Size{}, fmt.Errorf("page: %q is no size; want one of %s, or a width and height as in 210x297mm",
			text, strings.Join(Names(), ", "))
	}
	s := Size{width * unit, height * unit}
	for _, side := range []float64{s.Width, s.Height} {
		if !(side >= least && side <= most) {
			return Size{}, fmt.Errorf("page: %q: a side is %d mm to %d m long", text, least, most/1000)
		}
	}
	return s, nil
}

// Landscape returns s lying on its longer side.
func (s Size) Landscape() Size {
	return Size{max(s.Width, s.Height), min(s.Width, s.Height)}
}

// Portrait returns s standing on its shorter side.
func (s Size) Portrait() Size {
	return Size{min(s.Width, s.Height), max(s.Width, s.Height)}
}

// Units returns the width and height of s in units of a scene.
func (s Size) Units() (width, height float64) {
	return s.Width * UnitsPerMM, s.Height * UnitsPerMM
}
