package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/parse/when"
	"dateline/timeline/scene"
)

// The type scale, in pixels.
const (
	headingSize = 20
	titleSize   = 13
	smallSize   = 11
	axisSize    = 12
)

// labelShare is the share of the width of a picture that a title takes at most,
// between leastLabel and mostLabel pixels. Longer titles are cut at a word.
const (
	labelShare = 0.3
	leastLabel = 160
	mostLabel  = 440
)

// mostRoom is the most width in pixels that a title takes of room that no other
// event will ever need.
const mostRoom = 640

// maxLabel returns the most width in pixels that a title takes.
func (o *Options) maxLabel() float64 {
	return min(max(o.Width*labelShare, leastLabel), mostLabel)
}

// maxTitle is the most bytes of a title that are looked at.
const maxTitle = 400

// measured fills in the room that an event takes, the room that its label could
// do with, and how many lines its title has.
func (l *Layout) measured(it *item) {
	e := &l.timeline.Events[it.event]
	it.start, it.end = extent(e.When.Hull(), l.nowhere)
	lead, trail := 0.0, 0.0
	for _, iv := range e.When {
		before, after := lookOf(e, iv).reach()
		lead, trail = max(lead, before), max(trail, after)
	}
	label, whole, lines := l.titleRoom(clean(e.Title), it.bold)
	if label < leastLabel {
		label = max(label, min(l.metrics.Advance(e.DateWords(when.Short), smallSize, false), leastLabel))
	}
	it.lead, it.trail, it.lines = float32(lead), float32(trail), lines
	it.label = float32(math.Ceil(label))
	it.room = max(it.label, float32(math.Ceil(min(whole, mostRoom))))
}

// titleRoom returns the width in pixels that a title takes, the width for which
// it need not be cut, and how many lines it has.
func (l *Layout) titleRoom(title string, bold bool) (width, whole float64, lines int8) {
	whole, most := l.metrics.Advance(title, titleSize, bold), l.options.maxLabel()
	switch {
	case whole <= most:
		return whole, whole, 1
	case l.options.Titles == CutTitles:
		return most, whole, 1
	}
	width, count := newParagraph(l.metrics, title, titleSize, bold, most).balanced(most)
	return width, width, int8(min(count, maxLines))
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
// single spaces, marks that turn the direction of writing go, bytes that are no
// text are replaced, and what is far too long for a label is cut off.
func clean(title string) string {
	if isClean(title) {
		return title
	}
	cut := len(title) > maxTitle
	if cut {
		title = title[:lastRune(title, maxTitle)]
	}
	title = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(title, string(utf8.RuneError)))
	title = strings.Join(strings.FieldsFunc(title, isBlank), " ")
	if cut {
		title += ellipsis
	}
	return title
}

// lastRune returns the last place at or before the given one where a character starts.
func lastRune(s string, at int) int {
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

func isClean(title string) bool {
	if len(title) > maxTitle {
		return false
	}
	space := true
	for _, r := range title {
		if r == ' ' && space || r != ' ' && isBlank(r) || r == utf8.RuneError || r >= 0x200e && unicode.Is(unicode.Bidi_Control, r) {
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
	lo := fitting(m, runes, ellipsis, size, bold, width)
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
	for cut > 0 && joins(runes[cut-1], runes[cut]) {
		cut--
	}
	return strings.TrimRightFunc(string(runes[:cut]), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-", r)
	}) + ellipsis
}

// fitting returns how many letters of a text that is too wide fit into the width
// with more behind them. It does not part what is drawn as one.
func fitting(m scene.Metrics, runes []rune, more string, size float64, bold bool, width float64) int {
	lo, hi := 0, len(runes) // lo letters fit, hi do not
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if m.Advance(string(runes[:mid])+more, size, bold) <= width {
			lo = mid
		} else {
			hi = mid
		}
	}
	for lo > 0 && lo < len(runes) && joins(runes[lo-1], runes[lo]) {
		lo--
	}
	return lo
}

// joins reports whether two characters are drawn as one, or as good as.
func joins(left, right rune) bool {
	const joiner = '\u200d'
	return left == joiner || right == joiner || unicode.Is(unicode.M, right)
}
