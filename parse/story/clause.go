package story

// clauseKind says how a clause hangs on the rest of its sentence.
type clauseKind uint8

const (
	mainClause       clauseKind = iota
	joinedClause                // a further verb of the same subject: "and left"
	subordinate                 // "when he left"
	relativeClause              // "which left"
	contentClause               // what is said: "that he left"
	attribution                 // who says so, behind what is said: "Horn said"
	participleClause            // "built in 1920"
	ingClause                   // "leaving the town"
)

// span is a stretch of the words of a sentence, [start, end).
type span struct{ start, end int }

func (p span) empty() bool { return p.start >= p.end }

// clause is a verb with what belongs to it.
type clause struct {
	kind    clauseKind
	parent  int  // the clause it hangs on; its own index for the first
	lead    int  // the word that introduces it, or -1
	start   int  // first word
	end     int  // behind the last word
	subject span // empty if the clause has none of its own
	// antecedent is the noun phrase that a relative clause tells more of.
	antecedent span
	verb       span // the verb group with the adverbs inside; empty if none
	comma      bool // set off by a comma
	passive    bool
	depth      int
	lastNP     int  // first word of the noun phrase that is being read, or -1
	nouns      bool // a noun phrase that may be the subject was read
	hangs      bool // the noun phrase that is being read hangs on a preposition
}

// clauseReader reads a sentence from left to right, giving words their parts and
// gathering clauses. cur is the clause that is open.
type clauseReader struct {
	*sentence
	cur int
}

// analyse finds the parts and the clauses of a sentence whose words and time
// groups are known.
func (s *sentence) analyse() {
	s.leadTimes()
	s.pairDashes()
	r := clauseReader{sentence: s}
	s.in = make([]int, len(s.words))
	s.clauses = append(make([]clause, 0, len(s.words)/wordsPerClause+2), clause{lead: -1, lastNP: -1})
	shouted := isShouted(s.words)
	for i := range s.words {
		r.read(i, shouted)
		s.in[i] = r.cur
	}
	r.finish()
}

// wordsPerClause is about how many words a clause has.
const wordsPerClause = 7

// deepest is how deep clauses may stand in each other.
const deepest = 16

// open starts a clause at word i that hangs on the open one.
func (r *clauseReader) open(kind clauseKind, i, lead int) {
	if r.clauses[r.cur].depth == deepest {
		r.closeAll()
	}
	r.clauses = append(r.clauses, clause{
		kind: kind, parent: r.cur, lead: lead, start: i, lastNP: -1, depth: r.clauses[r.cur].depth + 1,
		comma: i > 0 && r.words[i-1].tag == comma,
	})
	r.cur = len(r.clauses) - 1
}

// close returns to the clause that the open one hangs on.
func (r *clauseReader) close() { r.cur = r.clauses[r.cur].parent }

// closeAll returns to the top of the sentence.
func (r *clauseReader) closeAll() {
	for r.clauses[r.cur].parent != r.cur {
		r.close()
	}
}

// hasVerb and wants describe the open clause.
func (r *clauseReader) hasVerb() bool { return !r.clauses[r.cur].verb.empty() }

// wants reports whether clause c still looks for its verb.
func (r *clauseReader) wants(c int) bool {
	return r.clauses[c].verb.empty() && (r.clauses[c].nouns || r.clauses[c].kind == relativeClause)
}

// finish gives each clause its extent.
func (r *clauseReader) finish() {
	for i, c := range r.in {
		r.clauses[c].end = i + 1
		if r.words[i].tag != comma {
			r.clauses[c].start = min(r.clauses[c].start, i)
		}
	}
}

