package source

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dateline/parse/text"
)

// outlineOf writes the pieces of a page as outline does.
func outlineOf(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var w writer
	for _, p := range pieces(root) {
		w.add(p.kind, p.level, p.text)
	}
	var d text.Document
	w.fill(&d)
	return outline(&d)
}

func TestPieces(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"paragraphs and headings", "<h2>The mill</h2><p>It <b>was</b>\n  built.</p>loose", lines("h2 The mill", "p It was built.", "p loose")},
		{"what is not seen", "<script>x</script><style>y</style><p hidden>z</p><p style='DISPLAY: none'>u</p><noscript>v</noscript><p>seen", lines("p seen")},
		{"list in a list", "<ul><li>one<ul><li>two</li></ul></li></ul>", lines("l one", "l two")},
		{"quotation", "<blockquote><p>said</p><ul><li>item</ul></blockquote>", lines("q said", "q item")},
		{"figure", "<figure><img><figcaption>The mill</figcaption></figure>", lines("c The mill")},
		{"data table", "<table><caption>Mills</caption><tr><th>Year<th>What</tr><tr><td>1921<td>built<br>of stone</tr></table>", lines("c Mills", "r Year\tWhat", "r 1921\tbuilt of stone")},
		{"table that arranges", "<table><tr><td><p>one</p><p>two</p><p>three</p><td>b</table>", lines("p one", "p two", "p three", "p b")},
		{"line breaks", "<p>5 June, Rome<br>9 June, Bern</p>", lines("p 5 June, Rome", "p 9 June, Bern")},
		{"broken line", "<p>It was<br>broken off</p>", lines("p It was broken off")},
		{"preformatted", "<pre>5 June\n9 June</pre>", lines("p 5 June", "p 9 June")},
		{"reference marks", "<p>Built<sup class=reference>[1]</sup> on the 5<sup>th</sup></p>", lines("p Built on the 5th")},
		{"footnotes", "<ol class=references><li>In 1921.</ol>", lines("n In 1921.")},
		{"large first letter", "<p><span>T</span></p><p>he mill stood.</p>", lines("p The mill stood.")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outlineOf(t, tt.page); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}
