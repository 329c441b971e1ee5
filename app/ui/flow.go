package ui

import (
	"strings"
	"unicode/utf8"

	"dateline/parse/text"
)

// face is how a line of a passage is set.
type face struct {
	size float32
	bold bool
}

// line is a stretch of text that stands on one line.
type line struct {
	text.Span
	y, height float32
	indent    float32
	face      face
}

// measure returns the width of words set in a face.
type measure func(words string, f face) float32

// paragraph is a stretch of text that starts on a new line.
type paragraph struct {
	text.Span
	face   face
	indent float32
	above  float32 // space over its first line
}

const lineHeight = 1.45 // of the text size

// flow breaks paragraphs of s into lines no wider than width, and returns them
// with the height of the whole. A word that is wider than a line is broken.
func flow(s string, paragraphs []paragraph, width float32, widthOf measure) ([]line, float32) {
	var lines []line
	var y float32
	for i, p := range paragraphs {
		if i > 0 {
			y += p.above
		}
		for _, span := range breakLines(s, p, width-p.indent, widthOf) {
			l := line{Span: span, y: y, height: p.face.size * lineHeight, indent: p.indent, face: p.face}
			lines = append(lines, l)
			y += l.height
		}
	}
	return lines, y
}

// breakLines returns the lines of one paragraph without the spaces at their ends.
func breakLines(s string, p paragraph, width float32, widthOf measure) []text.Span {
	var lines []text.Span
	space := widthOf(" ", p.face)
	start, end := -1, -1 // of the line so far
	var used float32
	flush := func() {
		if start >= 0 {
			lines = append(lines, text.Span{Start: start, End: end})
		}
		start = -1
	}
	for at := p.Start; at < p.End; {
		word := nextWord(s, at, p.End)
		if word.Len() == 0 {
			break
		}
		at = word.End
		w := widthOf(s[word.Start:word.End], p.face)
		if start >= 0 && used+space+w > width {
			flush()
		}
		for start < 0 && w > width {
			head := fitting(s[word.Start:word.End], width, p.face, widthOf)
			lines = append(lines, text.Span{Start: word.Start, End: word.Start + head})
			word.Start += head
			w = widthOf(s[word.Start:word.End], p.face)
			if word.Len() == 0 {
				break
			}
		}
		if word.Len() == 0 {
			continue
		}
		if start < 0 {
			start, used = word.Start, w
		} else {
			used += space + w
		}
		end = word.End
		if strings.Contains(s[at:min(at+1, p.End)], "\n") {
			flush()
		}
	}
	flush()
	return lines
}

// nextWord returns the first stretch without white space in s[at:end], empty if
// there is none.
func nextWord(s string, at, end int) text.Span {
	rest := s[at:end]
	start := strings.IndexFunc(rest, isSpace)
	for start == 0 {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
		start = strings.IndexFunc(rest, isSpace)
	}
	at = end - len(rest)
	if start < 0 {
		return text.Span{Start: at, End: end}
	}
	return text.Span{Start: at, End: at + start}
}

// isSpace reports whether a line may be broken at r.
func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u2003' || r == '\u3000'
}

// fitting returns how many bytes of word fit in width: at least one character.
func fitting(word string, width float32, f face, widthOf measure) int {
	fits := 0
	for i, r := range word {
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n := utf8.DecodeRuneInString(word[i:])
			end = i + n
		}
		if fits > 0 && widthOf(word[:end], f) > width {
			return fits
		}
		fits = end
	}
	return fits
}

// lineAt returns the index of the line that holds the byte at offset, or of the
// one before it; 0 for an offset before all lines.
func lineAt(lines []line, offset int) int {
	lo, hi := 0, len(lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if lines[mid].Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// linesBetween returns the range of lines that show between two heights.
func linesBetween(lines []line, top, bottom float32) (first, end int) {
	first = len(lines)
	for i, l := range lines {
		if l.y+l.height >= top {
			first = i
			break
		}
	}
	end = first
	for end < len(lines) && lines[end].y <= bottom {
		end++
	}
	return first, end
}
