package pdf

import (
	"fmt"

	"dateline/timeline/render/decimal"
	"dateline/timeline/render/page"
	"dateline/timeline/scene"
)

// perUnit is the size of a unit in points.
const perUnit = 0.75

// maxPage is the longest side of a page in points that every reader takes.
const maxPage = 14400

// sheet is a page that shows a part of the picture.
type sheet struct {
	page.Sheet
	ref   ref
	unit  float64 // the size of the page's own units in points
	scale float64 // the page's units in a unit of the scene
}

// newSheet returns the page for s. A page too long for some readers gets larger
// units.
func newSheet(s page.Sheet, r ref) sheet {
	unit := max(1, s.Width*perUnit/maxPage, s.Height*perUnit/maxPage)
	return sheet{s, r, unit, perUnit / unit}
}

// box returns a box on the sheet as PDF has it: lower left and upper right corner.
func (h sheet) box(r scene.Rect) string {
	return fmt.Sprintf("[%s %s %s %s]",
		precise(r.X*h.scale), precise((h.Height-r.Bottom())*h.scale),
		precise(r.Right()*h.scale), precise((h.Height-r.Y)*h.scale))
}

// moved returns where on the sheet a box of the picture lies, as far as the sheet
// shows it, or an empty box.
func (h sheet) moved(r scene.Rect) scene.Rect {
	x0, y0 := max(r.X, h.Part.X), max(r.Y, h.Part.Y)
	x1, y1 := min(r.Right(), h.Part.Right()), min(r.Bottom(), h.Part.Bottom())
	if x0 >= x1 || y0 >= y1 {
		return scene.Rect{}
	}
	return scene.Rect{X: x0 - h.Part.X + h.At.X, Y: y0 - h.Part.Y + h.At.Y, W: x1 - x0, H: y1 - y0}
}

// around returns what stands before and behind the picture in the content of the
// page: the background, the window through which the picture is seen and its
// place; the marks for cutting and gluing.
func (h sheet) around(p *painter, background scene.Color) (before, after []byte) {
	a := p.aside()
	a.op(fmt.Sprintf("%s 0 0 %s 0 %s cm 1 j\n", precise(h.scale), precise(-h.scale), precise(h.Height*h.scale)))
	if background.A > 0 {
		a.push()
		a.Box(scene.Box{Rect: scene.Rect{W: h.Width, H: h.Height}, Fill: background})
		a.tags.decoration(a, false)
		a.pop()
	}
	a.op("q ")
	a.rect(scene.Rect{X: h.At.X, Y: h.At.Y, W: h.Part.W, H: h.Part.H})
	a.op(" W n 1 0 0 1 ")
	a.place(h.At.X-h.Part.X, h.At.Y-h.Part.Y)
	a.op(" cm\n")
	before, a.out = a.out, nil
	a.op("Q\n")
	for _, item := range h.Marks {
		item.Paint(a)
	}
	a.tags.decoration(a, false)
	return before, a.out
}

// precise returns a number of points.
func precise(v float64) string { return string(decimal.Append(nil, v, decimal.Shares)) }
