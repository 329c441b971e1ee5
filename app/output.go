package app

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/exchange"
)

// output is a format that timelines are written in.
type output struct {
	id         string
	extensions []string
	write      func(*studio, io.Writer, *timeline.Timeline, ExportOptions) error
	data       exchange.Format // of an output that is no picture
}

// The IDs of the output that has pages, and of the one that shows itself.
const (
	outputPDF  = "pdf"
	outputHTML = "html"
)

// pictures are the outputs that are drawn.
var pictures = []output{
	{id: "png", extensions: []string{".png"}, write: (*studio).writePNG},
	{id: "svg", extensions: []string{".svg"}, write: (*studio).writeSVG},
	{id: outputPDF, extensions: []string{".pdf"}, write: (*studio).writePDF},
	{id: outputHTML, extensions: []string{".html", ".htm"}, write: (*studio).writeHTML},
}

// outputs returns all outputs, the first of an extension being what a file of
// that extension is written as.
func outputs() []output {
	all := slices.Clone(pictures)
	for _, f := range exchange.Formats() {
		if !f.Writes() {
			continue
		}
		all = append(all, output{
			id: f.ID, extensions: f.Extensions, data: f,
			write: func(_ *studio, w io.Writer, t *timeline.Timeline, _ ExportOptions) error { return f.Write(w, t) },
		})
	}
	return all
}

// outputFor returns the output of the given format, or else the one that the
// extension of path asks for. The error is in the words of the command line.
func outputFor(path, format string) (output, error) {
	all := outputs()
	ext := strings.ToLower(filepath.Ext(path))
	byID := func(o output) bool { return o.id == format }
	byExtension := func(o output) bool { return slices.Contains(o.extensions, ext) }
	switch {
	case path == "":
		return output{}, errors.New("no file to write is named; add -o picture.png")
	case format != "":
		if i := slices.IndexFunc(all, byID); i >= 0 {
			return all[i], nil
		}
		return output{}, fmt.Errorf("--format %q is none of %s", format, strings.Join(ids(all), ", "))
	case ext == "":
		return output{}, fmt.Errorf("%s: has no extension to say what to write; there are %s", path, extensions(all))
	}
	if i := slices.IndexFunc(all, byExtension); i >= 0 {
		return all[i], nil
	}
	return output{}, fmt.Errorf("%s: timelines are not written as %s; there are %s", path, ext, extensions(all))
}

func ids(all []output) []string {
	var names []string
	for _, o := range all {
		names = append(names, o.id)
	}
	return names
}

// extensions lists what can be written: ".png, .svg and .pdf".
func extensions(all []output) string {
	var names []string
	for _, o := range all {
		if !slices.Contains(names, o.extensions[0]) {
			names = append(names, o.extensions[0])
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// lost returns what a file of the output would not give back, or nil.
func (o output) lost(path string, t *timeline.Timeline) error {
	if o.data.ID == "" {
		return nil
	}
	losses, err := o.data.Losses(t)
	if err != nil || len(losses) == 0 {
		return err
	}
	fields, counts := exchange.Tally(losses)
	list := make([]string, len(fields))
	for i, field := range fields {
		list[i] = fmt.Sprintf("%s (%d)", field, counts[i])
	}
	text := fmt.Sprintf("%s: %s does not hold everything: %s", path, o.data.Name, strings.Join(list, ", "))
	for _, l := range losses {
		if l.Field <= exchange.When && l.Field != exchange.ID {
			text += "\n  " + lossLine(l)
		}
	}
	return errors.New(text)
}

// lossLine tells one loss of what a reader would miss at once.
func lossLine(l exchange.Loss) string {
	switch {
	case l.Field == exchange.Whole:
		return fmt.Sprintf("%s (%s) is left out", l.Title, l.From)
	case l.To == "":
		return fmt.Sprintf("%s %q is left out", l.Field, l.From)
	case l.Field == exchange.When:
		return fmt.Sprintf("%s: %s becomes %s", l.Title, l.From, l.To)
	}
	return fmt.Sprintf("%s %q becomes %q", l.Field, l.From, l.To)
}
