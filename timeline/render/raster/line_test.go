package raster

import (
	"math"
	"strings"
	"testing"

	"dateline/timeline/scene"
)

// rowText returns row y of a picture as text: # for black, + for grey, . for white.
func rowText(t *testing.T, scale float64, y int, items ...scene.Item) string {
	t.Helper()
	m := painted(t, scale, items...)
	var b strings.Builder
	for x := range m.Rect.Dx() {
		switch v := m.RGBAAt(x, y).R; {
		case v == 255:
			b.WriteByte('.')
		case v == 0:
			b.WriteByte('#')
		default:
			b.WriteByte('+')
		}
	}
	return strings.TrimRight(b.String(), ".")
}

func TestLineIsCrisp(t *testing.T) {
	level := func(y, width float64, d scene.Dash) scene.Line {
		return scene.Line{From: scene.Point{X: 2, Y: y}, To: scene.Point{X: 22, Y: y}, Stroke: black, Width: width, Dash: d}
	}
	upright := func(x, width float64) scene.Line {
		return scene.Line{From: scene.Point{X: x, Y: 0}, To: scene.Point{X: x, Y: 20}, Stroke: black, Width: width}
	}
	tests := []struct {
		name  string
		scale float64
		y     int
		line  scene.Line
		want  string
	}{
		{"solid", 1, 5, level(5.5, 1, scene.Solid), "..####################"},
		{"between rows", 1, 5, level(5, 1, scene.Solid), "..####################"},
		{"row below is free", 1, 6, level(5.5, 1, scene.Solid), ""},
		{"row above is free", 1, 4, level(5.5, 1, scene.Solid), ""},
		{"dashed", 1, 5, level(5.5, 1, scene.Dashed), "..####...####...####"},
		{"dotted", 1, 5, level(5.5, 1, scene.Dotted), "..#..#..#..#..#..#..#"},
		{"dotted, twice the size", 2, 10, level(5.5, 1, scene.Dotted), "....##....##....##....##....##....##....##"},
		{"hairline", 1, 5, level(5.5, 0.5, scene.Solid), "..++++++++++++++++++++"},
		{"no width", 1, 5, level(5.5, 0, scene.Solid), ""},
		{"width is no number", 1, 5, level(5.5, math.NaN(), scene.Solid), ""},
		{"upright", 1, 5, upright(7, 1), ".......#"},
		{"upright, three wide", 1, 5, upright(7.5, 3), "......###"},
		{"upright, twice the size", 2, 5, upright(7.25, 1), "..............##"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := rowText(t, tt.scale, tt.y, tt.line)
			if got != tt.want {
				t.Errorf("row %d is %q, want %q", tt.y, got, tt.want)
			}
		})
	}
}

func TestFarLineKeepsItsPattern(t *testing.T) {
	near := scene.Line{From: scene.Point{X: 0, Y: 5.5}, To: scene.Point{X: 40, Y: 5.5}, Stroke: black, Width: 1, Dash: scene.Dashed}
	far := near
	far.From.X, far.To.X = -7*100_000, 7*100_000
	if a, b := rowText(t, 1, 5, near), rowText(t, 1, 5, far); a != b {
		t.Errorf("a line from far away is %q, want %q", b, a)
	}
}

func TestDiagonalLine(t *testing.T) {
	m := painted(t, 1, scene.Line{From: scene.Point{X: 5, Y: 2}, To: scene.Point{X: 29, Y: 12}, Stroke: black, Width: 3})
	if got, want := inked(m), 26.0*3; math.Abs(got-want) > 0.5 {
		t.Errorf("a line of 26 × 3 covers %.2f pixels", got)
	}
}
