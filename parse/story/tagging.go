package story

// tagOf decides which part word i plays, from the classes it may have and from
// the words around it. Everything before i has its part already.
func (r *clauseReader) tagOf(i int, shouted bool) tag {
	w := r.words[i]
	if w.upper && !shouted && r.isName(i) {
		return name
	}
	is := w.is
	switch {
	case is&adverb != 0 && is&(determiner|preposition|conjunction) == 0 && r.isNominal(i+1) && r.modifiesNoun(i):
		return noun // "its first temple"
	case is&possessive != 0:
		if is&objectPronoun != 0 && (!r.isNominal(i+1) || i+1 < len(r.words) && r.words[i+1].is&gerund != 0) {
			return object
		}
		if is&relative != 0 {
			return relator
		}
		return owner
	case is&infinitiveMark != 0:
		if next := r.skip(i + 1); next < len(r.words) && r.words[next].is&(baseForm|auxiliary) != 0 && !r.words[next].upper {
			return toVerb
		}
		return link
	case is&auxiliary != 0:
		return r.auxiliaryTag(i)
	case is&negation != 0 && is&determiner == 0:
		return negator
	case is&(complementizer|relative) != 0:
		return r.relativeTag(i)
	case is&subordinator != 0:
		if is&preposition == 0 || r.clauseAhead(i+1) {
			return opener
		}
		return link
	case is&preposition != 0 && !(is&adverb != 0 && !r.isNominal(i+1)):
		if r.isParticle(i) {
			return modifier
		}
		return link
	case is&conjunction != 0:
		return joiner
	case is&determiner != 0:
		return article
	case is&subjectPronoun != 0:
		if is&neuter != 0 && i > 0 && (r.words[i-1].tag == verb || r.words[i-1].tag == link) && !r.isVerbish(i+1) {
			return object
		}
		return pronoun
	case is&objectPronoun != 0:
		return object
	case is&verbForms != 0 && is&notVerb == 0:
		return r.verbTag(i)
	case is&(adverb|connective) != 0:
		return modifier
	}
	return noun
}

// isParticle reports whether the preposition at i belongs to the verb before it:
// nothing follows that it could govern.
func (r *clauseReader) isParticle(i int) bool {
	if i == 0 || !r.isVerbalWord(i-1) || r.words[i].is&nounLink != 0 {
		return false
	}
	if i+1 >= len(r.words) {
		return true
	}
	next := r.words[i+1]
	return next.tag == timeWord || next.lead || next.tag == comma || next.tag == stop || next.is&preposition != 0 && !next.upper
}

// isVerbalWord reports whether word i was read as a verb of some form.
func (r *clauseReader) isVerbalWord(i int) bool {
	switch r.words[i].tag {
	case verb, participle, infinitive, ingForm:
		return true
	}
	return false
}

// modifiesNoun reports whether word i stands where an adjective would.
func (r *clauseReader) modifiesNoun(i int) bool {
	if i == 0 {
		return false
	}
	switch r.words[i-1].tag {
	case article, owner, genitive, link, number:
		return true
	}
	return false
}

// isName reports whether the capitalised word i is (part of) a name: inside a
// sentence every capital says so, at its start only if no common word is meant.
func (r *clauseReader) isName(i int) bool {
	w := r.words[i]
	closed := w.is &^ (manName | womanName | groupWord | placeWord | personTitle | particle | baseForm | thirdPerson | notVerb | groupNoun)
	first := i == 0 || r.words[i-1].tag == quoteOpen || r.words[i-1].tag == stop && w.is != 0
	if !first && w.is&modal != 0 {
		return true // "May"
	}
	if !first {
		return closed&(determiner|preposition|conjunction|subjectPronoun|auxiliary|possessive|relative|subordinator) == 0 || len(w.lower) > 1 && isAcronym(r.source[w.Start:w.End])
	}
	if closed != 0 && closed != gerund && closed != pastOrParticiple {
		return false
	}
	if w.is&(manName|womanName|groupWord) != 0 || isAcronym(r.source[w.Start:w.End]) {
		return true
	}
	next := i + 1
	if next < len(r.words) && r.words[next].upper && r.words[next].tag == noun && r.words[next].is&(determiner|preposition) == 0 {
		return true
	}
	return w.is&(verbForms|groupNoun|personTitle) == 0 && (next >= len(r.words) || r.words[next].tag == genitive || r.isVerbish(next) || r.words[next].is&(conjunction|preposition) != 0 || r.words[next].tag == comma) && !pluralLike(w.lower)
}

