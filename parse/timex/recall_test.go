package timex

import (
	"slices"
	"strings"
	"testing"

	"dateline/parse/text"
)

// TestRecallKeepsWordingsApart reads texts that begin alike, each after all the
// others and more than once, and alone.
func TestRecallKeepsWordingsApart(t *testing.T) {
	texts := []string{
		"on 12/12/2012", "on 12/12/2013", "on 12/12/20133", "on 12/12 2012", "at 12:12:20", "at 12:12:20 pm", "12/12/12/12",
		"on the 3rd of May 1921", "on the 3rd of May, 1922", "on the 3rd of may be", "on the 3rd of MAY",
		"one hundred and twenty years", "one hundred and twenty-one years", "one hundred and twenty one days", "one hundred and twenty",
		"from 5 to 6 pm", "from 5 to 6 am", "from 5 to 6 p", "from 5 to 6 May 1921",
		"the last two or three weeks", "the last two or three of", "the last two or three-day",
		"between May 1914 and June 1918", "between May 1914 and June", "between May 1914 and them",
		"1,500", "1,500 years ago", "1,500.5 years ago", "1,500-year", "1998-99", "1998-9999", "Sunday", "sunday",
	}
	alone := make([]string, len(texts))
	for i, s := range texts {
		alone[i] = readings(NewReader(english(t), Options{}), s)
	}
	again := NewReader(english(t), Options{})
	for range 3 {
		for i, s := range texts {
			for _, other := range texts {
				readings(again, other)
				if got := readings(again, s); got != alone[i] {
					t.Fatalf("%q after %q reads as %s, alone as %s", s, other, got, alone[i])
				}
			}
		}
	}
}

// TestRecallWithinText reads a text many times over in one block.
func TestRecallWithinText(t *testing.T) {
	const s = "They met on 12/12/2012 and on 12/12/2013, two years and three months after the spring of 1914. "
	once := strings.Split(readings(NewReader(english(t), Options{}), s), "\n")
	many := strings.Split(readings(NewReader(english(t), Options{}), strings.Repeat(s, 50)), "\n")
	if want := slices.Repeat(once, 50); !slices.Equal(many, want) {
		t.Errorf("50 times over it reads as %d expressions, want %d", len(many), len(want))
	}
}

// readings writes what r finds in a text, a line for each expression.
func readings(r *Reader, s string) string {
	doc := text.FromPlain("", s)
	var lines []string
	for _, found := range r.Find(doc) {
		lines = append(lines, doc.Slice(found.Span)+" "+found.Rule+" "+found.Expr.String())
	}
	return strings.Join(lines, "\n")
}
