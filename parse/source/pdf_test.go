package source

import (
	"strings"
	"testing"

	"dateline/parse/text"
)

func TestPDF(t *testing.T) {
	d := readOne(t, "a.pdf", onePage("BT /F 20 Tf 50 700 Td (The old mill) Tj /F 10 Tf 0 -30 Td (It was built on 5 May 1921 by two) Tj 0 -12 Td (brothers from the hills.) Tj ET"))
	if got, want := outline(d), lines("h1@1 The old mill", "p@1 It was built on 5 May 1921 by two brothers from the hills."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if d.Title != "The old mill" {
		t.Errorf("title %q", d.Title)
	}
}

func TestPDFIsRefused(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"no text", onePage("0 0 9 9 re f"), "text recognition"},
		{"damaged", []byte("%PDF-1.7 and no more"), "damaged"},
		{"no pages", pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"), "pages"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.pdf", tt.data); !strings.Contains(got, tt.want) || !strings.Contains(got, "a.pdf") {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}

func TestIsoDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"D:20210322101112+01'00'", "2021-03-22T10:11:12+01:00"},
		{"D:20210322101112Z", "2021-03-22T10:11:12Z"},
		{"D:20210322101112-05", "2021-03-22T10:11:12-05:00"},
		{"D:202103221011", "2021-03-22T10:11:00"},
		{"D:20210322", "2021-03-22"},
		{"D:2021", "2021"},
		{"22 March 2021", "22 March 2021"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := isoDate(tt.in); got != tt.want {
			t.Errorf("isoDate(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPDFInfo(t *testing.T) {
	tests := []struct{ name, title, created, data, want, days string }{
		{"plain", "The mill", "D:20210322", "", "The mill", "2021-03-22"},
		{"XMP, packed", "", "D:20220101", "<</Subtype/XML>>stream\n" + packed(`<rdf:RDF prism:publicationDate="2021-03-22"`), "", "2021-03-22 2022-01-01"},
		{"file name as title", "Microsoft Word - mill.doc", "", "", "", ""},
		{"XMP", "", "D:20220101", "<x:xmpmeta><dc:date><rdf:Seq><rdf:li>2021-03-22</rdf:li></rdf:Seq></dc:date>", "", "2021-03-22 2022-01-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var d text.Document
			fillInfo(&d, map[string]string{"Title": tt.title, "CreationDate": tt.created}, []byte(tt.data))
			if d.Title != tt.want || days(&d) != tt.days {
				t.Errorf("title %q, dates %q, want %q, %q", d.Title, days(&d), tt.want, tt.days)
			}
		})
	}
}
