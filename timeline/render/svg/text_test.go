package svg

import (
	"bytes"
	"encoding/base64"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"

	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

// TestFontInside reads the font out of a file: it has the letters in use, as wide
// as the setter sets them, and no others.
func TestFontInside(t *testing.T) {
	st := specimen.Setter(t)
	words := "Гуйлинь, AVATAR"
	s := &scene.Scene{Width: 300, Height: 50, Items: []scene.Item{
		scene.Text{At: scene.Point{X: 5, Y: 20}, String: words, Size: 20, Color: scene.Color{A: 255}},
	}}
	found := regexp.MustCompile(`base64,([^)]*)\)`).FindStringSubmatch(file(t, s, st, Options{}))
	if found == nil {
		t.Fatal("no font inside")
	}
	data, err := base64.StdEncoding.DecodeString(found[1])
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range words {
		id, ok := face.NominalGlyph(r)
		if !ok {
			t.Errorf("the font has no %q", r)
			continue
		}
		want := st.Advance(string(r), 1, false)
		if got := float64(face.HorizontalAdvance(id)) / float64(face.Upem()); math.Abs(got-want) > 0.001 {
			t.Errorf("%q is %.3f wide, want %.3f", r, got, want)
		}
	}
	if _, ok := face.NominalGlyph('Z'); ok {
		t.Error("the font has a letter that is not in use")
	}
	if len(data) > 6000 {
		t.Errorf("the font takes %d bytes for %d letters", len(data), len([]rune(words)))
	}
}

func TestTextAttributes(t *testing.T) {
	tests := []struct {
		name string
		text scene.Text
		want string
		no   string
	}{
		{"plain", scene.Text{String: "a b"}, `font-size="12" fill="#102030">a b</text>`, "textLength"},
		{"bold", scene.Text{String: "a", Bold: true}, ` class="b"`, "rtl"},
		{"measured", scene.Text{String: "a", Advance: 7.126}, ` textLength="7.13"`, "preserve"},
		{"right to left", scene.Text{String: "שלום"}, ` direction="rtl" text-anchor="end"`, "preserve"},
		{"right to left within", scene.Text{String: "a שלום"}, ">a שלום<", "rtl"},
		{"two spaces", scene.Text{String: "a  b"}, ` xml:space="preserve"`, "rtl"},
		{"clipped", scene.Text{String: "a", Clip: scene.Rect{W: 5, H: 5}}, ` clip-path="url(#clip)"`, "rtl"},
		{"half-transparent", scene.Text{String: "a", Color: scene.Color{A: 51}}, ` fill="#000000" fill-opacity="0.2"`, "rtl"},
		{"transparent", scene.Text{String: "a", Color: scene.Color{R: 9}, Size: 3}, "</svg>", "<text"},
		{"no size", scene.Text{String: "a", Size: -1}, "</svg>", "<text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.text.Size == 0 {
				tt.text.Size = 12
			}
			if tt.text.Color == (scene.Color{}) {
				tt.text.Color = scene.Color{R: 0x10, G: 0x20, B: 0x30, A: 255}
			}
			got := file(t, &scene.Scene{Width: 9, Height: 9, Items: []scene.Item{tt.text}}, nil, Options{Lettering: Named})
			if !strings.Contains(got, tt.want) || strings.Contains(got, tt.no) {
				t.Errorf("want %q and not %q in\n%s", tt.want, tt.no, got)
			}
		})
	}
}

func TestOutlinedNeedsNoFont(t *testing.T) {
	st := specimen.Setter(t)
	s := &scene.Scene{Width: 100, Height: 50, Items: []scene.Item{
		scene.Text{At: scene.Point{X: 5, Y: 20}, String: "noon", Size: 20, Color: scene.Color{A: 255}},
	}}
	got := file(t, s, st, Options{Lettering: Outlined})
	if strings.Contains(got, "<text") || strings.Contains(got, "font") {
		t.Errorf("outlined text needs a font:\n%s", got)
	}
	if n := strings.Count(got, "<use "); n != 4 {
		t.Errorf("%d glyphs are drawn, want 4", n)
	}
	if n := strings.Count(got, "<path "); n != 3 { // n, o, and the box for missing characters
		t.Errorf("%d shapes are kept, want 3", n)
	}
	if !strings.Contains(got, "<title>noon</title>") {
		t.Error("the words are lost")
	}
}