// pluralLike reports whether a word looks like the plural of a common noun.
func pluralLike(lower string) bool {
	n := len(lower)
	return n > 3 && lower[n-1] == 's' && lower[n-2] != 's' && lower[n-2] != 'u' && lower[n-2] != 'i'
}

func isAcronym(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r != '.' && r != '-' && (r < '0' || r > '9'):
			return false
		}
	}
	return letters > 1
}

// isNominal reports whether word i can go on with a noun phrase.
func (r *clauseReader) isNominal(i int) bool {
	if i >= len(r.words) {
		return false
	}
	w := r.words[i]
	if w.tag == number || w.tag == timeWord {
		return true
	}
	return w.tag == noun && w.is&(preposition|conjunction|auxiliary|subjectPronoun|objectPronoun|determiner|relative|subordinator|infinitiveMark) == 0 || w.upper && w.tag == noun
}

// auxiliaryTag tells finite auxiliaries from others. A verb of its own, as in
// "has a plan", is found by what follows.
func (r *clauseReader) auxiliaryTag(i int) tag {
	w := r.words[i]
	if w.is&(finiteForm|modal) != 0 {
		return verb
	}
	b := r.before(i)
	switch {
	case b >= 0 && r.words[b].is&modal != 0, b >= 0 && r.words[b].tag == toVerb:
		return infinitive
	case w.is&gerund != 0, len(w.lower) > 4 && w.lower[len(w.lower)-3:] == "ing":
		return ingForm
	case b >= 0 && r.words[b].is&(formOfHave|formOfBe) != 0:
		return participle
	}
	return verb // "they have", "we do"
}

// relativeTag tells "that" before what is said, a relative word and a mere
// determiner apart.
func (r *clauseReader) relativeTag(i int) tag {
	w := r.words[i]
	b := r.before(i)
	if w.is&complementizer == 0 {
		if w.is&relative != 0 && i == 0 && w.is&subordinator == 0 {
			return article // "Which ..." opens no clause
		}
		if b >= 0 && (r.words[b].is&report != 0 || r.words[b].tag == verb) && w.is&determiner != 0 {
			return opener
		}
		return relator
	}
	switch {
	case b < 0:
		return article
	case w.is&determiner == 0:
		return opener
	case r.words[b].is&report != 0 || r.words[b].tag == verb || r.words[b].tag == participle || r.words[b].tag == ingForm || r.words[b].tag == infinitive || r.words[b].tag == object || r.words[b].tag == joiner:
		if r.isNominal(i+1) && !r.clauseAhead(i+1) {
			return article
		}
		return opener
	case r.words[b].tag == link:
		return article
	case r.words[i-1].tag == timeWord:
		return opener // "warned in May that"
	case r.words[b].tag == noun || r.words[b].tag == name || r.words[b].tag == number || r.words[b].tag == comma || r.words[b].tag == quoteClose:
		if r.isVerbish(r.skip(i + 1)) {
			return relator
		}
		if r.clauseAhead(i + 1) {
			if c := r.clauses[r.cur]; !c.verb.empty() && r.words[c.verb.end-1].is&report != 0 {
				return opener // "told reporters that"
			}
			return relator
		}
	}
	return article
}

// startsComplement reports whether what may follow a verb starts at i.
func (r *clauseReader) startsComplement(i int) bool {
	if i >= len(r.words) {
		return true
	}
	w := r.words[i]
	return w.tag == stop || w.tag == comma || w.tag == number || w.tag == timeWord || w.lead || w.upper ||
		w.is&(determiner|possessive|preposition|infinitiveMark|objectPronoun|adverb|complementizer|conjunction) != 0
}

