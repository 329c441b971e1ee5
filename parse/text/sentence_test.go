package text

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	tests := []struct {
		name string
		want []string // joined by a space, they are the input
	}{
		{"plain", []string{"The bridge opened.", "Nobody came."}},
		{"month", []string{"The bridge opened on Jan. 6, Mayor Horn said.", "Nobody came."}},
		{"country", []string{"The U.S. President Horn came.", "He left."}},
		{"country at the end", []string{"He went back to the U.S.", "The bridge stayed."}},
		{"title", []string{"Then Dr. Ilse Horn spoke.", "It rained."}},
		{"number", []string{"She lived at No. 7 until the end."}},
		{"clock", []string{"The doors open at 7 p.m. Friday.", "Bring a lamp."}},
		{"clock at the end", []string{"The doors open at 7 p.m.", "The lamps are lit."}},
		{"initials", []string{"It was painted by J. R. Horn in one night."}},
		{"company", []string{"Horn Inc. Chairman Veit left.", "They cheered."}},
		{"question", []string{"Who came?", "Nobody!", "So it was."}},
		{"quote", []string{"“It is done.”", "Horn sat down."}},
		{"no number", []string{"He said no.", "Nobody asked again."}},
		{"abbreviated day", []string{"It opened on Sat. 4 June, as planned."}},
		{"sat", []string{"There he sat.", "Horn came."}},
		{"decimal", []string{"It grew by 3.5 metres.", "It stopped."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := FromPlain("", strings.Join(tt.want, " "))
			var got []string
			for _, s := range d.Sentences() {
				got = append(got, d.Slice(s))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("Sentences() = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSentencesKeepBlocksApart(t *testing.T) {
	d := &Document{
		Text: "A bridge opens. And how\nIt opened\n1921\tThe bridge opens. Rain.",
		Blocks: []Block{
			{Span: Span{0, 23}, Kind: Heading, Level: 1},
			{Span: Span{24, 33}},
			{Span: Span{34, 62}, Kind: Row},
		},
	}
	want := []Span{{0, 23}, {24, 33}, {34, 62}}
	if got := d.Sentences(); !slices.Equal(got, want) {
		t.Errorf("Sentences() = %v, want %v", got, want)
	}
}

func TestSentencesTakeLinearTime(t *testing.T) {
	for _, unit := range []string{". ", "A. ", "e.g. ", "\n", "word ", "“", "no. 1 ", "\u3000"} {
		d := &Document{Text: strings.Repeat(unit, 400_000)}
		d.Blocks = []Block{{Span: Span{0, len(d.Text)}}}
		start := time.Now()
		d.Sentences()
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes of %q took %v", len(d.Text), unit, took)
		}
	}
}

func TestSentencesWithoutEndAreCut(t *testing.T) {
	tests := []struct {
		name    string
		content string
		most    int // bytes of a sentence
	}{
		{"words", strings.Repeat("and on ", 30_000), longestSentence},
		{"heading", "# " + strings.Repeat("and on ", 30_000), longestSentence},
		{"one word", strings.Repeat("on", 50_000), longestSentence},
		{"one word beyond ASCII", strings.Repeat("aß", 50_000), longestSentence},
		{"words that fit", strings.Repeat("and on ", 2_000), longestSentence},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := FromPlain("", tt.content)
			var got []string
			for _, s := range d.Sentences() {
				if s.Len() > tt.most {
					t.Errorf("a sentence of %d bytes, want at most %d", s.Len(), tt.most)
				}
				if !utf8.ValidString(d.Slice(s)) {
					t.Error("a letter is cut in two")
				}
				got = append(got, d.Slice(s))
			}
			if want := strings.TrimSpace(tt.content); strings.Join(got, "") != want && strings.Join(got, " ") != want {
				t.Errorf("%d sentences leave something out", len(got))
			}
		})
	}
}