// read gives word i its part and moves between clauses where it calls for that.
func (r *clauseReader) read(i int, shouted bool) {
	w := &r.words[i]
	switch w.tag {
	case timeWord, genitive, parenOpen, parenClose, quoteClose:
		return
	case quoteOpen:
		if r.clauses[r.cur].kind == attribution {
			r.close()
		}
		return
	case number:
		r.nominal(i)
		return
	case comma:
		r.readComma(i)
		return
	case stop, dash:
		r.readStop(i)
		return
	}
	if w.lead {
		w.tag = link
		return
	}
	w.tag = r.tagOf(i, shouted)
	switch w.tag {
	case noun, name, article, owner, pronoun, object:
		r.nominal(i)
	case opener, relator:
		r.readLead(i)
	case joiner:
		r.readJoiner(i)
	case verb, participle, ingForm, infinitive:
		r.readVerb(i)
	case link:
		if w.is&nounLink == 0 {
			r.clauses[r.cur].lastNP = -1
		}
	}
}

// nominal notes a word of a noun phrase. A phrase behind a preposition is no
// subject.
func (r *clauseReader) nominal(i int) {
	c := &r.clauses[r.cur]
	if c.lastNP < 0 {
		c.lastNP = i
		b := r.before(i)
		c.hangs = b >= c.start && (r.words[b].tag == link || r.words[b].tag == joiner && c.hangs)
	}
	c.nouns = c.nouns || !c.hangs
}

// readStop ends every clause at a semicolon, colon or dash.
func (r *clauseReader) readStop(i int) {
	if w := r.words[i]; w.tag == dash && i > 0 && r.words[i-1].End == w.Start {
		return // "New York-based"
	}
	r.closeAll()
	if r.hasVerb() {
		r.open(mainClause, i+1, -1)
		r.clauses[r.cur].parent = r.cur
	}
}

// readComma closes what a comma closes.
func (r *clauseReader) readComma(i int) {
	if r.goesOnAsList(i) {
		return
	}
	for r.clauses[r.cur].parent != r.cur {
		c := r.clauses[r.cur]
		if c.kind == attribution {
			return
		}
		done := !c.verb.empty()
		if !done && c.kind != participleClause && c.kind != ingClause {
			break
		}
		if c.kind == joinedClause || c.kind == contentClause {
			break
		}
		r.close()
	}
	r.clauses[r.cur].lastNP = -1
}

// goesOnAsList reports whether the comma at i stands between the parts of a list:
// nouns follow, then "and", before any verb.
func (r *clauseReader) goesOnAsList(i int) bool {
	commas := 0
	for j := i + 1; j < min(len(r.words), i+farthest/2); j++ {
		w := r.words[j]
		switch {
		case w.is&conjunction != 0:
			return !r.isVerbish(r.skip(j+1)) && !r.clauseAhead(j+1) && (commas > 0 || j > i+1)
		case w.tag == comma:
			commas++
		case w.tag == stop, w.tag == dash, w.tag == quoteClose, w.lead:
			return false
		case w.is&(relative|subordinator|subjectPronoun|finiteForm|pastOnly) != 0 && w.is&(preposition|determiner) == 0:
			return false
		case w.is&(pastOrParticiple|gerund) != 0 && !w.upper && j == i+1:
			return false
		}
	}
	return false
}

// readLead opens the clause that a relative word or a conjunction introduces.
func (r *clauseReader) readLead(i int) {
	if r.words[i].tag == relator && !r.isUnderIt(i) {
		antecedent := span{r.clauses[r.cur].lastNP, i}
		if i > 0 && r.words[i-1].tag == comma {
			antecedent = r.nounPhraseBefore(i - 1)
		}
		if antecedent.start < 0 {
			antecedent = r.nounPhraseBefore(i)
		}
		r.open(relativeClause, i, i)
		r.clauses[r.cur].antecedent = antecedent
		return
	}
	kind := subordinate
	if r.words[i].is&complementizer != 0 && r.words[i].is&subordinator == 0 {
		kind = contentClause
		r.toReport()
	}
	r.open(kind, i, i)
}

