package story

import (
	"slices"
	"strings"

	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
)

// ReaderSaid is the Reason of a date that the reader of the article gives.
const ReaderSaid = "the reader's own choice"

// DateOf returns the date that the relative words of an article count from. It
// trusts, in this order, what the source says about itself, a dateline at the
// top, and what the text lets one work out. placed are the expressions resolved
// without an article date. If nothing supports any date the result is not Known.
func DateOf(doc *text.Document, found []timex.Timex, placed []timex.Placement) ArticleDate {
	if len(doc.Dates) > 0 {
		first := doc.Dates[0]
		return ArticleDate{When: first.When, Reason: first.Origin, Others: slices.Clone(doc.Dates[1:])}
	}
	e := newEvidence(doc, found, placed)
	if d, ok := e.dateline(); ok {
		return d
	}
	for _, infer := range []func() (ArticleDate, bool){e.fromToday, e.fromWeekdays, e.fromPairs} {
		if d, ok := infer(); ok {
			return d
		}
	}
	return ArticleDate{}
}

// clue is a day, or the name of one, in the text.
type clue struct {
	mention int
	day     when.Instant // midnight; for bare weekdays the zero Instant
	weekday int          // of bare weekdays
	future  bool
	past    bool
	words   string
}

// rank says how likely a day is the article's own or one just before it: days
// that are told in the past come first, days ahead last.
func (c clue) rank() int {
	switch {
	case c.past:
		return 2
	case !c.future:
		return 1
	}
	return 0
}

// evidence is what the text says about days.
type evidence struct {
	doc      *text.Document
	found    []timex.Timex
	placed   []timex.Placement
	full     []clue // whole days, with their year
	partial  []clue // days without a year; day is in the year 0
	weekdays []clue // "on Monday"
	year     int    // the latest year that the text names, 0 if none
	bare     int    // the latest year that stands alone, 0 if none
}

func newEvidence(doc *text.Document, found []timex.Timex, placed []timex.Placement) *evidence {
	e := &evidence{doc: doc, found: found, placed: placed}
	for i, t := range found {
		if b, ok := doc.BlockAt(t.Start); ok && b.Kind == text.Furniture {
			continue
		}
		c := clue{mention: i, future: t.Tensed && t.Tense == when.Future, past: t.Tensed && t.Tense == when.Past, words: doc.Slice(t.Span)}
		switch s := t.Said; {
		case placed[i].Anchor == timex.Itself && isDays(placed[i].When):
			for _, iv := range placed[i].When {
				c.day = iv.Start
				e.full = append(e.full, c)
			}
			e.year = max(e.year, c.day.Civil().Year)
		case s.HasYear:
			e.bare = max(e.bare, s.Year)
		case s.Month > 0 && s.Day > 0:
			c.day, c.weekday = when.Date(0, s.Month, s.Day), s.Weekday
			e.partial = append(e.partial, c)
		case s.Weekday > 0:
			c.weekday = s.Weekday
			if _, plain := t.Expr.(when.Calendar); plain {
				e.weekdays = append(e.weekdays, c)
			}
		}
	}
	return e
}

// isDays reports whether c is one day or several alternatives.
func isDays(c when.Choice) bool {
	for _, iv := range c {
		if iv.Grain > when.Day || iv.Open() || iv.End-iv.Start > when.Instant(0).Unit(when.Day).End {
			return false
		}
	}
	return len(c) > 0
}

// topBlocks is how many blocks from the top a dateline may stand in.
const topBlocks = 4

// dateline finds a date that stands alone in one of the first blocks, or between
// a place and a dash at the start of one: "GENEVA, March 3 (Reuters) —".
func (e *evidence) dateline() (ArticleDate, bool) {
	for _, c := range e.full {
		b, ok := e.doc.BlockAt(e.found[c.mention].Start)
		if !ok || len(e.doc.Blocks) > topBlocks && b.Start > e.doc.Blocks[topBlocks-1].Start {
			break
		}
		before := e.doc.Text[b.Start:e.found[c.mention].Start]
		after := e.doc.Text[e.found[c.mention].End:b.End]
		alone := strings.TrimSpace(before) == "" && strings.TrimSpace(after) == ""
		if alone || len(before) < 40 && isDatelineEnd(after[:min(len(after), 80)]) && before != "" && strings.ToUpper(before) == before {
			return ArticleDate{When: c.day.Unit(when.Day), Reason: "the date line “" + c.words + "”"}, true
		}
	}
	return ArticleDate{}, false
}

