package text

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the places of the sentences, in order and without the white
// space around them. A sentence never reaches over the edge of a block; headings
// and rows of a table are one sentence each. Boundaries follow Unicode UAX #29,
// except that full stops of abbreviations and initials join what it would cut.
func (d *Document) Sentences() []Span {
	var spans []Span
	for _, b := range d.Blocks {
		if b.Kind == Heading || b.Kind == Row {
			spans = appendTrimmed(spans, d.Text, b.Span)
			continue
		}
		spans = appendSentences(spans, d.Text, b.Span)
	}
	return spans
}

// appendSentences splits one block.
func appendSentences(spans []Span, s string, block Span) []Span {
	start, at := block.Start, block.Start
	pieces := sentences.FromString(s[block.Start:block.End])
	for pieces.Next() {
		at += len(pieces.Value())
		if at < block.End && !breaks(s[start:at], s[at:block.End]) {
			continue
		}
		spans = appendTrimmed(spans, s, Span{start, at})
		start = at
	}
	return appendTrimmed(spans, s, Span{start, block.End})
}

// appendTrimmed adds the place of s[span] without white space, unless nothing is left.
func appendTrimmed(spans []Span, s string, span Span) []Span {
	words := s[span.Start:span.End]
	left := len(words) - len(strings.TrimLeft(words, " \t\r\n\u00a0\u3000"))
	body := strings.TrimSpace(words[left:])
	if body == "" {
		return spans
	}
	return append(spans, Span{span.Start + left, span.Start + left + len(body)})
}
