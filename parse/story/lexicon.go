package story

import "strings"

// WordSource gives the word lists of a language, as *lang.Language does. A list
// that the language does not have is nil.
type WordSource interface {
	Words(name string) []string
}

// class is a set of word classes that a word may belong to.
type class uint64

const (
	determiner class = 1 << iota
	indefinite
	plainArticle // "the", "a": a short title can do without it
	possessive
	subjectPronoun
	objectPronoun
	preposition
	nounLink // "of": what follows belongs to the noun before it
	subordinator
	conjunction
	relative
	complementizer
	formOfBe
	formOfHave
	formOfDo
	modal
	finiteForm // an auxiliary that carries tense
	future
	hypothetical
	condition
	infinitiveMark
	lengthLink // "for": how long
	sinceLink  // "since": from then on
	timeLink   // may stand before a date: "on", "since"
	negation
	adverb
	connective
	filler      // "also": says nothing outside its text
	plainSpeech // "said": adds nothing to what is said
	report      // may be followed by what is said
	baseForm
	thirdPerson
	pastOnly
	pastOrParticiple
	participleOnly
	gerund
	notVerb // never a verb, whatever its ending
	masculine
	feminine
	neuter
	plural
	particle // "of", "van": small words inside names
	personTitle
	manTitle
	womanTitle
	manName
	womanName
	groupWord // "Ministry", "Inc": makes a name one of an organisation
	groupNoun // "company": may stand for an organisation named before
	placeWord
	passing    // "dust": as the subject of a clause it only tells that time goes by
	pairNumber // "two"
	pairNoun   // "countries": with a pair number it may stand for two places named before
	citing     // "retrieved": alone it dates a look at a source
)

// verbForms are the classes of words that may be verbs.
const verbForms = baseForm | thirdPerson | pastOnly | pastOrParticiple | participleOnly | gerund

// auxiliary are the classes of words that help a verb.
const auxiliary = formOfBe | formOfHave | formOfDo | modal

// lists says which list of a language file gives which class.
var lists = []struct {
	name string
	is   class
}{
	{"determiners", determiner},
	{"indefinite", indefinite},
	{"articles", plainArticle},
	{"possessives", possessive},
	{"subjects", subjectPronoun},
	{"objects", objectPronoun},
	{"prepositions", preposition},
	{"noun_links", nounLink},
	{"subordinators", subordinator},
	{"conjunctions", conjunction},
	{"relatives", relative},
	{"complementizers", complementizer},
	{"be", formOfBe},
	{"have", formOfHave},
	{"do", formOfDo},
	{"modals", modal},
	{"finite", finiteForm},
	{"future", future},
	{"hypothetical", hypothetical},
	{"conditions", condition},
	{"infinitive_mark", infinitiveMark},
	{"time_links", timeLink},
	{"length_links", lengthLink},
	{"since_links", sinceLink},
	{"negations", negation},
	{"adverbs", adverb},
	{"connectives", connective},
	{"fillers", filler},
	{"plain_speech", plainSpeech},
	{"reports", report},
	{"past", pastOnly},
	{"past_or_participle", pastOrParticiple},
	{"participles", participleOnly},
	{"not_verbs", notVerb},
	{"masculine", masculine},
	{"feminine", feminine},
	{"neuter", neuter},
	{"plural", plural},
	{"particles", particle},
	{"persons", personTitle},
	{"men", manTitle},
	{"women", womanTitle},
	{"given_men", manName},
	{"given_women", womanName},
	{"groups", groupWord},
	{"group_nouns", groupNoun},
	{"place_words", placeWord},
	{"passing", passing},
	{"pair_numbers", pairNumber},
	{"pair_nouns", pairNoun},
	{"citing", citing},
}

// endings says which list of a language file holds the endings of a class.
var endings = []struct {
	name string
	is   class
}{
	{"past_endings", pastOrParticiple},
	{"gerund_endings", gerund},
	{"adverb_endings", adverb},
}

// Lexicon holds what a language file says about words. It does not change and
// may be shared.
type Lexicon struct {
	classes map[string]class
	places  map[string]bool
	endings []ending
	copulas []string // "was" and "were"
}

// copula returns what a participle needs before it to make a sentence, with a
// space behind, or the empty string if the language has no such word.
func (l *Lexicon) copula(plural bool) string {
	switch {
	case len(l.copulas) < 2:
		return ""
	case plural:
		return l.copulas[1] + " "
	}
	return l.copulas[0] + " "
}

// ending gives words that are in no list a class by how they end.
type ending struct {
	letters string
	is      class
}

// NewLexicon reads the word lists of a language.
func NewLexicon(source WordSource) *Lexicon {
	l := &Lexicon{classes: make(map[string]class, 8192), places: make(map[string]bool, 1024)}
	forms := []struct {
		is    class
		rules []string
	}{
		{baseForm, []string{"+"}},
		{thirdPerson, source.Words("third_person")},
		{pastOrParticiple, source.Words("regular_past")},
		{gerund, source.Words("regular_gerund")},
	}
	for _, verb := range source.Words("verbs") {
		for _, f := range forms {
			for _, rule := range f.rules {
				if w := inflect(verb, rule); w != "" {
					l.classes[w] |= f.is
				}
			}
		}
	}
	for _, list := range lists {
		for _, w := range source.Words(list.name) {
			l.classes[strings.ToLower(w)] |= list.is
		}
	}
	l.copulas = source.Words("copulas")
	for _, w := range source.Words("places") {
		l.places[w] = true
	}
	for _, e := range endings {
		for _, w := range source.Words(e.name) {
			l.endings = append(l.endings, ending{w, e.is})
		}
	}
	for w, is := range l.classes {
		if is&notVerb != 0 {
			l.classes[w] = is &^ verbForms
		}
	}
	return l
}

// inflect applies a rule of a language file to a verb: "+ed" adds letters,
// "*ed" doubles the last letter first, "y>ied" replaces an ending. It returns
// the empty string where the rule does not apply.
func inflect(verb, rule string) string {
	if old, replacement, ok := strings.Cut(rule, ">"); ok {
		if stem, ok := strings.CutSuffix(verb, old); ok {
			return stem + replacement
		}
		return ""
	}
	if letters, ok := strings.CutPrefix(rule, "*"); ok {
		return verb + verb[len(verb)-1:] + letters
	}
	return verb + strings.TrimPrefix(rule, "+")
}

// shortestStem is how many letters must stand before an ending that gives an
// unknown word its class: "sped" is too short to end in "-ed".
const shortestStem = 3

// longestPrefix is how long what stands before a hyphen may be for the word to be
// the verb behind it.
const longestPrefix = 4

// lookup returns the classes of a word in lower case.
func (l *Lexicon) lookup(lower string) class {
	if is, ok := l.classes[lower]; ok {
		return is
	}
	if stem, ok := strings.CutSuffix(lower, "."); ok {
		return l.classes[stem] & (groupWord | personTitle) // "Inc."
	}
	if i := strings.LastIndexByte(lower, '-'); i > 0 {
		is := l.lookup(lower[i+1:]) & (pastOrParticiple | pastOnly | participleOnly | gerund | groupNoun)
		if i > longestPrefix {
			is &= groupNoun // "state-owned" is an adjective, "re-elected" a verb
		}
		return is
	}
	for _, e := range l.endings {
		if len(lower) >= len(e.letters)+shortestStem && strings.HasSuffix(lower, e.letters) {
			return e.is
		}
	}
	return 0
}
