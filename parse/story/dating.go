package story

import (
	"dateline/parse/timex"
	"dateline/parse/when"
)

// whenOf returns when the event of a headline took place: where mention m of
// group g lies, made as exact as the words are, and as long as the event is said
// to last.
func (w *telling) whenOf(s *sentence, h headline, g timeGroup, m int) when.Choice {
	at := w.mentions[m]
	if len(at.When) != 1 {
		return at.When
	}
	iv := at.When[0]
	switch e := at.Expr.(type) {
	case when.Stretch:
		return when.One(stretch(iv, e.By.Finest()))
	case when.Clock:
		iv = w.onDayOf(g, iv)
	case when.Range:
		iv.Throughout = true
	}
	if s.isSince(g) && !iv.Open() && s.lasts(h.clause) {
		iv.End, iv.Throughout = when.Last, true
	}
	switch {
	case isSection(at.Mod):
		iv = iv.Start.Unit(iv.Grain)
	case iv.Grain == when.PartOfDay:
		iv = iv.Start.Unit(when.Day)
	case iv.Grain == when.Half:
		iv.Grain, iv.Throughout = when.Month, true
	case iv.Start == when.First && iv.Throughout:
		iv = (iv.End - 1).Unit(iv.Grain)
	case iv.End == when.Last && iv.Throughout && !s.lasts(h.clause):
		iv = iv.Start.Unit(iv.Grain)
	}
	if days, ok := w.length(s, h); ok && iv.Grain == when.Day && iv.End == iv.Start.Add(1, when.Day) {
		if end := days.Add(iv.Start, 1); end > iv.End {
			iv.End, iv.Throughout = end, true
		}
	}
	return when.One(iv)
}

// isSince reports whether a word like "since" introduces group g.
func (s *sentence) isSince(g timeGroup) bool {
	for i := g.start; i < g.end && s.words[i].lead; i++ {
		if s.words[i].is&sinceLink != 0 {
			return true
		}
	}
	return false
}

// stretch widens a length of time that ends or starts at a day to whole units,
// since "the past two years" says nothing about days.
func stretch(iv when.Interval, unit when.Grain) when.Interval {
	if unit == when.Decade {
		unit = when.Year
	}
	if iv.Open() || unit <= when.Day {
		return iv
	}
	return when.Interval{Start: iv.Start.Floor(unit), End: (iv.End - 1).Unit(unit).End, Grain: unit, Throughout: true}
}

// onDayOf moves a time of day to the day that its group names: "on Friday
// (Dec. 12) at 8 p.m.".
func (w *telling) onDayOf(g timeGroup, clock when.Interval) when.Interval {
	for _, m := range g.mentions {
		if at := w.mentions[m].When; len(at) == 1 && at[0].Grain == when.Day && !at[0].Open() {
			shift := at[0].Start - clock.Start.Floor(when.Day)
			clock.Start += shift
			clock.End += shift
			return clock
		}
	}
	return clock
}

// isSection reports whether a TIMEX3 modifier narrows a unit down to a part:
// "early March". The unit is what an event is dated by.
func isSection(mod string) bool { return mod == "START" || mod == "MID" || mod == "END" }

// lasts reports whether the verb of clause c tells of a state that goes on, so
// that "since" means all the time from then on.
func (s *sentence) lasts(c int) bool {
	cl := s.clauses[c]
	if cl.verb.empty() {
		return true
	}
	first := s.words[cl.verb.start]
	return first.is&(formOfHave|thirdPerson) != 0 || first.is&formOfBe != 0 && first.is&pastOnly == 0 || first.tag == ingForm
}

// length returns how long the event of a headline lasts, if its clause says so:
// "for a two-day visit".
func (w *telling) length(s *sentence, h headline) (when.Amount, bool) {
	for m := s.found.start; m < min(s.found.end, s.found.start+farthest); m++ {
		d, ok := w.mentions[m].Expr.(when.Amount)
		if !ok || w.mentions[m].Type != timex.Duration || d.Vague || d.Finest() < when.Day || d.Finest() > when.Week {
			continue
		}
		if i := s.wordAt(w.mentions[m].Start); i < len(s.words) && s.in[i] == h.clause && s.followsFor(i) {
			return d, true
		}
	}
	return when.Amount{}, false
}

// followsFor reports whether "for" stands before word i, a determiner aside.
func (s *sentence) followsFor(i int) bool {
	for j := i; j >= max(0, i-2); j-- {
		if s.words[j].is&lengthLink != 0 {
			return true
		}
	}
	return false
}
