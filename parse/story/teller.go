package story

import (
	"slices"
	"strings"

	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
)

// Teller makes events of the dated mentions in articles. It holds no state
// between calls and may be used by any number of goroutines at once.
type Teller struct {
	lexicon *Lexicon
}

// NewTeller returns a Teller for a language.
func NewTeller(l *Lexicon) *Teller { return &Teller{lexicon: l} }

// Analysis is an article taken apart: its sentences, its names, and the clauses
// that its dates belong to.
type Analysis struct {
	lexicon   *Lexicon
	doc       *text.Document
	found     []timex.Timex
	places    []text.Span // of the sentences
	sentences []*sentence // nil for those without dates
	cast      *cast
}

// Analyse takes doc apart. found are its temporal expressions in order of place.
func (t *Teller) Analyse(doc *text.Document, found []timex.Timex) *Analysis {
	a := &Analysis{lexicon: t.lexicon, doc: doc, found: found, places: doc.Sentences()}
	a.sentences = make([]*sentence, len(a.places))
	at := 0
	a.cast = newCast(t.lexicon, doc.Text, a.places, found, func(k int, words []word) {
		place := a.places[k]
		for at < len(found) && found[at].Start < place.Start {
			at++
		}
		first := at
		for at < len(found) && found[at].Start < place.End {
			at++
		}
		if at > first && a.isStory(place) {
			a.sentences[k] = a.analyse(place, slices.Clone(words), span{first, at})
		}
	})
	return a
}

// undated takes apart sentence k, which has no dates.
func (a *Analysis) undated(k int) *sentence {
	sc := scanner{lexicon: a.lexicon, source: a.doc.Text}
	return a.analyse(a.places[k], sc.scan(nil, a.places[k]), span{})
}

// analyse takes one sentence apart. all are the expressions in it.
func (a *Analysis) analyse(place text.Span, words []word, all span) *sentence {
	s := &sentence{Span: place, source: a.doc.Text, words: words, found: all}
	var spans []text.Span
	var dating []int
	for i := all.start; i < all.end; i++ {
		if a.mayDate(i) {
			spans, dating = append(spans, a.found[i].Span), append(dating, i)
		}
	}
	s.markTimes(spans, dating)
	s.analyse()
	return s
}

// mayDate reports whether expression i may have a place on the calendar of its
// own. Lengths, vague words such as "now", anniversaries and numbers inside names
// have none.
func (a *Analysis) mayDate(i int) bool {
	t := &a.found[i]
	switch t.Expr.(type) {
	case when.Vaguely, when.Anniversary, when.Amount, when.Age, when.Every, nil:
		return false
	}
	return t.Type != timex.Set && !isGlued(a.doc.Text, t.Span) && !isAddress(a.doc.Text, t.Span)
}

// isGlued reports whether the words at s are part of a longer word: the number
// in a name such as "Sputnik-2020".
func isGlued(src string, s text.Span) bool {
	return s.Start > 1 && src[s.Start-1] == '-' && isLetterByte(src[s.Start-2])
}

// isAddress reports whether the words at s are part of an address on the web.
func isAddress(src string, s text.Span) bool {
	from := max(0, s.Start-longestAddress)
	start := from + strings.LastIndexAny(src[from:s.Start], " \t\n") + 1
	return strings.Contains(src[start:s.Start], "://") || strings.HasPrefix(src[start:s.Start], "www.")
}

// longestAddress is how many bytes before a date are looked at for an address.
const longestAddress = 200

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

// isStory reports whether a sentence is part of the article proper.
func (a *Analysis) isStory(s text.Span) bool {
	b, ok := a.doc.BlockAt(s.Start)
	return !ok || b.Kind != text.Furniture
}

// telling is the making of the events of one article.
type telling struct {
	*Analysis
	date     ArticleDate
	mentions []Mention
	drafts   []Draft
	told     map[string]int // title and date of a draft -> its index
	topic    string         // what the article is about
}

// Tell returns the events of the article in order of place. The mentions are the
// expressions that were analysed, placed; Tell sets their Sentence.
func (a *Analysis) Tell(mentions []Mention, date ArticleDate) []Draft {
	w := telling{Analysis: a, date: date, mentions: mentions, told: map[string]int{}}
	w.topic = w.nameTopic()
	at := 0
	for k, s := range w.sentences {
		for at < len(mentions) && mentions[at].Start < w.places[k].End {
			mentions[at].Sentence = w.places[k]
			at++
		}
		if s != nil {
			w.tellSentence(s, k)
		}
	}
	w.weigh()
	return w.drafts
}

// isPlaced reports whether mention i has a place on the calendar.
func (w *telling) isPlaced(i int) bool {
	m := w.mentions[i]
	if len(m.When) == 0 || m.Placement.Anchor == timex.Unanchored {
		return false
	}
	return m.Value != "PAST_REF" && m.Value != "PRESENT_REF" && m.Value != "FUTURE_REF"
}

// tellSentence makes the events of sentence k.
func (w *telling) tellSentence(s *sentence, k int) {
	for _, g := range s.times {
		w.tellGroup(s, k, g)
	}
	for i := s.found.start; i < s.found.end; i++ {
		if a, ok := w.mentions[i].Expr.(when.Anniversary); ok {
			w.tellAnniversary(s, k, i, a)
		}
	}
}

