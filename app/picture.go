package app

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	"dateline/app/state"
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
	"dateline/timeline/layout"
	"dateline/timeline/render/html"
	"dateline/timeline/render/page"
	"dateline/timeline/render/pdf"
	"dateline/timeline/render/raster"
	"dateline/timeline/render/svg"
	"dateline/timeline/scene"
)

// ExportOptions say how a timeline is written. The zero value is a light picture
// as high as it needs to be, in the format of the file's extension.
type ExportOptions struct {
	Format string // ID of an output; empty for the first with the extension
	Title  string // over the picture; empty for the timeline's own

	// Span is the stretch of time that is written; the zero Interval stands for
	// all, an open end for that of the timeline.
	Span when.Interval

	Width  float64 // in units; 0 means 1600
	Height float64 // in units; 0 for what all events need
	// Page, if its paper has a size, is what the picture is made for instead of
	// Width and Height. What it says beside the paper is for PDF files.
	Page  page.Poster
	Scale float64 // pixels per unit in a PNG file; 0 means 2
	DPI   float64 // the same in pixels per inch; 0 for what Scale says

	Lanes state.Lanes
	Names *state.Names // of the timeline; nil for none

	Theme       layout.Theme
	KeepGaps    bool // leave long stretches without events as long as they are
	NoLegend    bool
	Transparent bool // no ground
	Lettering   svg.Lettering
	NoEmbed     bool // do not carry the timeline inside the picture

	// Report, if set, is told what the file will not hold, and what it cannot
	// show.
	Report func(error)
}

// The sizes that make sense, and those for which nothing is said.
const (
	usualWidth = 1600
	usualScale = 2

	leastWidth, mostWidth   = 200, 20_000
	leastHeight, mostHeight = 120, 20_000
	leastScale, mostScale   = 0.1, 10
)

// check tells what is wrong with the options for a file, in the words of the
// command line.
func (o ExportOptions) check(path string) error {
	out, wrong := outputFor(path, o.Format)
	for _, size := range []struct {
		flag        string
		value       float64
		least, most float64
	}{
		{"--width", o.Width, leastWidth, mostWidth},
		{"--height", o.Height, leastHeight, mostHeight},
		{"--scale", o.Scale, leastScale, mostScale},
		{"--dpi", o.DPI, leastScale * unitsPerInch, mostScale * unitsPerInch},
	} {
		if size.value != 0 && !(size.value >= size.least && size.value <= size.most) {
			wrong = errors.Join(wrong, fmt.Errorf("%s %s is out of range; choose %g to %g",
				size.flag, strconv.FormatFloat(size.value, 'f', -1, 64), size.least, size.most))
		}
	}
	if o.Scale != 0 && o.DPI != 0 {
		wrong = errors.Join(wrong, errors.New("--scale and --dpi say the same; choose one"))
	}
	return errors.Join(wrong, o.checkPage(out))
}

// unitsPerInch relates the units of a picture to its resolution.
const unitsPerInch = 96

// checkPage tells what is wrong with the page.
func (o ExportOptions) checkPage(out output) error {
	paper := o.Page.Paper
	beside := o.Page != (page.Poster{Paper: paper})
	switch {
	case paper == (page.Size{}) && beside:
		return errors.New("--columns, --rows, --margin, --overlap and --bleed need a --page, such as --page A4")
	case paper == (page.Size{}):
		return nil
	case o.Width != 0 || o.Height != 0:
		return errors.New("--page has a width and height of its own; leave out --width and --height")
	case beside && out.id != "" && out.id != outputPDF:
		return errors.New("--columns, --rows, --margin, --overlap and --bleed are for .pdf")
	}
	return o.Page.Check()
}

func (o ExportOptions) withDefaults() ExportOptions {
	if o.Page.Paper != (page.Size{}) {
		o.Width, o.Height = o.Page.Picture()
	}
	if o.Width == 0 {
		o.Width = usualWidth
	}
	if o.DPI != 0 {
		o.Scale = o.DPI / unitsPerInch
	}
	if o.Scale == 0 {
		o.Scale = usualScale
	}
	if len(o.Theme.Events) == 0 {
		o.Theme = layout.Light()
	}
	if o.Transparent {
		o.Theme.Background.A, o.Theme.Band.A = 0, 0
	}
	return o
}

