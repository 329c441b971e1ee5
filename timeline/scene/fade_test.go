package scene

import (
	"math"
	"slices"
	"testing"
)

func TestStops(t *testing.T) {
	tests := []struct {
		name               string
		width, left, right float64
		want               []Stop
	}{
		{"none", 100, 0, 0, nil},
		{"negative", 100, -5, 0, nil},
		{"empty box", 0, 10, 0, nil},
		{"left", 100, 20, 0, []Stop{{0, 0}, {0.2, 1}, {1, 1}}},
		{"right", 100, 0, 25, []Stop{{0, 1}, {0.75, 1}, {1, 0}}},
		{"both", 100, 20, 25, []Stop{{0, 0}, {0.2, 1}, {0.75, 1}, {1, 0}}},
		{"left past the end", 100, 200, 0, []Stop{{0, 0}, {1, 0.5}}},
		{"right past the start", 100, 0, 400, []Stop{{0, 0.25}, {1, 0}}},
		{"both meet", 100, 100, 100, []Stop{{0, 0}, {0.5, 0.5}, {1, 0}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := Box{Rect: Rect{W: tt.width, H: 10}, FadeLeft: tt.left, FadeRight: tt.right}
			same := func(a, b Stop) bool {
				return math.Abs(a.At-b.At) < 1e-9 && math.Abs(a.Strength-b.Strength) < 1e-9
			}
			if got := b.Stops(); !slices.EqualFunc(got, tt.want, same) {
				t.Errorf("Stops() = %v, want %v", got, tt.want)
			}
		})
	}
}
