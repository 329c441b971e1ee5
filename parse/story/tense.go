package story

import (
	"slices"

	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
)

// tense is the time that a verb speaks of.
type tense uint8

const (
	noTense tense = iota
	past
	perfect
	present
	ahead
)

// SetTenses gives the expressions the tense of the clauses that they belong to,
// by which a bare "Friday" is the last or the next one. Expressions in sentences
// without a verb keep what they have.
func (a *Analysis) SetTenses(found []timex.Timex) {
	for _, s := range a.sentences {
		if s == nil {
			continue
		}
		for _, g := range s.times {
			t := s.tenseAt(g)
			for _, m := range g.mentions {
				switch t {
				case past, perfect:
					found[m].Tense, found[m].Tensed = when.Past, true
				case ahead:
					found[m].Tense, found[m].Tensed = when.Future, true
				case present:
					found[m].Tense, found[m].Tensed = when.NoTense, true
				}
			}
		}
	}
}

// IsNow reports whether the word at offset is a verb of the present that tells
// what is so as the article is written. Headings, and the block that the article
// begins with, tell news in the present.
func (a *Analysis) IsNow(offset int) bool {
	k, ok := slices.BinarySearchFunc(a.places, offset, func(s text.Span, offset int) int {
		if s.End <= offset {
			return -1
		}
		return max(0, min(1, s.Start-offset))
	})
	if b, in := a.doc.BlockAt(offset); !ok || in && (b.Kind == text.Heading || b.Start == a.doc.Blocks[0].Start) {
		return false
	}
	s := a.sentences[k]
	if s == nil {
		s = a.undated(k)
	}
	i := s.wordAt(offset)
	if i == len(s.words) {
		return false
	}
	cl := s.clauses[s.in[i]]
	return cl.verb.start <= i && i < cl.verb.end && s.tenseOf(s.in[i]) == present
}

// tenseAt returns the tense in which group g is told: that of its clause, or of
// an infinitive that looks ahead and stands between verb and date.
func (s *sentence) tenseAt(g timeGroup) tense {
	c := s.clauseOf(g)
	t := s.tenseOf(c)
	cl := s.clauses[c]
	if t != ahead && !cl.verb.empty() && g.start > cl.verb.end {
		for i := cl.verb.end; i < min(g.start, cl.verb.end+farthest); i++ {
			if s.words[i].tag == toVerb && i > 0 && (s.words[i-1].is&future != 0 || s.words[i-1].tag == noun && s.words[i-1].is&baseForm != 0) {
				return ahead
			}
		}
	}
	return t
}

// tenseOf returns the tense of clause c; a clause without a finite verb has that
// of the clause it hangs on.
func (s *sentence) tenseOf(c int) tense {
	cl := s.clauses[c]
	if cl.verb.empty() {
		return noTense
	}
	first := s.words[cl.verb.start]
	rest := s.verbClasses(cl)
	switch {
	case cl.kind == participleClause && first.is&future != 0:
		return ahead
	case cl.kind == participleClause:
		return past
	case cl.kind == ingClause, first.tag == participle:
		if cl.parent != c {
			return s.tenseOf(cl.parent)
		}
		return noTense
	case first.is&modal != 0 && first.is&hypothetical != 0 && rest&formOfHave != 0:
		return past
	case first.is&future != 0:
		return ahead
	case first.is&modal != 0 && first.is&hypothetical != 0:
		return noTense
	case first.is&formOfHave != 0 && rest&(pastOrParticiple|participleOnly) != 0:
		return perfect
	case rest&future != 0 && first.is&formOfBe != 0:
		return ahead
	case first.is&(pastOnly|pastOrParticiple) != 0:
		return past
	case first.is&formOfHave != 0 && first.lower == "had":
		return past
	}
	return present
}

// verbClasses returns the classes of the words of a verb group and of the word
// that follows it, adverbs aside: "is due", "has been built".
func (s *sentence) verbClasses(cl clause) class {
	var in class
	i := cl.verb.start
	for ; i < cl.verb.end; i++ {
		in |= s.words[i].is
	}
	if s.words[cl.verb.start].is&formOfHave != 0 && in&formOfBe == 0 && (i == len(s.words) || s.words[i].tag != toVerb) {
		in &^= future // "have set the tone", not "have set out to"
	}
	for n := 0; n < farthest && i < len(s.words) && (s.words[i].tag == modifier || s.words[i].tag == timeWord || s.words[i].lead); n++ {
		i++
	}
	if i < len(s.words) && (s.words[i].tag == noun || s.words[i].tag == participle) {
		in |= s.words[i].is & future
	}
	return in
}
