package raster

import (
	"image"
	"math"

	"golang.org/x/image/vector"

	"dateline/timeline/scene"
)

// canvas is the state of one call of Paint.
type canvas struct {
	painter *Painter
	dst     *image.RGBA
	clip    image.Rectangle // inside dst
	scale   float64         // device pixels per unit

	rasterizer *vector.Rasterizer
	mask       image.Alpha      // of the path at hand
	cover      []uint8          // of the row at hand
	fade       []uint8          // of the box at hand
	points     [3][]scene.Point // of the path at hand, whole and cut off
}

var _ scene.Painter = (*canvas)(nil)

// Group paints what is in the group.
func (c *canvas) Group(g scene.Group) {
	for _, item := range g.Items {
		item.Paint(c)
	}
}

// clear replaces every pixel by the colour.
func (c *canvas) clear(col scene.Color) {
	k := inkOf(col)
	r := c.clip
	if r.Empty() {
		return
	}
	first := c.row(r.Min.Y, r.Min.X, r.Max.X)
	k.replace(first)
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(c.row(y, r.Min.X, r.Max.X), first)
	}
}

// row returns the bytes of the pixels [x0, x1) of row y, which must lie in dst.
func (c *canvas) row(y, x0, x1 int) []uint8 {
	i := c.dst.PixOffset(x0, y)
	return c.dst.Pix[i : i+4*(x1-x0)]
}

// device returns p in device pixels.
func (c *canvas) device(p scene.Point) scene.Point {
	return scene.Point{X: p.X * c.scale, Y: p.Y * c.scale}
}

// pen returns the width of a stroke in whole device pixels, at least one, and
// how strongly it covers them: hairlines get fainter rather than thinner.
func (c *canvas) pen(width float64) (px int, strength float64) {
	w := width * c.scale
	return max(snap(w), 1), min(max(w, 0), 1)
}

// far is a distance in device pixels that no picture reaches; coordinates are
// held to it so that they fit an int and a float32.
const far = 1 << 22

// snap returns the whole number of pixels nearest to v. Halves go up, so that
// whatever is equally long stays so.
func snap(v float64) int {
	return int(math.Floor(held(v) + 0.5))
}

// held returns v held to plus or minus far; what is not a number is far away.
func held(v float64) float64 {
	if math.IsNaN(v) {
		return far
	}
	return min(max(v, -far), far)
}
