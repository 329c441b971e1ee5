package story

import (
	"slices"
	"strings"

	"dateline/parse/text"
)

// title writes the title of a headline in sentence k: pronouns and short names
// are replaced by the names that they stand for, where that is safe.
func (w *telling) title(s *sentence, k int, h headline) string {
	if len(h.pieces) == 0 {
		return ""
	}
	pieces := h.pieces
	topic := ""
	if h.plain && s.words[0].tag != dash && !s.hasVerb() {
		topic = w.topic // a row says nothing by itself
	}
	limit := longest - len(h.speaker) - len(strings.Fields(topic))
	speaker := w.speakerOf(s, k, h)
	instead := map[int]string{}
	w.nameSubject(s, k, pieces, speaker, instead)
	if len(instead) == 0 {
		w.nameOwner(s, h, instead)
	}
	if len(instead) == 0 {
		w.fullName(s, wordsOf(pieces[:min(2, len(pieces))]), instead, limit/2+2)
	}
	for _, name := range instead {
		limit -= max(0, len(strings.Fields(name))-1)
	}
	if h.copula >= 0 {
		limit--
	}
	if s.count(pieces) > limit {
		pieces = w.withoutTitles(s, pieces)
	}
	if s.count(pieces) > limit {
		pieces = s.shortSubject(pieces, h.subject)
	}
	words := s.trim(pieces, limit, h.date)
	if len(words) == 0 {
		return ""
	}
	if h.copula >= 0 && words[0] != h.copula {
		instead[h.copula] = w.lexicon.copula(w.isPlural(s, words)) + s.words[h.copula].lower
	}
	if len(instead) == 0 {
		w.fullName(s, words, instead, limit-len(words))
	}
	if _, replaced := instead[0]; len(h.speaker) > 0 && words[0] == 0 && !replaced && s.words[0].is&plainArticle != 0 {
		instead[0] = s.words[0].lower
	}
	t := s.balance(s.render(words, instead))
	if len(h.speaker) == 0 {
		t = unquoted(t)
	}
	switch {
	case len(h.speaker) > 0 && s.words[h.speaker[len(h.speaker)-1]].tag == name:
		t = s.render(h.speaker, nil) + ": " + t
	case len(h.speaker) > 0 && speaker != "":
		t = capitalise(speaker) + ": " + t
	case h.plain && s.words[0].tag == dash:
		t = w.signed(s, k, t)
	case topic != "" && len(strings.Fields(topic))+len(strings.Fields(t)) <= longest && !strings.Contains(topic, t) && !strings.Contains(t, topic[strings.IndexByte(topic, ' ')+1:]):
		t = topic + ": " + t
	}
	return capitalise(t)
}

// nameTopic returns the name of what the article is about, with its article if it
// mostly has one: "The Horn Trio". It is empty if there is no such thing, or only
// one of a single word.
func (w *telling) nameTopic() string {
	topic := w.cast.topic(rowTopic)
	if topic < 0 {
		return ""
	}
	f := w.cast.figures[topic]
	if f.sort == thing && !strings.Contains(f.full, " ") {
		return ""
	}
	before, bare := map[string]int{}, 0
	for _, r := range w.cast.refs {
		if r.figure != topic || w.doc.Slice(r.Span) != f.full {
			continue
		}
		word := strings.TrimRight(w.doc.Text[max(0, r.Start-longestArticle):r.Start], " ")
		word = strings.ToLower(word[strings.LastIndexByte(word, ' ')+1:])
		if is := w.lexicon.classes[word]; is&plainArticle != 0 && is&indefinite == 0 {
			before[word]++
		} else {
			bare++
		}
	}
	for word, n := range before {
		if n > bare {
			return capitalise(word) + " " + f.full
		}
	}
	return f.full
}

// longestArticle is more bytes than an article and a space have.
const longestArticle = 10

// signed puts what the sentence before sentence k says behind the name that
// signs it: "— Ilse Horn, May 3".
func (w *telling) signed(s *sentence, k int, by string) string {
	if k == 0 || s.hasVerb() {
		return by
	}
	before := w.sentences[k-1]
	if before == nil {
		before = w.undated(k - 1)
	}
	for c := range before.clauses {
		if h, ok := before.clauseHeadline(c); ok && before.clauses[c].kind == mainClause {
			h.pieces = slices.DeleteFunc(h.pieces, func(p piece) bool { return strings.Contains(before.words[p.word].lower, "/") })
			words := before.trim(h.pieces, longest-len(strings.Fields(by)), -1)
			return by + ": " + before.balance(before.render(words, nil))
		}
	}
	return by
}

