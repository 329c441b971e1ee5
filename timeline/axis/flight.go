package axis

import "math"

// Flight returns the way from one viewport to another of the same width, as a
// function of the part of it that is done, 0 to 1. Where the two share an
// instant that does not move, as in a zoom at the pointer, the way keeps it in
// its place. Short moves slide. Long ones zoom out, cross over and zoom in, so
// that the reader sees where it goes (van Wijk and Nuij, "Smooth and efficient
// zooming and panning", 2003).
//
// The way starts and ends exactly at the given viewports. It has no memory: to
// aim at another place while under way, start a new flight from where one is.
func Flight(from, to Viewport) func(part float64) Viewport {
	way := pathOf(from, to)
	return func(part float64) Viewport {
		switch {
		case !(part > 0):
			return from
		case part >= 1:
			return to
		// Each half is counted from its own end, where it has to be exact.
		case part < 0.5:
			return way.from(from, part)
		}
		return way.reversed().from(to, 1-part)
	}
}

// path is a way between two viewports, seen from one of them.
type path interface {
	// from returns the viewport at part of the way from v, where it starts.
	from(v Viewport, part float64) Viewport
	// reversed returns the way back.
	reversed() path
}

// longSlide is the distance in windows beyond which moving at one scale flies.
const longSlide = 2

func pathOf(from, to Viewport) path {
	// Seconds of drawn time between the left edges.
	seconds := span(from.Breaks.Drawn(from.Origin), from.Breaks.Drawn(to.Origin)) + to.Offset - from.Offset
	if from.PerPixel == to.PerPixel {
		if math.Abs(seconds) <= longSlide*from.Width*from.PerPixel {
			return slide{seconds / from.PerPixel}
		}
		return newArc(from, to, seconds)
	}
	if x := seconds / (from.PerPixel - to.PerPixel); 0 <= x && x <= from.Width {
		return zoom{x: x, factor: from.PerPixel / to.PerPixel}
	}
	return newArc(from, to, seconds)
}

// slide moves by so many pixels at one scale.
type slide struct{ pixels float64 }

func (s slide) from(v Viewport, part float64) Viewport { return v.Pan(s.pixels * part) }
func (s slide) reversed() path                         { return slide{-s.pixels} }

// zoom changes the scale about a fixed pixel.
type zoom struct{ x, factor float64 }

func (z zoom) from(v Viewport, part float64) Viewport { return v.Zoom(math.Pow(z.factor, part), z.x) }
func (z zoom) reversed() path                         { return zoom{z.x, 1 / z.factor} }

// arc is the optimal path of van Wijk and Nuij. Their names: w is the width of
// the window in seconds, u the distance of its middle from the start, rho how
// much zooming is preferred to moving, s the length of the way.
type arc struct {
	w0, w1, u1 float64
}

const rho = 1.4

func newArc(from, to Viewport, seconds float64) arc {
	w0, w1 := from.Width*from.PerPixel, to.Width*to.PerPixel
	return arc{w0: w0, w1: w1, u1: seconds + (w1-w0)/2}
}

func (a arc) reversed() path { return arc{w0: a.w1, w1: a.w0, u1: -a.u1} }

func (a arc) from(v Viewport, part float64) Viewport {
	distance := math.Abs(a.u1)
	r0 := a.bend(a.w0, +1, distance)
	r1 := a.bend(a.w1, -1, distance)
	at := part*(r1-r0) + r0
	u := a.w0 / (rho * rho) * (math.Cosh(r0)*math.Tanh(at) - math.Sinh(r0))
	w := a.w0 * math.Cosh(r0) / math.Cosh(at)
	middle := v.Width / 2
	v = v.Pan(math.Copysign(u, a.u1) / v.PerPixel)
	return v.Zoom(a.w0/w, middle)
}

// bend is r0 for the start and r1 for the end of the path.
func (a arc) bend(w, side, distance float64) float64 {
	const rho4 = rho * rho * rho * rho
	b := (a.w1*a.w1 - a.w0*a.w0 + side*rho4*distance*distance) / (2 * w * rho * rho * distance)
	return -math.Asinh(b)
}