// startsObject is startsComplement for words that might as well be nouns: only
// what never follows a noun counts.
func (r *clauseReader) startsObject(i int) bool {
	if i >= len(r.words) {
		return false
	}
	w := r.words[i]
	if w.is&infinitiveMark != 0 {
		next := r.skip(i + 1)
		return next < len(r.words) && r.words[next].is&(baseForm|auxiliary) != 0
	}
	return w.is&(determiner|possessive|objectPronoun) != 0 && w.is&preposition == 0 || w.tag == number ||
		w.is&adverb != 0 && w.is&(determiner|preposition) == 0
}

// verbTag decides about a word that has the form of a verb.
func (r *clauseReader) verbTag(i int) tag {
	w, b := r.words[i], r.before(i)
	var before word
	before.tag = stop
	if b >= 0 {
		before = r.words[b]
	}
	is := w.is
	afterAux := b >= 0 && before.is&auxiliary != 0 && (before.tag == verb || before.tag == infinitive || before.tag == participle || before.tag == ingForm)
	switch {
	case is&baseForm != 0 && (before.tag == toVerb || afterAux && before.is&(modal|formOfDo) != 0):
		return infinitive
	case is&(pastOrParticiple|participleOnly) != 0 && afterAux && before.is&(formOfBe|formOfHave) != 0:
		return participle
	case is&gerund != 0 && afterAux && before.is&formOfBe != 0:
		return ingForm
	case is&gerund != 0:
		return r.gerundTag(i, before)
	case is&participleOnly != 0:
		if before.tag == article || before.tag == owner {
			return noun
		}
		return participle
	case is&pastOnly != 0:
		return verb
	case is&pastOrParticiple != 0 && is&baseForm != 0 && i > 0 && r.words[i-1].tag == verb && r.words[i-1].is&auxiliary == 0:
		return infinitive // "helped cut the ribbon"
	case is&pastOrParticiple != 0:
		return r.pastTag(i, before)
	case is&thirdPerson != 0:
		return r.presentTag(i, before)
	}
	return r.baseTag(i, before)
}

func (r *clauseReader) gerundTag(i int, before word) tag {
	next := noun
	if i+1 < len(r.words) {
		next = r.roughTag(i + 1)
	}
	takes := next == article || next == owner || next == name || next == number || next == object
	switch before.tag {
	case article, owner, genitive:
		return noun
	case link:
		if next == noun && !takes {
			return noun // "with washing machines"
		}
	case verb, infinitive, participle:
		if next == noun && r.isNominal(i+1) {
			return noun // "faces growing losses"
		}
		return infinitive // "began building"
	case joiner:
		if c := r.clauses[r.cur]; !c.verb.empty() && r.words[c.verb.end-1].tag == ingForm {
			return infinitive // "has been making and selling"
		}
	case noun, name, number:
		c := r.clauses[r.cur]
		if c.lastNP >= 0 && (r.words[c.lastNP].tag == article || r.words[c.lastNP].tag == owner) && !takes {
			return noun // "an initial public offering"
		}
	}
	return ingForm
}

// roughTag guesses the part of a word that has not been read yet.
func (r *clauseReader) roughTag(i int) tag {
	w := r.words[i]
	switch {
	case w.tag != noun:
		return w.tag
	case w.upper:
		return name
	case w.is&objectPronoun != 0:
		return object
	case w.is&possessive != 0:
		return owner
	case w.is&determiner != 0:
		return article
	case w.is&preposition != 0:
		return link
	case w.is&adverb != 0:
		return modifier
	}
	return noun
}

// wantsVerb reports whether an open clause looks for its verb.
func (r *clauseReader) wantsVerb() bool {
	for c := r.cur; ; c = r.clauses[c].parent {
		if r.wants(c) {
			return true
		}
		if r.clauses[c].parent == c {
			return false
		}
	}
}

