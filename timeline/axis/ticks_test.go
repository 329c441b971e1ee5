package axis

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/parse/when"
)

// ruled letters an axis with seven pixels for every letter.
var ruled = Type{
	Label:   func(s string) float64 { return 7 * float64(utf8.RuneCountInString(s)) },
	Context: func(s string) float64 { return 8 * float64(utf8.RuneCountInString(s)) },
	Gap:     28,
}

// labels returns the labels that are at least half faded in, in order.
func labels(s Strips) []string {
	var found []string
	for _, t := range s.Ticks {
		if t.Label != "" && t.Ink > 0.5 {
			found = append(found, t.Label)
		}
	}
	return found
}

func TestTicksSuitTheZoom(t *testing.T) {
	day := float64(86400)
	year := 365.2425 * day
	for _, tt := range []struct {
		name     string
		from     when.Instant
		seconds  float64 // across 800 pixels
		ticks    string  // some of them, in order
		contexts string  // the first of them
	}{
		{"a minute", when.Date(2021, 3, 18) + 3600, 60, "01:00:15 01:00:30 01:00:45", "Thursday, March 18, 2021"},
		{"an hour", when.Date(2021, 3, 18), 3600, "00:15 00:30 00:45", "Thursday, March 18, 2021"},
		{"a day", when.Date(2021, 3, 18), day, "03:00 06:00 09:00", "Thursday, March 18, 2021"},
		{"a fortnight", when.Date(2021, 3, 8), 14 * day, "9 10 11 12", "March 2021"},
		{"a week", when.Date(2021, 3, 8), 7 * day, "Tue 9 Wed 10 Thu 11", "March 2021"},
		{"two months", when.Date(2021, 3, 1), 61 * day, "8 15 22 29 5", "March 2021"},
		{"a year", when.Date(2021, 1, 1), year, "Feb Mar Apr", "2021"},
		{"half a year", when.Date(2021, 1, 1), year / 2, "February March April", "2021"},
		{"five years", when.Date(2017, 1, 1), 5 * year, "2017 2018 2019", "21st century"},
		{"ten years", when.Date(2011, 1, 1), 8 * year, "2012 2013 2014", "21st century"},
		{"a century", when.Date(1901, 1, 1), 100 * year, "1920 1940 1960 1980", "20th century"},
		{"the turn of eras", when.Date(-250, 1, 1), 500 * year, "200 BCE 100 BCE 1 CE 100 CE", "1st millennium BCE"},
		{"around year one", when.Date(-4, 1, 1), 9 * year, "4 BCE 2 BCE 2 CE 4 CE", "1st century BCE"},
		{"year by year around one", when.Date(-2, 1, 1), 5 * year, "2 BCE 1 BCE 1 CE 2 CE", "1st century BCE"},
		{"antiquity", when.Date(-3000, 1, 1), 5000 * year, "2000 BCE 1000 BCE 1 CE 1000", ""},
		{"the ice age", when.Date(-40_000, 1, 1), 40_000 * year, "40 ka 35 ka 30 ka", ""},
		{"the dinosaurs", when.Date(-250_000_000, 1, 1), 250e6 * year, "200 Ma 150 Ma 100 Ma 50 Ma", ""},
		{"the universe", when.Date(-13_800_000_000, 1, 1), 13.8e9 * year, "12 Ga 10 Ga 8 Ga 6 Ga 4 Ga 2 Ga", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := Viewport{Origin: tt.from, PerPixel: tt.seconds / 800, Width: 800}
			s := Ticks(v, ruled)
			if got := strings.Join(labels(s), " "); !strings.Contains(got, tt.ticks) {
				t.Errorf("the labels are %q, want among them %q", got, tt.ticks)
			}
			got := ""
			if len(s.Contexts) > 0 {
				got = s.Contexts[0].Label
			}
			if got != tt.contexts {
				t.Errorf("the first context is %q, want %q", got, tt.contexts)
			}
		})
	}
}

func TestTicksNeverNameAYearZero(t *testing.T) {
	for scale := 1e4; scale < 1e12; scale *= 1.3 {
		v := Viewport{Origin: when.Date(0, 7, 1), PerPixel: scale, Width: 1400}.Pan(-700)
		for _, tick := range Ticks(v, ruled).Ticks {
			if tick.Label == "0" || tick.Label == "0 CE" || tick.Label == "0 BCE" || tick.Label == "101 BCE" {
				t.Errorf("at %v seconds per pixel a tick is labelled %q", scale, tick.Label)
			}
		}
	}
}

// views returns viewports from seconds to billions of years, near and far.
func views(r *rand.Rand) Viewport {
	v := Viewport{
		PerPixel: Finest * math.Exp(r.Float64()*math.Log(Coarsest/Finest)),
		Width:    200 + r.Float64()*2000,
	}
	v.Origin = when.Date(2021, 3, 18).Add(-int(r.Int63n(5000)), when.Year) + when.Instant(r.Int63n(1<<32))
	if r.Intn(3) == 0 {
		v.Origin = when.Date(-int(r.Int63n(13_800_000_000)), 1+r.Intn(12), 1)
	}
	return v
}

