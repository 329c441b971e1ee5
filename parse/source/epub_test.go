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

// bookLock is the list of the encrypted files of a book.
func bookLock(names ...string) part {
	list := ""
	for _, name := range names {
		list += `<enc:EncryptedData><enc:EncryptionMethod Algorithm="x"/><enc:CipherData><enc:CipherReference URI="` + name + `"/></enc:CipherData></enc:EncryptedData>`
	}
	return part{"META-INF/encryption.xml", "<encryption>" + list + "</encryption>"}
}

func TestBookWithLockedFonts(t *testing.T) {
	d := readOne(t, "mill.epub", zipOf(book(bookOPF, part{"text/one.xhtml", `<html><body><p>It was built in 1921.</p></body></html>`},
		part{"text/two b.xhtml", "\x03"}, bookLock("fonts/a.otf", "text/two b.xhtml"))...))
	if d.Text != "It was built in 1921." {
		t.Errorf("read %q", d.Text)
	}
}

func TestBookIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		parts []part
		want  string
	}{
		{"no package", []part{{"META-INF/container.xml", container}}, "no such file"},
		{"no chapters", book(bookOPF), "the chapters that the book names are not in it; it may be damaged"},
		{"empty chapters", book(bookOPF, part{"text/one.xhtml", ""}, part{"text/two b.xhtml", "<p/>"}), "no text in it"},
		{"broken package", book("<package><"), "damaged"},
		{"locked", book(bookOPF, part{"text/one.xhtml", "\x01\x02"}, part{"text/two b.xhtml", "\x03"}, bookLock("text/one.xhtml", "text/two%20b.xhtml")), "locked by its seller (DRM)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.epub", zipOf(tt.parts...)); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
