package story

import (
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

// telling is the work on one article.
type telling struct {
	*Teller
	doc       *text.Document
	date      ArticleDate
	mentions  []Mention
	sentences []text.Span
	cast      *cast
	drafts    []Draft
}

// Tell returns the events of doc in order of place. The mentions must be in
// order of place, as timex finds them; Tell sets their Sentence.
func (t *Teller) Tell(doc *text.Document, mentions []Mention, date ArticleDate) []Draft {
	w := telling{Teller: t, doc: doc, date: date, mentions: mentions, sentences: doc.Sentences()}
	w.cast = newCast(t.lexicon, doc.Text, w.sentences)
	at := 0
	for k, s := range w.sentences {
		first := at
		for at < len(mentions) && mentions[at].Start < s.End {
			mentions[at].Sentence = s
			at++
		}
		if at > first && w.isStory(s) && w.anyPlaced(first, at) {
			w.tellSentence(k, first, at)
		}
	}
	w.weigh()
	return w.drafts
}

// isStory reports whether a sentence is part of the article proper.
func (w *telling) isStory(s text.Span) bool {
	b, ok := w.doc.BlockAt(s.Start)
	return !ok || b.Kind != text.Furniture
}

func (w *telling) anyPlaced(first, end int) bool {
	for i := first; i < end; i++ {
		if w.makesEvent(i) {
			return true
		}
	}
	return false
}

// makesEvent reports whether mention i has a place on the calendar of its own.
// Vague words such as "now", words without an anchor and numbers inside names
// have none.
func (w *telling) makesEvent(i int) bool {
	m := w.mentions[i]
	if len(m.When) == 0 || m.Type == timex.Set || m.Placement.Anchor == timex.Unanchored {
		return false
	}
	switch m.Value {
	case "PAST_REF", "PRESENT_REF", "FUTURE_REF", "":
		return false
	}
	return !w.isGlued(m.Span)
}

// isGlued reports whether the words at s are part of a longer word: the number
// in a name such as "Sputnik-2020".
func (w *telling) isGlued(s text.Span) bool {
	src := w.doc.Text
	return s.Start > 1 && src[s.Start-1] == '-' && isLetterByte(src[s.Start-2])
}

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

// tellSentence makes the events of sentence k, which holds mentions [first, end).
func (w *telling) tellSentence(k, first, end int) {
	s := &sentence{Span: w.sentences[k], source: w.doc.Text}
	sc := scanner{lexicon: w.lexicon, source: w.doc.Text}
	s.words = sc.scan(nil, s.Span)
	var spans []text.Span
	var dating []int
	for i := first; i < end; i++ {
		if _, looksBack := w.mentions[i].Expr.(when.Anniversary); w.makesEvent(i) && !looksBack {
			spans, dating = append(spans, w.mentions[i].Span), append(dating, i)
		}
	}
	s.markTimes(spans, dating)
	s.analyse()
	start := len(w.drafts)
	for _, g := range s.times {
		w.tellGroup(s, k, g, start, span{first, end})
	}
	for i := first; i < end; i++ {
		if a, ok := w.mentions[i].Expr.(when.Anniversary); ok {
			w.tellAnniversary(s, k, i, a)
		}
	}
}

// leader returns the mention that dates what a group of mentions dates: the one
// that is most exact.
func (w *telling) leader(g timeGroup) int {
	best := g.mentions[0]
	for _, m := range g.mentions[1:] {
		if w.mentions[m].When.Hull().Grain < w.mentions[best].When.Hull().Grain {
			best = m
		}
	}
	return best
}

// tellGroup makes the event that a time group of sentence k dates. start is the
// index of the sentence's first draft, all are its mentions.
func (w *telling) tellGroup(s *sentence, k int, group timeGroup, start int, all span) {
	m := w.leader(group)
	h := s.headlineFor(group)
	d := Draft{
		When:      w.whenOf(s, h, m, all),
		Speaker:   s.render(s.attributedTo(h.clause), nil),
		Evidence:  s.Span,
		Mention:   m,
		TimeWords: w.timeWords(group),
	}
	d.Status = w.statusOf(s, h, d.When)
	d.Title = w.title(s, k, h)
	if same := w.repeats(start, d); same >= 0 {
		w.drafts[same].TimeWords = append(w.drafts[same].TimeWords, d.TimeWords...)
		return
	}
	d.Inferred = w.date.Inferred && w.mentions[m].Placement.Anchor == timex.Article
	d.Confidence = w.confidence(m)
	d.Why = w.why(m)
	w.name(&d, s, h)
	w.drafts = append(w.drafts, d)
}

// repeats returns the draft from start on that tells the same as d; -1 if there
// is none.
func (w *telling) repeats(start int, d Draft) int {
	for i := start; i < len(w.drafts); i++ {
		if w.drafts[i].Title == d.Title && w.drafts[i].When.EDTF() == d.When.EDTF() {
			return i
		}
	}
	return -1
}

func (w *telling) timeWords(g timeGroup) []text.Span {
	spans := make([]text.Span, len(g.mentions))
	for i, m := range g.mentions {
		spans[i] = w.mentions[m].Span
	}
	return spans
}