func TestLabelsOfTicksKeepApart(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 1000 {
		v := views(r)
		s := Ticks(v, ruled)
		right, contexts := math.Inf(-1), math.Inf(-1)
		last := when.First
		for _, tick := range s.Ticks {
			if tick.At <= last {
				t.Fatalf("%+v: the ticks are out of order at %v", v, tick.At.Civil())
			}
			last = tick.At
			if tick.Label == "" || tick.Ink == 0 {
				continue
			}
			if tick.X-tick.Width/2 < right {
				t.Fatalf("%+v: the label %q touches the one before it", v, tick.Label)
			}
			right = tick.X + tick.Width/2
		}
		for _, c := range s.Contexts {
			if c.Label == "" {
				continue
			}
			if c.At < 0 || c.At < contexts || c.At < c.X {
				t.Fatalf("%+v: the context %q starts at %v", v, c.Label, c.At)
			}
			contexts = c.At + c.Width
		}
	}
}

func TestPanningMovesTicksOnly(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 1000 {
		v := views(r)
		dx := r.Float64()*200 - 100
		before, after := Ticks(v, ruled), Ticks(v.Pan(dx), ruled)
		if before.Step != after.Step {
			t.Fatalf("%+v: panning changes the step from %v to %v", v, before.Step, after.Step)
		}
		for _, tick := range before.Ticks {
			if tick.X < 100 || tick.X > v.Width-100 {
				continue
			}
			i := slices.IndexFunc(after.Ticks, func(other Tick) bool { return other.At == tick.At })
			if i < 0 {
				t.Fatalf("%+v: the tick %q goes missing by panning", v, tick.Label)
			}
			moved := after.Ticks[i]
			moved.X = tick.X
			if moved != tick || math.Abs(after.Ticks[i].X+dx-tick.X) > 1e-3 {
				t.Fatalf("%+v: panning by %v changes %+v to %+v", v, dx, tick, after.Ticks[i])
			}
		}
	}
}

// TestTicksChangeWithoutPopping zooms in by tiny steps: what is strong in one
// picture is never gone in the next.
func TestTicksChangeWithoutPopping(t *testing.T) {
	for _, origin := range []when.Instant{when.Date(2021, 3, 18), when.Date(-60, 1, 1), when.Date(-70_000_000, 1, 1)} {
		v := Viewport{Origin: origin, PerPixel: 1e12, Width: 1000}
		before := Ticks(v, ruled)
		for v.PerPixel > 0.02 {
			v = v.Zoom(1.012, 300)
			after := Ticks(v, ruled)
			for _, tick := range before.Ticks {
				if tick.X < 50 || tick.X > 950 || tick.Ink < 0.5 {
					continue
				}
				if !slices.ContainsFunc(after.Ticks, func(other Tick) bool { return other.At == tick.At && other.Ink > 0 }) {
					t.Fatalf("at %v seconds per pixel the label %q of strength %v vanishes at once", v.PerPixel, tick.Label, tick.Ink)
				}
			}
			before = after
		}
	}
}

func TestContextsStayInTheWindow(t *testing.T) {
	v := Viewport{Origin: when.Date(2021, 3, 10), PerPixel: 14 * 86400 / 800.0, Width: 1200}
	past := ruled
	past.Left = 200
	for left, lettered := range map[float64]Type{0: ruled, 200: past} {
		first := Ticks(v, lettered).Contexts[0]
		if first.Label != "March 2021" || first.At != left+contextPad {
			t.Errorf("with the edge at %v the context %q starts at %v", left, first.Label, first.At)
		}
	}
}

func TestSettledTicksAreFullyThere(t *testing.T) {
	settled := ruled
	settled.Settled = true
	r := rand.New(rand.NewSource(13))
	for range 500 {
		v := views(r)
		for _, tick := range Ticks(v, settled).Ticks {
			if tick.Label != "" && (tick.Ink != 1 || tick.Line != 1) {
				t.Fatalf("%+v: the label %q has the strength %v", v, tick.Label, tick.Ink)
			}
		}
	}
}

func TestWeeksStartWhereTheReaderWantsThem(t *testing.T) {
	v := Viewport{Origin: when.Date(2021, 3, 1), PerPixel: 61 * 86400 / 800.0, Width: 800}
	for start, want := range map[int]int{0: 1, 1: 1, 6: 6, 7: 7} {
		lettered := ruled
		lettered.WeekStart = start
		for _, tick := range Ticks(v, lettered).Ticks {
			if tick.Label != "" && tick.At.Weekday() != want {
				t.Errorf("with weeks from %d, a tick stands on weekday %d", start, tick.At.Weekday())
			}
		}
	}
}

func TestTicksOfUnusableViewports(t *testing.T) {
	for _, v := range []Viewport{
		{},
		{PerPixel: 1},
		{Width: 100},
		{PerPixel: math.NaN(), Width: 100},
		{PerPixel: -1, Width: 100},
		{PerPixel: 1, Width: math.Inf(1)},
		{PerPixel: math.Inf(1), Width: 100},
	} {
		if s := Ticks(v, ruled); len(s.Ticks) > 0 || len(s.Contexts) > 0 {
			t.Errorf("Ticks(%+v) = %d ticks, %d contexts, want none", v, len(s.Ticks), len(s.Contexts))
		}
	}
	for _, v := range []Viewport{
		{PerPixel: Finest, Width: 1e6},
		{PerPixel: Coarsest, Width: 1e6},
		{Origin: when.First, PerPixel: 1, Width: 500},
		{Origin: when.Last, PerPixel: Coarsest, Width: 500},
	} {
		if s := Ticks(v, ruled); len(s.Ticks) > 3*maxTicks {
			t.Errorf("Ticks(%+v) = %d ticks", v, len(s.Ticks))
		}
	}
}

func BenchmarkTicks(b *testing.B) {
	v := Viewport{Origin: when.Date(2021, 3, 1), PerPixel: 61 * 86400 / 1400.0, Width: 1400}
	b.ReportAllocs()
	for b.Loop() {
		Ticks(v, ruled)
	}
}
