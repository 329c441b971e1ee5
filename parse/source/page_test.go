package source

import (
	"strings"
	"testing"
)

// story is the prose of a made-up article, long enough to be one.
const story = `<p>The mill by the river was built on 5 May 1921 by two brothers from the hills, and it worked for thirty years.</p>
<p>When the war came in 1939 the brothers left, and the wheel stood still until a baker from the town bought the house.</p>
<p>It burned down on a night in June 1951, and what is left of its walls can be seen from the road to this day.</p>
<p>The town wants to build it up again by 2030, the mayor said on Monday, if somebody is found who pays for the wood.</p>`

// around is a page with a story and what stands around one.
func around(head, above, below string) []byte {
	return []byte("<!doctype html><html lang=en-GB><head><title>The mill - The Valley</title>" + head + "</head><body>" +
		`<nav><a href="/">Home</a> <a href="/news">News of 4 April 2019</a></nav><article><h1>The mill</h1>` + above + story + below +
		`</article><footer><p>Copyright 2018 The Valley</p></footer></body></html>`)
}

func TestPageHoldsTheArticleAlone(t *testing.T) {
	tests := []struct{ name, above, below string }{
		{"nothing else", "", ""},
		{"more stories", "", `<h2>More stories</h2><ul><li><a href=a>A flood on 3 March 2017</a><li><a href=b>A feast in 1999</a></ul>`},
		{"related by class", "", `<div class="related-box"><h3>The flood of 1997</h3><p>In 1997 the water rose for nine days, and nobody knew what to do about it until it fell.</p></div>`},
		{"links below", "", `<p><a href=a>The flood of 1997 and what came of it in the valley</a></p><p><a href=b>The feast of 1999</a></p>`},
		{"pointer inside", `<p>Read more: <a href=a>The flood of 1997</a></p>`, ""},
		{"credit of a picture", `<p>Photo: A. Stone, 1997 / Valley Pictures</p>`, ""},
		{"copyright", "", `<p>© 1997 The Valley. All rights reserved</p>`},
		{"breadcrumbs", `<ul><li><a href=a>News of 1997</a><li><a href=b>The valley in 1999</a></ul>`, ""},
	}
	want := []string{"5 May 1921", "1939", "June 1951", "2030"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := own(readOne(t, "mill.html", around("", tt.above, tt.below)))
			for _, w := range want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is lost: %s", w, got)
				}
			}
			for _, foreign := range []string{"1997", "1999", "2017", "2018", "2019"} {
				if strings.Contains(got, foreign) {
					t.Errorf("%q is not the article's: %s", foreign, got)
				}
			}
		})
	}
}

func TestPageKeepsWhatIsTheArticles(t *testing.T) {
	tests := []struct{ name, below, want string }{
		{"a list at the end", "<ul><li>1921: the mill is built</li><li>1951: the mill burns down</li></ul>", "1951: the mill burns down"},
		{"a table at the end", "<table><tr><td>1921<td>built</tr><tr><td>1951<td>burned</tr></table>", "1951\tburned"},
		{"lines with dates", "<p>5 June – Rome, Teatro Argentina<br>9 June – Bern, Dampfzentrale</p>", "9 June – Bern"},
		{"a sentence that begins like a pointer", "<p>Related families in the valley gave their savings of the year 1922 for the wheel, which came by ship from the north.</p>", "1922"},
		{"copyright in a sentence", "<p>Copyright law changed in 1976, and with it the right to print the old pictures of the mill and its wheel.</p>", "1976"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := own(readOne(t, "mill.html", around("", "", tt.below))); !strings.Contains(got, tt.want) {
				t.Errorf("%q is lost: %s", tt.want, got)
			}
		})
	}
}

func TestPageSaysWhoAndWhere(t *testing.T) {
	d := readOne(t, "mill.html", around(`<link rel=canonical href="https://valley.example/mill"><meta property="og:site_name" content="The Valley"><meta name=author content="Ada Stone">`, "<p>By Ada Stone</p>", ""))
	if d.Title != "The mill - The Valley" && d.Title != "The mill" || d.Author != "Ada Stone" || d.Site != "The Valley" || d.URL != "https://valley.example/mill" || d.Language != "en-GB" {
		t.Errorf("title %q, author %q, site %q, URL %q, language %q", d.Title, d.Author, d.Site, d.URL, d.Language)
	}
}

func TestPageIsRecognised(t *testing.T) {
	tests := []struct {
		name, file string
		want       bool
	}{
		{"doctype", "<!DOCTYPE html><p>a", true},
		{"fragment", "<p>It was built in 1921.</p>", true},
		{"after a comment and a declaration", "<?xml version='1.0'?>\n<!-- saved -->\n<html>", true},
		{"comment without end", "<!-- a", false},
		{"other XML", "<?xml version='1.0'?><gpx>", false},
		{"text with a tag", "I wrote <p> by hand", false},
		{"less than", "< 5 years", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := isHTML(sample{text: tt.file}); got != tt.want {
				t.Errorf("isHTML(%q) = %v, want %v", tt.file, got, tt.want)
			}
		})
	}
}

func TestPageThatIsTooDeep(t *testing.T) {
	page := "<html><body>" + strings.Repeat("<div>", 3000) + "<p>It was built in 1921.</p><script>var x</script><p>It fell.</p>"
	if got, want := outline(readOne(t, "deep.html", []byte(page))), lines("p It was built in 1921.", "p It fell."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPageIsRefused(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"only a script", "<html><body><script>render()</script></body></html>", "made by a script"},
		{"zeros", "<html>" + strings.Repeat("\x01\x02", 100), "not text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.html", []byte(tt.file)); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPageTitle(t *testing.T) {
	const linked = `<script type="application/ld+json">{"@type":"Article","datePublished":"2019-05-06","headline":"A kind of page"}</script>`
	body := "<p>" + strings.Repeat("The harbour was closed on 4 May 2019 while the crane was repaired. ", 8) + "</p>"
	for name, tt := range map[string]struct{ head, heading, want string }{
		"the heading that the head's title begins with": {linked + "<title>The crane that fell - Harbour News</title>", "The crane that fell", "The crane that fell"},
		"the headline where the heading is another":     {linked + "<title>Cranes and their makers</title>", "Harbour News", "A kind of page"},
		"the headline where the heading is the site":    {linked + "<title>Harbour: the crane that fell on a quiet morning</title>", "Harbour", "A kind of page"},
		"the head's title where there is nothing else":  {"<title>The crane that fell</title>", "", "The crane that fell"},
	} {
		page := "<html><head>" + tt.head + "</head><body><article><h1>" + tt.heading + "</h1>" + body + "</article></body></html>"
		if got := readOne(t, "page.html", []byte(page)).Title; got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
