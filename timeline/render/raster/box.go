package raster

import (
	"image"
	"math"

	"dateline/timeline/scene"
)

// Box paints a box. Its edges come to lie on whole pixels.
func (c *canvas) Box(b scene.Box) {
	f := c.frame(b)
	visible := f.bounds().Intersect(c.clip)
	if visible.Empty() {
		return
	}
	c.fadeOf(b, f, visible)
	fill, stroke := inkOf(b.Fill), inkOf(b.Stroke)
	if !(b.Width > 0) || stroke.a == 0 {
		c.shape(f, visible, fill)
		return
	}
	px, strength := c.pen(b.Width)
	if fill.a > 0 {
		c.shape(f.inset(float64(px)/2), visible, fill)
	}
	stroke = stroke.fainter(strength)
	if b.Dash != scene.Solid {
		c.stroke(f.inset(float64(px)/2).outline(), true, float64(px), b.Dash, stroke)
		return
	}
	c.ring(f, f.inset(float64(px)), visible, stroke)
}

// frame is a box with round corners, in device pixels.
type frame struct{ x0, y0, x1, y1, r float64 }

// frame returns b in device pixels. Boxes with sharp corners have each edge
// moved to the nearest pixel, so that neighbours meet; boxes with round corners
// have their size rounded first, so that equal marks stay equal.
func (c *canvas) frame(b scene.Box) frame {
	x0, y0 := snap(b.X*c.scale), snap(b.Y*c.scale)
	x1, y1 := snap(b.Right()*c.scale), snap(b.Bottom()*c.scale)
	if b.Radius > 0 {
		x1, y1 = x0+snap(b.W*c.scale), y0+snap(b.H*c.scale)
	}
	if b.W > 0 {
		x1 = max(x1, x0+1)
	}
	if b.H > 0 {
		y1 = max(y1, y0+1)
	}
	f := frame{float64(x0), float64(y0), float64(x1), float64(y1), 0}
	f.r = min(max(b.Radius*c.scale, 0), (f.x1-f.x0)/2, (f.y1-f.y0)/2)
	return f
}

// inset returns f with its edges moved in by d.
func (f frame) inset(d float64) frame {
	return frame{f.x0 + d, f.y0 + d, f.x1 - d, f.y1 - d, max(f.r-d, 0)}
}

// bounds returns the pixels that f touches.
func (f frame) bounds() image.Rectangle {
	return image.Rect(
		int(math.Floor(f.x0)), int(math.Floor(f.y0)),
		int(math.Ceil(f.x1)), int(math.Ceil(f.y1)),
	)
}

// at returns how much of the pixel (x, y) lies in f, 0 to 1, by the distance of
// its middle from the edge.
func (f frame) at(x, y int) float64 {
	px, py := float64(x)+0.5, float64(y)+0.5
	dx := max(f.x0+f.r-px, px-f.x1+f.r)
	dy := max(f.y0+f.r-py, py-f.y1+f.r)
	inside := f.r - max(dx, dy)
	if dx > 0 && dy > 0 {
		inside = f.r - math.Sqrt(float64(dx*dx)+float64(dy*dy))
	}
	return min(max(inside+0.5, 0), 1)
}

// shape fills f.
func (c *canvas) shape(f frame, visible image.Rectangle, k ink) {
	if k.a == 0 {
		return
	}
	if f.plain() && len(c.fade) == 0 {
		r := visible.Intersect(f.bounds())
		for y := r.Min.Y; y < r.Max.Y; y++ {
			k.fill(c.row(y, r.Min.X, r.Max.X))
		}
		return
	}
	c.rows(f, visible, k, f.at)
}

// plain reports whether f has sharp corners and covers its pixels wholly.
func (f frame) plain() bool {
	return f.r == 0 && f.x0 == math.Floor(f.x0) && f.y0 == math.Floor(f.y0) &&
		f.x1 == math.Floor(f.x1) && f.y1 == math.Floor(f.y1)
}

