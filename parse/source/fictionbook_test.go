package source

import "testing"

func TestFictionBook(t *testing.T) {
	const file = `<?xml version="1.0" encoding="windows-1251"?><FictionBook><description><title-info><author><first-name>Ada</first-name><last-name>Stone</last-name></author><book-title>The mill</book-title><date value="1921-05-05">May</date><lang>ru</lang></title-info></description>` +
		`<body><section><title><p>One</p></title><epigraph><p>said</p></epigraph><p>` + "\xcf\xf0\xe8" + ` <emphasis>built</emphasis>.</p></section></body><body name="notes"><section><p>In 1921.</p></section></body><binary>AAAA</binary></FictionBook>`
	d := readOne(t, "a.fb2", []byte(file))
	if got, want := outline(d), lines("h2 One", "q said", "p При built.", "n In 1921."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if d.Title != "The mill" || d.Author != "Ada Stone" || d.Language != "ru" || days(d) != "1921-05-05" {
		t.Errorf("title %q, author %q, language %q, dates %q", d.Title, d.Author, d.Language, days(d))
	}
}
