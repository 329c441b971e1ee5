package story

// The lengths of a title, in words.
const (
	shortest = 4
	longest  = 12
	pleasant = 10 // a title may stop here where a phrase ends
)

// piece is a word of a title in the making. cut says how well the title could
// end before it: 0 not at all, 5 without loss.
type piece struct {
	word int
	cut  int
}

// headline is a title in the making: words of a sentence in the order in which
// the title has them.
type headline struct {
	pieces  []piece
	speaker []int // who says it
	clause  int   // the clause that is told
	date    int   // the first word of the time group
	subject int   // the word behind the subject, 0 if there is none
	copula  int   // a participle that needs "was" before it; -1 if none
	inside  bool  // the date belongs to a noun: "the 2015 treaty"
	plain   bool  // no verb and no phrase was found: a row, a caption
}

// headlineFor composes the title of what group g dates.
func (s *sentence) headlineFor(g timeGroup) headline {
	c := s.clauseOf(g)
	kind, np := s.placeOf(g)
	if kind == inside && s.isSubject(c, np) {
		kind = beside
	}
	h, ok := headline{}, false
	if kind != beside {
		h, ok = s.phraseHeadline(np, c)
	}
	if ok && kind == inside && s.count(h.pieces) < shortest {
		if whole, found := s.clauseHeadline(c); found && s.isWhole(whole, c) {
			h = whole
		}
	}
	if !ok {
		h, ok = s.clauseHeadline(c)
	}
	if !ok {
		h = s.plainHeadline(g)
	}
	h.date, h.inside = g.start, kind == inside
	return h
}

// isWhole reports whether a headline tells clause c with its own subject, and a name
// or a noun with an article for that, so that it can do without the article.
func (s *sentence) isWhole(h headline, c int) bool {
	cl := s.clauses[c]
	if h.clause != c || len(h.speaker) > 0 || h.subject == 0 || cl.kind != mainClause {
		return false
	}
	first := s.words[h.pieces[0].word].tag
	return first == name || first == article || first == noun
}

// clauseHeadline makes a title of clause c: who, did, what. What is said goes
// with its speaker's name where the verb adds nothing or there is no room for it.
func (s *sentence) clauseHeadline(c int) (headline, bool) {
	if s.clauses[c].verb.empty() {
		return headline{}, false
	}
	if s.isPassing(c) {
		return s.behindPassing(c)
	}
	h, ok := s.statement(c)
	if said, found := s.underIt(c); found {
		return said, true
	}
	if content, speaker, found := s.speech(c); found && len(speaker) > 0 && (!ok || s.isPlainSpeech(c) || s.clauses[content].kind == mainClause || s.count(h.pieces) > longest && (s.isNamed(speaker) || s.verbBehind(h.pieces, longest, content))) {
		if said, ok2 := s.statement(content); ok2 && !(ok && s.isThird(said.pieces[0].word)) {
			said.speaker = speaker
			return said, true
		}
	}
	if parent := s.clauses[c].parent; ok && parent != c && h.copula < 0 && s.count(h.pieces) < shortest && s.clauses[c].kind >= relativeClause && s.clauses[c].kind != contentClause {
		if wider, ok := s.statement(parent); ok {
			return wider, true
		}
	}
	return h, ok
}

// verbBehind reports whether a title of so many words would not reach the verb of
// clause c.
func (s *sentence) verbBehind(pieces []piece, limit, c int) bool {
	n := 0
	for _, p := range pieces {
		if p.word >= s.clauses[c].verb.start {
			return n >= limit
		}
		if s.counts(p.word) {
			n++
		}
	}
	return true
}

// isPassing reports whether clause c only tells that time goes by: "as the dust
// settled".
func (s *sentence) isPassing(c int) bool {
	cl := s.clauses[c]
	return cl.kind == subordinate && cl.verb.start > cl.start && s.words[cl.verb.start-1].is&passing != 0
}

// behindPassing makes a title of what hangs on a clause that only tells that time
// goes by, "as the dust settled from the quarrel", else of the clause around it.
func (s *sentence) behindPassing(c int) (headline, bool) {
	cl := s.clauses[c]
	for i := cl.verb.end; i < min(cl.end, cl.verb.end+shortest); i++ {
		if s.words[i].tag == link && !s.words[i].lead {
			return s.phraseHeadline(span{i + 1, min(cl.end, i+farthest)}, c)
		}
	}
	if cl.parent == c {
		return headline{}, false
	}
	return s.statement(cl.parent)
}

// underIt returns what is told behind a clause that has only "it" for a subject:
// "it is clear that …".
func (s *sentence) underIt(c int) (headline, bool) {
	cl := s.clauses[c]
	i := cl.verb.start - 1
	if i < cl.start || s.words[i].tag != pronoun || s.words[i].is&neuter == 0 {
		return headline{}, false
	}
	for k := c + 1; k < min(len(s.clauses), c+shortest); k++ {
		if content := s.clauses[k]; content.kind == contentClause && content.parent == c && content.lead >= 0 && content.lead-cl.verb.end <= 1 {
			return s.statement(k)
		}
	}
	return headline{}, false
}

// plainHeadline makes a title of the words around the group where no clause can
// be told: headings, captions, rows.
func (s *sentence) plainHeadline(g timeGroup) headline {
	c := s.clauseOf(g)
	var pieces []piece
	for i := max(0, g.start-farthest); i < min(len(s.words), g.end+farthest); i++ {
		if s.in[i] == c || len(s.clauses) < 3 {
			pieces = append(pieces, piece{i, s.cutBefore(i)})
		}
	}
	return headline{pieces: s.drop(pieces), clause: c, copula: -1, plain: true}
}

// drop takes out of pieces what titles leave out.
func (s *sentence) drop(pieces []piece) []piece {
	kept := pieces[:0]
	depth := 0
	for _, p := range pieces {
		switch w := s.words[p.word]; {
		case w.tag == parenOpen:
			depth++
		case w.tag == parenClose:
			depth = max(0, depth-1)
		case depth == 0 && !s.isDropped(p.word):
			kept = append(kept, p)
		}
	}
	return kept
}
