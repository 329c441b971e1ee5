package subset

import (
	"math"

	"github.com/go-text/typesetting/font/opentype"
)

// point is a point of a TrueType outline, on the curve or a control point.
type point struct {
	x, y float64
	on   bool
}

// tolerance is how far a curve may move when cubics become quadratics, in units.
const tolerance = 0.5

// contours returns the outline as TrueType has it: closed contours of quadratic
// curves in whole units.
func contours(segments []opentype.Segment) [][]point {
	var all [][]point
	var now []point
	end := func() {
		if c := tidy(now); len(c) > 0 {
			all = append(all, c)
		}
		now = nil
	}
	for _, s := range segments {
		a := [3]point{}
		for i, p := range s.Args {
			a[i] = point{x: float64(p.X), y: float64(p.Y), on: true}
		}
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			end()
			now = append(now, a[0])
		case opentype.SegmentOpLineTo:
			now = append(now, a[0])
		case opentype.SegmentOpQuadTo:
			a[0].on = false
			now = append(now, a[0], a[1])
		case opentype.SegmentOpCubeTo:
			if len(now) > 0 {
				now = cubic(now, now[len(now)-1], a[0], a[1], a[2])
			}
		}
	}
	end()
	return all
}

// cubic appends the cubic curve from p as quadratic pieces.
func cubic(to []point, p, c, d, q point) []point {
	// The distance between a cubic and its best quadratic is √3/36 of this.
	away := math.Hypot(q.x-3*d.x+3*c.x-p.x, q.y-3*d.y+3*c.y-p.y)
	n := max(int(math.Ceil(math.Cbrt(away*math.Sqrt(3)/36/tolerance))), 1)
	for i := range n {
		t0, t1 := float64(i)/float64(n), float64(i+1)/float64(n)
		a, b := bezier(p, c, d, q, t0), bezier(p, c, d, q, t1)
		va, vb := slope(p, c, d, q, t0), slope(p, c, d, q, t1)
		h := (t1 - t0) / 4
		control := point{x: (a.x+b.x)/2 + h*(va.x-vb.x), y: (a.y+b.y)/2 + h*(va.y-vb.y)}
		to = append(to, control, b)
	}
	return to
}

// bezier returns the point of a cubic at t.
func bezier(p, c, d, q point, t float64) point {
	u := 1 - t
	at := func(p, c, d, q float64) float64 {
		return u*u*u*p + 3*u*u*t*c + 3*u*t*t*d + t*t*t*q
	}
	return point{x: at(p.x, c.x, d.x, q.x), y: at(p.y, c.y, d.y, q.y), on: true}
}

// slope returns the derivative of a cubic at t.
func slope(p, c, d, q point, t float64) point {
	u := 1 - t
	at := func(p, c, d, q float64) float64 {
		return 3 * (u*u*(c-p) + 2*u*t*(d-c) + t*t*(q-d))
	}
	return point{x: at(p.x, c.x, d.x, q.x), y: at(p.y, c.y, d.y, q.y)}
}

// tidy rounds a contour and drops what TrueType implies: the closing point, and
// points half way between two control points. Fewer than two points are none.
func tidy(c []point) []point {
	if n := len(c); n > 1 && c[0].x == c[n-1].x && c[0].y == c[n-1].y && c[n-1].on {
		c = c[:n-1]
	}
	var out []point
	for i, p := range c {
		before, after := c[(i+len(c)-1)%len(c)], c[(i+1)%len(c)]
		implied := i > 0 && p.on && !before.on && !after.on &&
			math.Abs(before.x+after.x-2*p.x) < 1e-3 && math.Abs(before.y+after.y-2*p.y) < 1e-3
		if !implied {
			out = append(out, point{x: math.Floor(p.x + 0.5), y: math.Floor(p.y + 0.5), on: p.on})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
