package source

import (
	"strings"
	"testing"
)

const wordStyles = `<w:styles><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:styleId="HH"><w:basedOn w:val="H"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>`

// wordWith is a Word document with a body and further parts.
func wordWith(body string, more ...part) []byte {
	return zipOf(append(append(wordFile(body), part{"word/styles.xml", wordStyles}), more...)...)
}

func run(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }

func styled(style, s string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run(s) + "</w:p>"
}

func TestWord(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"runs of a paragraph", "<w:p>" + run("It was ") + run("built.") + "</w:p><w:p/>", lines("p It was built.")},
		{"styles", styled("H", "One") + styled("HH", "Two") + styled("C", "A mill") + styled("no", "Three"), lines("h2 One", "h2 Two", "c A mill", "p Three")},
		{"list item", `<w:p><w:pPr><w:numPr/></w:pPr>` + run("one") + "</w:p>", lines("l one")},
		{"marks", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>D</w:t><w:softHyphen/><w:t>e</w:t></w:r></w:p>", lines("p a b-c", "p De")},
		{"deleted and moved text", "<w:p>" + run("It ") + "<w:del>" + run("fell") + "</w:del><w:ins>" + run("stood") + "</w:ins><w:moveFrom>" + run("x") + "</w:moveFrom></w:p>", lines("p It stood")},
		{"code of a field", "<w:p>" + run("see ") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("there") + "</w:p>", lines("p see there")},
		{"hidden text", "<w:p>" + run("seen") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t></w:r>" + run(" again") + "</w:p>", lines("p seen again")},
		{"table", "<w:tbl><w:tr><w:tc><w:p>" + run("1921") + "</w:p></w:tc><w:tc><w:p>" + run("built") + "</w:p><w:p>" + run("of stone") + "</w:p></w:tc></w:tr></w:tbl>", lines("r 1921\tbuilt of stone")},
		{"table of one column", "<w:tbl><w:tr><w:tc>" + styled("H", "One") + "<w:p>" + run("two") + "</w:p></w:tc></w:tr></w:tbl>", lines("h2 One", "p two")},
		{"table in a cell", "<w:tbl><w:tr><w:tc><w:p>" + run("a") + "</w:p><w:tbl><w:tr><w:tc><w:p>" + run("b") + "</w:p></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p>" + run("c") + "</w:p></w:tc></w:tr></w:tbl>", lines("r a b\tc")},
		{"text box", "<w:p>" + run("out") + "<w:r><w:pict><w:txbxContent><w:p>" + run("in") + "</w:p></w:txbxContent></w:pict></w:r>" + run("side") + "</w:p>", lines("p in", "p outside")},
		{"what older programs show", "<w:p><mc:AlternateContent><mc:Choice>" + run("new") + "</mc:Choice><mc:Fallback>" + run("old") + "</mc:Fallback></mc:AlternateContent></w:p>", lines("p new")},
		{"pages", "<w:p>" + run("one") + "</w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>", lines("p@1 one", "p@2 two")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := outline(readOne(t, "a.docx", wordWith(tt.body))); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestWordNotes(t *testing.T) {
	notes := `<w:footnotes><w:footnote w:type="separator"><w:p>` + run("---") + `</w:p></w:footnote><w:footnote w:id="1"><w:p>` + run("In 1921.") + "</w:p></w:footnote></w:footnotes>"
	got := outline(readOne(t, "a.docx", wordWith("<w:p>"+run("Built.")+"</w:p>", part{"word/footnotes.xml", notes})))
	if want := lines("p Built.", "n In 1921."); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWordProperties(t *testing.T) {
	core := `<cp:coreProperties><dc:title>The mill</dc:title><dc:creator>Ada Stone</dc:creator><dcterms:created>2021-03-22T10:00:00Z</dcterms:created><dcterms:modified>2021-04-01T10:00:00Z</dcterms:modified></cp:coreProperties>`
	d := readOne(t, "a.docx", wordWith("<w:p>"+run("Built.")+"</w:p>", part{"docProps/core.xml", core}))
	if d.Title != "The mill" || d.Author != "Ada Stone" || days(d) != "2021-03-22 2021-04-01" || !strings.Contains(d.Dates[0].Origin, "properties") {
		t.Errorf("title %q, author %q, dates %v", d.Title, d.Author, d.Dates)
	}
}

func TestWordElsewhere(t *testing.T) {
	data := zipOf(part{"[Content_Types].xml", ""}, part{"_rels/.rels", `<Relationships><Relationship Type="http://x/officeDocument" Target="/other/main.xml"/></Relationships>`},
		part{"other/main.xml", "<w:document><w:body><w:p>" + run("found") + "</w:p></w:body></w:document>"})
	if got, want := outline(readOne(t, "a.docx", data)), lines("p found"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWordIsRefused(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"no main part", zipOf(part{"[Content_Types].xml", ""}), "no word/document.xml inside"},
		{"no text", wordWith("<w:p/>"), "no text in it"},
		{"not XML", wordWith("<w:p><<"), "damaged"},
		{"unknown entity", wordWith("<w:p>&lol;</w:p>"), "damaged"},
		{"too deep", wordWith(strings.Repeat("<w:p>", 2*maxDepth)), "nested too deeply"},
		{"a part twice", zipOf(append(wordFile("a"), wordFile("b")...)...), "two files of the same name"},
		{"cut", wordWith(run("a"))[:100], "zip file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.docx", tt.data); !strings.Contains(got, tt.want) || !strings.Contains(got, "a.docx") {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
