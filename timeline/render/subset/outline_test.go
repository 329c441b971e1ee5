package subset

import (
	"math"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
)

// segments makes an outline of operations and their points.
func segments(parts ...opentype.Segment) []opentype.Segment { return parts }

func op(o opentype.SegmentOp, xy ...float32) opentype.Segment {
	s := opentype.Segment{Op: o}
	for i := 0; i < len(xy); i += 2 {
		s.Args[i/2] = opentype.SegmentPoint{X: xy[i], Y: xy[i+1]}
	}
	return s
}

func TestContours(t *testing.T) {
	const move, line, quad = opentype.SegmentOpMoveTo, opentype.SegmentOpLineTo, opentype.SegmentOpQuadTo
	tests := []struct {
		name     string
		segments []opentype.Segment
		want     []int // points of each contour
	}{
		{"nothing", nil, nil},
		{"a lone point", segments(op(move, 5, 5)), nil},
		{"triangle", segments(op(move, 0, 0), op(line, 9, 0), op(line, 0, 9)), []int{3}},
		{"closed triangle", segments(op(move, 0, 0), op(line, 9, 0), op(line, 0, 9), op(line, 0, 0)), []int{3}},
		{"two", segments(op(move, 0, 0), op(line, 9, 0), op(line, 0, 9), op(move, 0, 0), op(line, 4, 4)), []int{3, 2}},
		{"implied point", segments(op(move, 0, 0), op(quad, 10, 0, 10, 10), op(quad, 10, 20, 0, 20)), []int{4}},
		{"point that is not implied", segments(op(move, 0, 0), op(quad, 10, 0, 10, 9), op(quad, 10, 20, 0, 20)), []int{5}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := contours(tt.segments)
			if len(got) != len(tt.want) {
				t.Fatalf("%d contours, want %d", len(got), len(tt.want))
			}
			for i, c := range got {
				if len(c) != tt.want[i] {
					t.Errorf("contour %d has %d points, want %d: %v", i, len(c), tt.want[i], c)
				}
			}
		})
	}
}

func TestCubicStaysClose(t *testing.T) {
	p, c, d, q := point{x: 0, y: 0}, point{x: 0, y: 552}, point{x: 448, y: 1000}, point{x: 1000, y: 1000}
	pieces := cubic([]point{p}, p, c, d, q)
	for i := 0; i+2 < len(pieces); i += 2 {
		a, m, b := pieces[i], pieces[i+1], pieces[i+2]
		mid := point{x: (a.x + 2*m.x + b.x) / 4, y: (a.y + 2*m.y + b.y) / 4}
		away := math.Inf(1)
		for j := range 1000 {
			r := bezier(p, c, d, q, float64(j)/1000)
			away = min(away, math.Hypot(r.x-mid.x, r.y-mid.y))
		}
		if away > 2*tolerance {
			t.Errorf("piece %d is %.2f units away from the curve", i/2, away)
		}
	}
	if last := pieces[len(pieces)-1]; last.x != q.x || last.y != q.y || len(pieces) > 13 {
		t.Errorf("%d points that end at %v", len(pieces), last)
	}
}