// isUnderIt reports whether word i begins what is told behind "it is clear".
func (r *clauseReader) isUnderIt(i int) bool {
	c := r.clauses[r.cur]
	if r.words[i].is&complementizer == 0 || c.verb.empty() || c.verb.start == 0 || i != c.verb.end+1 {
		return false
	}
	return r.words[c.verb.end-1].is&formOfBe != 0 && r.words[c.verb.start-1].tag == pronoun && r.words[c.verb.start-1].is&neuter != 0
}

// toReport returns to the nearest clause around the open one whose verb tells
// something, if there is one.
func (r *clauseReader) toReport() {
	for c := r.cur; ; c = r.clauses[c].parent {
		if cl := r.clauses[c]; !cl.verb.empty() && r.words[cl.verb.end-1].is&report != 0 {
			r.cur = c
			return
		}
		if r.clauses[c].parent == c {
			return
		}
	}
}

// nounPhraseBefore returns the noun phrase that ends before word i.
func (r *clauseReader) nounPhraseBefore(i int) span {
	end := i
	for end > 0 && i-end < farthest && (r.words[end-1].tag == comma || r.words[end-1].tag == timeWord || r.words[end-1].lead) {
		end--
	}
	start := end
	if end > 2 && r.words[end-1].is&groupWord != 0 && r.words[end-2].tag == comma && r.words[end-3].tag == name {
		start -= 2 // "Horn Systems, Inc."
	}
	for start > 0 && end-start < farthest {
		w := r.words[start-1]
		of := w.tag == link && w.is&nounLink != 0 && start < end
		joined := w.tag == joiner && start < end && start > 1 && r.words[start].tag == name && r.words[start-2].tag == name
		if !of && !joined && w.tag != noun && w.tag != name && w.tag != number && w.tag != genitive &&
			w.tag != article && w.tag != owner && w.tag != quoteOpen && w.tag != quoteClose {
			break
		}
		start--
		if (w.tag == article || w.tag == owner) && !(start > 0 && r.words[start-1].is&nounLink != 0 && r.words[start-1].tag == link) {
			break
		}
	}
	for start < end && (r.words[start].tag == link || r.words[start].tag == quoteClose) {
		start++
	}
	return span{start, end}
}

// readJoiner opens a clause behind "and" if a further verb or a further clause
// follows; else "and" joins smaller things.
func (r *clauseReader) readJoiner(i int) {
	next := r.skip(i + 1)
	if next >= len(r.words) {
		return
	}
	w := r.words[next]
	if r.isVerbish(next) && w.is&gerund == 0 && w.is&baseForm == 0 {
		for r.clauses[r.cur].parent != r.cur && !r.hasVerb() {
			r.close()
		}
		if r.hasVerb() {
			r.open(joinedClause, i, i)
		}
		return
	}
	if r.hasVerb() && r.clauseAhead(i+1) {
		for r.clauses[r.cur].parent != r.cur && r.clauses[r.cur].kind != contentClause && r.clauses[r.cur].kind != subordinate {
			r.close()
		}
		parent := r.cur
		kind := mainClause
		if k := r.clauses[r.cur].kind; k == contentClause || k == subordinate {
			kind, parent = k, r.clauses[r.cur].parent
		}
		r.open(kind, i, i)
		r.clauses[r.cur].parent = parent
		if kind == mainClause {
			r.clauses[r.cur].parent = r.cur
		}
	}
}

