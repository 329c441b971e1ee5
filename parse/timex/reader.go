package timex

import (
	"slices"
	"sync"

	"dateline/parse/lang"
	"dateline/parse/text"
	"dateline/parse/when"
)

// Options change how expressions are read.
type Options struct {
	DayFirst bool // read 03/04/2021 as 3 April rather than March 4
}

// Reader finds and places temporal expressions of one language. No call depends
// on another, and it may be used by any number of goroutines at once.
type Reader struct {
	language *lang.Language
	options  Options
	matchers sync.Pool // *matcher, whose space is used again
}

// NewReader returns a Reader for the language.
func NewReader(l *lang.Language, opt Options) *Reader {
	return &Reader{language: l, options: opt}
}

// message is how many bytes a text may have to be read as a message: words like
// "night" and "weekend" then speak of the day it was written.
const message = 280

// Find returns the temporal expressions of doc in order of place. They do not
// overlap, and none reaches across the end of a block.
func (r *Reader) Find(doc *text.Document) []Timex {
	s := r.scan(doc)
	found := slices.Concat(s.found)
	r.matchers.Put(s.matcher)
	for i := range found {
		settle(&found[i])
	}
	return found
}

// scan passes over doc once.
func (r *Reader) scan(doc *text.Document) *scan {
	s := &scan{matcher: r.matcher(), doc: doc}
	s.steps, s.found = 0, s.found[:0]
	s.order, s.short = lang.MonthFirst, lang.LongText
	if r.options.DayFirst {
		s.order = lang.DayFirst
	}
	if len(doc.Text) <= message {
		s.short = lang.ShortText
	}
	if len(doc.Blocks) == 0 {
		s.block(0, len(doc.Text))
	}
	for _, b := range doc.Blocks {
		s.block(b.Start, b.End)
	}
	return s
}

// matcher returns a matcher that is not in use.
func (r *Reader) matcher() *matcher {
	if m, ok := r.matchers.Get().(*matcher); ok {
		return m
	}
	return newMatcher(r.language)
}

// settle decides what the tense of the clause decides.
func settle(t *Timex) {
	if w, ok := t.Expr.(when.Within); ok {
		t.Expr = w.Settle(t.Tense, t.Tensed)
		t.Type = typeOf(t.Expr)
	}
}

// scan is one pass over a document.
type scan struct {
	*matcher
	doc    *text.Document
	lexer  lang.Lexer
	done   bool // the lexer has no more tokens
	clause clause
}

// block reads the text[start:end].
func (s *scan) block(start, end int) {
	s.lexer = s.lang.Lexer(s.doc.Text, start, end)
	s.toks, s.done = s.toks[:0], false
	s.base = 0
	s.blocks++
	s.forget()
	s.clause.start(start, len(s.found))
	pos := 0
	for {
		if pos+lookahead+2 > len(s.toks) && !s.done {
			pos = s.fill(pos)
		}
		if pos >= len(s.toks) {
			break
		}
		s.clause.read(s, pos)
		if s.standsAlone(pos) {
			if m := s.best(pos); m != nil {
				end := s.take(m)
				s.clause.skip(s, pos+1, end)
				pos = end
				continue
			}
		}
		pos++
	}
	s.clause.end(s.found)
}

// best returns the reading at pos. Words that are only a cue for what follows
// them do not keep a longer reading from starting after them.
func (s *scan) best(pos int) *match {
	m := s.at(pos)
	if m != nil && !s.endsAlone(m.end) {
		return nil
	}
	if m == nil || m.extents.n == 0 || m.extents.at[0][0] == pos {
		return m
	}
	cued := *m
	inner := s.at(cued.extents.at[0][0])
	if inner != nil && inner.end > cued.extents.at[cued.extents.n-1][1] {
		return inner
	}
	return &cued
}

