package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	if !ok {
		h, ok = s.clauseHeadline(c)
	}
	if !ok {
		h = s.plainHeadline(g)
	}
	h.date, h.inside = g.start, kind == inside
	return h
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
	if content, speaker, found := s.speech(c); found && len(speaker) > 0 && (!ok || s.isPlainSpeech(c) || s.clauses[content].kind == mainClause || s.count(h.pieces) > longest && s.isNamed(speaker)) {
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
	case starts && c.kind == contentClause:
		return 0
	case t == link && s.words[i].is&nounLink != 0:
		return 1
	case t == link:
		return 3
	case t == joiner && i+1 < len(s.words):
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
	words := append(append(subject, s.helpers(cl)...), s.keep(cl.verb, c)...)
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
	case article, owner, object, pronoun:
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
		case depth > 0, s.isDropped(i):
		case s.in[i] == c || s.isPart(s.in[i], c):
			words = append(words, i)
		case i > cl.end:
			return words
		}
	}
	return words
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
			return s.tidy(append(s.tidy(wordsOf(short)), wordsOf(tail)...))
		}
	}
	return s.tidy(wordsOf(head))
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
		if score := p.cut*3 + min(words, pleasant)*2 - max(0, words-pleasant); p.cut > 0 && words >= shortest && score >= bestScore {
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

// tidy takes small words and marks off the ends.
func (s *sentence) tidy(words []int) []int {
	for n := len(words); n > 0; n = len(words) {
		switch s.words[words[n-1]].tag {
		case comma, stop, dash, link, article, owner, joiner, opener, relator, toVerb, quoteOpen, parenOpen:
			words = words[:n-1]
			continue
		case noun, negator:
			if w := s.words[words[n-1]]; w.is&indefinite != 0 || w.tag == negator {
				words = words[:n-1] // "no" of "no later than May"
				continue
			}
		case quoteClose:
			if n > 1 && (s.words[words[n-2]].tag == comma || s.words[words[n-2]].tag == stop) {
				words = append(words[:n-2], words[n-1])
				continue
			}
		}
		break
	}
	for len(words) > 1 {
		w := s.words[words[0]]
		if w.tag == modifier && (s.words[words[1]].tag == comma || words[0] > 0 && s.words[words[0]-1].tag == modifier && s.isDropped(words[0]-1)) {
			words = words[1:] // "Shortly after noon, …", "So far …"
			continue
		}
		switch w.tag {
		case comma, stop, dash, joiner, genitive, quoteClose, parenClose, opener, relator:
			words = words[1:]
			continue
		}
		break
	}
	return words
}

// balance closes the quotation marks and brackets that a title cut open.
func (s *sentence) balance(t string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"(", ")"}, {"«", "»"}, {"[", "]"}} {
		opened, closed := strings.Count(t, pair[0]), strings.Count(t, pair[1])
		switch {
		case opened > closed && strings.HasSuffix(t, pair[0]):
			t = strings.TrimSpace(strings.TrimSuffix(t, pair[0]))
		case opened > closed:
			t += pair[1]
		case closed > opened:
			t = strings.Replace(t, pair[1], "", closed-opened)
		}
	}
	if strings.Count(t, `"`)%2 == 1 {
		t = strings.Replace(t, `"`, "", 1)
	}
	return strings.Join(strings.Fields(t), " ")
}

// unquoted takes off the quotation marks around the whole of a title.
func unquoted(t string) string {
	if rest, ok := strings.CutPrefix(t, "“"); ok && strings.Index(t, "”") == len(t)-len("”") {
		return strings.TrimSuffix(rest, "”")
	}
	return t
}

func capitalise(t string) string {
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 || n < len(t) && strings.ContainsAny(t[n:n+1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return t // "iPhone"
	}
	return string(unicode.ToUpper(r)) + t[n:]
}
