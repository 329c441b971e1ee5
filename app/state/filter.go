package state

import (
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// Filter says which events are shown. The zero Filter shows all that the reader did
// not dismiss.
type Filter struct {
	Words    string // in the title, the sentence, the note or the tags
	State    Wanted
	Article  string // ID; empty for any
	Doubtful bool   // only dates that are less than likely
	Relative bool   // only dates that count from the article's date
	Dates    string // as typed
	Span     when.Interval
}

// Wanted says which events are shown by what the reader decided.
type Wanted uint8

// The choices.
const (
	NotDismissed Wanted = iota
	OnlyNew
	OnlyKept
	OnlyDismissed
)

// wanted tells which decisions a choice shows.
var wanted = [...][3]bool{
	NotDismissed:  {Undecided: true, Kept: true},
	OnlyNew:       {Undecided: true},
	OnlyKept:      {Kept: true},
	OnlyDismissed: {Dismissed: true},
}

// likely is the confidence from which on a date is not doubtful.
const likely = 0.7

// sieve is a filter that is ready for use.
type sieve struct {
	Filter
	query timeline.Query
}

func (f Filter) sieve() sieve { return sieve{f, timeline.NewQuery(f.Words)} }

// wants reports whether event i of an article may be shown, as far as can be told
// without what it says.
func (s sieve) wants(a Article, i int) bool {
	return wanted[s.State][a.decision(i)] && (s.Article == "" || s.Article == a.ID) && (!s.Relative || a.relative(i))
}

// passes reports whether what an event says is wanted.
func (s sieve) passes(e *timeline.Event) bool {
	switch {
	case s.Doubtful && e.Confidence >= likely, !s.Span.IsZero() && !e.When.Hull().Overlaps(s.Span):
		return false
	}
	return strings.TrimSpace(s.Words) == "" || s.query.FindsEvent(e)
}

// FilterEvents shows other events. The date range is read as it is typed.
type FilterEvents struct{ Filter Filter }

func (f FilterEvents) update(m Model) (Model, Effect) {
	if f.Filter == m.Filter {
		return m, nil
	}
	typed := f.Filter.Dates != m.Filter.Dates
	m.Filter = f.Filter
	if typed {
		m.Filter.Span = when.Interval{}
		m, effect := m.withArticles(m.Articles)
		return m, Effects{effect, ReadSpan{f.Filter.Dates}}
	}
	return m.withArticles(m.Articles)
}

// SpanRead reports how the typed dates of the filter were read. The zero Interval
// means that they name no time.
type SpanRead struct {
	Words string
	Span  when.Interval
}

func (r SpanRead) update(m Model) (Model, Effect) {
	if r.Words != m.Filter.Dates || r.Span == m.Filter.Span {
		return m, nil
	}
	m.Filter.Span = r.Span
	return m.withArticles(m.Articles)
}
