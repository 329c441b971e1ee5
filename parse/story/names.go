package story

import (
	"strings"

	"dateline/parse/text"
	"dateline/parse/timex"
)

// sort says what a name is the name of.
type sort uint8

const (
	thing sort = iota
	person
	group
	location
)

// figure is somebody or something that an article names.
type figure struct {
	full   string // the most complete form of the name
	sort   sort
	gender class // masculine, feminine or neither, as far as known
	count  int
}

// reference is a place where a figure is named.
type reference struct {
	text.Span
	figure   int
	sentence int
	title    text.Span // what stands before the name: "Foreign Minister"
	first    bool      // nothing but small words stand before it in its sentence
}

// Cast holds the names of an article.
type cast struct {
	lexicon *Lexicon
	source  string
	figures []figure
	byName  map[string]int // full name -> figure
	byLast  map[string]int // last word -> figure, -1 if more than one has it
	refs    []reference    // in order of place
	main    int            // index plus two of the topic; 1 if there is none, 0 if not known yet
}

// nameRun is a run of capitalised words.
type nameRun struct {
	whole      int  // the first word, titles included
	start, end int  // words
	title      bool // a person's title stood before it
	gender     class
}

// newCast finds the names in the sentences of an article. It calls visit with the
// words of each sentence, which are only lent.
func newCast(l *Lexicon, source string, sentences []text.Span, dates []timex.Timex, visit func(k int, words []word)) *cast {
	c := &cast{lexicon: l, source: source, byName: map[string]int{}, byLast: map[string]int{}}
	sc := scanner{lexicon: l, source: source}
	words := make([]word, 0, farthest)
	type found struct {
		reference
		name string
	}
	all := make([]found, 0, len(sentences))
	for k, s := range sentences {
		sc.quoted = false
		words = sc.scan(words[:0], s)
		visit(k, words)
		dates = skipDates(words, dates)
		if isShouted(words) {
			continue
		}
		for at := 0; at < len(words); {
			run, ok := c.runAt(words, at)
			if !ok {
				at++
				continue
			}
			span := text.Span{Start: words[run.start].Start, End: words[run.end-1].End}
			name := oneLine(source[span.Start:span.End])
			f := c.figure(name, c.sortOf(words, run, name), run.gender)
			title := text.Span{Start: words[run.whole].Start, End: span.Start}
			all = append(all, found{reference{span, f, k, title, run.whole <= 2}, name})
			at = run.end
		}
	}
	c.refs = make([]reference, 0, len(all))
	for _, r := range all {
		if full, ok := c.resolve(r.name); ok {
			r.figure = full
		}
		c.figures[r.figure].count++
		c.refs = append(c.refs, r.reference)
	}
	return c
}

// oneLine returns s with single spaces between its words.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r\u00a0") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// skipDates makes the words of dates time words, so that no month becomes a
// name. It returns the dates behind these words.
func skipDates(words []word, dates []timex.Timex) []timex.Timex {
	for i := range words {
		for len(dates) > 0 && dates[0].End <= words[i].Start {
			dates = dates[1:]
		}
		if len(dates) > 0 && dates[0].Start < words[i].End {
			words[i].tag = timeWord
		}
	}
	return dates
}

// runAt returns the name that starts at word i.
func (c *cast) runAt(words []word, i int) (nameRun, bool) {
	if !c.startsName(words, i) {
		return nameRun{}, false
	}
	run := nameRun{whole: i, start: i, end: i + 1}
	for run.end < len(words) && run.end-run.start < longest {
		w := words[run.end]
		switch {
		case w.upper && w.tag == noun && !c.isClosed(w):
			run.end++
			continue
		case w.tag == number && run.end+1-run.start < longest && len(w.lower) < 3 && w.lower[0] >= '0' && w.lower[0] <= '9':
			run.end++ // "Mariner 9"
			continue
		case w.is&particle != 0 && run.end+1 < len(words) && w.tag == noun:
			next := words[run.end+1]
			if next.is&particle != 0 && run.end+2 < len(words) && words[run.end+2].upper && !c.isClosed(words[run.end+2]) && c.joins(words, run, w) {
				run.end += 3 // "of the Sea"
				continue
			}
			if next.upper && !c.isClosed(next) && c.joins(words, run, w) {
				run.end += 2
				continue
			}
		}
		break
	}
	for run.end > run.start+1 && words[run.end-1].is&particle != 0 && words[run.end-1].upper {
		run.end--
	}
	for t := run.end - 2; t >= run.start; t-- {
		if words[t].is&personTitle == 0 || words[t].is&(manName|womanName|groupWord) != 0 {
			continue
		}
		if start := c.behindTitle(words, t+1, run.end); start < run.end {
			c.noteTitle(&run, words[t])
			run.start = start
		} else if words[t+1].is&particle != 0 {
			run.start = t + 2 // "President of Chile": the country
		}
		break
	}
	if words[run.start].is&personTitle == 0 && run.start > 0 && words[run.start-1].is&personTitle != 0 {
		c.noteTitle(&run, words[run.start-1])
	}
	return run, true
}

