// Package axis relates time to pixels: which stretch of time a window shows,
// and where its ticks stand.
package axis

import (
	"math"

	"dateline/parse/when"
)

// Viewport is the stretch of time that a window shows. X grows with time.
//
// The left edge is Origin plus Offset seconds. Times are subtracted from Origin
// as integers before they become floats, so that a second is exact at any
// distance from today.
type Viewport struct {
	Origin   when.Instant
	Offset   float64 // seconds from Origin to the left edge, |Offset| < 1
	PerPixel float64 // seconds per pixel, > 0
	Width    float64 // pixels
	// Breaks are the stretches of time that are drawn shorter than they are; nil
	// for none. All other measures are in drawn time.
	Breaks *Breaks
}

// Flat returns v in drawn time: the same pixels for instants that went through
// Breaks.Drawn, and no breaks.
func (v Viewport) Flat() Viewport {
	v.Origin, v.Breaks = v.Breaks.Drawn(v.Origin), nil
	return v
}

// Fit returns the viewport of the given width that shows iv with a margin of
// the given number of pixels on both sides. An empty interval is shown as a day.
func Fit(iv when.Interval, width, margin float64) Viewport {
	seconds := span(iv.Start, iv.End)
	if seconds <= 0 {
		seconds = span(iv.Start, iv.Start.Add(1, when.Day))
	}
	inner := max(width-2*margin, 1)
	v := Viewport{Origin: iv.Start, PerPixel: seconds / inner, Width: width}
	return v.Pan(-margin)
}

// X returns the place of t in pixels from the left edge.
func (v Viewport) X(t when.Instant) float64 {
	return (span(v.Breaks.Drawn(v.Origin), v.Breaks.Drawn(t)) - v.Offset) / v.PerPixel
}

// At returns the instant at x pixels from the left edge, rounded down to a second
// and clamped to the years that the calendar holds.
func (v Viewport) At(x float64) when.Instant {
	return v.Breaks.Real(shift(v.Breaks.Drawn(v.Origin), math.Floor(x*v.PerPixel+v.Offset)))
}

// Visible returns the interval between the edges.
func (v Viewport) Visible() when.Interval {
	return when.Interval{Start: v.At(0), End: v.At(v.Width) + 1}
}

// Pan returns v moved by dx pixels: positive shows later times.
func (v Viewport) Pan(dx float64) Viewport {
	// The product is split into what a float64 holds of it and the rest, so that
	// no part of a second is lost where a pixel is a million years.
	seconds := dx * v.PerPixel
	rest := math.FMA(dx, v.PerPixel, -seconds)
	whole := math.Floor(seconds)
	offset := v.Offset + (seconds - whole) + rest
	carry := math.Floor(offset)
	v.Origin = v.Breaks.Real(shift(shift(v.Breaks.Drawn(v.Origin), whole), carry))
	v.Offset = offset - carry
	return v
}

// Zoom returns v with PerPixel divided by factor, keeping the instant at x where
// it is. A factor above 1 zooms in; one that is not positive does nothing. The
// scale is kept between Finest and Coarsest.
//
// Scales are rounded to scalesPerOctave, so that zooming out undoes zooming in
// to the last bit, however often and however far.
func (v Viewport) Zoom(factor, x float64) Viewport {
	if !(factor > 0) {
		return v
	}
	step := math.Round(math.Log2(v.PerPixel)*scalesPerOctave) - math.Round(math.Log2(factor)*scalesPerOctave)
	scale := min(max(math.Exp2(step/scalesPerOctave), Finest), Coarsest)
	moved := v.Pan(x)
	moved.PerPixel = scale
	return moved.Pan(-x)
}

// scalesPerOctave is how many scales there are between one and its double.
const scalesPerOctave = 1 << 16

// The bounds of PerPixel: a second is 100 pixels wide at the finest, and the
// age of the universe is 100 pixels wide at the coarsest.
const (
	Finest   = 0.01
	Coarsest = 13.8e9 * 365.2425 * 86400 / 100
)

// span returns the seconds from a to b, subtracting as integers where they fit.
func span(a, b when.Instant) float64 {
	if d := b - a; (b >= a) == (d >= 0) {
		return float64(d)
	}
	return float64(b) - float64(a)
}

// shift returns t moved by whole seconds, clamped to the calendar's years.
func shift(t when.Instant, seconds float64) when.Instant {
	lo, hi := when.Date(when.MinYear, 1, 1), when.Date(when.MaxYear, 1, 1)
	switch {
	case seconds > span(t, hi):
		return hi
	case seconds < span(t, lo):
		return lo
	}
	return t + when.Instant(seconds)
}
