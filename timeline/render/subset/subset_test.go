package subset

import (
	"bytes"
	"math"
	"os"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// noto returns the program's own regular face.
func noto(t testing.TB) *font.Face {
	t.Helper()
	return load(t, "../../../assets/fonts/NotoSans-Regular.ttf", 0)
}

// load returns a face of a font file, or skips the test if there is none.
func load(t testing.TB, path string, index int) *font.Face {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("no such font: %v", err)
	}
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil {
		face, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return face
	}
	return faces[index]
}

// use takes up the letters of a text one by one.
func use(t testing.TB, s *Subset, text string) {
	t.Helper()
	for _, r := range text {
		id, ok := s.face.NominalGlyph(r)
		if !ok {
			t.Fatalf("the face has no %q", r)
		}
		s.Use(id, []rune{r})
	}
}

func TestNumbering(t *testing.T) {
	s := New(noto(t), "Test")
	a, _ := s.face.NominalGlyph('A')
	b, _ := s.face.NominalGlyph('B')
	if n := s.Use(b, []rune("B")); n != 1 {
		t.Errorf("the first glyph has number %d, want 1", n)
	}
	if n := s.Use(a, nil); n != 2 {
		t.Errorf("the second glyph has number %d, want 2", n)
	}
	if n := s.Use(b, []rune("β")); n != 1 || string(s.Text(1)) != "B" {
		t.Errorf("a glyph used again has number %d and stands for %q, want 1 and B", n, string(s.Text(1)))
	}
	if n := s.Use(a, []rune("A")); n != 2 || string(s.Text(2)) != "A" {
		t.Errorf("text told late: number %d, %q", n, string(s.Text(2)))
	}
	if n := s.Use(0, []rune("?")); n != 0 || s.Text(0) != nil {
		t.Errorf("the box has number %d and stands for %q", n, string(s.Text(0)))
	}
	if s.Len() != 3 {
		t.Errorf("%d glyphs, want 3", s.Len())
	}
}

// TestTrueType reads the new font back and compares its letters with the face's.
func TestTrueType(t *testing.T) {
	const cjk = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
	tests := []struct {
		name, path, text string
	}{
		{"quadratic", "../../../assets/fonts/NotoSans-Regular.ttf", "Гуйлинь, Żółkiew & AVATAR 1914–1918 “Đà Nẵng”"},
		{"cubic", cjk, "桂林外交部长かな한국어"},
		{"beyond the basic plane", cjk, "\U00020089\U0002008A"},
		{"no letters", "../../../assets/fonts/NotoSans-Regular.ttf", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			face := load(t, tt.path, 0)
			s := New(face, "Test")
			use(t, s, tt.text)
			data := s.TrueType()
			again := New(face, "Test")
			use(t, again, tt.text)
			if !bytes.Equal(data, again.TrueType()) {
				t.Error("two runs differ")
			}
			made, err := font.ParseTTF(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range tt.text {
				old, _ := face.NominalGlyph(r)
				id, ok := made.NominalGlyph(r)
				if !ok {
					t.Errorf("%q is not in the new font", r)
					continue
				}
				want, got := area(t, face, old), area(t, made, id)
				if math.Abs(want-got) > 0.004 {
					t.Errorf("%q covers %.4f square ems, want %.4f", r, got, want)
				}
			}
		})
	}
}

// area returns how much a glyph covers, in square ems, by the integral along its
// curves.
func area(t *testing.T, face *font.Face, id font.GID) float64 {
	t.Helper()
	outline, ok := face.GlyphDataOutline(id)
	if !ok {
		t.Fatalf("glyph %d has no outline", id)
	}
	sum := 0.0
	var x, y float64
	line := func(u, v float64) {
		sum += x*v - u*y
		x, y = u, v
	}
	for _, s := range outline.Segments {
		a := s.Args
		at := func(i int) (float64, float64) { return float64(a[i].X), float64(a[i].Y) }
		switch x0, y0 := x, y; s.Op {
		case opentype.SegmentOpMoveTo:
			x, y = at(0)
		case opentype.SegmentOpLineTo:
			line(at(0))
		default:
			p := [4]point{{x: x0, y: y0}}
			for i := range 3 {
				u, v := at(i)
				p[i+1] = point{x: u, y: v}
			}
			for i := 1; i <= 16; i++ {
				f := float64(i) / 16
				if s.Op == opentype.SegmentOpCubeTo {
					q := bezier(p[0], p[1], p[2], p[3], f)
					line(q.x, q.y)
					continue
				}
				g := 1 - f
				line(g*g*p[0].x+2*g*f*p[1].x+f*f*p[2].x, g*g*p[0].y+2*g*f*p[1].y+f*f*p[2].y)
			}
		}
	}
	em := float64(face.Upem())
	return math.Abs(sum) / 2 / em / em
}

func TestKern(t *testing.T) {
	s := New(noto(t), "Test")
	if bytes.Contains(s.TrueType(), []byte("kern")) {
		t.Error("a font without pairs has a table for them")
	}
	use(t, s, "AV")
	s.Kern(1, 2, -40)
	s.Kern(1, 2, -99)
	s.Kern(2, 1, 0)
	table := s.kern()
	if want := words(0, 1, 0, 20, 1, 1, 6, 0, 0, 1, 2, -40); !bytes.Equal(table, want) {
		t.Errorf("kern = %v, want %v", table, want)
	}
}