// behindTitle returns where the name behind a title starts, the office in between
// left out: "Secretary of State Ilse Horn".
func (c *cast) behindTitle(words []word, i, end int) int {
	for i < end && words[i].is&particle != 0 && !words[i].upper {
		i += 2
		for end-i > 3 || end-i > 2 && pluralLike(words[i].lower) {
			i++
		}
	}
	return i
}

func (c *cast) noteTitle(run *nameRun, w word) {
	run.title = true
	switch {
	case w.is&manTitle != 0:
		run.gender = masculine
	case w.is&womanTitle != 0:
		run.gender = feminine
	}
}

// isClosed reports whether a capitalised word is one of the small words, and not
// an acronym like "US".
func (c *cast) isClosed(w word) bool {
	return w.is&(determiner|preposition|conjunction|subjectPronoun|auxiliary|possessive|relative|subordinator|objectPronoun) != 0 && !isAcronym(c.source[w.Start:w.End]) || w.is&(determiner|subjectPronoun|possessive) != 0
}

// startsName reports whether a name starts at word i.
func (c *cast) startsName(words []word, i int) bool {
	w := words[i]
	if !w.upper || w.tag != noun || len(w.lower) < 2 || c.isClosed(w) {
		return false
	}
	first := i == 0 || words[i-1].tag == quoteOpen || words[i-1].tag == stop
	if !first {
		return true
	}
	if w.is&(manName|womanName|groupWord|personTitle) != 0 {
		return true
	}
	if w.is&^(placeWord|particle) != 0 {
		return i+1 < len(words) && words[i+1].upper && !c.isClosed(words[i+1]) && w.is&(adverb|connective|pastOrParticiple) == 0
	}
	return true
}

// joins reports whether a small word between two capitalised ones makes one name
// of them: always for "van", for "of" only behind words that names are made of.
func (c *cast) joins(words []word, run nameRun, small word) bool {
	last := words[run.end-1]
	if small.is&nounLink != 0 {
		for _, w := range words[run.start:run.end] {
			if w.is&(manName|womanName) != 0 {
				return false // "Ilse Horn of the Lake Council"
			}
		}
		return last.is&(groupWord|placeWord|personTitle) != 0 || last.is == 0
	}
	if last.is&personTitle != 0 && small.is&preposition != 0 {
		return true // "Commissioner for Foreign Affairs"
	}
	if small.is&(conjunction|preposition) != 0 {
		return small.lower == "&"
	}
	return small.is&determiner == 0
}

// sortOf classifies a name by its words and by what stands around it.
func (c *cast) sortOf(words []word, run nameRun, name string) sort {
	first, last := words[run.start], words[run.end-1]
	switch {
	case run.title:
		return person
	case c.lexicon.places[name]:
		return location
	case last.is&groupWord != 0:
		return group
	case last.is&placeWord != 0:
		return location
	case first.is&(manName|womanName) != 0 && run.end-run.start > 1 && last.tag != number:
		return person
	case c.anyGroupWord(words[run.start:run.end]):
		return group
	case run.end-run.start == 1 && isAcronym(name):
		return group
	case run.end < len(words) && words[run.end].is&report != 0 && run.end-run.start == 2:
		return person
	}
	return thing
}

func (c *cast) anyGroupWord(words []word) bool {
	for _, w := range words {
		if w.is&groupWord != 0 {
			return len(words) > 1
		}
	}
	return false
}

// figure returns the figure of a name, adding it if it is new.
func (c *cast) figure(name string, s sort, gender class) int {
	f, ok := c.byName[name]
	if !ok {
		f, ok = c.sameBut(name)
	}
	if !ok {
		f = len(c.figures)
		c.figures = append(c.figures, figure{full: name})
		c.byName[name] = f
		words := strings.Fields(name)
		if len(words) > 1 {
			last := words[len(words)-1]
			if _, taken := c.byLast[last]; taken {
				f := c.byLast[last]
				if f < 0 || !strings.HasSuffix(name, c.figures[f].full) && !strings.HasSuffix(c.figures[f].full, name) {
					c.byLast[last] = -1
				}
			} else {
				c.byLast[last] = f
			}
		}
	}
	fig := &c.figures[f]
	if fig.sort == thing {
		fig.sort = s
	}
	if fig.gender == 0 {
		fig.gender = gender
	}
	if fig.gender == 0 && fig.sort == person {
		fig.gender = c.genderOf(name)
	}
	return f
}

// sameBut returns the figure that has the first and the last word of a name, with
// other words between them or none: "Stuart R. Lange" of "Stuart Lange". The name
// becomes another one of that figure.
func (c *cast) sameBut(name string) (int, bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return 0, false
	}
	f, ok := c.byLast[words[len(words)-1]]
	if !ok || f < 0 {
		return 0, false
	}
	other := strings.Fields(c.figures[f].full)
	if other[0] != words[0] || len(other) > 2 && len(words) > 2 || len(other) == len(words) || c.lexicon.lookup(strings.ToLower(words[0]))&(manName|womanName) == 0 {
		return 0, false
	}
	c.byName[name] = f
	return f, true
}