// isDatelineEnd reports whether s continues a dateline: a dash, or an agency in
// brackets and a dash.
func isDatelineEnd(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") {
		if i := strings.IndexByte(s, ')'); i > 0 && i < 40 {
			s = strings.TrimSpace(s[i+1:])
		}
	}
	return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "-")
}

// fromToday finds a day that the text calls today: "today (Nov. 18, 2019)".
func (e *evidence) fromToday() (ArticleDate, bool) {
	for _, c := range e.full {
		for _, i := range []int{c.mention - 1, c.mention + 1} {
			if i < 0 || i >= len(e.found) || !isToday(e.found[i].Expr) || !e.adjacent(min(i, c.mention)) {
				continue
			}
			return e.inferred(c.day, e.doc.Slice(e.found[i].Span), c.words), true
		}
	}
	return ArticleDate{}, false
}

func isToday(x when.Expr) bool {
	c, ok := x.(when.Current)
	return ok && c.N == 0 && c.Unit == when.Day && c.Base == when.FromReference
}

// adjacent reports whether expressions i and i+1 stand side by side.
func (e *evidence) adjacent(i int) bool {
	a, b := e.found[i].Span, e.found[i+1].Span
	return b.Start-a.End <= 3 && strings.Trim(e.doc.Text[a.End:b.Start], " ,(–-") == ""
}

// fromWeekdays finds a day that the text names by its date in one place and by
// its weekday alone in another: articles call the days of their own week by
// weekday. Of several such days the latest that is not ahead is taken.
func (e *evidence) fromWeekdays() (ArticleDate, bool) {
	var said [8]clue // by weekday, the last one that the text has
	for _, w := range e.weekdays {
		said[w.weekday] = w
	}
	var best, weekday clue
	for _, c := range e.days() {
		w := said[c.day.Weekday()]
		if w.words != "" && (best.words == "" || best.future && !c.future || c.day > best.day && best.future == c.future) {
			best, weekday = c, w
		}
	}
	if best.words == "" {
		return ArticleDate{}, false
	}
	return e.inferred(best.day, weekday.words, best.words), true
}

// days returns the days of the text with the year of the latest full date, or,
// where the text has none, nothing.
func (e *evidence) days() []clue {
	if e.year == 0 {
		return nil
	}
	days := make([]clue, 0, len(e.partial)+len(e.full))
	for _, c := range e.partial {
		m := c.day.Civil()
		c.day = when.Date(e.year, m.Month, m.Day)
		days = append(days, c)
	}
	return append(days, e.full...)
}

// fromPairs finds the year in which a weekday and a day that are said together
// agree, "Thursday (Dec. 11)", the first after the years that the text looks back
// to. Of several such days the latest that is not ahead is taken.
func (e *evidence) fromPairs() (ArticleDate, bool) {
	base := max(e.year, e.bare+1)
	if base <= 1 {
		return ArticleDate{}, false
	}
	var best, weekday clue
	for _, c := range e.partial {
		w := c
		if c.weekday == 0 {
			if w = e.weekdayBeside(c); w.weekday == 0 {
				continue
			}
		}
		m := c.day.Civil()
		for year := base; year < base+farAhead; year++ {
			c.day = when.Date(year, m.Month, m.Day)
			if c.day.Weekday() == w.weekday {
				break
			}
		}
		c.future, c.past = c.future || w.future, c.past || w.past
		if best.words == "" || c.rank() > best.rank() || c.rank() == best.rank() && c.day > best.day {
			best, weekday = c, w
		}
	}
	if best.words == "" {
		return ArticleDate{}, false
	}
	return e.inferred(best.day, weekday.words, best.words), true
}

// farAhead is how many years are tried for a weekday to fit; every day falls on
// every weekday within it.
const farAhead = 12

// weekdayBeside returns the bare weekday that stands right before c.
func (e *evidence) weekdayBeside(c clue) clue {
	i, found := slices.BinarySearchFunc(e.weekdays, c.mention-1, func(w clue, m int) int { return w.mention - m })
	if found && e.adjacent(c.mention-1) {
		return e.weekdays[i]
	}
	return clue{}
}

// inferred returns a date that was worked out from words of the text.
func (e *evidence) inferred(day when.Instant, words ...string) ArticleDate {
	words = slices.Compact(words)
	return ArticleDate{
		When:     day.Unit(when.Day),
		Reason:   "worked out from “" + strings.Join(words, "” and “") + "”",
		Inferred: true,
	}
}
