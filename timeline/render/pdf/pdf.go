// Package pdf writes scenes as PDF: vectors, searchable text in embedded fonts,
// links, bookmarks and a reading order.
package pdf

import (
	"fmt"
	"io"

	"dateline/timeline/render/decimal"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// Options says how a scene becomes a PDF file. The zero value is one page of the
// scene's own size.
type Options struct {
	Author   string
	Subject  string
	Language string // of the text, as in "en" or "zh-Hans"; empty if unknown or mixed
	// Embed is attached to the file, to be taken out again by Embedded.
	Embed []byte
}

// perUnit is the size of a unit in points.
const perUnit = 0.75

// maxPage is the longest side of a page in points that every reader takes.
const maxPage = 14400

// Write writes s as a PDF file, its text set by the given setter. The file has
// no date, so the same scene gives the same bytes.
func Write(w io.Writer, s *scene.Scene, setter *typeset.Setter, o Options) error {
	if !(s.Width > 0 && s.Height > 0) {
		return fmt.Errorf("pdf: a picture of %g × %g has no page", s.Width, s.Height)
	}
	p := &painter{setter: setter, now: start, tags: newTags(s.Title), since: newGround(s.Width, s.Height)}
	sheet := sheetOf(s)
	p.op(fmt.Sprintf("%s 0 0 %s 0 %s cm 1 j\n", precise(sheet.scale), precise(-sheet.scale), precise(sheet.height)))
	if s.Background.A > 0 {
		p.Box(scene.Box{Rect: scene.Rect{W: s.Width, H: s.Height}, Fill: s.Background})
	}
	s.Paint(p)
	p.tags.decoration(p, false)

	f := newFile(w)
	d := document{file: f, painter: p, scene: s, options: o, sheet: sheet, page: f.reserve()}
	if err := f.close(d.catalog(), d.info()); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// sheet is a page: its size in its own units, and how long a unit of the scene is.
type sheet struct{ width, height, scale, unit float64 }

// sheetOf returns the page for s. A page too long for some readers gets larger
// units.
func sheetOf(s *scene.Scene) sheet {
	unit := max(1, s.Width*perUnit/maxPage, s.Height*perUnit/maxPage)
	k := perUnit / unit
	return sheet{s.Width * k, s.Height * k, k, unit}
}

// precise returns a number of points.
func precise(v float64) string { return string(decimal.Append(nil, v, decimal.Shares)) }
