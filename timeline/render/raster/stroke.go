package raster

import (
	"image"
	"math"

	"dateline/timeline/scene"
)

// stroke paints a line through the points, in device pixels, with round joins
// and butt ends.
func (c *canvas) stroke(points []scene.Point, closed bool, width float64, d scene.Dash, k ink) {
	strength := min(width, 1)
	width = max(width, 1)
	r := reach(points, width).Intersect(c.clip)
	if r.Empty() || k.a == 0 {
		return
	}
	c.rasterizer.Reset(r.Dx(), r.Dy())
	s := stroker{canvas: c, origin: r.Min, half: width / 2}
	s.on, s.period = dashPixels(d, width)
	area := r.Inset(-int(width) - 2)
	n := len(points)
	if !closed {
		n--
	}
	for i := range n {
		s.segment(points[i], points[(i+1)%len(points)], area)
	}
	if closed && len(points) > 0 && s.period == 0 {
		s.join(points[0], area)
	}
	c.flush(r, k.fainter(strength))
}

// dashPixels returns the length of a mark and of a mark with its gap.
// The period of a solid stroke is 0.
func dashPixels(d scene.Dash, width float64) (on, period float64) {
	on, off := d.Lengths()
	if off == 0 {
		return 0, 0
	}
	return on * width, (on + off) * width
}

// stroker adds the pieces of a stroke to the canvas's rasterizer.
type stroker struct {
	canvas     *canvas
	origin     image.Point
	half       float64 // of the width
	on, period float64
	run        float64 // length of the stroke so far
}

// segment adds the part of a to b that lies in area, and the join before it.
func (s *stroker) segment(a, b scene.Point, area image.Rectangle) {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return
	}
	before := s.run
	s.run += length
	t0, t1, ok := within(a, b, area)
	if !ok {
		return
	}
	from, to := before+t0*length, before+t1*length
	at := func(run float64) scene.Point {
		t := (run - before) / length
		return scene.Point{X: a.X + t*dx, Y: a.Y + t*dy}
	}
	if s.period == 0 {
		s.quad(at(from), at(to))
		if before > 0 {
			s.join(a, area)
		}
		return
	}
	for mark := math.Floor(from/s.period) * s.period; mark < to; mark += s.period {
		p, q := max(mark, from), min(mark+s.on, to)
		if p < q {
			s.quad(at(p), at(q))
		}
	}
}

// quad adds the straight piece from a to b.
func (s *stroker) quad(a, b scene.Point) {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return
	}
	nx, ny := -dy/length*s.half, dx/length*s.half
	s.move(a.X+nx, a.Y+ny)
	s.line(a.X-nx, a.Y-ny)
	s.line(b.X-nx, b.Y-ny)
	s.line(b.X+nx, b.Y+ny)
	s.canvas.rasterizer.ClosePath()
}

// join adds a disc at p. Thin strokes do without.
func (s *stroker) join(p scene.Point, area image.Rectangle) {
	if s.half < 0.75 || !(image.Point{X: int(p.X), Y: int(p.Y)}).In(area) {
		return
	}
	n := 8 + int(s.half)
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		if i == 0 {
			s.move(p.X+s.half*cos, p.Y+s.half*sin)
			continue
		}
		s.line(p.X+s.half*cos, p.Y+s.half*sin)
	}
	s.canvas.rasterizer.ClosePath()
}

func (s *stroker) move(x, y float64) {
	s.canvas.rasterizer.MoveTo(float32(x-float64(s.origin.X)), float32(y-float64(s.origin.Y)))
}

func (s *stroker) line(x, y float64) {
	s.canvas.rasterizer.LineTo(float32(x-float64(s.origin.X)), float32(y-float64(s.origin.Y)))
}

// within returns which part of a to b, as fractions of its length, lies in r
// (Liang and Barsky, 1984).
func within(a, b scene.Point, r image.Rectangle) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	dx, dy := b.X-a.X, b.Y-a.Y
	sides := [...]struct{ p, q float64 }{
		{-dx, a.X - float64(r.Min.X)},
		{dx, float64(r.Max.X) - a.X},
		{-dy, a.Y - float64(r.Min.Y)},
		{dy, float64(r.Max.Y) - a.Y},
	}
	for _, s := range sides {
		switch {
		case s.p < 0:
			t0 = max(t0, s.q/s.p)
		case s.p > 0:
			t1 = min(t1, s.q/s.p)
		case s.q < 0:
			return 0, 0, false
		}
	}
	return t0, t1, t0 < t1
}