func (s *studio) writePNG(w io.Writer, t *timeline.Timeline, o ExportOptions) error {
	carried, err := o.carried(t)
	if err != nil {
		return err
	}
	return s.painter.WritePNG(w, s.whole(t, o), raster.PNG{Scale: o.Scale, Embed: carried})
}

func (s *studio) writeSVG(w io.Writer, t *timeline.Timeline, o ExportOptions) error {
	carried, err := o.carried(t)
	if err != nil {
		return err
	}
	return svg.Write(w, s.whole(t, o), s.setter, svg.Options{Lettering: o.Lettering, Embed: carried})
}

func (s *studio) writePDF(w io.Writer, t *timeline.Timeline, o ExportOptions) error {
	carried, err := o.carried(t)
	if err != nil {
		return err
	}
	picture := s.whole(t, o)
	opt := pdf.Options{Bookmarks: bookmarks(t, picture), Embed: carried}
	if o.Page.Paper != (page.Size{}) {
		opt.Sheets = o.Page.Sheets()
	}
	return pdf.Write(w, picture, s.setter, opt)
}

func (*studio) writeHTML(w io.Writer, t *timeline.Timeline, o ExportOptions) error {
	carried, err := o.carried(t)
	if err != nil {
		return err
	}
	words := func(c when.Choice) string { return c.Words(when.Long) }
	return html.Write(w, t, html.Options{Words: words, Embed: carried})
}

// within returns the part of a timeline that is written, and the options with
// both ends of the stretch that it covers.
func (o ExportOptions) within(t *timeline.Timeline) (*timeline.Timeline, ExportOptions, error) {
	if o.Span.IsZero() {
		return t, o, nil
	}
	all := t.Hull()
	if o.Span.Start == when.First {
		o.Span.Start = min(all.Start, o.Span.End-1)
	}
	if o.Span.End == when.Last {
		o.Span.End = max(all.End, o.Span.Start+1)
	}
	part := t.Within(o.Span)
	if len(part.Events) == 0 {
		return nil, o, fmt.Errorf("no event lies between %s and %s; the timeline goes from %s to %s",
			dayOf(o.Span.Start), dayOf(o.Span.End-1), dayOf(all.Start), dayOf(all.End-1))
	}
	return part, o, nil
}

// dayOf writes the day of an instant.
func dayOf(at when.Instant) string { return at.Unit(when.Day).EDTF() }

// whole draws the whole of a timeline, or of the stretch that is written.
func (s *studio) whole(t *timeline.Timeline, o ExportOptions) *scene.Scene {
	look := layout.Style{Theme: o.Theme, Heading: true, Legend: !o.NoLegend, Summary: true, Settled: true}
	opt := layout.Options{Width: o.Width, Titles: layout.WrapTitles, Gaps: layout.BreakGaps}
	opt.Lanes, opt.Among = lanesFor(o.Lanes, o.Names)
	if o.KeepGaps || !o.Span.IsZero() {
		opt.Gaps = layout.KeepGaps
	}
	if o.Height > 0 {
		opt.Rows = layout.RowsIn(o.Height)
	}
	for {
		l := layout.New(t, s.setter, opt)
		view := l.Fit(o.Width)
		if !o.Span.IsZero() {
			view = axis.Fit(o.Span, o.Width, 0)
		}
		need := l.Height(view, look)
		switch {
		case o.Height == 0:
			return l.Frame(view, math.Ceil(min(need, mostHeight)), look).Scene
		case need <= o.Height || opt.Rows == 1:
			return l.Frame(view, o.Height, look).Scene
		}
		// Rows differ in height, so how many there is room for shows by trying.
		opt.Rows = max(min(int(float64(opt.Rows)*o.Height/need), opt.Rows-1), 1)
	}
}
