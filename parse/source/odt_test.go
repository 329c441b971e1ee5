package source

import (
	"strings"
	"testing"
)

func TestOpenDocument(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"paragraphs and headings", `<text:h text:outline-level="2">One</text:h><text:p>It <text:span>was</text:span>` + "\n" + `built.</text:p>`, lines("h2 One", "p It was built.")},
		{"lists", `<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><text:p>two</text:p>`, lines("l one", "p two")},
		{"spaces, tabs and line breaks", `<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>D</text:p>`, lines("p a b c", "p D")},
		{"note", `<text:p>Built<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In 1921.</text:p></text:note-body></text:note> there.</text:p>`, lines("p Built there.", "n In 1921.")},
		{"table", `<table:table><table:table-row><table:table-cell><text:p>1921</text:p></table:table-cell><table:table-cell><text:p>built</text:p></table:table-cell></table:table-row></table:table>`, lines("r 1921\tbuilt")},
		{"changes and comments", `<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new<office:annotation><text:p>hm</text:p></office:annotation></text:p>`, lines("p new")},
		{"style of a style", `<text:p text:style-name="P1">A mill</text:p><text:p text:style-name="Quotations">said</text:p>`, lines("c A mill", "q said")},
		{"frame", `<text:p>out<draw:frame><draw:text-box><text:p>in</text:p></draw:text-box></draw:frame>side</text:p>`, lines("p in", "p outside")},
		{"pages", `<text:p>one</text:p><text:p><text:soft-page-break/>two</text:p>`, lines("p@1 one", "p@1 two")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			parts := openFile(tt.body)
			parts[1].content = strings.Replace(parts[1].content, "<office:body>", `<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Illustration"/></office:automatic-styles><office:body>`, 1)
			want := tt.want
			if tt.name == "pages" {
				want = lines("p@1 one", "p@2 two")
			}
			if got := outline(readOne(t, "a.odt", zipOf(parts...))); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestFlatOpenDocument(t *testing.T) {
	const file = `<?xml version="1.0"?><office:document><office:meta><dc:title>The mill</dc:title><meta:creation-date>2021-03-22T10:00:00</meta:creation-date></office:meta><office:body><office:text><text:p>Built.</text:p></office:text></office:body></office:document>`
	d := readOne(t, "a.fodt", []byte(file))
	if d.Text != "Built." || d.Title != "The mill" || days(d) != "2021-03-22" {
		t.Errorf("text %q, title %q, dates %q", d.Text, d.Title, days(d))
	}
}

func TestOpenDocumentIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		parts []part
		want  string
	}{
		{"spreadsheet", []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}}, "a spreadsheet"},
		{"cut", []part{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a><b>"}}, "ends in the middle"},
		{"no text", openFile("<text:p/>"), "no text in it"},
		{"password", append(openFile("")[:1], part{"content.xml", "\x01\x02"}, part{"META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry manifest:full-path="/"/><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`}), "protected by a password; open it"},
		{"no password", append(openFile("<text:p/>"), part{"META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>`}), "no text in it"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.odt", zipOf(tt.parts...)); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