// clauseAhead reports whether a noun phrase with its own finite verb follows.
// What explains the noun may stand between commas or brackets.
func (r *clauseReader) clauseAhead(i int) bool {
	nouns, aside, named := 0, false, false
	for j := i; j < min(len(r.words), i+farthest/2); j++ {
		w := r.words[j]
		if w.tag == timeWord || w.lead {
			continue
		}
		named = named || w.upper || w.is&determiner != 0
		switch {
		case nouns == 0 && w.is&gerund != 0:
			return false
		case w.tag == comma, w.tag == parenOpen, w.tag == parenClose:
			if nouns == 0 {
				continue
			}
			if !named {
				return false
			}
			if aside && j+1 < len(r.words) && r.words[j+1].is&(finiteForm|pastOnly|pastOrParticiple) != 0 {
				return true
			}
			aside = true
		case w.tag == stop, w.tag == dash, w.is&infinitiveMark != 0 && !aside:
			return false
		case aside:
		case w.is&(relative|complementizer) != 0 && w.is&determiner == 0, w.is&conjunction != 0:
			return false
		case w.is&subjectPronoun != 0:
			if w.is&objectPronoun == 0 && w.is&neuter == 0 || r.isVerbish(r.skip(j+1)) {
				return true
			}
			nouns++
		case w.is&(finiteForm|pastOnly) != 0 && !w.upper:
			return nouns > 0
		case w.is&pastOrParticiple != 0 && !w.upper && nouns > 0 && r.startsComplement(j+1):
			return true
		case w.is&thirdPerson != 0 && !w.upper && nouns > 0 && r.startsObject(j+1):
			return true
		case w.is&(determiner|possessive|adverb) == 0:
			nouns++
		}
	}
	return false
}

// skip returns the first word from i on that is no adverb and no time word.
func (r *clauseReader) skip(i int) int {
	for last := min(len(r.words), i+farthest); i < last; i++ {
		w := r.words[i]
		if w.tag != timeWord && !w.lead && (w.is&(adverb|connective) == 0 || w.is&(verbForms|auxiliary|determiner) != 0) {
			break
		}
	}
	return i
}

// isVerbish reports whether there is a word i, and it could be a verb.
func (r *clauseReader) isVerbish(i int) bool {
	if i >= len(r.words) {
		return false
	}
	w := r.words[i]
	return !w.upper && w.tag != timeWord && w.is&(verbForms|auxiliary) != 0 && w.is&(determiner|preposition) == 0
}

// readVerb makes the word at i, a verb of some form, part of a clause.
func (r *clauseReader) readVerb(i int) {
	if r.continuesVerb(i) {
		c := &r.clauses[r.cur]
		c.passive = r.words[i].tag == participle && r.words[r.before(i)].is&formOfBe != 0
		c.verb.end = i + 1
		return
	}
	switch r.words[i].tag {
	case verb:
		r.readFinite(i)
	case participle:
		c := &r.clauses[r.cur]
		if i > 0 && r.words[i-1].is&(preposition|subordinator) != 0 && r.words[i-1].tag == link {
			return // "as planned"
		}
		if b := r.before(i); b >= 0 && r.words[b].tag == infinitive && r.words[b].is&auxiliary != 0 {
			return // "is slated to be voted on"
		}
		if c.kind == joinedClause && c.verb.empty() {
			c.verb = span{i, i + 1}
			return
		}
		subject := span{}
		switch {
		case i == 0 || !c.nouns && r.words[i-1].tag != noun && r.words[i-1].tag != name:
		case r.words[i-1].tag != comma:
			subject = r.nounPhraseBefore(i)
		case c.verb.empty():
			subject = span{r.phraseBefore(i-1, c.start), i - 1}
		}
		r.open(participleClause, i, -1)
		r.clauses[r.cur].subject = subject
		r.clauses[r.cur].verb = span{i, i + 1}
		r.clauses[r.cur].passive = true
	case ingForm:
		if i > 0 && r.words[i-1].is&nounLink != 0 {
			r.nominal(i)
			return
		}
		subject := span{}
		if i > 0 && (r.words[i-1].tag == noun || r.words[i-1].tag == name || r.words[i-1].tag == number) {
			subject = r.nounPhraseBefore(i)
		}
		r.open(ingClause, i, -1)
		r.clauses[r.cur].subject = subject
		r.clauses[r.cur].verb = span{i, i + 1}
	}
	r.clauses[r.cur].lastNP = -1
}

