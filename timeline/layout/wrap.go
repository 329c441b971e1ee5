package layout

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline/scene"
)

// Titles says what becomes of titles that are too long for a line of their label.
type Titles uint8

// The ways to write long titles: cut at a word, or continued on further lines,
// which makes their rows higher.
const (
	CutTitles Titles = iota
	WrapTitles
)

// maxLines is the most lines that a title takes: enough for the longest that is
// looked at in a picture of some width.
const maxLines = 8

// titleStep is the distance in pixels between two lines of a title.
const titleStep = 16

// piece is a word, or a part of one that is wider than a line.
type piece struct {
	text  string
	width float64
	glued bool // to the piece before, without a space
}

// paragraph is a text that is being broken into lines, in one size and weight.
type paragraph struct {
	metrics scene.Metrics
	size    float64
	bold    bool
	space   float64 // width of a space
	pieces  []piece
}

// newParagraph cuts text into pieces of at most the given width.
func newParagraph(m scene.Metrics, text string, size float64, bold bool, width float64) *paragraph {
	s := &paragraph{metrics: m, size: size, bold: bold, space: m.Advance(" ", size, bold)}
	for word := range strings.FieldsSeq(text) {
		glued := false
		for word != "" {
			p := piece{word, m.Advance(word, size, bold), glued}
			if p.width > width {
				runes := []rune(word)
				first := max(fitting(m, runes, "", size, bold, width), 1)
				p.text = string(runes[:first])
				p.width = m.Advance(p.text, size, bold)
			}
			s.pieces = append(s.pieces, p)
			word, glued = word[len(p.text):], true
		}
	}
	return s
}

// starts returns the pieces that lines of the given width start with.
func (s *paragraph) starts(width float64) []int {
	var starts []int
	used := math.Inf(1)
	for i, p := range s.pieces {
		used += p.width
		if !p.glued {
			used += s.space
		}
		if used > width {
			starts = append(starts, i)
			used = p.width
		}
	}
	return starts
}

// line joins pieces.
func (s *paragraph) line(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		if i > 0 && !p.glued {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// balanced returns the least width, at most the given one, for which the text has
// no more lines than it has there, and how many these are.
func (s *paragraph) balanced(width float64) (least float64, lines int) {
	lines = len(s.starts(width))
	least = 0
	for _, p := range s.pieces {
		if p.glued {
			return width, lines
		}
		least = max(least, p.width)
	}
	for width-least > 1 {
		mid := (least + width) / 2
		if len(s.starts(mid)) > lines {
			least = mid
		} else {
			width = mid
		}
	}
	return width, lines
}

// wrap breaks text into lines of the given width, between words where that can
// be, and at most so many. What is left of the text is cut off as by elide.
func wrap(m scene.Metrics, text string, size float64, bold bool, width float64, most int) []string {
	if most > 1 && m.Advance(text, size, bold) > width {
		s := newParagraph(m, text, size, bold, width)
		starts := s.starts(width)
		var lines []string
		for i, from := range starts[:min(len(starts), most)-1] {
			lines = append(lines, s.line(s.pieces[from:starts[i+1]]))
		}
		rest := s.line(s.pieces[starts[len(lines)]:])
		return slices.Concat(lines, wrap(m, rest, size, bold, width, 1))
	}
	if line := elide(m, text, size, bold, width); line != "" {
		return []string{line}
	}
	return nil
}
