package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

func TestDocument(t *testing.T) {
	file := written(t, specimen.Scene(specimen.Setter(t)), Options{Author: "Ф. Автор", Subject: "Sources", Language: "en"})
	holds(t, file,
		"/Title (Specimen <of> everything & more)",
		"/Author <FEFF0424002E0020",
		"/Subject (Sources)",
		"/Producer (Dateline)",
		"/Lang (en)",
		"/DisplayDocTitle true",
		"<rdf:li>Ф. Автор</rdf:li>",
		"/URI (https://example.org/?a=1&b=2)",
		`/Contents (Bars of "every" kind.)`,
		"/Rect [15 178.5 465 195]",
	)
	if bytes.Contains([]byte(unpacked(t, file)), []byte("javascript")) {
		t.Error("a script became a link")
	}
	if bytes.Contains([]byte(unpacked(t, file)), []byte("CreationDate")) {
		t.Error("the file has a date, so it differs from day to day")
	}
}

func TestMetadataIsXML(t *testing.T) {
	d := document{
		scene:   &scene.Scene{Title: "<&> \x00 ]]>"},
		options: Options{Author: `"quoted"`, Subject: "\xFF"},
	}
	decoder := xml.NewDecoder(bytes.NewReader(d.metadata()))
	for {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, d.metadata())
		}
	}
}

func TestASCII(t *testing.T) {
	tests := map[string]string{
		"https://example.org/a?b=c#d":  "https://example.org/a?b=c#d",
		"https://example.org/Гу":       "https://example.org/%D0%93%D1%83",
		"https://example.org/a b":      "https://example.org/a%20b",
		"https://example.org/%20":      "https://example.org/%20",
		"https://example.org/\x00\xFF": "https://example.org/%00%FF",
	}
	for address, want := range tests {
		if got := ascii(address); got != want {
			t.Errorf("ascii(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestBookmarks(t *testing.T) {
	s := &scene.Scene{Width: 400, Height: 300, Items: []scene.Item{scene.Group{Label: "An event"}}}
	holds(t, written(t, s, Options{}), "/Title (An event)")
	file := written(t, s, Options{Bookmarks: []Bookmark{
		{Title: "1921", At: scene.Point{X: 100, Y: 60}}, {Title: "May", Depth: 1, At: scene.Point{X: 120}},
	}})
	holds(t, file, "/Title (1921) /Dest [1 0 R /XYZ 60 195 null]", "/Title (May) /Dest [1 0 R /XYZ 75 225 null]", "/Count -1")
	if bytes.Contains([]byte(unpacked(t, file)), []byte("/Title (An event)")) {
		t.Error("the labels of groups are listed beside the bookmarks")
	}
}
