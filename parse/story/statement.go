package story

// statement gathers subject, verb and the rest of clause c.
func (s *sentence) statement(c int) (headline, bool) {
	cl := s.clauses[c]
	if cl.verb.empty() {
		return headline{}, false
	}
	h := headline{clause: c, copula: -1}
	subject := s.subjectOf(c)
	if len(subject) > 0 && subject[len(subject)-1] < cl.verb.start {
		h.subject = cl.verb.start
	}
	if len(subject) == 0 {
		subject = s.datedSubject(cl)
	}
	verbs := s.keep(cl.verb, c)
	if cl.kind == ingClause && len(subject) > 0 && len(verbs) > 1 && s.words[verbs[0]].is&formOfBe != 0 {
		verbs, h.copula = verbs[1:], verbs[1] // "since being elected"
	}
	words := append(append(subject, s.helpers(cl)...), verbs...)
	rest := s.restOf(c)
	if cl.kind == relativeClause && s.lacksObject(cl, rest) {
		words = append(words, s.all(cl.antecedent)...)
	}
	words = append(words, rest...)
	if cl.kind == participleClause && len(subject) > 0 && cl.passive && !s.takesObject(cl.verb.end) {
		h.copula = cl.verb.start
	}
	h.pieces = make([]piece, 0, len(words))
	for k, i := range words {
		cut := s.cutBefore(i)
		if k <= len(subject) || i < cl.verb.end && i >= cl.verb.start || i == cl.verb.end && cut < 4 {
			cut = 0
		}
		if k > 0 && cut < 4 && s.words[i].tag != comma && (s.isVerbal(words[k-1]) || s.words[words[k-1]].tag == toVerb) {
			cut = 0
		}
		h.pieces = append(h.pieces, piece{i, cut})
	}
	return h, len(words) > 1
}

// datedSubject returns the date words right before the verb of a clause that has
// no other subject: "2019 was the warmest year".
func (s *sentence) datedSubject(cl clause) []int {
	if cl.kind != mainClause || cl.verb.start == 0 || s.words[cl.verb.start-1].tag != timeWord {
		return nil
	}
	g := s.times[s.words[cl.verb.start-1].time]
	if s.words[g.start].lead || g.end > cl.verb.start {
		return nil
	}
	words := make([]int, 0, g.end-g.start)
	for i := g.start; i < g.end; i++ {
		words = append(words, i)
	}
	return words
}

// helpers returns the auxiliaries that a joined participle has from the verb it
// is joined to: "was" of "was tried and sentenced".
func (s *sentence) helpers(cl clause) []int {
	if first := s.words[cl.verb.start]; cl.kind != joinedClause || first.tag != participle || first.is&auxiliary != 0 {
		return nil
	}
	var words []int
	for p := s.clauses[cl.parent].verb; p.start < p.end && s.words[p.start].is&auxiliary != 0; p.start++ {
		words = append(words, p.start)
	}
	return words
}

// takesObject reports whether a noun phrase starts at word i, so that the verb
// before it is no passive one.
func (s *sentence) takesObject(i int) bool {
	if i >= len(s.words) {
		return false
	}
	switch s.words[i].tag {
	case article, owner, object, pronoun, noun, name, number:
		return !s.words[i].lead
	}
	return false
}

// isVerbal reports whether word i is a verb of some form, which what follows
// completes.
func (s *sentence) isVerbal(i int) bool {
	switch s.words[i].tag {
	case verb, participle, infinitive, ingForm:
		return true
	}
	return false
}

// lacksObject reports whether the antecedent of a relative clause is what its
// verb acts on: "which she joined".
func (s *sentence) lacksObject(cl clause, rest []int) bool {
	if cl.antecedent.empty() || cl.subject == cl.antecedent || cl.lead > 0 && s.words[cl.lead-1].tag == link {
		return false
	}
	if len(rest) == 0 {
		return true
	}
	switch s.words[rest[0]].tag {
	case comma, modifier, joiner, opener:
		return true
	}
	return false
}

// keep returns the words of p that belong to clause c and to a title.
func (s *sentence) keep(p span, c int) []int {
	var words []int
	for i := p.start; i < p.end; i++ {
		if s.in[i] == c && !s.isDropped(i) {
			words = append(words, i)
		}
	}
	return words
}

// isDropped reports whether titles leave word i out: dates, and small words that
// tie the sentence to the one before.
func (s *sentence) isDropped(i int) bool {
	w := s.words[i]
	switch {
	case w.tag == timeWord || w.lead:
		return true
	case w.tag == genitive:
		return i > 0 && s.words[i-1].tag == timeWord
	case w.tag != modifier:
		return false
	case w.is&filler != 0:
		return true
	}
	return w.is&connective != 0 && (i == 0 || s.words[i-1].tag >= comma || s.words[i-1].tag == joiner || i+1 < len(s.words) && s.words[i+1].tag == comma)
}

// restOf returns what follows the verb of clause c and belongs to it.
func (s *sentence) restOf(c int) []int {
	cl := s.clauses[c]
	var words []int
	depth := 0
	for i := cl.verb.end; i < min(len(s.words), cl.verb.end+2*farthest) && len(words) < 3*longest; i++ {
		w := s.words[i]
		switch {
		case w.tag == parenOpen:
			depth++
		case w.tag == parenClose:
			depth = max(0, depth-1)
		case depth > 0, s.isDropped(i) && !s.leadsNoun(i, c):
		case s.in[i] == c || s.isPart(s.in[i], c):
			words = append(words, i)
		case i > cl.end:
			return words
		}
	}
	return words
}

// leadsNoun reports whether the preposition at i belongs to a noun of clause c right
// behind the date: "in 15th century Europe".
func (s *sentence) leadsNoun(i, c int) bool {
	if !s.words[i].lead || s.words[i].tag != link {
		return false
	}
	for i++; i < len(s.words) && s.words[i].tag == timeWord; i++ {
	}
	return i < len(s.words) && s.in[i] == c && !s.words[i].lead && (s.words[i].tag == noun || s.words[i].tag == name)
}

// isPart reports whether clause c may stand in the title of clause top, on which
// it hangs.
func (s *sentence) isPart(c, top int) bool {
	for n := 0; c != top && n < deepest; n++ {
		cl := s.clauses[c]
		if cl.kind == participleClause && cl.comma && s.isDatedClause(c) {
			return false
		}
		if cl.parent == c || cl.kind == joinedClause && !s.sharesObject(cl) || cl.kind == attribution || cl.kind == relativeClause && cl.comma {
			return false
		}
		c = cl.parent
	}
	return c == top
}

// isDatedClause reports whether a date stands in clause c itself.
func (s *sentence) isDatedClause(c int) bool {
	for i := s.clauses[c].start; i < min(s.clauses[c].end, s.clauses[c].start+farthest); i++ {
		if s.in[i] == c && s.words[i].tag == timeWord {
			return true
		}
	}
	return false
}

// sharesObject reports whether a joined verb stands right behind the verb that it
// is joined to, so that both have one object: "surrounded and took the town".
func (s *sentence) sharesObject(cl clause) bool {
	return cl.lead >= 0 && cl.lead == s.clauses[cl.parent].verb.end
}
