package page

import (
	"fmt"

	"dateline/timeline/scene"
)

// Poster is a picture on one sheet or on several that are glued together.
// Lengths are in millimetres.
type Poster struct {
	Paper Size
	// Columns and Rows say how many sheets there are; 0 means 1.
	Columns, Rows int
	// Margin is left free along the edges of every sheet.
	Margin float64
	// Overlap is how much of the picture two neighbours both show.
	Overlap float64
	// Bleed is how far the background reaches beyond the paper, to be cut off.
	Bleed float64
}

// maxSheets is the most sheets that a poster has in a row or a column.
const maxSheets = 50

// Check tells what is wrong with p, or returns nil.
func (p Poster) Check() error {
	p = p.whole()
	inner := p.inner()
	switch {
	case p.Columns < 1 || p.Rows < 1 || p.Columns > maxSheets || p.Rows > maxSheets:
		return fmt.Errorf("page: %d × %d sheets; want 1 to %d each way", p.Columns, p.Rows, maxSheets)
	case !(p.Margin >= 0 && p.Overlap >= 0 && p.Bleed >= 0):
		return fmt.Errorf("page: margin, overlap and bleed must not be negative")
	case !(inner.Width >= least && inner.Height >= least):
		return fmt.Errorf("page: margins of %g mm leave nothing of %g × %g mm", p.Margin, p.Paper.Width, p.Paper.Height)
	case p.Overlap > inner.Width/2 || p.Overlap > inner.Height/2:
		return fmt.Errorf("page: an overlap of %g mm is more than half of what a sheet shows", p.Overlap)
	}
	return nil
}

// whole returns p with its zero counts filled in.
func (p Poster) whole() Poster {
	if p.Columns == 0 {
		p.Columns = 1
	}
	if p.Rows == 0 {
		p.Rows = 1
	}
	return p
}

// inner is what a sheet shows.
func (p Poster) inner() Size {
	return Size{p.Paper.Width - 2*p.Margin, p.Paper.Height - 2*p.Margin}
}

// Picture returns the width and height, in units, of the scene that fills p.
func (p Poster) Picture() (width, height float64) {
	p = p.whole()
	inner := p.inner()
	return Size{
		inner.Width*float64(p.Columns) - p.Overlap*float64(p.Columns-1),
		inner.Height*float64(p.Rows) - p.Overlap*float64(p.Rows-1),
	}.Units()
}

// Sheet is one page of a picture, in units of the scene.
type Sheet struct {
	Name          string // as in "B2": column B, row 2; empty for an only sheet
	Width, Height float64
	Trim          scene.Rect   // what is left when the bleed is cut off
	Part          scene.Rect   // of the picture, that the sheet shows
	At            scene.Point  // where the upper left corner of Part comes to lie
	Marks         []scene.Item // for cutting and gluing, over the picture
}

// Whole returns the sheet that is as large as a picture and shows all of it.
func Whole(width, height float64) Sheet {
	all := scene.Rect{W: width, H: height}
	return Sheet{Width: width, Height: height, Trim: all, Part: all}
}

// Sheets returns the sheets of p, row by row.
func (p Poster) Sheets() []Sheet {
	p = p.whole()
	w, h := p.inner().Units()
	overlap, margin, bleed := p.Overlap*UnitsPerMM, p.Margin*UnitsPerMM, p.Bleed*UnitsPerMM
	paperWidth, paperHeight := p.Paper.Units()
	var sheets []Sheet
	for row := range p.Rows {
		for column := range p.Columns {
			s := Sheet{
				Width:  paperWidth + 2*bleed,
				Height: paperHeight + 2*bleed,
				Trim:   scene.Rect{X: bleed, Y: bleed, W: paperWidth, H: paperHeight},
				Part:   scene.Rect{X: float64(column) * (w - overlap), Y: float64(row) * (h - overlap), W: w, H: h},
				At:     scene.Point{X: bleed + margin, Y: bleed + margin},
			}
			if p.Columns*p.Rows > 1 {
				s.Name = sheetName(column, row)
				s.Marks = s.glue(overlap, column > 0, row > 0)
			}
			sheets = append(sheets, s)
		}
	}
	return sheets
}

// sheetName names a sheet as a spreadsheet names its cells.
func sheetName(column, row int) string {
	letters := ""
	for column++; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return fmt.Sprintf("%s%d", letters, row+1)
}

var markColor = scene.Color{R: 0x80, G: 0x80, B: 0x80, A: 255}

// glue returns the marks of a sheet: corners of what it shows, ticks where the
// sheets before and above it end, and its name in the margin.
func (s Sheet) glue(overlap float64, left, above bool) []scene.Item {
	const length, gap = 8.0, 2.0
	x0, y0 := s.At.X, s.At.Y
	x1, y1 := x0+s.Part.W, y0+s.Part.H
	var marks []scene.Item
	line := func(x0, y0, x1, y1 float64) {
		marks = append(marks, scene.Line{
			From: scene.Point{X: x0, Y: y0}, To: scene.Point{X: x1, Y: y1}, Stroke: markColor, Width: 0.5,
		})
	}
	for _, x := range []float64{x0, x1} {
		line(x, y0-gap-length, x, y0-gap)
		line(x, y1+gap, x, y1+gap+length)
	}
	for _, y := range []float64{y0, y1} {
		line(x0-gap-length, y, x0-gap, y)
		line(x1+gap, y, x1+gap+length, y)
	}
	if left && overlap > 0 {
		line(x0+overlap, y0-gap-length, x0+overlap, y0-gap)
		line(x0+overlap, y1+gap, x0+overlap, y1+gap+length)
	}
	if above && overlap > 0 {
		line(x0-gap-length, y0+overlap, x0-gap, y0+overlap)
		line(x1+gap, y0+overlap, x1+gap+length, y0+overlap)
	}
	return append(marks, scene.Text{
		At: scene.Point{X: (x0 + x1) / 2, Y: y1 + gap + length}, String: s.Name, Size: 9, Color: markColor,
	})
}
