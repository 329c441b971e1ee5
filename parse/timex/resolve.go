package timex

import (
	"errors"

	"dateline/parse/when"
)

// Resolve places what Find has found on the calendar, one Placement for each
// expression. The zero Interval stands for an unknown article date; expressions
// that need it are then Unanchored and their values have X for what is missing.
func (r *Reader) Resolve(found []Timex, article when.Interval) []Placement {
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
	quarter int                    // index plus one of the last quarter that was over, or else was named
	space   []when.Interval        // for choices of one interval
	values  values
}

// tellsStory reports whether a text tells the past in order, like a history,
// rather than the news of the article's day: its years lie far from the
// article's, and it hardly counts from that day. Bare weekdays and "two days
// later" stand in a history too; "today" and "last month" rarely do.
func tellsStory(found []Timex, article when.Interval) bool {
	far, near, loose, firm := 0, 0, 0, 0
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
				loose++
			}
		case when.Current:
			if e.Base == when.FromReference {
				firm++
			}
		case when.Toward:
			firm++
		case when.Stretch:
			loose++
		case when.Shift:
			if m, ok := e.From.(when.Moment); ok && m.Base == when.FromReference {
				loose++
			}
		}
	}
	years := far + near
	return far >= 5 && years > 2*(loose+firm) && years > 6*firm
}

func abs(n int) int { return max(n, -n) }

