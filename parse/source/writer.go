package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/parse/text"
)

// writer puts a document together, block by block.
type writer struct {
	b      strings.Builder
	blocks []text.Block
	page   int  // page of the blocks that follow
	full   bool // the text reached a limit; what followed was left out
}

// add appends a block for each line of s, after cleaning it.
func (w *writer) add(kind text.Kind, level int, s string) {
	for _, line := range paragraphs(clean(s)) {
		w.block(kind, level, line)
	}
}

// addPlain appends the paragraphs of plain text.
func (w *writer) addPlain(kind text.Kind, s string) {
	for _, b := range text.FromPlain("", s).Blocks {
		w.add(kind, 0, strings.ReplaceAll(s[b.Start:b.End], "\n", " "))
	}
}

// block appends one block of clean text.
func (w *writer) block(kind text.Kind, level int, s string) {
	if w.full {
		return
	}
	if w.b.Len()+len(s)+len("\n\n") > maxText || len(w.blocks) == maxLines {
		w.full = true
		return
	}
	if n := len(w.blocks); n > 0 {
		w.b.WriteString(gap(w.blocks[n-1].Kind, kind))
	}
	start := w.b.Len()
	w.b.WriteString(s)
	w.blocks = append(w.blocks, text.Block{
		Span: text.Span{Start: start, End: w.b.Len()}, Kind: kind, Level: level, Page: w.page,
	})
}

// paragraphs returns the lines of cleaned text. A line is joined with the one
// before if that was broken off: it goes on in lower case, and the one before
// does not end like a sentence.
func paragraphs(s string) []string {
	var list []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(line)
		if n := len(list); n > 0 && unicode.IsLower(first) && !strings.ContainsAny(list[n-1][len(list[n-1])-1:], ".!?:;") {
			list[n-1] += " " + line
			continue
		}
		list = append(list, line)
	}
	return list
}

// gap returns what stands between two blocks: rows and list items follow each
// other line by line, all else has a blank line between.
func gap(before, after text.Kind) string {
	if before == after && (after == text.Row || after == text.ListItem || after == text.Furniture) {
		return "\n"
	}
	return "\n\n"
}

// fill moves what was written into d.
func (w *writer) fill(d *text.Document) {
	d.Text, d.Blocks = w.b.String(), w.blocks
}

// ligatures are the letters of typesetters, as those of writers.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
}

// clean returns s as an author would have typed it: ligatures resolved, soft
// hyphens and invisible marks gone, every kind of space a plain one and never
// two in a row, no space around line breaks and tabs.
func clean(s string) string {
	if isClean(s) {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := rune(0) // white space that is held back until a letter follows
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			gap = '\n'
			continue
		case r == '\t':
			if gap != '\n' {
				gap = '\t'
			}
			continue
		case unicode.IsSpace(r):
			if gap == 0 {
				gap = ' '
			}
			continue
		case invisible(r):
			continue
		case r == '\u2010' || r == '\u2011':
			r = '-'
		}
		if gap != 0 && b.Len() > 0 {
			b.WriteRune(gap)
		}
		gap = 0
		if whole, ok := ligatures[r]; ok {
			b.WriteString(whole)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isClean reports whether cleaning s would change nothing inside it.
func isClean(s string) bool {
	space := false
	for i := range len(s) {
		c := s[i]
		if c >= 0x7f || c < ' ' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return true
}

// invisible reports whether r is a mark that shows nothing, or that changes the
// order in which the rest is shown: control characters, soft hyphens, zero-width
// spaces, bidirectional controls, byte order marks. The joiners of scripts that
// need them are no such marks.
func invisible(r rune) bool {
	switch {
	case r == '\u200c' || r == '\u200d':
		return false
	case r == '\u00ad' || r == '\ufffc':
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe
}
