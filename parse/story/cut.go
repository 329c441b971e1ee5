package story

import "slices"

// cutBefore says how well a title could end before word i.
func (s *sentence) cutBefore(i int) int {
	if i == 0 {
		return 0
	}
	c := s.clauses[s.in[i]]
	starts := c.start == i || c.lead == i
	switch t := s.words[i].tag; {
	case t == comma:
		if s.listComma(i) {
			return 2
		}
		if i+1 < len(s.words) && s.words[i+1].tag == noun && s.words[i-1].tag == noun && s.in[i+1] == s.in[i] {
			return 0 // "long, straight"
		}
		return 5
	case t == dash, t == stop, t == parenOpen:
		return 5
	case starts && c.kind == joinedClause && s.sharesObject(c):
		return 0
	case starts && (c.kind == subordinate || c.kind == joinedClause || c.kind == ingClause && c.comma):
		return 4
	case starts && (c.kind == relativeClause || c.kind == participleClause || c.kind == ingClause):
		return 3
	case starts && c.kind == contentClause && s.hasLink(s.clauses[c.parent].verb.end, i):
		return 1 // "announced in a letter that …"
	case starts && c.kind == contentClause:
		return 0
	case t == link && s.words[i].is&nounLink != 0:
		return 1
	case t == link:
		return 3
	case t == joiner && i+1 < len(s.words):
		if s.words[i+1].upper {
			return 0 // "Securities and Exchange Commission"
		}
		switch s.words[i+1].tag {
		case article, owner, verb, infinitive, participle, ingForm:
			return 2
		}
		return 0
	case t == toVerb && s.words[i-1].tag == noun:
		return 2
	case t == modifier && s.words[i-1].tag != verb:
		return 2
	}
	return 0
}

// hasLink reports whether a preposition stands in [start, end).
func (s *sentence) hasLink(start, end int) bool {
	for i := max(start, end-farthest); i < end; i++ {
		if s.words[i].tag == link && !s.words[i].lead {
			return true
		}
	}
	return false
}

// listComma reports whether the comma at i stands in a list of things.
func (s *sentence) listComma(i int) bool {
	for j := i + 1; j < min(len(s.words), i+longest); j++ {
		switch s.words[j].tag {
		case joiner:
			return true
		case noun, name, number, article, comma, genitive, owner:
		default:
			return false
		}
	}
	return false
}

// trim cuts pieces to at most limit words, at the best place to end. What stands
// right before the date is kept where there is room: "… in Geneva".
func (s *sentence) trim(pieces []piece, limit, date int) []int {
	if first := pieces[0].word; s.words[first].is&plainArticle != 0 && len(pieces) > 1 {
		words := s.trim(pieces[1:], limit, date)
		if s.countKept(words) >= limit || s.words[first].is&indefinite != 0 && s.words[first+1].tag == timeWord {
			return words
		}
		return append([]int{first}, words...)
	}
	if s.count(pieces) <= limit {
		if best := s.bestCut(pieces, limit); best < len(pieces) && pieces[best].cut >= 4 && s.count(pieces) > pleasant+1 {
			pieces = pieces[:best]
		}
		return s.tidy(wordsOf(pieces))
	}
	tail := s.tail(pieces, date)
	head := pieces[:s.bestCut(pieces, limit)]
	if len(tail) > 0 && len(head) > 0 && tail[0].word > head[len(head)-1].word {
		n := s.bestCut(pieces, max(shortest, limit-s.count(tail)))
		if short := pieces[:n]; pieces[n].cut > 0 && s.count(short) >= shortest && s.reaches(pieces[n].word, tail[0].word) {
			return s.tidy(append(s.withoutVerb(s.tidy(wordsOf(short))), wordsOf(tail)...))
		}
	}
	return s.tidy(wordsOf(head))
}

// withoutVerb takes a form in "-ing" off the end, which what was cut completed.
func (s *sentence) withoutVerb(words []int) []int {
	if n := len(words); n > shortest && s.words[words[n-1]].tag == ingForm {
		return words[:n-1]
	}
	return words
}

