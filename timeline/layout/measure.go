package layout

import (
	"math"
	"strings"
	"unicode"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

// The type scale, in pixels.
const (
	headingSize = 20
	titleSize   = 13
	smallSize   = 11
	axisSize    = 12
)

// maxLabel is the most width in pixels that a title takes. Longer ones are cut
// at a word.
const maxLabel = 320

// maxTitle is the most bytes of a title that are looked at.
const maxTitle = 400

// measure returns the room that an event takes. Events that are open on both
// sides stand at nowhere.
func measure(e *timeline.Event, m scene.Metrics, bold bool, nowhere when.Instant) extents {
	var it extents
	it.start, it.end = extent(e.When.Hull(), nowhere)
	lead, trail := 0.0, 0.0
	for _, iv := range e.When {
		l, t := lookOf(e, iv).reach()
		lead, trail = math.Max(lead, l), math.Max(trail, t)
	}
	label := m.Advance(clean(e.Title), titleSize, bold)
	if label < maxLabel/2 {
		label = math.Max(label, m.Advance(e.DateWords(when.Short), smallSize, false))
	}
	it.lead, it.trail = float32(lead), float32(trail)
	it.label = float32(math.Ceil(math.Min(label, maxLabel)))
	return it
}

// extent returns the stretch that an interval's mark covers before it is given
// its least width: an open end is cut off at the other.
func extent(iv when.Interval, nowhere when.Instant) (start, end when.Instant) {
	start, end = iv.Start, max(iv.End, iv.Start)
	switch {
	case start == when.First && end == when.Last:
		start, end = nowhere, nowhere
	case start == when.First:
		start = end
	case end == when.Last:
		end = start
	}
	lo, hi := when.Date(when.MinYear, 1, 1), when.Date(when.MaxYear, 1, 1)
	return min(max(start, lo), hi), min(max(end, lo), hi)
}

// clean returns a title as one line: control characters and line breaks become
// single spaces, and what is far too long for a label is cut off.
func clean(title string) string {
	if isClean(title) {
		return title
	}
	cut := len(title) > maxTitle
	if cut {
		title = strings.ToValidUTF8(title[:maxTitle], "")
	}
	title = strings.Join(strings.FieldsFunc(title, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if cut {
		title += ellipsis
	}
	return title
}

func isClean(title string) bool {
	if len(title) > maxTitle {
		return false
	}
	space := true
	for _, r := range title {
		if r == ' ' && space || r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r)) {
			return false
		}
		space = r == ' '
	}
	return !space || title == ""
}

const ellipsis = "…"

// elide returns text cut to the width, at the end of a word if that keeps half
// of it, with "…" in place of the rest. It is empty if not even one letter fits.
func elide(m scene.Metrics, text string, size float64, bold bool, width float64) string {
	if m.Advance(text, size, bold) <= width {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes) // lo letters fit, hi do not
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if m.Advance(string(runes[:mid])+ellipsis, size, bold) <= width {
			lo = mid
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return ""
	}
	cut := lo
	for i := lo; i > lo/2; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	for cut < lo && unicode.Is(unicode.Mn, runes[cut]) {
		cut--
	}
	return strings.TrimRightFunc(string(runes[:cut]), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-", r)
	}) + ellipsis
}
