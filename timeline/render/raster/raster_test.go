package raster

import (
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"dateline/timeline/render/specimen"
)

func TestTilesFitTogether(t *testing.T) {
	p := New(specimen.Setter(t))
	s := specimen.Scene(p.setter)
	for _, scale := range []float64{0.75, 1, 1.5, 2} {
		whole := image.NewRGBA(image.Rect(0, 0, int(s.Width*scale), int(s.Height*scale)))
		p.Paint(whole, s, scale)
		for y := 0; y < whole.Rect.Dy(); y += 97 {
			for x := 0; x < whole.Rect.Dx(); x += 131 {
				tile := image.NewRGBA(image.Rect(x, y, x+131, y+97))
				p.Paint(tile, s, scale)
				if at, ok := differ(whole, tile); ok {
					t.Errorf("scale %g: the tile at %d,%d differs from the whole at %v", scale, x, y, at)
				}
			}
		}
	}
}

func TestManyAtATime(t *testing.T) {
	p := New(specimen.Setter(t))
	s := specimen.Scene(p.setter)
	want := image.NewRGBA(image.Rect(0, 0, 640, 300))
	New(p.setter).Paint(want, s, 1)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got := image.NewRGBA(want.Rect)
			p.Paint(got, s, 1)
			if at, ok := differ(want, got); ok {
				t.Errorf("painted with others, the picture differs at %v", at)
			}
		})
	}
	group.Wait()
}

func TestPaintNothing(t *testing.T) {
	p := New(specimen.Setter(t))
	s := specimen.Scene(p.setter)
	p.Paint(image.NewRGBA(image.Rectangle{}), s, 1)
	for _, scale := range []float64{0, -1, math.NaN()} {
		dst := image.NewRGBA(image.Rect(0, 0, 8, 8))
		p.Paint(dst, s, scale)
		if got := dst.RGBAAt(4, 4); got != (color.RGBA{255, 255, 255, 255}) {
			t.Errorf("scale %g: the background is %v, want white", scale, got)
		}
	}
}

// differ returns a pixel in both pictures that differs by more than a rounding
// of the rasterizer.
func differ(a, b *image.RGBA) (image.Point, bool) {
	r := a.Rect.Intersect(b.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			p, q := a.RGBAAt(x, y), b.RGBAAt(x, y)
			if abs(int(p.R)-int(q.R))+abs(int(p.G)-int(q.G))+abs(int(p.B)-int(q.B)) > 6 {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}

func abs(v int) int { return max(v, -v) }
