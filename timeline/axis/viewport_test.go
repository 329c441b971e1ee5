package axis

import (
	"math"
	"math/rand"
	"testing"

	"dateline/parse/when"
)

func TestFitShowsTheWholeInterval(t *testing.T) {
	for _, tt := range []struct {
		name       string
		start, end when.Instant
		left       float64
		right      float64
	}{
		{"a month", when.Date(1921, 5, 1), when.Date(1921, 6, 1), 20, 780},
		{"an hour", when.Date(1921, 5, 5), when.Date(1921, 5, 5) + 3600, 20, 780},
		{"all of time", when.Date(-13_800_000_000, 1, 1), when.Date(2021, 1, 1), 20, 780},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := Fit(when.Interval{Start: tt.start, End: tt.end}, 800, 20)
			if l, r := v.X(tt.start), v.X(tt.end); math.Abs(l-tt.left) > 1e-6 || math.Abs(r-tt.right) > 1e-6 {
				t.Errorf("Fit puts the ends at %v and %v, want %v and %v", l, r, tt.left, tt.right)
			}
		})
	}
}

func TestFitShowsAnInstantAsADay(t *testing.T) {
	at := when.Date(1921, 5, 5)
	v := Fit(when.Interval{Start: at, End: at}, 800, 0)
	if got := v.X(at.Add(1, when.Day)); math.Abs(got-800) > 1e-6 {
		t.Errorf("the next day is at %v, want 800", got)
	}
}

func TestASecondIsExactAtTheBeginningOfTime(t *testing.T) {
	origin := when.Date(-13_800_000_000, 1, 1)
	v := Viewport{Origin: origin, PerPixel: 1, Width: 1000}
	for _, s := range []when.Instant{0, 1, 59, 86400, 1_000_000} {
		if got := v.X(origin + s); got != float64(s) {
			t.Errorf("%d seconds after the origin is at %v", s, got)
		}
		if got := v.At(float64(s)); got != origin+s {
			t.Errorf("At(%d) is %d seconds off", s, got-origin-s)
		}
	}
}

func TestZoomKeepsTheInstantBelowThePointer(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 5000 {
		v := views(r)
		x := r.Float64() * v.Width
		z := v.Zoom(math.Exp(r.NormFloat64()*4), x)
		// The instant at x as a distance from an instant that both know.
		at := v.At(x)
		if before, after := v.X(at)*v.PerPixel-x*v.PerPixel, z.X(at)*z.PerPixel-x*z.PerPixel; math.Abs(before-after) > 1e-6+1e-9*math.Max(v.PerPixel, z.PerPixel) {
			t.Fatalf("Zoom(%v) of %+v moves the pointer's instant by %v seconds", x, v, before-after)
		}
	}
}

func TestThousandZoomsReturnToTheSamePixel(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for _, origin := range []when.Instant{when.Date(2021, 3, 18), when.Date(-43, 3, 15), when.Date(-13_800_000_000, 1, 1)} {
		start := Viewport{Origin: origin, Offset: 0.25, PerPixel: 1, Width: 1400}
		v := start
		type step struct{ factor, x float64 }
		var steps []step
		for len(steps) < 1000 {
			s := step{math.Exp(r.NormFloat64()), r.Float64() * v.Width}
			if scale := v.PerPixel / s.factor; scale < Finest*2 || scale > 1e13 {
				continue
			}
			v = v.Zoom(s.factor, s.x)
			steps = append(steps, s)
		}
		for i := len(steps) - 1; i >= 0; i-- {
			v = v.Zoom(1/steps[i].factor, steps[i].x)
		}
		if got := v.X(origin); math.Abs(got-start.X(origin)) > 0.01 {
			t.Errorf("after 1000 zooms and back the origin %v is at %v pixels, want %v", origin.Civil(), got, start.X(origin))
		}
	}
}

func TestPanAndBack(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 5000 {
		v := views(r)
		dx := r.NormFloat64() * 3000
		if math.Abs(dx*v.PerPixel) > 1e18 {
			continue // may stop at the end of the calendar
		}
		back := v.Pan(dx).Pan(-dx)
		if d := (span(v.Origin, back.Origin) + back.Offset - v.Offset) / v.PerPixel; math.Abs(d) > 1e-9 {
			t.Fatalf("Pan(%v) and back moves %+v by %v pixels", dx, v, d)
		}
	}
}

func TestZoomStaysWithinItsBounds(t *testing.T) {
	v := Viewport{Origin: when.Date(2021, 1, 1), PerPixel: 60, Width: 800}
	if got := v.Zoom(1e30, 400).PerPixel; got != Finest {
		t.Errorf("zooming in ends at %v, want %v", got, Finest)
	}
	for _, factor := range []float64{0, -1, math.NaN()} {
		if got := v.Zoom(factor, 400); got != v {
			t.Errorf("zooming by %v gives %+v", factor, got)
		}
	}
	if got := v.Zoom(1e-30, 400).PerPixel; got != Coarsest {
		t.Errorf("zooming out ends at %v, want %v", got, Coarsest)
	}
}

func TestViewportsAtTheEndsOfTime(t *testing.T) {
	for _, origin := range []when.Instant{when.First, when.Last, when.Date(when.MinYear, 1, 1), when.Date(when.MaxYear, 1, 1)} {
		for _, scale := range []float64{Finest, 1, Coarsest} {
			v := Viewport{Origin: origin, PerPixel: scale, Width: 1000}
			for _, moved := range []Viewport{v, v.Pan(1e6), v.Pan(-1e6), v.Zoom(0.5, 300), v.Zoom(3, 900)} {
				iv := moved.Visible()
				if iv.Start > iv.End || math.IsNaN(moved.X(0)) || moved.Offset < 0 || moved.Offset > 1 {
					t.Errorf("%+v shows %+v", moved, iv)
				}
			}
		}
	}
}