func wordsOf(pieces []piece) []int {
	words := make([]int, len(pieces))
	for i, p := range pieces {
		words[i] = p.word
	}
	return words
}

// tail returns the phrase that ends right before the date, if it is short.
func (s *sentence) tail(pieces []piece, date int) []piece {
	end := 0
	for end < len(pieces) && pieces[end].word < date {
		end++
	}
	if end == 0 || pieces[end-1].word != date-1 {
		return nil
	}
	for k := end - 1; k > 0 && end-k <= longTail; k-- {
		if t := s.words[pieces[k].word]; t.tag == toVerb || t.tag == link && t.is&nounLink == 0 && s.words[pieces[k-1].word].tag != infinitive {
			return pieces[k:end]
		}
	}
	return nil
}

// reaches reports whether a phrase that starts at word to can hang on what stands
// before word from: nothing between them could govern it.
func (s *sentence) reaches(from, to int) bool {
	infinitives := s.words[to].tag == toVerb
	for i := from; i < to; i++ {
		switch s.words[i].tag {
		case verb, infinitive, ingForm:
			return false
		case comma:
			if !infinitives {
				return false
			}
		}
	}
	return true
}

// longTail is the most words that the phrase before the date may have.
const longTail = 6

// counts reports whether word i counts when the words of a title are counted.
func (s *sentence) counts(i int) bool {
	t := s.words[i].tag
	return t < comma && t != genitive || t == timeWord
}

// count counts the words of pieces.
func (s *sentence) count(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		if s.counts(p.word) {
			n++
		}
	}
	return n
}

// countKept counts the words of a title.
func (s *sentence) countKept(words []int) int {
	n := 0
	for _, i := range words {
		if s.counts(i) {
			n++
		}
	}
	return n
}

// bestCut returns how many pieces to keep so that at most limit words are left
// and no phrase is cut in the middle, if that can be had.
func (s *sentence) bestCut(pieces []piece, limit int) int {
	n, words := 0, 0
	best, bestScore := 0, -1
	for ; n < len(pieces); n++ {
		p := pieces[n]
		if score := p.cut*3 + min(words, pleasant)*2 - max(0, words-pleasant); p.cut > 0 && words >= shortest && score >= bestScore && !s.leavesVerb(pieces[:n]) {
			best, bestScore = n, score
		}
		if s.counts(p.word) {
			if words == limit {
				break
			}
			words++
		}
	}
	if bestScore < 0 {
		return s.lastWhole(pieces, n)
	}
	return best
}

// leavesVerb reports whether a title that ends with these pieces would leave out
// the verb of the clause that it ends in: "…, but under this administration".
func (s *sentence) leavesVerb(pieces []piece) bool {
	last := pieces[len(pieces)-1].word
	cl := s.clauses[s.in[last]]
	if !cl.verb.empty() && last < cl.verb.start {
		return true
	}
	for i := last; i > 1 && s.words[i].tag < comma && !s.isVerbal(i); i-- {
		if s.words[i-1].tag == joiner && s.words[i-2].tag == comma {
			return s.words[i].tag == link
		}
	}
	return false
}

// lastWhole returns the largest number of pieces up to n that has a verb and does
// not part a phrase; n if there is none.
func (s *sentence) lastWhole(pieces []piece, n int) int {
	for k := n; k > max(1, n-shortest+1) && n < len(pieces); k-- {
		last := pieces[k-1].word
		switch s.words[pieces[k].word].tag {
		case noun, name, genitive, infinitive, participle, ingForm:
			continue
		case number, modifier, comma, stop:
			if s.words[last].tag == participle {
				return k
			}
		}
		if t := s.words[last].tag; (t == noun || t == name) && slices.ContainsFunc(pieces[:k], func(p piece) bool { return s.isVerbal(p.word) }) {
			return k
		}
	}
	return n
}
