package source

import (
	"strings"
	"testing"
)

const bookOPF = `<package><metadata><dc:title>The mill</dc:title><dc:creator>Ada Stone</dc:creator><dc:creator>Ben Hill</dc:creator><dc:language>en</dc:language><dc:publisher>Valley Press</dc:publisher><meta property="dcterms:modified">2022-01-02T00:00:00Z</meta><dc:date>2021-03-22</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="b" href="text/two%20b.xhtml"/><item id="a" href="text/one.xhtml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine></package>`

func TestBook(t *testing.T) {
	d := readOne(t, "mill.epub", zipOf(book(bookOPF,
		part{"text/two b.xhtml", `<html><head><title/></head><body><h1>Two</h1><p>It fell in 1951.</p></body></html>`},
		part{"text/one.xhtml", `<html><body><h1>One</h1><p>It was built in 1921.</p></body></html>`},
		part{"nav.xhtml", `<html><body><nav>One Two</nav></body></html>`})...))
	if got, want := outline(d), lines("h1@1 One", "p@1 It was built in 1921.", "h1@2 Two", "p@2 It fell in 1951."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if d.Title != "The mill" || d.Author != "Ada Stone, Ben Hill" || d.Site != "Valley Press" || d.Language != "en" || days(d) != "2021-03-22 2022-01-02" {
		t.Errorf("title %q, author %q, site %q, language %q, dates %q", d.Title, d.Author, d.Site, d.Language, days(d))
	}
}

func TestBookIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		parts []part
		want  string
	}{
		{"no package", []part{{"META-INF/container.xml", container}}, "no such file"},
		{"no chapters", book(bookOPF), "no text in it"},
		{"broken package", book("<package><"), "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.epub", zipOf(tt.parts...)); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
