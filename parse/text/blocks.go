package text

import "strings"

// plainBlocks splits plain text into paragraphs. Where lines are wrapped,
// paragraphs end at blank lines; where each line is a paragraph, at line breaks.
func plainBlocks(s string) []Block {
	wrapped := isWrapped(s)
	var blocks []Block
	start, end := -1, -1
	flush := func() {
		if start >= 0 {
			blocks = append(blocks, Block{Span: Span{start, end}})
		}
		start = -1
	}
	for at := 0; at < len(s); {
		next := len(s)
		if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line := s[at:next]
		body := strings.TrimSpace(line)
		if body == "" {
			flush()
		} else {
			if !wrapped {
				flush()
			}
			left := strings.Index(line, body)
			if start < 0 {
				start = at + left
			}
			end = at + left + len(body)
		}
		at = next
	}
	flush()
	return blocks
}

// isWrapped reports whether the lines of s are pieces of paragraphs: most lines
// that are followed by another non-blank line end near the same width.
func isWrapped(s string) bool {
	const widest, ragged = 100, 25
	inner, near := 0, 0
	for len(s) > 0 {
		line, rest, _ := strings.Cut(s, "\n")
		if following, _, _ := strings.Cut(rest, "\n"); strings.TrimSpace(line) != "" && strings.TrimSpace(following) != "" {
			inner++
			if n := len(strings.TrimSpace(line)); n <= widest && n >= widest-ragged-25 {
				near++
			}
		}
		s = rest
	}
	return inner > 0 && near*2 > inner
}
