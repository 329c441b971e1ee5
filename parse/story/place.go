package story

// place says how a time group sits in its sentence.
type place uint8

const (
	beside place = iota // it dates the clause: "left on Monday"
	inside              // it dates a noun: "the 2015 treaty"
	behind              // in brackets behind what it dates: "the treaty (2015)"
)

// placeOf finds how group g sits in the sentence, and the noun phrase that it
// dates if it does not date its clause.
func (s *sentence) placeOf(g timeGroup) (place, span) {
	if g.start > 1 && s.words[g.start-1].tag == parenOpen {
		return behind, s.phraseEnding(g.start - 1)
	}
	before, after := stop, stop
	if g.start > 0 {
		before = s.words[g.start-1].tag
	}
	if g.end < len(s.words) {
		after = s.words[g.end].tag
	}
	follows := after == noun || after == name || after == number || after == genitive || after == quoteOpen
	if follows && !s.words[g.start].lead && (after == genitive || before == article || before == owner || before == genitive || before == noun || before == link) {
		return inside, s.phraseAround(g)
	}
	return beside, span{}
}

// phraseAround returns the noun phrase that holds the group, with what "of" and
// prepositions hang on it.
func (s *sentence) phraseAround(g timeGroup) span {
	start, end := g.start, g.end
	for start > 0 && g.start-start < longest {
		t := s.words[start-1].tag
		if t != noun && t != name && t != number && t != article && t != owner && t != genitive {
			break
		}
		start--
		if t == article || t == owner {
			break
		}
	}
	for end < len(s.words) && end-g.end < farthest {
		switch s.words[end].tag {
		case noun, name, number, genitive, article, owner, quoteOpen, quoteClose, joiner:
			if s.words[end].tag == joiner && (end+1 >= len(s.words) || s.words[end+1].tag != name && s.words[end+1].tag != noun) {
				return span{start, end}
			}
			end++
			continue
		case link, timeWord:
			if s.words[end].lead {
				return span{start, end}
			}
			end++
			continue
		}
		break
	}
	return span{start, end}
}

// phraseEnding returns the noun phrase that ends before word i, with the phrase
// it explains: "his last book, The Tower".
func (s *sentence) phraseEnding(i int) span {
	start := i
	for start > 0 && i-start < longest+2 {
		switch s.words[start-1].tag {
		case noun, name, number, genitive, article, owner, link, joiner, quoteOpen, quoteClose:
			start--
			continue
		case comma:
			if start-1 > 0 && (s.words[start-2].tag == noun || s.words[start-2].tag == name) && i-start < shortest {
				start--
				continue
			}
		}
		break
	}
	for start < i && (s.words[start].tag == link || s.words[start].tag == joiner || s.words[start].tag == comma) {
		start++
	}
	return span{start, i}
}

// clauseOf returns the clause that group g dates.
func (s *sentence) clauseOf(g timeGroup) int {
	c := s.in[g.start]
	for i := g.start; i < g.end; i++ {
		if !s.words[i].lead {
			c = s.in[i]
			break
		}
	}
	if cl := s.clauses[c]; cl.kind == joinedClause && s.sharesObject(cl) {
		return cl.parent
	}
	if cl := s.clauses[c]; cl.kind == ingClause && !cl.comma && !cl.subject.empty() && g.start > cl.verb.end &&
		(cl.subject.start == 0 || s.words[cl.subject.start-1].tag != link) && !s.clauses[cl.parent].verb.empty() {
		return cl.parent // "posted a picture of Horn waving on Monday"
	}
	return c
}

// isSubject reports whether np lies in the subject of clause c.
func (s *sentence) isSubject(c int, np span) bool {
	cl := s.clauses[c]
	return !cl.verb.empty() && cl.subject.start <= np.start && np.end <= cl.subject.end && cl.verb.start-np.end < longest &&
		(cl.kind == mainClause || cl.kind == subordinate || cl.kind == contentClause) && !s.linkBefore(np.start, cl.subject.start)
}

// linkBefore reports whether a preposition stands between from and i with no
// comma behind it, so that i is no subject but hangs on something.
func (s *sentence) linkBefore(i, from int) bool {
	for i--; i >= from; i-- {
		switch s.words[i].tag {
		case comma:
			return false
		case link:
			return true
		}
	}
	return false
}
