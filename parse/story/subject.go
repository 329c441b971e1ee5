package story

import "slices"

// subjectOf returns the words of the subject of clause c, taken from the clause
// it hangs on where it has none of its own.
func (s *sentence) subjectOf(c int) []int {
	cl := s.clauses[c]
	switch cl.kind {
	case joinedClause:
		return s.subjectOf(cl.parent)
	case ingClause, participleClause:
		if cl.subject.empty() {
			return s.subjectOf(cl.parent)
		}
		return s.all(cl.subject)
	case relativeClause:
		return s.all(cl.subject)
	case contentClause:
		if cl.subject.empty() {
			return s.all(cl.antecedent)
		}
	case attribution:
		if cl.subject.empty() {
			return s.all(s.phraseFrom(cl.verb.end))
		}
	}
	return s.mainSubject(c)
}

// all returns the words of p without what titles drop.
func (s *sentence) all(p span) []int {
	var words []int
	for i := p.start; i < p.end; i++ {
		if t := s.words[i].tag; !s.isDropped(i) && t != relator && t != opener && t != parenOpen && t != parenClose {
			words = append(words, i)
		}
	}
	return words
}

// phraseFrom returns the noun phrase that starts at word i.
func (s *sentence) phraseFrom(i int) span {
	end := i
	for end < len(s.words) && end-i < longest {
		t := s.words[end].tag
		if t != noun && t != name && t != number && t != article && t != genitive && t != owner {
			break
		}
		end++
	}
	return span{i, end}
}

// mainSubject picks the subject out of what stands before the verb: not the
// phrases in front of it, nor what explains it between commas.
func (s *sentence) mainSubject(c int) []int {
	cl := s.clauses[c]
	var segments, dateline [][]int
	segment := []int{}
	depth := 0
	for i := cl.subject.start; i < cl.subject.end; i++ {
		switch w := s.words[i]; {
		case w.tag == parenOpen:
			depth++
		case w.tag == parenClose:
			depth = max(0, depth-1)
		case depth > 0, s.isDropped(i), i == cl.lead, w.tag == relator, w.tag == opener:
		case s.in[i] != c && !s.isTight(s.in[i], c):
		case w.tag == dash || w.tag == stop:
			dateline = slices.Concat(segments, [][]int{segment})
			segments, segment = nil, nil // "GENEVA — The council met"
		case w.tag == comma && len(segment) > 0 && s.isDated(i) && s.words[segment[len(segment)-1]].tag == article:
			// "the May 5, 1921, opening"
		case w.tag == comma:
			segments = append(segments, segment)
			segment = nil
		case w.tag == joiner && len(segment) == 0 && len(segments) == 0:
		case w.tag == object: // "the mayor himself"
		default:
			segment = append(segment, i)
		}
	}
	if subject := s.pickSubject(append(segments, segment)); len(subject) > 0 {
		return subject
	}
	return s.pickSubject(dateline)
}

// isTight reports whether clause c is part of what it hangs on and no comma
// sets it off, so that a title keeps it.
func (s *sentence) isTight(c, top int) bool {
	for n := 0; c != top && n < deepest; n++ {
		cl := s.clauses[c]
		if cl.parent == c || cl.comma || cl.kind == subordinate || cl.kind == joinedClause || cl.kind == mainClause || cl.kind == attribution {
			return false
		}
		c = cl.parent
	}
	return c == top
}

// pickSubject returns the first of the segments between commas that can be a
// subject, with the others if they are a list.
func (s *sentence) pickSubject(segments [][]int) []int {
	for len(segments) > 0 && !s.canBeSubject(segments[0]) {
		segments = segments[1:]
	}
	if n := len(segments); n > 1 && s.isDated(segments[0][0]) && s.canBeSubject(segments[n-1]) && s.words[segments[n-1][0]].tag != article {
		return segments[n-1] // "In 19th century England, interest grew"
	}
	if len(segments) == 0 {
		return nil
	}
	last := segments[len(segments)-1]
	if len(segments) > 1 && len(last) > 0 && (s.words[last[0]].tag == joiner || s.isPair(last)) {
		var list []int
		for k, seg := range segments {
			if k > 0 && len(seg) > 0 {
				list = append(list, seg[0]-1)
			}
			list = append(list, seg...)
		}
		return list
	}
	return segments[0]
}

// isPair reports whether the words are two noun phrases joined by "and".
func (s *sentence) isPair(words []int) bool {
	joined := false
	for _, i := range words {
		switch s.words[i].tag {
		case joiner:
			joined = true
		case noun, name, number, article, owner, genitive:
		default:
			return false
		}
	}
	return joined
}

// isDated reports whether a date stands right before word i.
func (s *sentence) isDated(i int) bool { return i > 0 && s.words[i-1].tag == timeWord }

// canBeSubject reports whether the words between two commas can be a subject.
func (s *sentence) canBeSubject(segment []int) bool {
	for _, i := range segment {
		switch s.words[i].tag {
		case modifier, negator, quoteOpen, quoteClose:
			continue
		case noun, name, number, article, owner, pronoun:
			return true
		}
		return false
	}
	return false
}
