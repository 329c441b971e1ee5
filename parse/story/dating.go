package story

import (
	"dateline/parse/timex"
	"dateline/parse/when"
)

// whenOf returns when the event of a headline took place: where mention m lies,
// made as exact as the words are, and as long as the event is said to last. all
// are the mentions of the sentence.
func (w *telling) whenOf(s *sentence, h headline, m int, all span) when.Choice {
	at := w.mentions[m].When
	if len(at) != 1 {
		return at
	}
	iv := at[0]
	switch {
	case isSection(w.mentions[m].Mod):
		iv = iv.Start.Unit(iv.Grain)
	case iv.Start == when.First && iv.Throughout:
		iv = (iv.End - 1).Unit(iv.Grain)
	case iv.End == when.Last && iv.Throughout && !s.lasts(h.clause):
		iv = iv.Start.Unit(iv.Grain)
	}
	if days, ok := w.length(s, h, all); ok && iv.Grain == when.Day && iv.End == iv.Start.Add(1, when.Day) {
		if end := days.Add(iv.Start, 1); end > iv.End {
			iv.End, iv.Throughout = end, true
		}
	}
	return when.One(iv)
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
	return first.is&(formOfHave|thirdPerson) != 0 || first.is&formOfBe != 0 && first.is&(pastOnly) == 0 || first.tag == ingForm
}

// length returns how long the event of a headline lasts, if its clause says so:
// "for a two-day visit".
func (w *telling) length(s *sentence, h headline, all span) (when.Amount, bool) {
	for m := all.start; m < min(all.end, all.start+farthest); m++ {
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
