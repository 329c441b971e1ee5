package ui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/parse/text"
)

// monospaced measures a character as one unit, and a bold one as two.
func monospaced(words string, f face) float32 {
	n := float32(utf8.RuneCountInString(words))
	if f.bold {
		return 2 * n
	}
	return n
}

func TestFlow(t *testing.T) {
	tests := []struct {
		name  string
		text  string
		face  face
		width float32
		want  []string
	}{
		{"one line", "in May 1921", face{}, 20, []string{"in May 1921"}},
		{"just fits", "in May 1921", face{}, 11, []string{"in May 1921"}},
		{"just does not", "in May 1921", face{}, 10, []string{"in May", "1921"}},
		{"a word a line", "in May 1921", face{}, 4, []string{"in", "May", "1921"}},
		{"bold is wider", "in May 1921", face{bold: true}, 12, []string{"in May", "1921"}},
		{"a long word is broken", "Schifffahrt im Mai", face{}, 6, []string{"Schiff", "fahrt", "im Mai"}},
		{"a long word after others", "im Mai Schifffahrt", face{}, 6, []string{"im Mai", "Schiff", "fahrt"}},
		{"without spaces", "桂林山水甲天下", face{}, 3, []string{"桂林山", "水甲天", "下"}},
		{"no room at all", "ab c", face{}, 0, []string{"a", "b", "c"}},
		{"spaces at both ends", "  in  May ", face{}, 20, []string{"in  May"}},
		{"line breaks", "in\nMay", face{}, 20, []string{"in", "May"}},
		{"nothing", "", face{}, 20, nil},
		{"spaces alone", " \t\n", face{}, 20, nil},
		{"broken text", "a\xffb", face{}, 1, []string{"a", "\xff", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.face.size = 10
			lines, height := flow(tt.text, []paragraph{{Span: text.Span{End: len(tt.text)}, face: tt.face}}, tt.width, monospaced)
			var got []string
			for _, l := range lines {
				got = append(got, tt.text[l.Start:l.End])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("flow(%q, %v) = %q, want %q", tt.text, tt.width, got, tt.want)
			}
			if want := float32(len(tt.want)) * 10 * lineHeight; height != want {
				t.Errorf("the height is %v, want %v", height, want)
			}
		})
	}
}

func TestFlowParagraphs(t *testing.T) {
	s := "One two\n\nthree four"
	paragraphs := []paragraph{
		{Span: text.Span{Start: 0, End: 7}, face: face{size: 20}, above: 99},
		{Span: text.Span{Start: 9, End: 19}, face: face{size: 10}, above: 5, indent: 4},
	}
	lines, height := flow(s, paragraphs, 9, monospaced)
	if len(lines) != 3 {
		t.Fatalf("there are %d lines, want 3", len(lines))
	}
	if lines[1].y != 20*lineHeight+5 || lines[1].indent != 4 || s[lines[1].Start:lines[1].End] != "three" {
		t.Errorf("the second paragraph starts with %q at %+v", s[lines[1].Start:lines[1].End], lines[1])
	}
	if want := float32(20*lineHeight + 5 + 2*10*lineHeight); height != want {
		t.Errorf("the height is %v, want %v", height, want)
	}
}

func TestLineAt(t *testing.T) {
	lines := []line{{Span: text.Span{Start: 2, End: 5}}, {Span: text.Span{Start: 6, End: 9}}, {Span: text.Span{Start: 12, End: 15}}}
	for offset, want := range map[int]int{0: 0, 2: 0, 5: 0, 6: 1, 11: 1, 12: 2, 99: 2} {
		if got := lineAt(lines, offset); got != want {
			t.Errorf("lineAt(%d) = %d, want %d", offset, got, want)
		}
	}
	if got := lineAt(nil, 3); got != 0 {
		t.Errorf("lineAt of no lines = %d", got)
	}
}

func TestLinesBetween(t *testing.T) {
	lines, _ := flow(strings.Repeat("a ", 100), []paragraph{{Span: text.Span{End: 200}, face: face{size: 10}}}, 1, monospaced)
	tests := []struct {
		top, bottom float32
		first, end  int
	}{
		{-10, 0, 0, 1},
		{0, 30, 0, 3},
		{100, 130, 6, 9},
		{1440, 9999, 99, 100},
		{9999, 10000, 100, 100},
	}
	for _, tt := range tests {
		if first, end := linesBetween(lines, tt.top, tt.bottom); first != tt.first || end != tt.end {
			t.Errorf("linesBetween(%v, %v) = %d, %d, want %d, %d", tt.top, tt.bottom, first, end, tt.first, tt.end)
		}
	}
}

// FuzzFlow checks that no text is lost: the lines hold all of it but white
// space, in order.
func FuzzFlow(f *testing.F) {
	f.Add("in May 1921", float32(4))
	f.Add("Schifffahrt im Mai", float32(6))
	f.Add("桂林\n山水 甲天下\xff", float32(0))
	f.Fuzz(func(t *testing.T, s string, width float32) {
		lines, _ := flow(s, []paragraph{{Span: text.Span{End: len(s)}, face: face{size: 10}}}, width, monospaced)
		var got strings.Builder
		end := 0
		for _, l := range lines {
			if l.Start < end || l.End <= l.Start {
				t.Fatalf("line %+v after %d", l.Span, end)
			}
			end = l.End
			got.WriteString(s[l.Start:l.End])
		}
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if isSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		// Bytes that are no text may become some when the space between them goes.
		if utf8.ValidString(s) && bare(got.String()) != bare(s) {
			t.Errorf("flow(%q, %v) has %q", s, width, got.String())
		}
	})
}
