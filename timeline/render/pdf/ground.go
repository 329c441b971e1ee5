package pdf

import (
	"math"

	"dateline/timeline/scene"
)

// ground remembers, in squares, which parts of a picture are taken. What is near
// may count as taken too; what is taken never counts as free.
type ground struct {
	columns, rows int
	squares       []bool
}

// square is the side of a square in units, and maxSquares the most of them.
const (
	square     = 4.0
	maxSquares = 1 << 22
)

// newGround returns a free ground. On one too large for its squares, everything
// counts as taken.
func newGround(width, height float64) ground {
	columns, rows := math.Ceil(width/square), math.Ceil(height/square)
	if !(columns*rows <= maxSquares) {
		return ground{}
	}
	return ground{int(columns), int(rows), make([]bool, int(columns)*int(rows))}
}

func (g *ground) clear() { clear(g.squares) }

// take marks what r touches.
func (g *ground) take(r scene.Rect) {
	x0, y0, x1, y1 := g.span(r)
	for y := y0; y < y1; y++ {
		row := g.squares[y*g.columns+x0 : y*g.columns+x1]
		for i := range row {
			row[i] = true
		}
	}
}

// taken reports whether a square that r touches is taken.
func (g *ground) taken(r scene.Rect) bool {
	if g.squares == nil {
		return true
	}
	x0, y0, x1, y1 := g.span(r)
	for y := y0; y < y1; y++ {
		for _, taken := range g.squares[y*g.columns+x0 : y*g.columns+x1] {
			if taken {
				return true
			}
		}
	}
	return false
}

// span returns the squares that r touches; none if r lies outside.
func (g *ground) span(r scene.Rect) (x0, y0, x1, y1 int) {
	hold := func(v float64, n int) int {
		if !(v > 0) {
			return 0
		}
		return int(min(v, float64(n)))
	}
	x0, y0 = hold(math.Floor(r.X/square), g.columns), hold(math.Floor(r.Y/square), g.rows)
	x1, y1 = hold(math.Ceil(r.Right()/square), g.columns), hold(math.Ceil(r.Bottom()/square), g.rows)
	return x0, y0, max(x1, x0), max(y1, y0)
}
