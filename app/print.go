//go:build !headless

package app

import (
	"bytes"
	"image"
	"image/draw"
	"io"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"dateline/app/state"
	"dateline/app/ui"
	"dateline/timeline/render/page"
)

// print writes a timeline as the window asks for it.
func (s *studio) print(w state.Write) state.Msg {
	o, err := printed(w)
	if err == nil {
		err = s.export(w.Path, w.Timeline, o)
	}
	if err != nil {
		return state.Failed{Sentence: sentence(err)}
	}
	return state.Exported{Path: w.Path}
}

// printed returns the options that a print of the window stands for.
func printed(w state.Write) (ExportOptions, error) {
	p := w.Print
	o := ExportOptions{
		Format: p.Format, Span: w.Span, Lanes: w.Lanes, Names: w.Names, Theme: themes[p.Theme], NoLegend: p.NoLegend, Transparent: p.Transparent,
	}
	if p.Paper == "" {
		return o, nil
	}
	var err error
	o.Page.Paper, err = page.Parse(p.Paper)
	if p.Columns > 1 || p.Rows > 1 {
		o.Page.Columns, o.Page.Rows = max(p.Columns, 1), max(p.Rows, 1)
		o.Page.Margin, o.Page.Overlap = usualGlue, usualGlue
	}
	return o, err
}

// printOutputs lists what the window can write.
func printOutputs() []ui.Output {
	var all []ui.Output
	for _, o := range outputs() {
		all = append(all, ui.Output{
			ID: o.id, Name: o.data.Name, Extension: o.extensions[0],
			Drawn: o.data.ID == "" && o.id != outputHTML, Sheets: o.id == outputPDF,
		})
	}
	return all
}

// papers are the sizes that the window offers, in words of page.Parse.
var papers = []string{
	"A4-landscape", "A4", "A3-landscape", "A3", "A2-landscape", "A1-landscape", "A0-landscape", "A5",
	"letter-landscape", "letter", "tabloid-landscape", "slide", "story",
}

// preview makes a preview on another goroutine.
func (p *program) preview(w state.Write, width, height int, done func(ui.Preview)) {
	go func() {
		shown := p.studio.preview(w, width, height)
		fyne.Do(func() { done(shown) })
	}()
}

// preview draws what a print will be, no larger than a size in pixels, or shows
// the beginning of a file that is no picture.
func (s *studio) preview(w state.Write, width, height int) ui.Preview {
	o, err := printed(w)
	t := w.Timeline
	if err == nil {
		t, o, err = o.within(t)
	}
	if err != nil {
		return ui.Preview{Problem: sentence(err)}
	}
	path := "timeline"
	out, err := outputFor(path, o.Format)
	if err != nil {
		return ui.Preview{Problem: sentence(err)}
	}
	var shown ui.Preview
	if lost := out.lost(path, t); lost != nil {
		shown.Lost = strings.TrimPrefix(lost.Error(), path+": ")
	}
	if out.data.ID != "" {
		shown.Text = excerpt(func(to io.Writer) error { return out.data.Write(to, t) })
		return shown
	}
	o = o.withDefaults()
	picture := s.whole(t, o)
	scale := min(float64(width)/picture.Width, float64(height)/picture.Height)
	m := image.NewRGBA(image.Rect(0, 0, max(int(picture.Width*scale), 1), max(int(picture.Height*scale), 1)))
	if o.Transparent {
		draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	}
	s.painter.Paint(m, picture, scale)
	shown.Image = m
	return shown
}

// excerpt returns the first lines that write writes, or nothing if they are no
// text.
func excerpt(write func(io.Writer) error) string {
	const most = 4096
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return ""
	}
	text := b.String()
	if len(text) > most {
		text = text[:most]
		text = text[:strings.LastIndexByte(text, '\n')+1]
	}
	if !utf8.ValidString(text) || strings.HasPrefix(text, "PK") {
		return ""
	}
	return strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\uFEFF")
}
