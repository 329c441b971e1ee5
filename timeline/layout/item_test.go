package layout

import (
	"math"
	"math/rand"
	"testing"

	"dateline/parse/when"
)

func TestClearance(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b extents
		want float64
	}{
		{"labels of points", extents{start: 0, end: 1, label: 86}, extents{start: 1000}, 10},
		{"a bar longer than its label", extents{start: 0, end: 600, label: 10, trail: 6}, extents{start: 1000}, 20},
		{"the later one reaches left", extents{start: 0, end: 0, label: 80}, extents{start: 1000, lead: 6}, 10},
		{"equal instants", extents{start: 5, end: 5, label: 80}, extents{start: 5}, 0},
		{"bars that overlap", extents{start: 0, end: 600, label: 10}, extents{start: 500}, -100.0 / gap},
		{"the ends of the calendar", extents{start: when.First, end: when.First, label: 86}, extents{start: when.Last}, math.Exp2(64) / 100},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := clearance(&tt.a, &tt.b); math.Abs(got-tt.want) > 1e-9*math.Abs(tt.want) {
				t.Errorf("clearance = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestClearanceIsWhereNeighboursTouch(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for range 2000 {
		a := extents{start: when.Instant(r.Intn(1000)), lead: 4, trail: float32(r.Intn(50)), label: float32(r.Intn(300))}
		a.end = a.start + when.Instant(r.Intn(1000))
		b := extents{start: a.end + 1 + when.Instant(r.Intn(10_000)), lead: float32(r.Intn(50))}
		at := clearance(&a, &b)
		if apart := b.left(0, at*0.999) - a.right(0, at*0.999); apart < -1e-6 {
			t.Fatalf("%+v and %+v overlap by %v below their clearance", a, b, -apart)
		}
		if apart := b.left(0, at*1.001) - a.right(0, at*1.001); apart > 1e-6 {
			t.Fatalf("%+v and %+v are %v apart above their clearance", a, b, apart)
		}
	}
}
