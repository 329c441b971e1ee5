package raster

import (
	"image"

	"dateline/timeline/scene"
)

// Line paints a straight stroke. A stroke along an axis comes to lie on whole
// pixels, so that it is crisp at any scale.
func (c *canvas) Line(l scene.Line) {
	k := inkOf(l.Stroke)
	if k.a == 0 || !(l.Width > 0) {
		return
	}
	a, b := c.device(l.From), c.device(l.To)
	switch {
	case a.X == b.X:
		c.upright(l, a.X, a.Y, b.Y, k)
	case a.Y == b.Y:
		c.level(l, a.Y, a.X, b.X, k)
	default:
		c.stroke([]scene.Point{a, b}, false, l.Width*c.scale, l.Dash, k)
	}
}

// upright paints a vertical stroke around x.
func (c *canvas) upright(l scene.Line, x, y0, y1 float64, k ink) {
	px, strength := c.pen(l.Width)
	k = k.fainter(strength)
	left := snap(x - float64(px)/2)
	lo, hi := snap(min(y0, y1)), snap(max(y0, y1))
	wholeDashes(l.Dash, px, lo, hi, c.clip.Min.Y, c.clip.Max.Y, func(from, to int) {
		c.block(image.Rect(left, from, left+px, to), k)
	})
}

// level paints a horizontal stroke around y.
func (c *canvas) level(l scene.Line, y, x0, x1 float64, k ink) {
	px, strength := c.pen(l.Width)
	k = k.fainter(strength)
	top := snap(y - float64(px)/2)
	lo, hi := snap(min(x0, x1)), snap(max(x0, x1))
	wholeDashes(l.Dash, px, lo, hi, c.clip.Min.X, c.clip.Max.X, func(from, to int) {
		c.block(image.Rect(from, top, to, top+px), k)
	})
}

// block fills a rectangle of whole pixels.
func (c *canvas) block(r image.Rectangle, k ink) {
	r = r.Intersect(c.clip)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		k.fill(c.row(y, r.Min.X, r.Max.X))
	}
}

// wholeDashes hands out the marks of a stroke from lo to hi, as far as they touch
// [from, to). The pen is px pixels wide.
func wholeDashes(d scene.Dash, px, lo, hi, from, to int, mark func(from, to int)) {
	on, off := d.Lengths()
	if off == 0 {
		mark(lo, hi)
		return
	}
	long, period := int(on)*px, int(on+off)*px
	start := lo
	if from > lo {
		start += (from - lo) / period * period
	}
	for x := start; x < min(hi, to); x += period {
		mark(x, min(x+long, hi))
	}
}
