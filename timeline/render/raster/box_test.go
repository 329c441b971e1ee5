package raster

import (
	"image"
	"image/color"
	"math"
	"testing"

	"dateline/timeline/scene"
)

var (
	black = scene.Color{A: 255}
	white = scene.Color{R: 255, G: 255, B: 255, A: 255}
	red   = scene.Color{R: 255, A: 255}
)

// painted returns a white picture of 40 × 20 units with the items on it.
func painted(t testing.TB, scale float64, items ...scene.Item) *image.RGBA {
	t.Helper()
	p := &Painter{glyphs: newGlyphCache()}
	dst := image.NewRGBA(image.Rect(0, 0, int(40*scale), int(20*scale)))
	p.Paint(dst, &scene.Scene{Width: 40, Height: 20, Background: white, Items: items}, scale)
	return dst
}

// inked returns how many pixels' worth of black the picture holds.
func inked(m *image.RGBA) float64 {
	sum := 0
	for i := 0; i < len(m.Pix); i += 4 {
		sum += 255 - int(m.Pix[i])
	}
	return float64(sum) / 255
}

func TestBoxIsCrisp(t *testing.T) {
	tests := []struct {
		name  string
		scale float64
		box   scene.Rect
		want  image.Rectangle
	}{
		{"whole pixels", 1, scene.Rect{X: 3, Y: 4, W: 10, H: 5}, image.Rect(3, 4, 13, 9)},
		{"between pixels", 1, scene.Rect{X: 3.4, Y: 4.6, W: 10, H: 5}, image.Rect(3, 5, 13, 10)},
		{"twice the size", 2, scene.Rect{X: 3.5, Y: 4, W: 10, H: 5}, image.Rect(7, 8, 27, 18)},
		{"thinner than a pixel", 1, scene.Rect{X: 3, Y: 4, W: 0.1, H: 0.1}, image.Rect(3, 4, 4, 5)},
		{"reaching out", 1, scene.Rect{X: -1e9, Y: -5, W: 2e9, H: 7}, image.Rect(0, 0, 40, 2)},
		{"outside", 1, scene.Rect{X: 50, Y: 4, W: 10, H: 5}, image.Rectangle{}},
		{"nothing", 1, scene.Rect{X: 3, Y: 4}, image.Rectangle{}},
		{"no number", 1, scene.Rect{X: math.NaN(), Y: 4, W: 10, H: 5}, image.Rectangle{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := painted(t, tt.scale, scene.Box{Rect: tt.box, Fill: black})
			for y := range got.Rect.Dy() {
				for x := range got.Rect.Dx() {
					want := uint8(255)
					if image.Pt(x, y).In(tt.want) {
						want = 0
					}
					if c := got.RGBAAt(x, y); c.R != want {
						t.Fatalf("pixel %d,%d is %d, want %d", x, y, c.R, want)
					}
				}
			}
		})
	}
}

func TestOutlineLiesInside(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		m := painted(t, scale, scene.Box{Rect: scene.Rect{X: 5, Y: 5, W: 20, H: 10}, Fill: red, Stroke: black, Width: 1})
		at := func(x, y float64) color.RGBA { return m.RGBAAt(int(x*scale), int(y*scale)) }
		for _, tt := range []struct {
			name string
			got  color.RGBA
			want color.RGBA
		}{
			{"outside", at(4.5, 10), color.RGBA{255, 255, 255, 255}},
			{"left edge", at(5, 10), color.RGBA{0, 0, 0, 255}},
			{"inside", at(6, 10), color.RGBA{255, 0, 0, 255}},
			{"corner", at(5, 5), color.RGBA{0, 0, 0, 255}},
			{"right edge", at(24.5, 10), color.RGBA{0, 0, 0, 255}},
			{"right of it", at(25, 10), color.RGBA{255, 255, 255, 255}},
		} {
			if tt.got != tt.want {
				t.Errorf("scale %g: %s is %v, want %v", scale, tt.name, tt.got, tt.want)
			}
		}
	}
}

func TestRoundCorners(t *testing.T) {
	m := painted(t, 1, scene.Box{Rect: scene.Rect{X: 5, Y: 2, W: 16, H: 16}, Radius: 8, Fill: black})
	if got, want := inked(m), math.Pi*64; math.Abs(got-want) > 1 {
		t.Errorf("a disc of radius 8 covers %.2f pixels, want %.2f", got, want)
	}
	for y := range 20 {
		for x := range 16 {
			if a, b := m.RGBAAt(5+x, y).R, m.RGBAAt(20-x, y).R; a != b {
				t.Fatalf("row %d is not symmetric: %d at %d, %d opposite", y, a, 5+x, b)
			}
		}
	}
	ring := painted(t, 1, scene.Box{Rect: scene.Rect{X: 5, Y: 2, W: 16, H: 16}, Radius: 8, Stroke: black, Width: 2})
	if got, want := inked(ring), math.Pi*(64-36); math.Abs(got-want) > 1 {
		t.Errorf("a ring of radius 8 and width 2 covers %.2f pixels, want %.2f", got, want)
	}
}

func TestFadeFollowsStops(t *testing.T) {
	tests := []struct {
		name        string
		left, right float64
	}{
		{"left", 10, 0}, {"right", 0, 20}, {"both", 8, 12}, {"meeting", 40, 30}, {"longer than the box", 0, 64},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := scene.Box{Rect: scene.Rect{X: 4, Y: 4, W: 32, H: 8}, Fill: black, FadeLeft: tt.left, FadeRight: tt.right}
			m := painted(t, 1, b)
			for x := range 32 {
				want := 1 - strength(b.Stops(), (float64(x)+0.5)/32)
				got := float64(m.RGBAAt(4+x, 8).R) / 255
				if math.Abs(got-want) > 0.01 {
					t.Errorf("column %d is %.3f, want %.3f", x, got, want)
				}
			}
		})
	}
}

// strength returns what the stops say at a place.
func strength(stops []scene.Stop, at float64) float64 {
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1], stops[i]
		if at <= b.At {
			return a.Strength + (b.Strength-a.Strength)*(at-a.At)/(b.At-a.At)
		}
	}
	return stops[len(stops)-1].Strength
}

func TestDashedOutline(t *testing.T) {
	box := scene.Box{Rect: scene.Rect{X: 2, Y: 2, W: 36, H: 16}, Radius: 4, Stroke: black, Width: 1}
	solid := inked(painted(t, 1, box))
	box.Dash = scene.Dashed
	if share := inked(painted(t, 1, box)) / solid; math.Abs(share-4.0/7) > 0.06 {
		t.Errorf("a dashed outline has %.2f of the ink of a solid one, want about 4/7", share)
	}
}
