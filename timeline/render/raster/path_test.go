package raster

import (
	"math"
	"testing"

	"dateline/timeline/scene"
)

func TestPathCovers(t *testing.T) {
	triangle := []scene.Point{{X: 5, Y: 2}, {X: 25, Y: 2}, {X: 5, Y: 18}}
	star := []scene.Point{{X: 20, Y: 1}, {X: 26, Y: 19}, {X: 10, Y: 8}, {X: 30, Y: 8}, {X: 14, Y: 19}}
	tests := []struct {
		name   string
		path   scene.Path
		lo, hi float64
		why    string
	}{
		{"triangle", scene.Path{Points: triangle, Fill: black}, 159.5, 160.5, "half of 20 × 16"},
		{"star", scene.Path{Points: star, Fill: black}, 100, 180, "its middle is filled"},
		{"open stroke", scene.Path{Points: triangle[:2], Open: true, Stroke: black, Width: 2}, 39.5, 40.5, "20 × 2"},
		{"round join", scene.Path{Points: triangle[:3], Open: true, Stroke: black, Width: 4}, 175, 190, "two legs and a join"},
		{"no points", scene.Path{Fill: black}, 0, 0, ""},
		{"one point", scene.Path{Points: triangle[:1], Fill: black, Stroke: black, Width: 1}, 0, 0, ""},
		{"larger than the picture", scene.Path{Points: []scene.Point{{X: -1e7, Y: -1e7}, {X: 1e7, Y: -1e7}, {X: 1e7, Y: 1e7}, {X: -1e7, Y: 1e7}}, Fill: black}, 800, 800, "all of it"},
		{"no number", scene.Path{Points: []scene.Point{{X: math.NaN(), Y: 2}, {X: 9, Y: math.Inf(1)}, {X: 3, Y: 9}}, Fill: black, Stroke: black, Width: 1}, 0, 800, "anything but a crash"},
		{"dashed, endless", scene.Path{Points: []scene.Point{{X: -1e300, Y: 5}, {X: 1e300, Y: 6}}, Open: true, Stroke: black, Width: 1, Dash: scene.Dashed}, 0, 40, "anything but a crash"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := inked(painted(t, 1, tt.path)); got < tt.lo || got > tt.hi {
				t.Errorf("covers %.2f pixels, want %g to %g: %s", got, tt.lo, tt.hi, tt.why)
			}
		})
	}
}
