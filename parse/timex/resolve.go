package timex

import (
	"errors"

	"dateline/parse/text"
	"dateline/parse/when"
)

// Resolve places what Find has found on the calendar, one Placement for each
// expression. The zero Interval stands for an unknown article date; expressions
// that need it are then Unanchored and their values have X for what is missing.
func (r *Reader) Resolve(doc *text.Document, found []Timex, article when.Interval) []Placement {
	out := make([]Placement, len(found))
	p := placer{article: article, story: tellsStory(found, article), out: out, found: found}
	for i := range found {
		out[i] = p.place(i)
		p.remember(i)
	}
	return out
}

// placer resolves expressions in order of place.
type placer struct {
	article when.Interval
	story   bool
	found   []Timex
	out     []Placement
	told    [when.MegaYear + 1]int // by grain: index plus one of the last date of that grain
	last    int                    // index plus one of the last date
}

// tellsStory reports whether a text tells the past in order, like a history,
// rather than the news of the article's day: its years lie far from the
// article's, and it hardly counts from that day.
func tellsStory(found []Timex, article when.Interval) bool {
	far, near, deictic := 0, 0, 0
	year := 0
	if !article.IsZero() {
		year = article.Start.Civil().Year
	}
	for i := range found {
		switch e := found[i].Expr.(type) {
		case when.Calendar:
			switch {
			case e.HasYear && (article.IsZero() || abs(e.Year-year) > 1):
				far++
			case e.HasYear:
				near++
			case e.Weekday > 0:
				deictic++
			}
		case when.Current:
			if e.Base == when.FromReference {
				deictic++
			}
		case when.Toward, when.Stretch:
			deictic++
		case when.Shift:
			if m, ok := e.From.(when.Moment); ok && m.Base == when.FromReference {
				deictic++
			}
		}
	}
	return far >= 5 && far > 2*(deictic+near)
}

func abs(n int) int { return max(n, -n) }

// place resolves one expression.
func (p *placer) place(i int) Placement {
	t := &p.found[i]
	anchor, from := p.anchor(t)
	choice, borrow, err := t.Expr.Resolve(anchor)
	if err != nil {
		choice = nil
	}
	out := Placement{When: choice, Borrow: borrow, Why: why(t, anchor)}
	out.Value, out.Mod = when.TIMEX3(t.Expr, choice)
	switch {
	case t.Type == Duration && len(choice) == 0 || t.Type == Set:
		out.Anchor = Timeless
	case errors.Is(err, when.ErrUnanchored):
		out.Anchor = Unanchored
	case borrow == when.NoGrain:
		out.Anchor = Itself
		if len(choice) == 0 {
			out.Anchor = Timeless
		}
	case from > 0:
		out.Anchor, out.From = Mentioned, from-1
	default:
		out.Anchor = Article
	}
	out.Parts = partsOf(t, anchor)
	return out
}

// partsOf places the parts of a range or of alternatives.
func partsOf(t *Timex, anchor when.Anchor) []PartPlacement {
	sided, ok := t.Expr.(interface {
		Sides(when.Anchor) ([]when.Choice, when.Grain, error)
	})
	if !ok || len(t.Parts) == 0 {
		return nil
	}
	sides, _, _ := sided.Sides(anchor)
	out := make([]PartPlacement, len(t.Parts))
	for i := range out {
		var c when.Choice
		if i < len(sides) {
			c = sides[i]
		}
		out[i].When = c
		out[i].Value, out[i].Mod = when.TIMEX3(t.Parts[i].Expr, c)
	}
	return out
}

// anchor returns what an expression counts from, and the index plus one of the
// expression that it counts from if that is another one.
func (p *placer) anchor(t *Timex) (when.Anchor, int) {
	a := when.Anchor{Reference: p.article, Tense: t.Tense, Story: p.story}
	from := p.toldFor(t.Expr)
	if from > 0 {
		a.Mentioned = p.out[from-1].When.Hull()
	}
	if !p.story && !fromMentioned(t.Expr) {
		return a, 0
	}
	return a, from
}

// toldFor returns the index plus one of the date that an expression would count
// from: the last one that is at least as exact as its unit.
func (p *placer) toldFor(e when.Expr) int {
	unit := unitOf(e)
	best := 0
	for g := when.Second; g <= unit; g++ {
		best = max(best, p.told[g])
	}
	if best == 0 {
		return p.last
	}
	return best
}

// unitOf returns the unit in which an expression counts.
func unitOf(e when.Expr) when.Grain {
	switch e := e.(type) {
	case when.Current:
		return e.Unit
	case when.Shift:
		return e.By.Finest()
	case when.Part:
		return unitOf(e.Of)
	case when.PartOfDayOf, when.Clock:
		return when.Day
	}
	return when.MegaYear
}

// fromMentioned reports whether an expression counts from the date told last.
func fromMentioned(e when.Expr) bool {
	switch e := e.(type) {
	case when.Current:
		return e.Base == when.FromMentioned
	case when.Moment:
		return e.Base == when.FromMentioned
	case when.Stretch:
		return e.Base == when.FromMentioned
	case when.Shift:
		return fromMentioned(e.From)
	case when.Part:
		return fromMentioned(e.Of)
	case when.About:
		return fromMentioned(e.Of)
	case when.Nth:
		return fromMentioned(e.Of)
	case when.PartOfDayOf:
		return e.Day != nil && fromMentioned(e.Day)
	case when.Clock:
		return e.Day != nil && fromMentioned(e.Day)
	}
	return false
}

// remember keeps a placed date for the expressions that follow.
func (p *placer) remember(i int) {
	t, at := &p.found[i], &p.out[i]
	if t.Type == Duration || t.Type == Set || len(at.When) == 0 {
		return
	}
	switch t.Expr.(type) {
	case when.Vaguely, when.Anniversary, when.Open:
		return
	}
	hull := at.When.Hull()
	if hull.Open() {
		return
	}
	p.told[hull.Grain] = i + 1
	p.last = i + 1
}