// continuesVerb reports whether word i goes on with the verb group of the open
// clause: "has been" and then "built".
func (r *clauseReader) continuesVerb(i int) bool {
	if r.words[i].tag == verb {
		return false
	}
	c := r.clauses[r.cur]
	before := r.before(i)
	return !c.verb.empty() && before == c.verb.end-1 && r.words[before].is&auxiliary != 0
}

// readFinite gives a finite verb to the innermost open clause that wants one. If
// none does, the words since the last verb are what is said: "Horn said the
// bridge was safe".
func (r *clauseReader) readFinite(i int) {
	for c := r.cur; ; c = r.clauses[c].parent {
		if r.wants(c) {
			r.cur = c
			break
		}
		if r.clauses[c].parent == c {
			break
		}
	}
	c := &r.clauses[r.cur]
	switch {
	case !c.verb.empty():
		c = r.openContent(i)
	case c.kind == relativeClause && c.lastNP > c.lead:
		c.subject = span{c.lastNP, i} // "which Horn built": the antecedent is the object
	case c.kind == relativeClause:
		c.subject = c.antecedent
	case c.subject.empty() && c.kind != joinedClause:
		c.subject = span{max(c.start, i-farthest), i}
	}
	c.verb = span{i, i + 1}
	c.lastNP = -1
}

// openContent opens the clause that the finite verb at word i makes of the words
// since the verb before it: what is said, who says it, or "the house" in "a
// quarrel over the house she owned".
func (r *clauseReader) openContent(i int) *clause {
	outer := r.clauses[r.cur]
	start := r.phraseBefore(i, outer.verb.end)
	for start < i && (r.words[start].tag == timeWord || r.words[start].lead || r.words[start].tag == modifier) {
		start++
	}
	kind, antecedent := contentClause, span{}
	said := r.words[outer.verb.end-1].is&report != 0
	switch {
	case r.words[i].is&report != 0 && start > 0 && (r.words[start-1].tag == comma || r.words[start-1].tag == quoteClose):
		kind = attribution
	case start == i && outer.kind == relativeClause:
		antecedent = outer.antecedent // "a charge that Horn said was false"
	case !said:
		if j := r.secondPhrase(start, i); j > start {
			kind, antecedent, start = relativeClause, r.nounPhraseBefore(j), j
		}
	}
	r.open(kind, start, -1)
	for k := start; k < i; k++ {
		r.in[k] = r.cur
	}
	c := &r.clauses[r.cur]
	c.subject, c.antecedent = span{start, i}, antecedent
	return c
}

// secondPhrase returns where in [start, end) a second noun phrase begins right
// behind another one: "the house | the mayor".
func (r *clauseReader) secondPhrase(start, end int) int {
	for j := end - 1; j > start; j-- {
		t, before := r.words[j].tag, r.words[j-1].tag
		if (t == article || t == pronoun || t == owner) && (before == noun || before == name) {
			return j
		}
	}
	return start
}

// phraseBefore returns where the noun phrase that ends before word i starts,
// prepositional phrases inside it included, not before limit.
func (r *clauseReader) phraseBefore(i, limit int) int {
	start := i
	for start > max(limit, i-farthest) {
		switch r.words[start-1].tag {
		case comma, stop, dash, quoteClose, quoteOpen, verb, participle, ingForm, infinitive, toVerb, opener, relator, parenClose, parenOpen, object:
			return start
		}
		start--
	}
	return start
}

// before returns the last word before i that is no adverb, negation or time
// word; -1 if there is none.
func (r *clauseReader) before(i int) int {
	for n := 0; i > 0 && n < farthest; n++ {
		i--
		if w := r.words[i]; w.tag != modifier && w.tag != negator && w.tag != timeWord && !w.lead {
			return i
		}
	}
	return -1
}
