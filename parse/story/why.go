package story

import (
	"strings"

	"dateline/parse/timex"
	"dateline/parse/when"
)

// why tells in one plain sentence how mention m was placed.
func (w *telling) why(m int) string {
	at := w.mentions[m]
	words := "“" + strings.Join(strings.Fields(w.doc.Slice(at.Span)), " ") + "”"
	var from string
	switch at.Placement.Anchor {
	case timex.Article:
		from = w.date.words()
	case timex.Mentioned:
		from = w.mentionWords(at.From)
	default:
		return words + " says it itself: " + at.When.Words(when.Long)
	}
	how := at.Placement.Why
	if how == "" {
		how = "counted from"
	}
	return words + " → " + how + " " + from
}

// words names the article's date and where it came from.
func (d ArticleDate) words() string {
	s := when.One(d.When).Words(when.Long) + ", the article's date"
	switch {
	case d.Inferred:
		return s + ", which was " + d.Reason
	case d.Reason != "":
		return s + ", taken from " + d.Reason
	}
	return s
}

// mentionWords names the date of another mention.
func (w *telling) mentionWords(m int) string {
	if m < 0 || m >= len(w.mentions) || len(w.mentions[m].When) == 0 {
		return "a date told before"
	}
	return w.mentions[m].When.Words(when.Long) + ", told before as “" + w.doc.Slice(w.mentions[m].Span) + "”"
}
