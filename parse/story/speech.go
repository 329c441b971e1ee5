package story

// speech returns the clause that tells what is said and who says it, if clause c
// reports something.
func (s *sentence) speech(c int) (content int, speaker []int, ok bool) {
	cl := s.clauses[c]
	if s.words[cl.verb.end-1].is&report == 0 && s.words[cl.verb.start].is&report == 0 {
		return 0, nil, false
	}
	if cl.kind == attribution {
		return s.saidBefore(c), s.short(s.subjectOf(c)), true
	}
	for k := c + 1; k < min(len(s.clauses), c+longest); k++ {
		if s.clauses[k].kind == contentClause && s.clauses[k].parent == c && !s.clauses[k].verb.empty() {
			return k, s.short(s.subjectOf(c)), true
		}
		if s.clauses[k].kind == mainClause && !s.clauses[k].verb.empty() && s.isBehindColon(s.clauses[k].start) {
			return k, s.short(s.subjectOf(c)), true
		}
	}
	return 0, nil, false
}

// isThird reports whether word i is a pronoun that may well stand for the speaker.
func (s *sentence) isThird(i int) bool {
	return s.words[i].tag == pronoun && s.words[i].is&(masculine|feminine|neuter|plural) != 0
}

// isNamed reports whether a name or what may stand for one is among words.
func (s *sentence) isNamed(words []int) bool {
	for _, i := range words {
		if s.words[i].tag == name || s.words[i].tag == pronoun || s.words[i].is&groupNoun != 0 {
			return true
		}
	}
	return false
}

// isPlainSpeech reports whether clause c only says that something was said.
func (s *sentence) isPlainSpeech(c int) bool {
	cl := s.clauses[c]
	return cl.kind == attribution || s.words[cl.verb.end-1].is&plainSpeech != 0
}

// isBehindColon reports whether a colon opens what starts at word i, be it with
// or without a quotation mark.
func (s *sentence) isBehindColon(i int) bool {
	for ; i > 0 && s.words[i].tag == quoteOpen; i-- {
	}
	for j := i; j >= max(0, i-1); j-- {
		if s.words[j].lower == ":" {
			return true
		}
	}
	return false
}

// saidBefore returns the clause before attribution c that says most: the first
// with a verb whose subject is more than a pronoun, else the first with a verb.
func (s *sentence) saidBefore(c int) int {
	first := -1
	for k := max(0, c-longest); k < c; k++ {
		cl := s.clauses[k]
		if cl.verb.empty() || cl.kind != mainClause {
			continue
		}
		if first < 0 {
			first = k
		}
		if i := cl.verb.start - 1; i >= 0 && s.words[i].tag != pronoun {
			return k
		}
	}
	if first < 0 {
		return s.clauses[c].parent
	}
	return first
}

// attributedTo returns the words that name who says clause c.
func (s *sentence) attributedTo(c int) []int {
	for range deepest {
		cl := s.clauses[c]
		if cl.kind == contentClause {
			p := s.clauses[cl.parent]
			if !p.verb.empty() && s.words[p.verb.end-1].is&report != 0 {
				return s.short(s.subjectOf(cl.parent))
			}
		}
		if cl.parent == c {
			break
		}
		c = cl.parent
	}
	for k := c + 1; k < min(len(s.clauses), c+longest); k++ {
		if s.clauses[k].kind == attribution {
			return s.short(s.subjectOf(k))
		}
	}
	return nil
}

// short cuts a subject to the name at its head, else to the head alone.
func (s *sentence) short(words []int) []int {
	head := words
	for k, i := range words {
		inName := k > 0 && k+1 < len(words) && s.words[i].is&particle != 0 && s.words[words[k-1]].tag == name && s.words[words[k+1]].tag == name
		if k > 0 && !inName && (s.words[i].tag == link || s.words[i].tag == comma || s.words[i].tag == genitive && k+1 == len(words)) {
			head = words[:k]
			break
		}
	}
	for k := len(head) - 1; k >= 0; k-- {
		if s.words[head[k]].tag != name {
			continue
		}
		start := k
		for start > 0 && (s.words[head[start-1]].tag == name || s.words[head[start-1]].tag == link) && head[start-1] == head[start]-1 && s.words[head[start-1]].is&personTitle == 0 {
			start--
		}
		return head[start : k+1]
	}
	if len(head) > 1 && s.words[head[0]].is&plainArticle != 0 {
		head = head[1:]
	}
	if len(head) > longest/3 {
		return nil
	}
	return head
}