// hasVerb reports whether any word of the sentence was read as a verb.
func (s *sentence) hasVerb() bool {
	for i := range s.words[:min(len(s.words), farthest)] {
		if s.isVerbal(i) {
			return true
		}
	}
	return false
}

// withoutTitles leaves out what stands before people's names to tell their
// office: "Foreign Minister Ilse Horn" becomes "Ilse Horn".
func (w *telling) withoutTitles(s *sentence, pieces []piece) []piece {
	span := text.Span{Start: s.words[pieces[0].word].Start, End: s.words[pieces[len(pieces)-1].word].End}
	office := map[int]bool{}
	for _, r := range w.cast.near(span) {
		if w.cast.figures[r.figure].sort == person {
			s.markOffice(r, office)
		}
	}
	kept := make([]piece, 0, len(pieces))
	for _, p := range pieces {
		if !office[p.word] {
			kept = append(kept, p)
		}
	}
	return kept
}

// shortSubject leaves out what follows the head of a long subject, which ends
// before word end: "Nine of the towns on the northern shore" becomes "Nine of
// the towns".
func (s *sentence) shortSubject(pieces []piece, end int) []piece {
	from := -1
	for k, p := range pieces {
		if p.word >= end {
			if from < 0 || s.count(pieces[:k]) <= longSubject {
				return pieces
			}
			return append(slices.Clone(pieces[:from]), pieces[k:]...)
		}
		switch w := s.words[p.word]; {
		case from >= 0 || k < 1:
		case w.tag == link && w.is&nounLink == 0, w.tag == participle, w.tag == ingForm, w.tag == relator:
			from = k
		}
	}
	return pieces
}

// longSubject is the most words that the subject of a title keeps.
const longSubject = 7

// markOffice marks the words that tell the office of the person named at r.
func (s *sentence) markOffice(r reference, office map[int]bool) {
	i := s.wordAt(r.Start)
	start := i
	if r.title.Len() > 0 {
		start = s.wordAt(r.title.Start)
	}
	if start == i && (i == 0 || s.words[i-1].is&personTitle == 0) {
		return
	}
	for start > 0 && i-start < longest && (s.words[start-1].tag == noun || s.words[start-1].tag == name) {
		start--
	}
	if start > 0 && s.words[start-1].is&plainArticle != 0 {
		start--
	}
	for k := start; k < i; k++ {
		office[k] = true
	}
}

// isPlural reports whether the head of the phrase that a title starts with looks
// like a plural and is not the name of a person.
func (w *telling) isPlural(s *sentence, words []int) bool {
	last := -1
	for _, i := range words {
		switch s.words[i].tag {
		case noun, name:
			last = i
			continue
		case joiner:
			return true
		case article, number, owner, genitive:
			continue
		}
		break
	}
	return last >= 0 && pluralLike(s.words[last].lower) && !w.endsPerson(s, words, last)
}

// endsPerson reports whether the name of a person among words ends with word i.
func (w *telling) endsPerson(s *sentence, words []int, i int) bool {
	phrase := text.Span{Start: s.words[words[0]].Start, End: s.words[i].End}
	return slices.ContainsFunc(w.cast.near(phrase), func(r reference) bool {
		return r.End == phrase.End && w.cast.figures[r.figure].sort == person
	})
}

// speakerOf returns who is quoted for the event of a headline in sentence k, by
// full name if the article has it.
func (w *telling) speakerOf(s *sentence, k int, h headline) string {
	words := h.speaker
	if len(words) == 0 {
		words = s.attributedTo(h.clause)
	}
	if len(words) == 0 {
		return ""
	}
	first, last := s.words[words[0]], s.words[words[len(words)-1]]
	if first.tag == pronoun {
		if f, ok := w.cast.whom(first.is&(masculine|feminine), first.Start, k); ok && len(words) == 1 {
			return w.cast.figures[f].full
		}
		return ""
	}
	if last.is&groupNoun != 0 && len(words) <= 2 {
		if f, ok := w.cast.which(last.lower, first.Start, k); ok {
			return w.cast.figures[f].full
		}
	}
	if refs := w.cast.near(text.Span{Start: first.Start, End: first.End}); len(refs) > 0 {
		return w.cast.figures[refs[0].figure].full
	}
	return s.render(words, nil)
}

