package axis

import (
	"math"
	"math/rand"
	"testing"

	"dateline/parse/when"
)

func TestFlightStartsAndEndsExactly(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for range 500 {
		from, to := views(r), views(r)
		to.Width = from.Width
		fly := Flight(from, to)
		for part, want := range map[float64]Viewport{-1: from, 0: from, 1: to, 2: to, math.NaN(): from} {
			if got := fly(part); got != want {
				t.Fatalf("at %v of the way from %+v to %+v the viewport is %+v", part, from, to, got)
			}
		}
	}
}

func TestFlightNeverJumps(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 100 {
		from, to := views(r), views(r)
		to.Width = from.Width
		fly := Flight(from, to)
		const steps = 1000
		before := from
		for i := 1; i <= steps; i++ {
			v := fly(float64(i) / steps)
			moved := math.Abs(v.X(before.Origin)-before.X(before.Origin)) / v.Width
			zoomed := math.Abs(math.Log(v.PerPixel / before.PerPixel))
			if moved > 1.2 || zoomed > 0.4 || math.IsNaN(moved+zoomed) {
				t.Fatalf("from %+v to %+v the step to %v moves %v windows and zooms %v", from, to, float64(i)/steps, moved, zoomed)
			}
			before = v
		}
	}
}

func TestFlightOfAZoomKeepsThePointersInstant(t *testing.T) {
	from := Viewport{Origin: when.Date(2021, 3, 18), PerPixel: 3600, Width: 1000}
	for _, factor := range []float64{1.25, 40, 0.01} {
		to := from.Zoom(factor, 320)
		fly := Flight(from, to)
		for part := 0.1; part < 1; part += 0.1 {
			if got := fly(part).X(from.At(320)); math.Abs(got-320) > 1 {
				t.Errorf("zooming by %v the instant at 320 is at %v after %v of the way", factor, got, part)
			}
		}
	}
}

func TestLongFlightZoomsOut(t *testing.T) {
	from := Viewport{Origin: when.Date(2021, 3, 18), PerPixel: 60, Width: 1000}
	to := Viewport{Origin: when.Date(1921, 5, 5), PerPixel: 60, Width: 1000}
	if got := Flight(from, to)(0.5).PerPixel; got < 100*60 {
		t.Errorf("half way to another century a pixel is %v seconds, want far more than 60", got)
	}
	if got := Flight(from, from.Pan(300))(0.5); got != from.Pan(150) {
		t.Errorf("half way of a short move is %+v, want %+v", got, from.Pan(150))
	}
}
