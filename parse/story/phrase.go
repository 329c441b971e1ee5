package story

// phraseHeadline makes a title of a noun phrase. Where it is too short it takes
// in what it hangs on.
func (s *sentence) phraseHeadline(np span, c int) (headline, bool) {
	for s.countWords(np) < shortest && np.start > 0 {
		wider := s.widen(np)
		if wider == np.start {
			break
		}
		np.start = wider
	}
	if s.countWords(np) < 2 {
		return headline{}, false
	}
	var pieces []piece
	for i := np.start; i < np.end; i++ {
		pieces = append(pieces, piece{i, s.cutBefore(i)})
	}
	for len(pieces) > 0 && s.words[pieces[0].word].tag == article && (!s.words[pieces[0].word].upper || pieces[0].word == 0) {
		pieces = pieces[1:]
	}
	pieces = s.drop(pieces)
	return headline{pieces: pieces, clause: c, copula: -1}, len(pieces) > 1
}

// countWords counts the words of a phrase that a title would keep.
func (s *sentence) countWords(p span) int {
	n := 0
	for _, w := range s.words[p.start:p.end] {
		if w.tag != timeWord && !w.lead && w.tag < comma && w.tag != article && w.tag != genitive {
			n++
		}
	}
	return n
}

// widen returns the start of the phrase that p hangs on by a preposition, "of"
// or a participle; p.start if there is none.
func (s *sentence) widen(p span) int {
	at := p.start - 1
	switch s.words[at].tag {
	case link:
		if s.words[at].lead {
			return p.start
		}
		start := at
		for start > 0 && at-start < longest {
			t := s.words[start-1].tag
			if t != noun && t != name && t != number && t != article && t != owner && t != genitive {
				break
			}
			start--
			if t == article {
				break
			}
		}
		if start == at {
			return p.start
		}
		return start
	case participle, ingForm, infinitive:
		if at > 0 && s.words[at].tag == ingForm {
			return at
		}
	}
	return p.start
}