// ring fills what is in the outer frame but not in the inner one.
func (c *canvas) ring(outer, inner frame, visible image.Rectangle, k ink) {
	if inner.x0 >= inner.x1 || inner.y0 >= inner.y1 {
		c.shape(outer, visible, k)
		return
	}
	c.rows(inner, visible, k, func(x, y int) float64 {
		return outer.at(x, y) - inner.at(x, y)
	})
}

// rows lays k over the visible pixels as far as at says. Away from its corners
// the frame is known to change neither along a row nor along a column, so at is
// asked for the pixels near the corners only.
func (c *canvas) rows(f frame, visible image.Rectangle, k ink, at func(x, y int) float64) {
	reach := int(math.Ceil(f.r)) + 2
	left, right := int(f.x0)+reach, int(f.x1)-reach
	top, bottom := int(f.y0)+reach, int(f.y1)-reach
	cover := grown(&c.cover, visible.Dx())
	ready := false // cover holds a row of the middle
	for y := visible.Min.Y; y < visible.Max.Y; y++ {
		middle := top <= y && y < bottom
		if !middle || !ready {
			rowCover(cover, visible.Min.X, left, right, func(x int) float64 { return at(x, y) })
			c.applyFade(cover)
		}
		ready = middle
		k.cover(c.row(y, visible.Min.X, visible.Max.X), cover)
	}
}

// rowCover fills cover, whose first pixel is x0, asking at for every pixel
// outside [left, right) and once for all within.
func rowCover(cover []uint8, x0, left, right int, at func(x int) float64) {
	for i := 0; i < len(cover); {
		x := x0 + i
		m := uint8(at(x)*255 + 0.5)
		cover[i] = m
		i++
		if left <= x && x < right {
			for end := min(right-x0, len(cover)); i < end; i++ {
				cover[i] = m
			}
		}
	}
}

// fadeOf puts the strength of each visible column of b into c.fade, which is
// empty if b has no soft end.
func (c *canvas) fadeOf(b scene.Box, f frame, visible image.Rectangle) {
	c.fade = c.fade[:0]
	if b.FadeLeft <= 0 && b.FadeRight <= 0 {
		return
	}
	for x := visible.Min.X; x < visible.Max.X; x++ {
		mid := float64(x) + 0.5
		s := 1.0
		if b.FadeLeft > 0 {
			s = min(s, (mid-f.x0)/(b.FadeLeft*c.scale))
		}
		if b.FadeRight > 0 {
			s = min(s, (f.x1-mid)/(b.FadeRight*c.scale))
		}
		c.fade = append(c.fade, uint8(max(s, 0)*255+0.5))
	}
}

// applyFade thins the row of a box by its soft ends.
func (c *canvas) applyFade(cover []uint8) {
	for i, s := range c.fade {
		cover[i] = uint8(by255(uint32(cover[i]) * uint32(s)))
	}
}

// outline returns the edge of f as a polygon, clockwise from where its upper edge
// begins, as SVG has it.
func (f frame) outline() []scene.Point {
	corners := [...]struct{ x, y, from float64 }{
		{f.x1 - f.r, f.y0 + f.r, 1.5 * math.Pi},
		{f.x1 - f.r, f.y1 - f.r, 0},
		{f.x0 + f.r, f.y1 - f.r, 0.5 * math.Pi},
		{f.x0 + f.r, f.y0 + f.r, math.Pi},
	}
	steps := 0
	if f.r > 0 {
		steps = 2 + int(math.Sqrt(f.r)*2)
	}
	points := []scene.Point{{X: f.x0 + f.r, Y: f.y0}}
	for _, k := range corners {
		for i := 0; i <= steps; i++ {
			a := k.from
			if steps > 0 {
				a += float64(i) / float64(steps) * math.Pi / 2
			}
			points = append(points, scene.Point{X: k.x + f.r*math.Cos(a), Y: k.y + f.r*math.Sin(a)})
		}
	}
	return points
}

// grown returns n bytes of scratch memory.
func grown(buf *[]uint8, n int) []uint8 {
	if cap(*buf) < n {
		*buf = make([]uint8, n)
	}
	*buf = (*buf)[:n]
	return *buf
}
