package raster

import (
	"image"
	"math"

	"dateline/timeline/scene"
)

// Path paints a polygon.
func (c *canvas) Path(p scene.Path) {
	if len(p.Points) == 0 {
		return
	}
	points := c.points[0][:0]
	for _, q := range p.Points {
		d := c.device(q)
		points = append(points, scene.Point{X: held(d.X), Y: held(d.Y)})
	}
	c.points[0] = points
	if p.Fill.A > 0 {
		c.polygon(points, inkOf(p.Fill))
	}
	if p.Width > 0 && p.Stroke.A > 0 {
		c.stroke(points, !p.Open, p.Width*c.scale, p.Dash, inkOf(p.Stroke))
	}
}

// polygon fills a closed polygon by the nonzero rule.
func (c *canvas) polygon(points []scene.Point, k ink) {
	r := reach(points, 0).Intersect(c.clip)
	if r.Empty() {
		return
	}
	c.rasterizer.Reset(r.Dx(), r.Dy())
	clipped := c.clipped(points, r)
	for i, p := range clipped {
		x, y := float32(p.X-float64(r.Min.X)), float32(p.Y-float64(r.Min.Y))
		if i == 0 {
			c.rasterizer.MoveTo(x, y)
			continue
		}
		c.rasterizer.LineTo(x, y)
	}
	c.rasterizer.ClosePath()
	c.flush(r, k)
}

// flush lays k over r as far as the rasterizer's path covers it.
func (c *canvas) flush(r image.Rectangle, k ink) {
	w, h := r.Dx(), r.Dy()
	c.mask = image.Alpha{Pix: grown(&c.mask.Pix, w*h), Stride: w, Rect: image.Rect(0, 0, w, h)}
	clear(c.mask.Pix)
	c.rasterizer.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	for y := range h {
		k.cover(c.row(r.Min.Y+y, r.Min.X, r.Max.X), c.mask.Pix[y*w:(y+1)*w])
	}
}

// reach returns the pixels within margin of the points.
func reach(points []scene.Point, margin float64) image.Rectangle {
	lo := scene.Point{X: math.Inf(1), Y: math.Inf(1)}
	hi := scene.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, p := range points {
		lo.X, lo.Y = min(lo.X, p.X), min(lo.Y, p.Y)
		hi.X, hi.Y = max(hi.X, p.X), max(hi.Y, p.Y)
	}
	return image.Rect(
		int(math.Floor(held(lo.X-margin))), int(math.Floor(held(lo.Y-margin))),
		int(math.Ceil(held(hi.X+margin))), int(math.Ceil(held(hi.Y+margin))),
	)
}

// clipped returns the polygon cut off at the edges of r, so that the rasterizer
// has no work outside (Sutherland and Hodgman, 1974).
func (c *canvas) clipped(points []scene.Point, r image.Rectangle) []scene.Point {
	edges := [...]struct{ a, b, c float64 }{ // inside where a·x + b·y >= c
		{1, 0, float64(r.Min.X)},
		{-1, 0, -float64(r.Max.X)},
		{0, 1, float64(r.Min.Y)},
		{0, -1, -float64(r.Max.Y)},
	}
	in, out := c.points[1][:0], c.points[2]
	in = append(in, points...)
	for _, e := range edges {
		out = out[:0]
		for i, p := range in {
			q := in[(i+1)%len(in)]
			dp, dq := e.a*p.X+e.b*p.Y-e.c, e.a*q.X+e.b*q.Y-e.c
			if dp >= 0 {
				out = append(out, p)
			}
			if (dp >= 0) != (dq >= 0) {
				t := dp / (dp - dq)
				out = append(out, scene.Point{X: p.X + t*(q.X-p.X), Y: p.Y + t*(q.Y-p.Y)})
			}
		}
		in, out = out, in
	}
	c.points[1], c.points[2] = in, out
	return in
}
