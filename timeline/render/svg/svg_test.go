package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// file returns the scene as an SVG file.
func file(t testing.TB, s *scene.Scene, st *typeset.Setter, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s, st, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// element is what the tests look at in an XML element.
type element struct {
	name       string
	attributes map[string]string
	text       string
}

// elements parses a file strictly and returns its elements in order.
func elements(t testing.TB, file string) []element {
	t.Helper()
	var all []element
	var open []int
	d := xml.NewDecoder(strings.NewReader(file))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, file)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			open = append(open, len(all))
			all = append(all, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text += string(token)
			}
		}
	}
}

func TestWriteIsRepeatable(t *testing.T) {
	for _, l := range []Lettering{Included, Named, Outlined} {
		st := specimen.Setter(t)
		a := file(t, specimen.Scene(st), st, Options{Lettering: l, Embed: []byte("x")})
		again := specimen.Setter(t)
		if b := file(t, specimen.Scene(again), again, Options{Lettering: l, Embed: []byte("x")}); a != b {
			t.Errorf("lettering %d: two runs differ", l)
		}
	}
}

// hostile are strings that a title may hold.
var hostile = []string{
	"", "<script>alert(1)</script>", `"/><script>`, "]]>", "&amp; &#0; &lt;", "a\x00b\x1Bc", "\xFF\xFE",
	"tab\tline\nreturn\r", "\uFFFE\uFFFF", "-- --> <!--", "\u202Eright", strings.Repeat("long ", 500), "'single'",
}

func TestWriteIsWellFormed(t *testing.T) {
	st := specimen.Setter(t)
	for _, words := range hostile {
		checkHostile(t, st, words)
	}
}

// checkHostile writes a scene that holds the words wherever a scene holds words.
func checkHostile(t *testing.T, st *typeset.Setter, words string) {
	t.Helper()
	s := &scene.Scene{Width: 100, Height: 50, Title: words, Items: []scene.Item{
		scene.Group{ID: words, Label: words, Desc: words, Link: "https://example.org/" + words, Hit: scene.Rect{W: 9, H: 9}, Items: []scene.Item{
			scene.Text{At: scene.Point{X: 5, Y: 20}, String: words, Size: 12, Color: scene.Color{A: 255}},
		}},
		scene.Group{ID: words, Link: words},
	}}
	for _, l := range []Lettering{Included, Named, Outlined} {
		ids := map[string]bool{}
		for _, e := range elements(t, file(t, s, st, Options{Lettering: l})) {
			if e.name == "script" {
				t.Errorf("%q became a script", words)
			}
			id, has := e.attributes["id"]
			if has && (ids[id] || id == "" || strings.ContainsAny(id, " <>&\"'\t\n")) {
				t.Errorf("%q: id %q is taken or no name", words, id)
			}
			ids[id] = true
		}
	}
}

func FuzzWrite(f *testing.F) {
	for _, words := range hostile {
		f.Add(words)
	}
	st := specimen.Setter(f)
	f.Fuzz(func(t *testing.T, words string) { checkHostile(t, st, words) })
}

func TestTextIsText(t *testing.T) {
	st := specimen.Setter(t)
	for _, l := range []Lettering{Included, Named} {
		var texts []string
		for _, e := range elements(t, file(t, specimen.Scene(st), st, Options{Lettering: l})) {
			if e.name == "text" {
				texts = append(texts, e.text)
			}
		}
		for _, want := range []string{"1914", "within", "Кириллица: в марте 2021 года министры встретились в Гуйлине"} {
			if !slices.Contains(texts, want) {
				t.Errorf("lettering %d: no text %q among %q", l, want, texts)
			}
		}
	}
}

func TestGroupsAreNamed(t *testing.T) {
	all := elements(t, file(t, specimen.Scene(nil), nil, Options{Lettering: Named}))
	i := slices.IndexFunc(all, func(e element) bool { return e.attributes["id"] == "event-boxes" })
	if i < 0 || all[i+1].name != "title" || all[i+1].text != "Boxes" || all[i+2].text != `Bars of "every" kind.` {
		t.Errorf("the group event-boxes is not followed by its title and description: %v", all[i:i+3])
	}
	links := map[string]bool{}
	for _, e := range all {
		if e.name == "a" {
			links[e.attributes["href"]] = true
		}
	}
	if len(links) != 1 || !links["https://example.org/?a=1&b=2"] {
		t.Errorf("links %v, want the one to a page", links)
	}
}

func TestSafe(t *testing.T) {
	tests := map[string]bool{
		"https://example.org": true, "HTTP://example.org": true, "mailto:a@example.org": true,
		"": false, "example.org": false, "javascript:alert(1)": false, "JaVaScript:x": false,
		"data:text/html,x": false, "\thttps://example.org": false, "file:///etc/passwd": false,
	}
	for link, want := range tests {
		if safe(link) != want {
			t.Errorf("safe(%q) = %v, want %v", link, !want, want)
		}
	}
}

func TestOddNumbers(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -5, 1e300}
	s := &scene.Scene{Width: 10, Height: 10}
	for _, v := range odd {
		s.Items = append(s.Items,
			scene.Box{Rect: scene.Rect{X: v, Y: v, W: v, H: v}, Radius: v, Width: v, FadeLeft: v, Fill: scene.Color{A: 9}, Stroke: scene.Color{A: 9}},
			scene.Line{From: scene.Point{X: v}, Stroke: scene.Color{A: 9}, Width: v},
			scene.Text{At: scene.Point{X: v}, String: "x", Size: v, Color: scene.Color{A: 9}, Advance: v},
		)
	}
	for _, e := range elements(t, file(t, s, specimen.Setter(t), Options{})) {
		for name, value := range e.attributes {
			if strings.Contains(value, "NaN") || strings.Contains(value, "Inf") {
				t.Errorf("%s has %s=%q", e.name, name, value)
			}
			if (name == "width" || name == "height" || name == "rx") && strings.HasPrefix(value, "-") {
				t.Errorf("%s has %s=%q", e.name, name, value)
			}
		}
	}
}

// full is a writer that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteReportsTheWriter(t *testing.T) {
	err := Write(full{}, &scene.Scene{Width: 1, Height: 1}, nil, Options{})
	if !errors.Is(err, io.ErrShortWrite) || !strings.HasPrefix(err.Error(), "svg: ") {
		t.Errorf("Write = %v, want the writer's error", err)
	}
}