// place resolves one expression.
func (p *placer) place(i int) Placement {
	t := &p.found[i]
	anchor, from := p.anchor(t)
	if j, year := p.sharedYear(i); j > 0 {
		anchor, from = when.Anchor{Reference: year, Tense: when.Past}, j+1
	}
	expr, quarter := p.compared(t.Expr)
	choice, borrow, err := p.resolve(expr, anchor)
	if quarter > 0 {
		from, borrow = quarter, when.Quarter
	}
	if err != nil {
		choice = nil
	}
	out := Placement{When: choice, Borrow: borrow, Why: why(t, anchor)}
	out.Value, out.Mod = p.values.of(expr, choice)
	if year, ok := p.winterYear(expr, choice); ok {
		out.Value, _ = when.TIMEX3(when.Calendar{HasYear: true, Year: year, Season: winter}, nil)
	}
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

// resolve places an expression.
func (p *placer) resolve(e when.Expr, a when.Anchor) (when.Choice, when.Grain, error) {
	c, ok := e.(when.Calendar)
	if !ok {
		return e.Resolve(a)
	}
	iv, borrow, err := c.Place(a)
	if err != nil {
		return nil, borrow, err
	}
	if len(p.space) == 0 {
		const atOnce = 64
		p.space = make([]when.Interval, min(atOnce, len(p.found)))
	}
	choice := when.Choice(p.space[:1:1])
	choice[0], p.space = iv, p.space[1:]
	return choice, borrow, nil
}

// winter is the season that two years share.
const winter = 4

// winterYear returns the year by which TIMEX3 names a winter whose year was not
// said: the one to which its January and February belong, unless the article is
// of the year before.
func (p *placer) winterYear(e when.Expr, placed when.Choice) (year int, ok bool) {
	c, named := inner(e)
	if !named || c.Season != winter || c.HasYear || len(placed) == 0 {
		return 0, false
	}
	hull := placed.Hull()
	year = hull.Start.Civil().Year
	if p.story || p.article.IsZero() || p.article.Start.Civil().Year != year {
		year = (hull.End - 1).Civil().Year
	}
	return year, true
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

// compared returns the expression that is meant where quarters of a year are
// compared: "a year ago" is then the same quarter of the year before, and "the
// quarter" the last one that was named or, if none was, that has ended. If it
// counts from a named quarter, from is that one's index plus one.
func (p *placer) compared(e when.Expr) (compared when.Expr, from int) {
	switch e := e.(type) {
	case when.Shift:
		if _, counted := e.From.(when.Moment); counted && p.quarter > 0 && isOneYear(e) {
			e.From = calendarOf(p.out[p.quarter-1].When[0])
			return e, p.quarter
		}
	case when.Current:
		switch {
		case e.N != 0 || e.Unit != when.Quarter || e.Base != when.FromMentioned:
		case p.quarter > 0:
			return calendarOf(p.out[p.quarter-1].When[0]), p.quarter
		case !p.article.IsZero():
			return when.Current{N: -1, Unit: when.Quarter}, 0
		}
	}
	return e, 0
}

// noteQuarter keeps the quarter of a year that results are compared with: the
// one told last, but not one that lies ahead once one that is over was told.
func (p *placer) noteQuarter(i int, e when.Expr, at when.Interval) {
	if _, named := e.(when.Calendar); !named || at.Grain != when.Quarter {
		return
	}
	if p.quarter == 0 || p.article.IsZero() || at.End <= p.article.End {
		p.quarter = i + 1
	}
}

// isOneYear reports whether s goes back exactly a year.
func isOneYear(s when.Shift) bool {
	return s.Sign < 0 && len(s.By.Parts) == 1 && s.By.Parts[0] == when.Quantity{N: 1, Unit: when.Year}
}

// calendarOf returns the quarter of the year at an interval.
func calendarOf(iv when.Interval) when.Calendar {
	c := iv.Start.Civil()
	return when.Calendar{HasYear: true, Year: c.Year, Quarter: (c.Month + 2) / 3}
}

// anchor returns what an expression counts from, and the index plus one of the
// expression that it counts from if that is another one.
func (p *placer) anchor(t *Timex) (when.Anchor, int) {
	a := when.Anchor{Reference: p.article, Tense: t.Tense, Story: p.story}
	var from int
	if a.Story && lacksYear(t.Expr) {
		from = p.yearOf(t)
		a.Story = !p.isFresh(t, from)
	} else {
		from = p.toldFor(t.Expr)
	}
	if from > 0 {
		a.Mentioned = p.out[from-1].When.Hull()
	}
	if !a.Story && !fromMentioned(t.Expr) {
		return a, 0
	}
	return a, from
}

// coordination is how many bytes may lie between two dates of which the second
// says the year for both: "March and June 1944".
const coordination = 5

// sharers is how many dates may share a year that the last of them says.
const sharers = 4

// sharedYear returns the index of the expression that says the year for the i-th
// one too, and its date; 0 if there is none.
func (p *placer) sharedYear(i int) (int, when.Interval) {
	for j := i + 1; j < min(i+sharers, len(p.found)); j++ {
		before, t := &p.found[j-1], &p.found[j]
		if !partOfYear(before.Expr) || t.sentence != before.sentence || t.Start-before.End > coordination {
			break
		}
		if saysYear(t.Expr) {
			c, _, err := t.Expr.Resolve(when.Anchor{Reference: p.article})
			if err != nil || len(c) == 0 {
				break
			}
			return j, c.Hull()
		}
	}
	return 0, when.Interval{}
}

// inner returns the calendar date that an expression hedges or takes a part of.
func inner(e when.Expr) (when.Calendar, bool) {
	switch e := e.(type) {
	case when.Calendar:
		return e, true
	case when.Part:
		return inner(e.Of)
	case when.About:
		return inner(e.Of)
	}
	return when.Calendar{}, false
}

// partOfYear reports whether an expression is a date within a year that was not said.
func partOfYear(e when.Expr) bool {
	c, ok := inner(e)
	return ok && !c.HasYear && (c.Month > 0 || c.Season > 0 || c.Quarter > 0)
}

// saysYear reports whether an expression is a date within a year that was said.
func saysYear(e when.Expr) bool {
	c, ok := inner(e)
	return ok && c.HasYear && !c.Short && (c.Month > 0 || c.Season > 0 || c.Quarter > 0)
}

// fresh is how many days before the article news may be.
const fresh = 60

// isFresh reports whether an expression in the past tense names a day shortly
// before the article while the story has come to announce what lies ahead, with
// the date of the given index plus one.
func (p *placer) isFresh(t *Timex, told int) bool {
	if t.Tense != when.Past || told == 0 || p.article.IsZero() || p.out[told-1].When.Hull().Start < p.article.End {
		return false
	}
	c, _, err := t.Expr.Resolve(when.Anchor{Reference: p.article, Tense: t.Tense})
	if err != nil || len(c) == 0 {
		return false
	}
	at := c.Hull().Start
	return at < p.article.End && at >= p.article.Start.Add(-fresh, when.Day)
}

// opening is how many bytes from the start of a sentence a year may stand to
// set the scene for what follows: "In the spring of 1942, ...".
const opening = 24

// yearOf returns the index plus one of the date whose year a story carries
// forward to t: the last date told. A year that is only mentioned in passing,
// inside an earlier sentence, does not replace the date before it.
func (p *placer) yearOf(t *Timex) int {
	fine := 0
	for g := when.Second; g < when.Year; g++ {
		fine = max(fine, p.told[g])
	}
	if p.last == 0 || fine == 0 || p.last == fine {
		return p.last
	}
	year := &p.found[p.last-1]
	if year.sentence == t.sentence || year.Start-year.sentence <= opening {
		return p.last
	}
	return fine
}

// lacksYear reports whether an expression is a date whose year was not said.
func lacksYear(e when.Expr) bool {
	switch e := e.(type) {
	case when.Calendar:
		return !e.HasYear
	case when.Holiday:
		return !e.HasYear
	case when.Part:
		return lacksYear(e.Of)
	case when.About:
		return lacksYear(e.Of)
	case when.Open:
		return lacksYear(e.Of)
	case when.Range:
		return lacksYear(e.From) && lacksYear(e.To)
	case when.Either:
		return lacksYear(e[len(e)-1])
	case when.PartOfDayOf:
		return e.Day != nil && lacksYear(e.Day)
	case when.Clock:
		return e.Day != nil && lacksYear(e.Day)
	}
	return false
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
	switch e := t.Expr.(type) {
	case when.Vaguely, when.Anniversary, when.Open:
		return
	case when.Shift:
		if isOneYear(e) {
			return
		}
	}
	hull := at.When.Hull()
	if hull.Open() {
		return
	}
	p.noteQuarter(i, t.Expr, hull)
	p.told[hull.Grain] = i + 1
	p.last = i + 1
}
