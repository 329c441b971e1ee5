package text

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the places of the sentences, in order and without the white
// space around them. A sentence never reaches over the edge of a block; headings
// and rows of a table are one sentence each. Boundaries follow Unicode UAX #29,
// except that full stops of abbreviations and initials join what it would cut.
// What goes on without end is cut between two words: whoever holds the words of a
// sentence then never holds those of the whole text.
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

// longestSentence is how many bytes a sentence has at most; those of contracts,
// which are the longest, have some thousands.
const longestSentence = 20_000

// appendTrimmed adds the place of s[span] without white space, unless nothing is
// left, cut into several if it is too long for one.
func appendTrimmed(spans []Span, s string, span Span) []Span {
	words := s[span.Start:span.End]
	left := len(words) - len(strings.TrimLeft(words, " \t\r\n\u00a0\u3000"))
	body := strings.TrimSpace(words[left:])
	if body == "" {
		return spans
	}
	span = Span{span.Start + left, span.Start + left + len(body)}
	if len(body) > longestSentence {
		at := span.Start + cut(body, longestSentence)
		return appendTrimmed(append(spans, Span{span.Start, at}), s, Span{at, span.End})
	}
	return append(spans, span)
}

// cut returns where to cut s, which is longer than most bytes: at the last blank
// before, or else at a character.
func cut(s string, most int) int {
	if at := strings.LastIndexByte(s[:most], ' '); at > 0 {
		return at
	}
	for most > 1 && !utf8.RuneStart(s[most]) {
		most--
	}
	return most
}
