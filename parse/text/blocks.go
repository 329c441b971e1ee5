package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainBlocks splits plain text into paragraphs. Where lines are wrapped,
// paragraphs end at blank lines; where each line is a paragraph, at line breaks.
// A list in a text of wrapped lines keeps its lines.
func plainBlocks(s string) []Block {
	groups := lineGroups(s)
	wrapped := isWrapped(s, groups)
	var blocks []Block
	for _, group := range groups {
		if wrapped && !isList(s, group) {
			blocks = append(blocks, Block{Span: Span{group[0].Start, group[len(group)-1].End}})
			continue
		}
		for _, line := range group {
			blocks = append(blocks, Block{Span: line})
		}
	}
	return blocks
}

// lineGroups returns the lines of s without the white space around them; lines
// that have no blank one between them are in one group.
func lineGroups(s string) [][]Span {
	var groups [][]Span
	open := false // the last group may grow
	for at := 0; at < len(s); {
		next := len(s)
		if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line := s[at:next]
		body := strings.TrimSpace(line)
		at = next
		if body == "" {
			open = false
			continue
		}
		if !open {
			groups, open = append(groups, nil), true
		}
		start := next - len(line) + strings.Index(line, body)
		last := len(groups) - 1
		groups[last] = append(groups[last], Span{start, start + len(body)})
	}
	return groups
}

// isList reports whether each of several lines begins anew rather than goes on
// with the one before: none but the first begins with a small letter.
func isList(s string, lines []Span) bool {
	const fewest = 4
	if len(lines) < fewest {
		return false
	}
	for _, line := range lines[1:] {
		if goesOn(s[line.Start:line.End]) {
			return false
		}
	}
	return true
}

// goesOn reports whether a line begins with a letter that is not a capital.
func goesOn(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(line))
	return unicode.IsLetter(r) && !unicode.IsUpper(r)
}

// isWrapped reports whether lines are pieces of paragraphs: outside lists, most
// lines that another one follows end near the same width, and enough of those
// that follow begin in the middle of a sentence.
func isWrapped(s string, groups [][]Span) bool {
	const widest, narrowest = 100, 50
	inner, near, going := 0, 0, 0
	for _, group := range groups {
		if isList(s, group) {
			continue
		}
		for i, line := range group[1:] {
			inner++
			if n := group[i].Len(); n <= widest && n >= narrowest {
				near++
			}
			if goesOn(s[line.Start:line.End]) {
				going++
			}
		}
	}
	const share = 4 // one in four: most words are not at the beginning of a sentence
	return inner > 0 && near*2 > inner && going*share >= inner
}
