package source

import "testing"

func TestMarkdown(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"headings", "# One #\n\nTwo\n===\n\nThree\n---\n\n#### Four", lines("h1 One", "h1 Two", "h2 Three", "h4 Four")},
		{"wrapped lines", "# T\n\nIt was\nbuilt in\n1921.", lines("h1 T", "p It was built in 1921.")},
		{"hard line break", "# T\n\n5 June, Rome  \n9 June, Bern", lines("h1 T", "p 5 June, Rome", "p 9 June, Bern")},
		{"emphasis", "# T\n\nA **bold** and *slanted* word, an _underlined_ one, snake_case_name.", lines("h1 T", "p A bold and slanted word, an underlined one, snake_case_name.")},
		{"links", "# T\n\nSee [the mill](https://example.org/a_(b) \"x\"), [here][1] and <https://example.org>.\n\n[1]: https://example.org", lines("h1 T", "p See the mill, here and https://example.org.")},
		{"images are left out", "# T\n\nBefore ![a mill](mill.png) after.", lines("h1 T", "p Before after.")},
		{"lists", "# T\n\n- one\n- two\n  goes on\n\n1. three\n2) four\n- [x] done", lines("h1 T", "l one", "l two goes on", "l three", "l four", "l done")},
		{"quotation", "# T\n\n> said\n> somebody\n\nAfter.", lines("h1 T", "q said somebody", "p After.")},
		{"table", "# T\n\n| Year | What |\n|---|:-:|\n| 1921 | **built** |", lines("h1 T", "r Year\tWhat", "r 1921\tbuilt")},
		{"code is furniture", "# T\n\n```go\nx := 1921\n```\nAfter.", lines("h1 T", "f x := 1921", "p After.")},
		{"footnote", "# T\n\nBuilt.[^1]\n\n[^1]: In 1921.", lines("h1 T", "p Built.", "n In 1921.")},
		{"escapes", "# T\n\n\\*not slanted\\* and \\# no heading, 5 &lt; 6", lines("h1 T", "p *not slanted* and # no heading, 5 < 6")},
		{"rule and tags", "# T\n\none\n\n***\n\n<b>two</b>", lines("h1 T", "p one", "p two")},
		{"a year is no list", "# T\n\n1921. That was the year.", lines("h1 T", "p 1921. That was the year.")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(readOne(t, "a.md", []byte(tt.file))); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestPlainTextIsNotMarkdown(t *testing.T) {
	const file = "Prices rose by 5 * 3 percent.\n\n- so they said -\n\nThe #1 reason was snake_case_names.\n"
	if d := readOne(t, "a.txt", []byte(file)); d.Text != file {
		t.Errorf("text %q, want the file's", d.Text)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# T\n\nA **b** [c](d) `e` <f> ![g](h)\n\n> i\n- j\n| k |\n")
	f.Add("---\ntitle: a\n---\n")
	f.Fuzz(func(t *testing.T, s string) { fuzzOne(t, []byte("# T\n\n"+s)) })
}
