package source

import (
	"fmt"
	"strings"
	"testing"

	"dateline/parse/text"
)

// column sets lines of text under each other in letters 10 points high.
func column(left, top, width float64, lines ...string) []pdfLine {
	const height, leading, perLetter = 10, 12, 5
	var list []pdfLine
	for i, s := range lines {
		y := top - float64(i)*leading
		right := min(left+width, left+float64(len(s))*perLetter)
		l := pdfLine{text: strings.TrimSuffix(s, "|"), left: left, right: right, top: y, bottom: y - height, hyphen: strings.HasSuffix(s, "|")}
		if len(s) > 20 {
			l.right = left + width // justified
		}
		list = append(list, l)
	}
	return list
}

func sheet(parts ...[]pdfLine) pdfPage {
	p := pdfPage{width: 600, height: 800}
	for _, part := range parts {
		p.lines = append(p.lines, part...)
	}
	return p
}

func sized(l []pdfLine, height float64) []pdfLine {
	for i := range l {
		l[i].top = l[i].bottom + height
	}
	return l
}

func layout(pages ...pdfPage) string {
	var w writer
	for _, p := range layPDF(pages) {
		w.page = p.page
		w.add(p.kind, p.level, p.text)
	}
	var d text.Document
	w.fill(&d)
	return outline(&d)
}

func TestLayPDF(t *testing.T) {
	tests := []struct {
		name  string
		pages []pdfPage
		want  string
	}{
		{
			"lines of a paragraph",
			[]pdfPage{sheet(column(50, 700, 300, "The mill by the river was built", "in the year of the great flood", "by two brothers.", "It burned down on a night in June", "and was never built again."))},
			lines("p@1 The mill by the river was built in the year of the great flood by two brothers.", "p@1 It burned down on a night in June and was never built again."),
		},
		{
			"two columns",
			[]pdfPage{sheet(column(50, 700, 200, "The mill by the river was", "built in the year of the"), column(300, 700, 200, "great flood by two brothers", "from the hills."))},
			lines("p@1 The mill by the river was built in the year of the great flood by two brothers from the hills."),
		},
		{
			"two pages",
			[]pdfPage{sheet(column(50, 700, 200, "The mill by the river was", "built in the year of the")), sheet(column(50, 700, 200, "great flood."))},
			lines("p@1 The mill by the river was built in the year of the great flood."),
		},
		{
			"heading",
			[]pdfPage{sheet(sized(column(50, 740, 300, "The old mill"), 20), column(50, 700, 300, "The mill by the river was built", "in 1921."))},
			lines("h1@1 The old mill", "p@1 The mill by the river was built in 1921."),
		},
		{
			"divided words",
			[]pdfPage{sheet(column(50, 700, 300, "In the month of Novem|", "ber the German|", "Danish border, a well-|", "known one, moved; it is well-known."))},
			lines("p@1 In the month of November the German-Danish border, a well-known one, moved; it is well-known."),
		},
		{
			"list",
			[]pdfPage{sheet(column(50, 700, 300, "• The first of the items of the list", "that goes on", "• The second"))},
			lines("l@1 The first of the items of the list that goes on", "l@1 The second"),
		},
		{
			"caption",
			[]pdfPage{sheet(column(50, 700, 300, "Figure 1: The mill in the year 1921"), column(50, 650, 300, "The mill stood there."))},
			lines("c@1 Figure 1: The mill in the year 1921", "p@1 The mill stood there."),
		},
		{"rows", []pdfPage{sheet(column(50, 700, 300, "1921\tbuilt", "1951\tburned"))}, lines("r@1 1921\tbuilt", "r@1 1951\tburned")},
		{
			"footnote",
			[]pdfPage{sheet(column(50, 700, 300, "The mill by the river was built.", "It stood there."), sized(column(50, 150, 300, "1 In 1921, they say."), 7), column(50, 690-24, 300))},
			lines("p@1 The mill by the river was built. It stood there.", "n@1 1 In 1921, they say."),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := layout(tt.pages...); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestRunningHeadersAreLeftOut(t *testing.T) {
	var pages []pdfPage
	for i := range 4 {
		pages = append(pages, sheet(column(50, 780, 300, "The Valley, 22 March 2021"), column(50, 700, 300, fmt.Sprintf("This is the story of day %d.", i)), column(290, 40, 300, fmt.Sprint(i+1))))
	}
	got := layout(pages...)
	if want := lines("p@1 This is the story of day 0.", "p@2 This is the story of day 1.", "p@3 This is the story of day 2.", "p@4 This is the story of day 3."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPrintStampsAreLeftOut(t *testing.T) {
	const story = "The mill was built in 1921."
	tests := []struct {
		name, line string
		y          float64
		kept       bool
	}{
		{"day and title", "3/22/2021 The mill", 815, true},
		{"day, time and title", "3/22/2021, 10:11 AM The mill by the river", 815, false},
		{"day and time after the title", "The mill by the river 22/03/2021, 10:11", 815, false},
		{"time with dots", "22.03.21, 10.11 The mill", 815, false},
		{"address", "https://valley.example/2021/03/22/mill 1/5", 20, false},
		{"address alone", "file:///home/ada/2021-03-22.html", 20, false},
		{"page of pages with an address", "1 von 5 https://valley.example/2021/03/22/mill", 20, false},
		{"day and time in the text", "3/22/2021, 10:11 AM it burned down.", 400, true},
		{"sentence at the rim", "It burned down on 3/22/2021.", 815, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := layout(sheet(column(50, tt.y, 300, tt.line), column(50, 600, 300, story)))
			if kept := strings.Contains(got, tt.line); kept != tt.kept || !strings.Contains(got, story) {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

func TestSeam(t *testing.T) {
	words := map[string]bool{"november": true, "well-known": true, "singer": true, "songwriter": true}
	tests := []struct{ before, after, want string }{
		{"in Novem", "ber", ""},
		{"a well", "known one", "-"},
		{"the German", "Danish border", "-"},
		{"in 1914", "18 the", "-"},
		{"a singer", "songwriter", "-"},
		{"some unheard", "of thing", ""},
	}
	for _, tt := range tests {
		if got := seam(tt.before, tt.after, words); got != tt.want {
			t.Errorf("seam(%q, %q) = %q, want %q", tt.before, tt.after, got, tt.want)
		}
	}
}

func FuzzLayPDF(f *testing.F) {
	f.Add("The mill\tby the river-|\nwas built\n• in 1921", uint16(7), uint16(3))
	f.Fuzz(func(_ *testing.T, s string, a, b uint16) {
		var list []pdfLine
		for i, line := range strings.Split(s, "\n") {
			x, y := float64((i*int(a))%600), float64((i*int(b))%800)
			list = append(list, pdfLine{text: line + "x", left: x, right: x + float64(a), top: y, bottom: y - float64(b%30), hyphen: strings.HasSuffix(line, "|")})
		}
		layout(sheet(list), sheet(list))
	})
}
