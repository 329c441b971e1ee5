// Package pdf writes scenes as PDF: vectors, searchable text in embedded fonts,
// links, bookmarks and a reading order.
package pdf

import (
	"fmt"
	"io"

	"dateline/timeline/render/page"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// Options says how a scene becomes a PDF file. The zero value is one page of the
// scene's own size.
type Options struct {
	Author   string
	Subject  string
	Language string // of the text, as in "en" or "zh-Hans"; empty if unknown or mixed
	// Sheets are the pages, each showing a part of the scene; none means one page
	// that shows all of it.
	Sheets []page.Sheet
	// Bookmarks are what readers list beside the pages, such as years and lanes;
	// nil means the labels of the scene's groups.
	Bookmarks []Bookmark
	// Embed is attached to the file, to be taken out again by Embedded.
	Embed []byte
}

// Write writes s as a PDF file, its text set by the given setter. The file has
// no date, so the same scene gives the same bytes.
func Write(w io.Writer, s *scene.Scene, setter *typeset.Setter, o Options) error {
	if !(s.Width > 0 && s.Height > 0) {
		return fmt.Errorf("pdf: a picture of %g × %g has no page", s.Width, s.Height)
	}
	if len(o.Sheets) == 0 {
		o.Sheets = []page.Sheet{page.Whole(s.Width, s.Height)}
	}
	p := newPainter(setter, s)
	s.Paint(p)
	p.tags.decoration(p, false)
	f := newFile(w)
	d := document{file: f, painter: p, scene: s, options: o}
	for _, page := range o.Sheets {
		d.sheets = append(d.sheets, newSheet(page, f.reserve()))
	}
	if err := f.close(d.catalog(), d.info()); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}