// leader returns the mention that dates what a group of mentions dates: the one
// that is most exact.
func (w *telling) leader(g timeGroup) (int, bool) {
	best := -1
	for _, m := range g.mentions {
		if w.isPlaced(m) && (best < 0 || w.mentions[m].When.Hull().Grain < w.mentions[best].When.Hull().Grain) {
			best = m
		}
	}
	return best, best >= 0
}

// tellGroup makes the event that a time group of sentence k dates.
func (w *telling) tellGroup(s *sentence, k int, group timeGroup) {
	m, ok := w.leader(group)
	if !ok || len(s.times) > 1 && s.isDateline(group) {
		return
	}
	h := s.headlineFor(group)
	if w.isHabit(s, h, m) || w.isNameYear(h, m) || w.isCitation(m) {
		return
	}
	d := Draft{
		When:       w.whenOf(s, h, group, m),
		Speaker:    w.speakerOf(s, k, h),
		Evidence:   s.Span,
		Clause:     s.extent(h.clause),
		Mention:    m,
		TimeWords:  w.timeWords(group),
		Inferred:   w.date.Inferred && w.mentions[m].Placement.Anchor == timex.Article,
		Confidence: w.confidence(m),
		Why:        w.why(m),
	}
	d.Status = w.statusOf(s, h, d.When)
	d.Title = w.title(s, k, h)
	if s.isNote(h, d.Title) {
		return
	}
	w.name(&d, s, h)
	w.add(d)
}

// isCitation reports whether mention m is the year of a publication that brackets
// refer to: "(Horn & Veit, 1912; Lange, 1920)", "(Horn et al., 1912: 103)".
func (w *telling) isCitation(m int) bool {
	at := w.mentions[m]
	if at.When.Hull().Grain != when.Year {
		return false
	}
	line := w.doc.Text[max(0, at.Start-longestCitation):min(len(w.doc.Text), at.End+longestCitation)]
	before := at.Start - max(0, at.Start-longestCitation)
	start := strings.LastIndexAny(line[:before], "()")
	if start < 0 || line[start] != '(' {
		return false
	}
	behind := line[before+at.Len():]
	end := strings.IndexAny(behind, "()")
	if end < 0 || behind[end] != ')' {
		return false
	}
	ahead := strings.TrimRight(line[start+1:before], " ")
	authors := strings.Contains(ahead, "&") || strings.Contains(ahead, "et al")
	return strings.HasSuffix(ahead, ",") && (authors || isPages(behind[:end]))
}

// isPages reports whether s is a colon with page numbers behind it.
func isPages(s string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(s), ":")
	return ok && strings.Trim(rest, " 0123456789-–,") == "" && rest != ""
}

// longestCitation is how many bytes on each side of a year are looked at for the
// brackets around it.
const longestCitation = 300

// isNote reports whether a title tells of the article or of its sources rather than
// of an event: a single word that is no name, as of "Retrieved 4 May 2017" and
// "Published: 4 May 2017", or the place of a dateline, "GENEVA, May 4 —".
func (s *sentence) isNote(h headline, title string) bool {
	if h.plain && s.words[len(s.words)-1].tag == dash && !s.hasVerb() {
		return true
	}
	if len(h.pieces) == 0 {
		return true
	}
	first, last := s.words[h.pieces[0].word], s.words[h.pieces[len(h.pieces)-1].word]
	if first.tag == pronoun && last.is&formOfBe != 0 && strings.Count(title, " ") == 1 {
		return true // "It is Tuesday"
	}
	return !h.inside && !strings.Contains(title, " ") && !slices.ContainsFunc(h.pieces, func(p piece) bool { return s.words[p.word].tag == name })
}

// add keeps a draft, unless the article has told the same before.
func (w *telling) add(d Draft) {
	if d.Title == "" {
		return
	}
	key := d.Title + "\x00" + d.When.EDTF()
	if same, ok := w.told[key]; ok {
		if w.drafts[same].Evidence == d.Evidence {
			w.drafts[same].TimeWords = append(w.drafts[same].TimeWords, d.TimeWords...)
		}
		return
	}
	w.told[key] = len(w.drafts)
	w.drafts = append(w.drafts, d)
}

// extent returns where clause c stands, with the clauses inside it.
func (s *sentence) extent(c int) text.Span {
	cl := s.clauses[c]
	start, end := min(cl.start, len(s.words)-1), min(max(cl.end, cl.start+1), len(s.words))
	return text.Span{Start: s.words[start].Start, End: s.words[end-1].End}
}

func (w *telling) timeWords(g timeGroup) []text.Span {
	spans := make([]text.Span, len(g.mentions))
	for i, m := range g.mentions {
		spans[i] = w.mentions[m].Span
	}
	return spans
}

// isHabit reports whether the clause of a headline tells what is so in general,
// by a verb in the present, while its date is only a recurring part of the year
// or of the day: "it rains in November", "today they are few".
func (w *telling) isHabit(s *sentence, h headline, m int) bool {
	at := w.mentions[m]
	if at.Placement.Anchor == timex.Itself || s.clauses[h.clause].verb.empty() || s.tenseOf(h.clause) != present {
		return false
	}
	if c, ok := at.Expr.(when.Current); ok {
		return c.N == 0
	}
	g := at.When.Hull().Grain
	return g != when.Day && g != when.Week && g <= when.Quarter
}

// isNameYear reports whether mention m is a year inside a name of something that
// is still ahead: "the 2030 bond".
func (w *telling) isNameYear(h headline, m int) bool {
	return h.inside && w.date.Known() && w.mentions[m].When.Hull().Grain == when.Year && w.mentions[m].When.Hull().Start >= w.date.When.End
}
