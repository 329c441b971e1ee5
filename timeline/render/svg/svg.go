// Package svg writes scenes as SVG 1.1: real text in an embedded font, groups
// with titles, no script.
package svg

import (
	"fmt"
	"io"

	"dateline/timeline/render/parcel"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// Lettering says what becomes of text.
type Lettering uint8

// The letterings.
const (
	// Included writes text as text and carries a font with the letters in use.
	Included Lettering = iota
	// Named writes text as text and names common fonts; the file is smaller and
	// looks as the reader's fonts allow.
	Named
	// Outlined writes the shapes of the letters: the same everywhere, but no
	// longer text.
	Outlined
)

// Options says how a scene becomes an SVG file. The zero value is a file that
// looks alike in every browser.
type Options struct {
	Lettering Lettering
	// Embed is carried inside the file, to be taken out again by Embedded.
	Embed []byte
}

// Write writes s as an SVG file, its text set by the given setter. Whatever the
// strings in s hold, the file is well-formed; the same scene gives the same bytes.
func Write(w io.Writer, s *scene.Scene, setter *typeset.Setter, o Options) error {
	p := &painter{
		setter:    setter,
		lettering: o.Lettering,
		ids:       map[string]int{parcel.Name: 1},
		gradients: map[string]string{},
	}
	s.Paint(p)
	var b buffer
	b.str(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	b.str(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"`)
	b.number(" width", s.Width)
	b.number(" height", s.Height)
	b.str(` viewBox="0 0 `)
	b.float(s.Width)
	b.str(" ")
	b.float(s.Height)
	b.str("\">\n")
	b.element("title", s.Title)
	if o.Embed != nil {
		b.str(`<metadata id="` + parcel.Name + `">` + parcel.Wrap(o.Embed) + "</metadata>\n")
	}
	p.style(&b)
	p.shapes(&b)
	if s.Background.A > 0 {
		b.str(`<rect width="100%" height="100%"`)
		b.paint("fill", s.Background)
		b.str("/>\n")
	}
	for _, part := range [][]byte{b, p.out, []byte("</svg>\n")} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("svg: %w", err)
		}
	}
	return nil
}