// pastTag tells "built" the past tense from "built" the participle.
func (r *clauseReader) pastTag(i int, before word) tag {
	switch before.tag {
	case pronoun:
		return verb
	case article, owner, genitive:
		return noun
	case noun, number, name:
		c := r.clauses[r.cur]
		if c.lastNP >= 0 && r.words[i-1].tag == before.tag && (r.words[c.lastNP].tag == article || r.words[c.lastNP].tag == owner) && r.roughTag(min(i+1, len(r.words)-1)) == noun && !r.wantsVerb() {
			return noun // "his last published work"
		}
	case link:
		if r.isNominal(i + 1) {
			return noun
		}
		return participle
	case comma, stop:
		if i > 0 && r.words[i-1].tag == modifier && r.isNominal(i+1) && r.clauseAhead(i) {
			return noun // "newly built houses stood"
		}
	case joiner:
		c := r.clauses[r.cur]
		if c.kind == joinedClause && c.verb.empty() {
			if p := r.clauses[c.parent]; r.words[p.verb.end-1].tag == participle {
				return participle
			}
			return verb
		}
	}
	if !r.wantsVerb() {
		if before.tag == joiner && r.hasVerb() {
			return verb
		}
		if r.isSpeechAfterQuote(i) {
			return verb
		}
		if r.wantsContent(i) {
			return verb
		}
		if c := r.clauses[r.cur]; !c.verb.empty() && r.secondPhrase(max(c.verb.end, i-longest), i) > max(c.verb.end, i-longest) && before.tag != comma {
			return verb // "the house the mayor owned"
		}
		return participle
	}
	if r.clauses[r.cur].kind == relativeClause && !r.hasVerb() {
		return verb
	}
	if r.words[i].is&plainSpeech != 0 && before.tag == noun && r.clauseAhead(i+1) {
		return verb // "the firm said more songs were sold"
	}
	if r.finiteAhead(i+1, before.tag == comma || r.clauses[r.cur].hangs) {
		return participle
	}
	return verb
}

// isSpeechAfterQuote reports whether word i tells who said what stands before it.
func (r *clauseReader) isSpeechAfterQuote(i int) bool {
	if r.words[i].is&report == 0 || i == 0 {
		return false
	}
	if j := r.phraseBefore(i, max(0, i-longest/2)); r.words[i].is&plainSpeech != 0 && j > 0 && j < i && (r.words[j-1].tag == comma || r.words[j-1].tag == quoteClose) {
		return true // ", an official said"
	}
	return (r.words[i-1].tag == comma || r.words[i-1].tag == quoteClose || r.words[i-1].tag == name || r.words[i-1].tag == pronoun)
}

// wantsContent reports whether the verb of the open clause tells something, and
// a noun phrase stands between it and word i: "said the bridge opened".
func (r *clauseReader) wantsContent(i int) bool {
	c := r.clauses[r.cur]
	return !c.verb.empty() && r.words[c.verb.end-1].is&report != 0 && c.lastNP >= c.verb.end && c.lastNP < i && r.startsComplement(i+1)
}

// finiteAhead reports whether the subject before word i has its verb later: the
// word before i is then no finite verb. Over a comma only the word right behind
// it counts.
func (r *clauseReader) finiteAhead(i int, afterComma bool) bool {
	for j := i; j < min(len(r.words), i+farthest); j++ {
		w := r.words[j]
		switch {
		case w.tag == stop, w.tag == dash:
			return false
		case afterComma:
			if k := r.skip(j + 1); w.tag == comma && k < len(r.words) && r.isVerbish(k) && r.words[k].is&(finiteForm|pastOnly|pastOrParticiple|thirdPerson) != 0 {
				return true
			}
		case w.tag == comma, w.is&conjunction != 0:
			return false
		case w.is&(relative|complementizer) != 0, w.is&subordinator != 0 && (w.is&preposition == 0 || r.clauseAhead(j+1)), w.is&subjectPronoun != 0:
			return false
		case w.upper || w.tag != noun:
		case w.is&(finiteForm|pastOnly) != 0, w.is&thirdPerson != 0 && r.startsObject(j+1) && r.words[j-1].is&(determiner|possessive) == 0:
			return true
		}
	}
	return false
}

