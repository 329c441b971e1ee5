package pdf

import (
	"strings"
	"testing"

	"dateline/timeline/scene"
)

func TestBatches(t *testing.T) {
	black := scene.Color{A: 255}
	soft := func(x float64) scene.Item {
		return scene.Box{Rect: scene.Rect{X: x, Y: 10, W: 40, H: 10}, Fill: black, FadeLeft: 10}
	}
	hard := func(x float64) scene.Item {
		return scene.Box{Rect: scene.Rect{X: x, Y: 10, W: 40, H: 10}, Fill: black}
	}
	tests := []struct {
		name  string
		items []scene.Item
		masks int
	}{
		{"none", []scene.Item{hard(0), hard(50)}, 0},
		{"one", []scene.Item{soft(0)}, 1},
		{"apart", []scene.Item{soft(0), soft(50), soft(100)}, 1},
		{"hard ones between", []scene.Item{soft(0), hard(50), soft(100)}, 1},
		{"on each other", []scene.Item{soft(0), soft(20)}, 2},
		{"over a hard one", []scene.Item{soft(0), hard(50), soft(60)}, 2},
		{"over a line", []scene.Item{soft(0), scene.Line{From: scene.Point{X: 60}, To: scene.Point{X: 60, Y: 50}, Stroke: black, Width: 1}, soft(50)}, 2},
		{"over a path", []scene.Item{soft(0), scene.Path{Points: []scene.Point{{X: 60}, {X: 70, Y: 30}}, Fill: black}, soft(50)}, 2},
		{"over a text", []scene.Item{soft(0), scene.Text{At: scene.Point{X: 60, Y: 20}, String: "title", Size: 12, Color: black}, soft(50)}, 2},
		{"in groups", []scene.Item{scene.Group{Items: []scene.Item{soft(0)}}, scene.Group{Items: []scene.Item{soft(50)}}}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := written(t, &scene.Scene{Width: 200, Height: 50, Items: tt.items}, Options{})
			if got := strings.Count(string(file), "/Subtype /Form"); got != tt.masks {
				t.Errorf("%d masks, want %d", got, tt.masks)
			}
		})
	}
}

func TestShading(t *testing.T) {
	got := shading([]scene.Stop{{At: 0, Strength: 0}, {At: 0.25, Strength: 1}, {At: 1, Strength: 1}})
	for _, want := range []string{"/C0 [0] /C1 [1] /N 1", "/C0 [1] /C1 [1] /N 1", "/Bounds [ 0.25 ]", "/Encode [ 0 1 0 1 ]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}