// genderOf tells by the first name.
func (c *cast) genderOf(name string) class {
	given, _, _ := strings.Cut(name, " ")
	is := c.lexicon.lookup(strings.ToLower(given))
	switch {
	case is&manName != 0 && is&womanName == 0:
		return masculine
	case is&womanName != 0 && is&manName == 0:
		return feminine
	}
	return 0
}

// resolve returns the figure that a short form stands for: "Horn" where "Ilse
// Horn" is the only one of that name. Where several have it, the short form is a
// person's all the same.
func (c *cast) resolve(name string) (int, bool) {
	if strings.Contains(name, " ") {
		return 0, false
	}
	f, ok := c.byLast[name]
	if !ok {
		return 0, false
	}
	own, known := c.byName[name]
	if f < 0 {
		if known && c.figures[own].sort == thing {
			c.figures[own].sort = person
		}
		return 0, false
	}
	full := &c.figures[f]
	if full.sort == location || full.sort == group || full.sort == thing && known && c.figures[own].sort != person {
		return 0, false
	}
	return f, true
}

// near returns the references inside span.
func (c *cast) near(span text.Span) []reference {
	lo := c.firstAfter(span.Start)
	hi := lo
	for hi < len(c.refs) && c.refs[hi].Start < span.End {
		hi++
	}
	return c.refs[lo:hi]
}

// firstAfter returns the index of the first reference that starts at or behind
// an offset.
func (c *cast) firstAfter(offset int) int {
	lo, hi := 0, len(c.refs)
	for lo < hi {
		mid := (lo + hi) / 2
		if c.refs[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// whom returns the figure that a pronoun of the given gender at offset stands
// for: whoever comes first in the sentence or in one of the few before it.
func (c *cast) whom(gender class, offset, sentence int) (int, bool) {
	end := c.firstAfter(offset)
	for k := sentence; k >= max(0, sentence-maxBack); k-- {
		best := -1
		for end > 0 && c.refs[end-1].sentence >= k {
			end--
			f := &c.figures[c.refs[end].figure]
			if f.sort == person && (f.gender == 0 || f.gender == gender) {
				best = c.refs[end].figure
			}
		}
		if best >= 0 {
			if f := &c.figures[best]; f.gender == 0 {
				f.gender = gender
			}
			return best, true
		}
	}
	return 0, false
}

// maxBack is how many sentences a pronoun looks back.
const maxBack = 4

// which returns the figure that "the company" stands for at offset: one whose
// name ends in that word, else the group or thing that was spoken of last as the
// subject of a sentence, unless the article is mostly about another one.
func (c *cast) which(groupNoun string, offset, sentence int) (int, bool) {
	end := c.firstAfter(offset)
	best := -1
	for i := end - 1; i >= max(0, end-farthest); i-- {
		f := c.figures[c.refs[i].figure]
		if strings.HasSuffix(strings.ToLower(f.full), " "+groupNoun) {
			return c.refs[i].figure, true
		}
		if best < 0 && c.refs[i].first && (f.sort == group || f.sort == thing && f.count > 2) && c.refs[i].sentence >= sentence-maxBack {
			best = c.refs[i].figure
		}
	}
	if topic := c.topic(mainTopic); topic >= 0 && (best < 0 || c.figures[topic].count > 2*c.figures[best].count) && end > 0 {
		best = topic
	}
	return best, best >= 0
}

// pair returns the two places that "the two countries" stands for at offset: the
// only ones that "and" joins in the sentences before. Lists of more do not count.
func (c *cast) pair(source string, offset, sentence int) (string, bool) {
	best := text.Span{}
	var of [2]int
	for i := c.firstAfter(offset) - 1; i > 0 && c.refs[i].sentence >= sentence-maxBack; i-- {
		a, b := c.refs[i-1], c.refs[i]
		if a.sentence != b.sentence || c.figures[a.figure].sort != location || c.figures[b.figure].sort != location ||
			c.lexicon.lookup(strings.TrimSpace(source[a.End:b.Start]))&conjunction == 0 ||
			i > 1 && strings.TrimSpace(source[c.refs[i-2].End:a.Start]) == "," {
			continue
		}
		found := [2]int{min(a.figure, b.figure), max(a.figure, b.figure)}
		if best.Len() > 0 && found != of {
			return "", false
		}
		best, of = text.Span{Start: a.Start, End: b.End}, found
	}
	return source[best.Start:best.End], best.Len() > 0
}

// How many times an article must name something to be about it: for "the
// company" to mean it, and for rows to be headed by it.
const (
	mainTopic = 5
	rowTopic  = 3
)

// topic returns the group or thing that the article names most often, if it does
// so at least often times; -1 otherwise.
func (c *cast) topic(often int) int {
	if c.main == 0 {
		c.main = 1
		for i, f := range c.figures {
			if (f.sort == group || f.sort == thing) && (c.main == 1 || f.count > c.figures[c.main-2].count) {
				c.main = i + 2
			}
		}
	}
	if topic := c.main - 2; topic >= 0 && c.figures[topic].count >= often {
		return topic
	}
	return -1
}