// presentTag tells "visits" the verb from "visits" the noun.
func (r *clauseReader) presentTag(i int, before word) tag {
	switch before.tag {
	case article, owner, genitive, number, link:
		return noun
	}
	if r.isSpeechAfterQuote(i) {
		return verb
	}
	if !r.wantsVerb() && !(before.tag == joiner && r.hasVerb()) {
		return noun
	}
	if r.startsObject(i+1) || before.tag == relator || before.tag == pronoun {
		return verb
	}
	if !r.startsComplement(i+1) || r.laterVerb(i+1) {
		return noun
	}
	return verb
}

// laterVerb reports whether a better verb than word i-1 follows in the clause.
func (r *clauseReader) laterVerb(i int) bool {
	for j := i; j < min(len(r.words), i+farthest/3); j++ {
		w := r.words[j]
		switch {
		case w.tag == comma, w.tag == stop, w.tag == dash, w.is&conjunction != 0, w.is&(relative|complementizer) != 0:
			return false
		case w.tag == timeWord || w.lead || w.upper || w.tag != noun:
		case w.is&(finiteForm|pastOnly) != 0:
			return true
		case w.is&(pastOrParticiple|thirdPerson) != 0 && w.is&notVerb == 0 && j > i && r.startsComplement(j+1):
			return true
		}
	}
	return false
}

// baseTag tells "plan" the verb of a plural from "plan" the noun.
func (r *clauseReader) baseTag(i int, before word) tag {
	w := r.words[i]
	switch {
	case before.tag == joiner && i >= 2 && r.joinsInfinitive(i):
		return infinitive
	case !r.wantsVerb():
		return noun
	case before.tag == pronoun, before.tag == object && r.startsComplement(i+1):
		return verb
	case (before.tag == noun || before.tag == name) && (pluralLike(before.lower) || before.is&plural != 0) && r.startsObject(i+1) && !r.laterVerb(i+1):
		return verb
	case before.tag == noun && pluralLike(before.lower) && w.is&report != 0 && i+1 < len(r.words) && (r.words[i+1].upper || r.startsObject(i+1)):
		return verb // "papers show Horn was right"
	case (before.tag == noun || before.tag == name) && r.pluralSubject(i) && r.startsComplement(i+1) && !r.laterVerb(i+1):
		return verb
	case (before.tag == noun || before.tag == name) && r.joinedSubject(i) && (r.startsComplement(i+1) || r.isNominal(i+1)) && !r.laterVerb(i+1):
		return verb
	case before.tag == noun && pluralLike(before.lower) && w.is&report != 0 && r.startsComplement(i+1) && !r.laterVerb(i+1):
		return verb
	}
	return noun
}

// pluralSubject reports whether the head of the noun phrase before word i is a
// plural: "tickets for the show".
func (r *clauseReader) pluralSubject(i int) bool {
	c := r.clauses[r.cur]
	for j := max(c.start, i-farthest/3); j < i-1; j++ {
		if r.words[j+1].tag == link && r.words[j].tag == noun && !r.words[j+1].lead {
			return pluralLike(r.words[j].lower)
		}
	}
	return false
}

// joinedSubject reports whether "and" joins the noun phrase before word i.
func (r *clauseReader) joinedSubject(i int) bool {
	for j := i - 1; j >= max(r.clauses[r.cur].start, i-longest); j-- {
		switch r.words[j].tag {
		case joiner:
			return true
		case noun, name, number, article, genitive, owner:
			continue
		}
		return false
	}
	return false
}

// joinsInfinitive reports whether "and" before word i follows an infinitive.
func (r *clauseReader) joinsInfinitive(i int) bool {
	for j := i - 1; j >= max(0, i-farthest/3); j-- {
		switch r.words[j].tag {
		case infinitive:
			return true
		case stop, verb, dash:
			return false
		}
	}
	return false
}
