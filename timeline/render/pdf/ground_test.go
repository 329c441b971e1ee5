package pdf

import (
	"math"
	"testing"

	"dateline/timeline/scene"
)

func TestGround(t *testing.T) {
	g := newGround(100, 50)
	g.take(scene.Rect{X: 20, Y: 10, W: 8, H: 4})
	tests := []struct {
		name string
		r    scene.Rect
		want bool
	}{
		{"the same", scene.Rect{X: 20, Y: 10, W: 8, H: 4}, true},
		{"a corner", scene.Rect{X: 27, Y: 13, W: 8, H: 4}, true},
		{"all around", scene.Rect{W: 100, H: 50}, true},
		{"beside", scene.Rect{X: 28, Y: 8, W: 8, H: 4}, false},
		{"far below", scene.Rect{X: 20, Y: 30, W: 8, H: 4}, false},
		{"outside", scene.Rect{X: -50, Y: -50, W: 8, H: 4}, false},
		{"no number", scene.Rect{X: math.NaN(), Y: 10, W: 8, H: 4}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := g.taken(tt.r); got != tt.want {
				t.Errorf("taken(%v) = %v, want %v", tt.r, got, tt.want)
			}
		})
	}
	g.clear()
	if g.taken(scene.Rect{W: 100, H: 50}) {
		t.Error("something is taken after clear")
	}
}

func TestGroundTooLarge(t *testing.T) {
	for _, side := range []float64{1e7, math.Inf(1), math.NaN()} {
		g := newGround(side, side)
		g.take(scene.Rect{W: 5, H: 5})
		g.clear()
		if !g.taken(scene.Rect{X: 500, W: 5, H: 5}) {
			t.Errorf("on a ground of %g something is free", side)
		}
	}
}
