// Package subset makes a small TrueType font of the glyphs that a picture uses,
// from a face of any format.
package subset

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Subset is a font in the making. Glyph 0 is the box for missing characters;
// the others are numbered in the order in which they are first used.
type Subset struct {
	name   string
	face   *font.Face
	ids    map[font.GID]uint16
	glyphs []glyph
	runes  map[rune]uint16
	kerns  map[[2]uint16]int16
}

// glyph is a glyph of the new font, measured in units of which UnitsPerEm make
// the font's size.
type glyph struct {
	segments []opentype.Segment
	advance  int
	text     []rune
}

// UnitsPerEm is how many units the size of every new font has.
const UnitsPerEm = 1000

// New returns an empty subset of the face. The name is the new font's own, in
// letters, digits and hyphens.
func New(face *font.Face, name string) *Subset {
	s := &Subset{
		name:  name,
		face:  font.NewFace(face.Font),
		ids:   map[font.GID]uint16{},
		runes: map[rune]uint16{},
		kerns: map[[2]uint16]int16{},
	}
	s.face.SetCoords(face.Coords())
	s.Use(0, nil)
	return s
}

// Name returns the name given to New.
func (s *Subset) Name() string { return s.name }

// Use takes up a glyph of the face and returns its number in the new font. The
// text is what the glyph stands for; nil leaves what an earlier call said. A
// glyph that stands for one character is found under it in the new font.
func (s *Subset) Use(id font.GID, text []rune) uint16 {
	n, ok := s.ids[id]
	if !ok {
		n = uint16(len(s.glyphs))
		s.ids[id] = n
		outline, _ := s.face.GlyphDataOutline(id)
		s.glyphs = append(s.glyphs, glyph{
			segments: s.scaled(outline.Segments),
			advance:  s.round(s.face.HorizontalAdvance(id)),
		})
	}
	if n != 0 && s.glyphs[n].text == nil {
		s.glyphs[n].text = slices.Clone(text)
	}
	if n != 0 && len(text) == 1 {
		if _, taken := s.runes[text[0]]; !taken {
			s.runes[text[0]] = n
		}
	}
	return n
}

// Kern says that right stands so many units further right after left than left's
// advance; negative moves it closer. The first word on a pair counts.
func (s *Subset) Kern(left, right uint16, units int) {
	pair := [2]uint16{left, right}
	if _, known := s.kerns[pair]; !known && units != 0 {
		s.kerns[pair] = int16(units)
	}
}

// Len returns the number of glyphs.
func (s *Subset) Len() int { return len(s.glyphs) }

// Advance returns the width of glyph n in units.
func (s *Subset) Advance(n uint16) int { return s.glyphs[n].advance }

// Text returns what glyph n stands for, or nil if that is not known.
func (s *Subset) Text(n uint16) []rune { return s.glyphs[n].text }

// Segments returns the outline of glyph n in units, Y upwards.
func (s *Subset) Segments(n uint16) []opentype.Segment { return s.glyphs[n].segments }

// Extents returns how far the face reaches above the baseline and, negative,
// below it, in units.
func (s *Subset) Extents() (ascent, descent int) {
	e, ok := s.face.FontHExtents()
	if !ok {
		return UnitsPerEm * 8 / 10, -UnitsPerEm * 2 / 10
	}
	return s.round(e.Ascender), s.round(e.Descender)
}

// scaled returns the segments with UnitsPerEm units to the font's size.
func (s *Subset) scaled(segments []opentype.Segment) []opentype.Segment {
	k := UnitsPerEm / float32(s.face.Upem())
	out := slices.Clone(segments)
	for i := range out {
		for j := range out[i].Args {
			out[i].Args[j].X *= k
			out[i].Args[j].Y *= k
		}
	}
	return out
}