// nameSubject replaces what stands for a name at the start of a title.
func (w *telling) nameSubject(s *sentence, k int, pieces []piece, speaker string, instead map[int]string) {
	first := pieces[0].word
	word := s.words[first]
	if s.isQuoted(first) {
		return
	}
	switch {
	case word.tag == pronoun || word.tag == owner:
		gender := word.is & (masculine | feminine)
		if gender == 0 {
			return
		}
		f, ok := w.cast.whom(gender, word.Start, k)
		if !ok || word.tag == pronoun && w.cast.figures[f].full == speaker || w.isNamedIn(f, s, pieces[1:]) {
			return
		}
		instead[first] = w.cast.figures[f].full
		if word.tag == owner {
			instead[first] = genitiveOf(instead[first])
		}
	case word.tag == article && len(pieces) > 2 && s.words[pieces[1].word].is&pairNumber != 0 && s.words[pieces[2].word].is&pairNoun != 0:
		if pair, ok := w.cast.pair(w.doc.Text, word.Start, k); ok && pieces[2].word == first+2 {
			instead[first], instead[first+1], instead[first+2] = "", "", pair
		}
	case word.tag == article && word.is&indefinite == 0 && len(pieces) > 1:
		next := pieces[1].word
		possessive := len(pieces) > 2 && pieces[2].word == next+1 && s.words[next+1].tag == genitive
		if s.words[next].is&groupNoun == 0 || next != first+1 || len(pieces) > 2 && pieces[2].word == next+1 && s.isPartOfPhrase(next+1) && !possessive {
			return
		}
		if f, ok := w.cast.which(s.words[next].lower, word.Start, k); ok && !(possessive && (w.isNamedIn(f, s, pieces[2:]) || w.othersBefore(f, word.Start, k))) {
			instead[first], instead[next] = "", w.cast.figures[f].full
			if possessive && strings.HasSuffix(instead[next], "s") {
				instead[next+1] = "’"
			}
		}
	}
}

// nameOwner replaces "its" or "their" at the start of a title by the name of the
// group or thing that is the subject of the clause.
func (w *telling) nameOwner(s *sentence, h headline, instead map[int]string) {
	first := h.pieces[0].word
	if s.words[first].tag != owner || s.words[first].is&(neuter|plural) == 0 || s.isQuoted(first) {
		return
	}
	subject := s.subjectOf(h.clause)
	if len(subject) == 0 || subject[len(subject)-1] >= first {
		return
	}
	refs := w.cast.near(text.Span{Start: s.words[subject[0]].Start, End: s.words[subject[len(subject)-1]].End})
	if len(refs) != 1 || refs[0].End != s.words[subject[len(subject)-1]].End {
		return
	}
	if f := w.cast.figures[refs[0].figure]; f.sort == group || f.sort == thing {
		instead[first] = genitiveOf(f.full)
	}
}

// genitiveOf returns a name with the mark of the possessor.
func genitiveOf(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}

// othersBefore reports whether sentence k names a group or thing other than figure
// f before offset.
func (w *telling) othersBefore(f, offset, k int) bool {
	return slices.ContainsFunc(w.cast.near(text.Span{Start: w.places[k].Start, End: offset}), func(r reference) bool {
		sort := w.cast.figures[r.figure].sort
		return r.figure != f && (sort == group || sort == thing)
	})
}

// isNamedIn reports whether pieces name figure f.
func (w *telling) isNamedIn(f int, s *sentence, pieces []piece) bool {
	if len(pieces) == 0 {
		return false
	}
	span := text.Span{Start: s.words[pieces[0].word].Start, End: s.words[pieces[len(pieces)-1].word].End}
	return slices.ContainsFunc(w.cast.near(span), func(r reference) bool { return r.figure == f })
}

// isPartOfPhrase reports whether word i goes on with a noun phrase.
func (s *sentence) isPartOfPhrase(i int) bool {
	switch s.words[i].tag {
	case noun, name, number, genitive, link:
		return true
	}
	return false
}

// isQuoted reports whether word i stands inside quotation marks.
func (s *sentence) isQuoted(i int) bool {
	depth := 0
	for _, w := range s.words[max(0, i-farthest):i] {
		switch w.tag {
		case quoteOpen:
			depth++
		case quoteClose:
			depth--
		}
	}
	return depth > 0
}

// fullName replaces the first short form of a name in a title by the full name, if
// it is at most room words longer.
func (w *telling) fullName(s *sentence, words []int, instead map[int]string, room int) {
	span := text.Span{Start: s.words[words[0]].Start, End: s.words[words[len(words)-1]].End}
	at := 0
	for _, r := range w.cast.near(span) {
		full := w.cast.figures[r.figure].full
		more := strings.Count(full, " ") - strings.Count(w.doc.Slice(r.Span), " ")
		if more <= 0 || more > room || !strings.HasSuffix(full, w.doc.Slice(r.Span)) {
			continue
		}
		for at < len(words) && s.words[words[at]].Start < r.Start {
			at++
		}
		if at == len(words) || s.words[words[at]].Start != r.Start {
			continue
		}
		if i := words[at]; i == 0 || s.words[i-1].is&personTitle == 0 && s.words[i-1].tag != name {
			instead[i] = full
			return
		}
	}
}