// standsAlone reports whether an expression may start at pos: not inside a word
// with digits, and not in a handle or tag.
func (s *scan) standsAlone(pos int) bool {
	if pos == 0 || s.toks[pos].Gap != lang.Glued {
		return true
	}
	before := &s.toks[pos-1]
	if before.Kind != lang.Mark {
		return false
	}
	c := s.doc.Text[before.Start]
	return c != '@' && c != '#' && c != '_'
}

// endsAlone reports whether an expression may end before pos.
func (s *scan) endsAlone(pos int) bool {
	return pos >= len(s.toks) || s.toks[pos].Gap != lang.Glued || s.toks[pos].Kind == lang.Mark || s.toks[pos-1].Kind == lang.Mark
}

// fill drops the tokens before pos-1 and reads on until the window is full. It
// returns the new place of the token at pos.
func (s *scan) fill(pos int) int {
	keep := max(pos-1, 0)
	n := copy(s.toks, s.toks[keep:])
	s.base += keep
	s.toks = s.toks[:n]
	for len(s.toks) < window {
		var t lang.Token
		if !s.lexer.Next(&t) {
			s.done = true
			break
		}
		s.toks = append(s.toks, t)
	}
	return pos - keep
}

// take turns a match into a Timex and returns the token after it.
func (s *scan) take(m *match) int {
	if m.rule.Mean.IsNothing() {
		return m.end
	}
	if m.extents.n == 0 {
		m.extents.at[0] = [2]int{m.start, m.end}
		m.extents.n = 1
	}
	first, last := m.extents.at[0], m.extents.at[m.extents.n-1]
	t := Timex{
		Span: s.span(first[0], last[1]),
		Type: typeOf(m.value.Expr),
		Rule: m.rule.Name,
		Expr: m.value.Expr,
		Said: saidOf(m.value.Expr),
	}
	if m.extents.n > 1 {
		for i, at := range m.extents.at[:m.extents.n] {
			e := exprOf(m.value.Expr, i)
			t.Parts = append(t.Parts, Part{Span: s.span(at[0], at[1]), Expr: e, Type: typeOf(e)})
		}
	}
	s.clause.note(&t)
	s.found = append(s.found, t)
	return max(last[1], m.start+1)
}

// span returns the bytes of the tokens [from, to), without a full stop that
// only ends the sentence.
func (s *scan) span(from, to int) text.Span {
	to = max(to, from+1)
	return text.Span{Start: s.toks[from].Start, End: s.toks[to-1].End}
}

// typeOf returns the TIMEX3 type of an expression.
func typeOf(e when.Expr) Type {
	switch e := e.(type) {
	case when.Amount, when.Stretch, when.Age:
		return Duration
	case when.Every:
		return Set
	case when.Clock, when.PartOfDayOf:
		return Time
	case when.Part:
		return typeOf(e.Of)
	case when.About:
		return typeOf(e.Of)
	case when.Open:
		return typeOf(e.Of)
	case when.Range:
		return typeOf(e.From)
	case when.Either:
		return typeOf(e[0])
	case when.Shift:
		if !e.By.Vague && e.By.Finest() < when.Day {
			return Time
		}
	}
	return Date
}

// saidOf returns the calendar fields that an expression names.
func saidOf(e when.Expr) Said {
	switch e := e.(type) {
	case when.Calendar:
		return Said{HasYear: e.HasYear && !e.Short, Year: e.Year, Month: e.Month, Day: e.Day, Weekday: e.Weekday}
	case when.Toward:
		return saidOf(e.Of)
	case when.Holiday:
		return Said{HasYear: e.HasYear, Year: e.Year}
	case when.Part:
		return saidOf(e.Of)
	case when.About:
		return saidOf(e.Of)
	case when.Open:
		return saidOf(e.Of)
	case when.Nth:
		return Said{HasYear: saidOf(e.Of).HasYear, Year: saidOf(e.Of).Year}
	case when.Clock:
		if e.Day != nil {
			return saidOf(e.Day)
		}
	case when.PartOfDayOf:
		if e.Day != nil {
			return saidOf(e.Day)
		}
	}
	return Said{}
}
