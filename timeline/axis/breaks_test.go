package axis

import (
	"math"
	"math/rand"
	"testing"

	"dateline/parse/when"
)

func sampleBreaks(r *rand.Rand) *Breaks {
	var breaks []Break
	at := when.Instant(r.Int63n(1000))
	for range 1 + r.Intn(4) {
		length := 1 + r.Int63n(1<<r.Intn(50))
		breaks = append(breaks, Break{Start: at, End: at + when.Instant(length), Shown: int(1 + r.Int63n(length))})
		at += when.Instant(length + r.Int63n(10_000))
	}
	return NewBreaks(breaks)
}

func TestBreaksKeepOrderAndRoundTrip(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for range 2000 {
		b := sampleBreaks(r)
		before, drawnBefore := when.Instant(-5000), b.Drawn(-5000)
		for before < 1<<52 {
			at := before + 1 + when.Instant(r.Int63n(1+int64(math.Abs(float64(before)))))
			drawn := b.Drawn(at)
			if drawn < drawnBefore {
				t.Fatalf("%+v: %d is drawn at %d, before %d at %d", b.All(), at, drawn, before, drawnBefore)
			}
			if truth := b.Real(drawn); b.Drawn(truth) != drawn || truth > at {
				t.Fatalf("%+v: %d is drawn at %d, which is drawn for %d", b.All(), at, drawn, truth)
			}
			before, drawnBefore = at, drawn
		}
	}
}

func TestBreaksShorten(t *testing.T) {
	b := NewBreaks([]Break{{Start: 100, End: 1100, Shown: 10}, {Start: 2000, End: 3000, Shown: 100}})
	for at, want := range map[when.Instant]when.Instant{
		-7: -7, 100: 100, 200: 101, 600: 105, 1100: 110, 1500: 510, 2000: 1010, 2500: 1060, 3000: 1110, 4000: 2110,
	} {
		if got := b.Drawn(at); got != want {
			t.Errorf("Drawn(%d) = %d, want %d", at, got, want)
		}
	}
}

func TestNewBreaksLeavesOutWhatShortensNothing(t *testing.T) {
	for _, br := range []Break{{}, {Start: 5, End: 5, Shown: 1}, {Start: 9, End: 5, Shown: 1}, {Start: 5, End: 9, Shown: 4}, {Start: 5, End: 9}, {Start: 5, End: 9, Shown: -1}} {
		if b := NewBreaks([]Break{br}); b != nil {
			t.Errorf("NewBreaks(%+v) = %+v, want none", br, b.All())
		}
	}
	var none *Breaks
	if none.Drawn(7) != 7 || none.Real(7) != 7 || none.All() != nil {
		t.Error("no breaks change time")
	}
}

func TestViewportsWithBreaksPanAndZoom(t *testing.T) {
	r := rand.New(rand.NewSource(12))
	for range 2000 {
		v := Viewport{Origin: when.Instant(r.Int63n(20_000) - 10_000), PerPixel: math.Exp(r.Float64()*8 - 2), Width: 1000, Breaks: sampleBreaks(r)}
		dx := r.Float64()*2000 - 1000
		for range 20 {
			at := v.At(r.Float64() * v.Width)
			if got, want := v.Pan(dx).X(at), v.X(at)-dx; math.Abs(got-want) > 2/v.PerPixel {
				t.Fatalf("%+v %+v: panning by %v moves %d from %v to %v", v, v.Breaks.All(), dx, at, v.X(at), got)
			}
			if flat := v.Flat().X(v.Breaks.Drawn(at)); math.Abs(flat-v.X(at)) > 1e-6 {
				t.Fatalf("%d is at %v, flat at %v", at, v.X(at), flat)
			}
		}
	}
}

func TestTicksLeaveBreaksAlone(t *testing.T) {
	year := 365 * 86400
	br := Break{Start: when.Date(1950, 1, 1), End: when.Date(1990, 1, 1), Shown: 2 * year}
	v := Viewport{Origin: when.Date(1940, 1, 1), PerPixel: float64(20*year) / 1000, Width: 1000, Breaks: NewBreaks([]Break{br})}
	s := Ticks(v, ruled)
	if len(s.Ticks) == 0 {
		t.Fatal("no ticks")
	}
	for _, tick := range s.Ticks {
		if tick.At > br.Start && tick.At < br.End {
			t.Errorf("a tick stands in the break, on %v", tick.At.Civil())
		}
		half := tick.Width / 2
		if tick.Label != "" && tick.X-half < v.X(br.End) && tick.X+half > v.X(br.Start) {
			t.Errorf("the label %q reaches into the break", tick.Label)
		}
	}
}
