package story

import (
	"cmp"
	"strings"

	"dateline/parse/text"
)

// timeGroup is a stretch of words that dates something: a temporal expression
// with the prepositions before it, or several expressions that follow each other
// and belong together.
type timeGroup struct {
	start, end int   // words
	mentions   []int // in order of place
}

// sentence is a sentence taken apart: words with the parts they play, and the
// clauses that they form.
type sentence struct {
	text.Span
	source  string
	words   []word
	clauses []clause
	in      []int // for each word the clause it belongs to
	times   []timeGroup
	found   span // the expressions of the article that stand in it
}

// farthest is how many words the reading of a sentence looks ahead. It keeps the
// time linear where a sentence has no end.
const farthest = 48

// markTimes makes the words of each temporal expression time words, and finds
// the groups. mentions are the indices of the expressions, in order of place.
func (s *sentence) markTimes(spans []text.Span, mentions []int) {
	at := 0
	for k, span := range spans {
		for at < len(s.words) && s.words[at].End <= span.Start {
			at++
		}
		start := at
		for at < len(s.words) && s.words[at].Start < span.End {
			s.words[at].tag = timeWord
			s.words[at].time = len(s.times)
			at++
		}
		if at == start {
			continue
		}
		s.addTime(start, at, mentions[k])
	}
}

// addTime adds the words [start, end) of a mention to the group before them if
// only marks, "at" and the like stand between, else as a group of its own.
func (s *sentence) addTime(start, end, mention int) {
	if n := len(s.times); n > 0 && s.joinable(s.times[n-1].end, start) {
		g := &s.times[n-1]
		for i := g.end; i < end; i++ {
			s.words[i].lead = i < start
			s.words[i].time = n - 1
		}
		g.end = end
		g.mentions = append(g.mentions, mention)
		return
	}
	for i := start; i < end; i++ {
		s.words[i].time = len(s.times)
	}
	s.times = append(s.times, timeGroup{start, end, []int{mention}})
}

// joinable reports whether two expressions that end and start there are said in
// one breath: "Friday, December 6th, at 10 a.m.", "Thursday (Dec. 11)".
func (s *sentence) joinable(end, start int) bool {
	if start-end > 3 {
		return false
	}
	for _, w := range s.words[end:start] {
		if w.tag != comma && w.tag != parenOpen && w.tag != parenClose && w.lower != "at" && w.lower != "of" {
			return false
		}
	}
	return true
}

// leadTimes marks the prepositions and determiners before time groups as part of
// them, unless they introduce a noun behind the group: "in the 2020 elections".
func (s *sentence) leadTimes() {
	for k := range s.times {
		g := &s.times[k]
		start := g.start
		for start > 0 && s.leads(start-1, *g) {
			start--
		}
		if start < g.start && s.words[g.start-1].is&determiner != 0 && s.nounFollows(g.end) {
			start = g.start
		}
		for ; g.start > start; g.start-- {
			s.words[g.start-1].lead = true
			s.words[g.start-1].time = k
		}
		if g.end < len(s.words) && s.words[g.end].tag == parenClose && s.openedInside(*g) {
			s.words[g.end].lead = true
			g.end++
		}
	}
}

// pairDashes makes brackets of two dashes that set off a few words between them.
func (s *sentence) pairDashes() {
	first := -1
	for i := range s.words {
		if s.words[i].tag != dash || i == 0 || s.words[i-1].End == s.words[i].Start && s.words[i-1].tag != dash && s.words[i].lower == "-" {
			continue
		}
		if i+1 < len(s.words) && s.words[i+1].tag == dash && s.words[i+1].Start == s.words[i].End {
			continue // "--": the second one counts
		}
		switch {
		case first < 0 || i-first > farthest:
			first = i
			if s.words[i-1].tag == timeWord {
				first = -1
			}
		default:
			s.setDash(first, parenOpen)
			s.setDash(i, parenClose)
			first = -1
		}
	}
}

// setDash gives the dash at word i a tag, and the hyphen before it if it is
// written with two.
func (s *sentence) setDash(i int, t tag) {
	s.words[i].tag = t
	if s.words[i-1].tag == dash {
		s.words[i-1].tag = t
	}
}

// nounFollows reports whether word i, behind a date, goes on with its phrase.
func (s *sentence) nounFollows(i int) bool {
	if i >= len(s.words) {
		return false
	}
	w := s.words[i]
	if w.tag == number || w.tag == quoteOpen || w.tag == noun && w.upper {
		return true
	}
	return w.tag == noun && w.is&(preposition|conjunction|auxiliary|subjectPronoun|objectPronoun|determiner|possessive|relative|subordinator|infinitiveMark|pastOnly|finiteForm) == 0
}

func (s *sentence) openedInside(g timeGroup) bool {
	for _, w := range s.words[g.start:g.end] {
		if w.tag == parenOpen {
			return true
		}
	}
	return false
}

// leads reports whether word i only introduces the time words after it: "on",
// "since", "the" behind another such word. What dates a noun, as in "works of
// 1920", keeps its preposition.
func (s *sentence) leads(i int, g timeGroup) bool {
	w := s.words[i]
	if w.tag == timeWord || w.lead || g.end < len(s.words) && s.words[g.end].tag == genitive {
		return false
	}
	if w.is&nounLink != 0 && i > 0 && s.words[i-1].tag == noun && s.nounFollows(g.end) && s.words[g.end].is&(pastOrParticiple|thirdPerson) == 0 {
		return false // "the analysis of 2017 hiring trends"
	}
	return w.is&timeLink != 0 || w.is&determiner != 0 && w.is&indefinite == 0 && i > 0 && s.words[i-1].is&timeLink != 0
}

// isShouted reports whether nearly all words of a sentence begin with a capital,
// as in headlines, so that capitals say nothing about names.
func isShouted(words []word) bool {
	caps, all := 0, 0
	for _, w := range words {
		if !w.upper && w.is&(finiteForm|pastOnly|pastOrParticiple|thirdPerson) != 0 {
			return false
		}
		if w.tag != noun || len(w.lower) < 4 {
			continue
		}
		all++
		if w.upper {
			caps++
		}
	}
	return all > 3 && caps*10 >= all*8
}

// render joins words for a reader: neighbours keep what stands between them in
// the source, others are set apart by a space. Some words may be written
// instead; an empty string leaves the word out.
func (s *sentence) render(words []int, instead map[int]string) string {
	var b strings.Builder
	for k, i := range words {
		w := s.words[i]
		written, replaced := instead[i]
		if !replaced {
			written = s.source[w.Start:w.End]
			if w.tag == quoteOpen || w.tag == quoteClose {
				written = cmp.Or(typewriter[written], written)
			}
			if i == 0 && k > 0 && w.tag == article {
				written = w.lower
			}
		}
		if written == "" {
			continue
		}
		if k > 0 && s.isApart(words[k-1], i) {
			b.WriteByte(' ')
		}
		b.WriteString(written)
	}
	return b.String()
}

// isApart reports whether a space stands between word i and the word that a
// title has before it.
func (s *sentence) isApart(before, i int) bool {
	if i == before+1 {
		return s.words[before].End < s.words[i].Start
	}
	switch s.words[i].tag {
	case comma, stop, quoteClose, parenClose, genitive:
		return false
	}
	return s.words[before].tag != quoteOpen && s.words[before].tag != parenOpen
}

// wordAt returns the index of the first word that starts at or behind offset.
func (s *sentence) wordAt(offset int) int {
	lo, hi := 0, len(s.words)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.words[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
