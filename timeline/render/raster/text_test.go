package raster

import (
	"image"
	"math"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

// written returns a white picture of 200 × 40 pixels with the text on it.
func written(p *Painter, texts ...scene.Text) *image.RGBA {
	s := &scene.Scene{Width: 200, Height: 40, Background: white}
	for _, t := range texts {
		s.Items = append(s.Items, t)
	}
	dst := image.NewRGBA(image.Rect(0, 0, 200, 40))
	p.Paint(dst, s, 1)
	return dst
}

// span returns the columns between which a picture holds ink.
func span(m *image.RGBA) (first, last int) {
	first, last = -1, -1
	for x := range m.Rect.Dx() {
		for y := range m.Rect.Dy() {
			if m.RGBAAt(x, y).R < 200 {
				if first < 0 {
					first = x
				}
				last = x
			}
		}
	}
	return first, last
}

func TestText(t *testing.T) {
	p := New(specimen.Setter(t))
	line := func(change func(*scene.Text)) scene.Text {
		text := scene.Text{At: scene.Point{X: 20, Y: 25}, String: "Treaty", Size: 16, Color: black}
		change(&text)
		return text
	}
	tests := []struct {
		name        string
		text        scene.Text
		first, last int // columns with ink, within a pixel
	}{
		{"plain", line(func(*scene.Text) {}), 20, 65},
		{"bold is wider", line(func(t *scene.Text) { t.Bold = true }), 20, 70},
		{"Cyrillic", line(func(t *scene.Text) { t.String = "Гуйлинь" }), 21, 84},
		{"spread to its advance", line(func(t *scene.Text) { t.Advance = 100 }), 20, 110},
		{"clipped", line(func(t *scene.Text) { t.Clip = scene.Rect{X: 30, Y: 0, W: 10, H: 40} }), 30, 39},
		{"outside", line(func(t *scene.Text) { t.At.X = 300; t.Advance = 50 }), -1, -1},
		{"a missing character is a box", line(func(t *scene.Text) { t.String = "\uE123" }), 21, 28},
		{"empty", line(func(t *scene.Text) { t.String = "" }), -1, -1},
		{"transparent", line(func(t *scene.Text) { t.Color.A = 0 }), -1, -1},
		{"no size", line(func(t *scene.Text) { t.Size = 0 }), -1, -1},
		{"size is no number", line(func(t *scene.Text) { t.Size = math.NaN() }), -1, -1},
		{"not UTF-8", line(func(t *scene.Text) { t.String = "a\xFFb" }), 20, 52},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first, last := span(written(p, tt.text))
			if abs(first-tt.first) > 1 || abs(last-tt.last) > 1 {
				t.Errorf("ink from column %d to %d, want %d to %d", first, last, tt.first, tt.last)
			}
		})
	}
}

func TestTextMovesByQuarters(t *testing.T) {
	p := New(specimen.Setter(t))
	at := func(x float64) *image.RGBA {
		return written(p, scene.Text{At: scene.Point{X: x, Y: 25}, String: "l", Size: 16, Color: black})
	}
	differs := func(a, b *image.RGBA) bool {
		_, ok := differ(a, b)
		return ok
	}
	if !differs(at(20), at(20.25)) || !differs(at(20.25), at(20.5)) {
		t.Error("a quarter of a pixel makes no difference")
	}
	if differs(at(20), at(20.1)) {
		t.Error("a tenth of a pixel makes a difference")
	}
	if a, b := at(20.25), at(21.25); a.RGBAAt(22, 20) != b.RGBAAt(23, 20) {
		t.Error("a whole pixel does more than move")
	}
}
