package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline/app/state"
	"dateline/parse"
	"dateline/timeline"
	"dateline/timeline/layout"
	"dateline/timeline/render/pdf"
	"dateline/timeline/render/raster"
	"dateline/timeline/render/svg"
	"dateline/timeline/scene"
)

const exportHelp = `usage: dateline export -o OUT [flags] FILE…

Writes the whole timeline of the articles as one picture. The extension of OUT
says what it is: .png, .svg or .pdf. A FILE may be a folder of articles, or - for
standard input.

flags:
  -o OUT             the file to write
  --width N          width in pixels at scale 1 (default 1600)
  --height N         height in pixels at scale 1 (default: what all events need);
                     events that find no room are folded into counted marks
  --scale N          PNG pixels for one pixel of width and height (default 2)
  --theme NAME       light, dark or print (default light)
  --title TEXT       the title over the picture (default: that of the article)
  --date YYYY-MM-DD  the articles' date, for relative words like "last Thursday"
  --lang TAG         the articles' language
  --day-first        read 03/04/2021 as 3 April

examples:
  dateline export -o talks.png report.html
  dateline export -o poster.pdf --width 2400 --theme print articles/
  cat notes.txt | dateline export -o notes.svg --date 2021-03-22 -
`

// ExportOptions say what a picture looks like. The zero value is a light picture
// as high as it needs to be.
type ExportOptions struct {
	Width  float64 // in units; 0 means 1600
	Height float64 // in units; 0 for what all events need
	Scale  float64 // pixels per unit in a PNG file; 0 means 2
	Theme  layout.Theme
	Title  string // over the picture; empty for the timeline's own
}

// The sizes that make sense, and those for which nothing is said.
const (
	usualWidth = 1600
	usualScale = 2

	leastWidth, mostWidth   = 200, 20_000
	leastHeight, mostHeight = 120, 20_000
	leastScale, mostScale   = 0.1, 10
)

// check tells what is wrong with the options, in the words of the command line.
func (o ExportOptions) check() error {
	for _, size := range []struct {
		flag        string
		value       float64
		least, most float64
	}{
		{"--width", o.Width, leastWidth, mostWidth},
		{"--height", o.Height, leastHeight, mostHeight},
		{"--scale", o.Scale, leastScale, mostScale},
	} {
		if size.value != 0 && !(size.value >= size.least && size.value <= size.most) {
			return fmt.Errorf("%s %s is out of range; choose %g to %g",
				size.flag, strconv.FormatFloat(size.value, 'f', -1, 64), size.least, size.most)
		}
	}
	return nil
}

// themes are the looks of a picture by name.
var themes = map[string]func() layout.Theme{
	"light": layout.Light,
	"dark":  layout.Dark,
	"print": layout.Print,
}

// writers are what a picture is written with, by extension.
var writers = map[string]func(*studio, io.Writer, *scene.Scene, ExportOptions) error{
	".png": func(s *studio, w io.Writer, picture *scene.Scene, o ExportOptions) error {
		return s.painter.WritePNG(w, picture, raster.PNG{Scale: o.Scale})
	},
	".svg": func(s *studio, w io.Writer, picture *scene.Scene, _ ExportOptions) error {
		return svg.Write(w, picture, s.setter, svg.Options{})
	},
	".pdf": func(s *studio, w io.Writer, picture *scene.Scene, _ ExportOptions) error {
		return pdf.Write(w, picture, s.setter, pdf.Options{})
	},
}

// extensions lists what can be written: ".pdf, .png and .svg".
func extensions() string {
	names := slices.Sorted(maps.Keys(writers))
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// checkOutput tells what is wrong with the name of the file to write.
func checkOutput(path string) error {
	if path == "" {
		return errors.New("no file to write is named; add -o picture.png")
	}
	ext := strings.ToLower(filepath.Ext(path))
	if _, ok := writers[ext]; ok {
		return nil
	}
	if ext == "" {
		return fmt.Errorf("%s: has no extension to say what to write; there are %s", path, extensions())
	}
	return fmt.Errorf("%s: pictures are not written as %s; there are %s", path, ext, extensions())
}

func runExport(ctx context.Context, c call, args []string) error {
	flags := newFlags("export")
	var o ExportOptions
	out := flags.String("o", "", "")
	theme := flags.String("theme", "light", "")
	flags.Float64Var(&o.Width, "width", 0, "")
	flags.Float64Var(&o.Height, "height", 0, "")
	flags.Float64Var(&o.Scale, "scale", 0, "")
	flags.StringVar(&o.Title, "title", "", "")
	reading := readingFlags(flags)
	paths, err := parseFlags(flags, args)
	if err != nil {
		return err
	}
	opt, err := reading.options()
	err = errors.Join(err, o.check(), checkOutput(*out))
	colors, ok := themes[*theme]
	if !ok {
		err = errors.Join(err, fmt.Errorf("--theme %q is none of %s", *theme, strings.Join(slices.Sorted(maps.Keys(themes)), ", ")))
	}
	if len(paths) == 0 {
		err = errors.Join(err, errors.New("no article is named; add a file, or - for standard input"))
	}
	if err != nil {
		return misuse{fmt.Errorf("export: %w", err)}
	}
	o.Theme = colors()
	readings, failed := readAll(ctx, paths, sourceOptions(c.In), opt)
	for _, err := range failed {
		fmt.Fprintf(c.Err, "dateline: %v\n", err)
	}
	if len(readings) > 0 {
		err = Export(c.files, *out, readings, o)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if len(failed) > 0 {
		return errReported
	}
	return nil
}

// Export writes the timeline of the given readings to a file, in the format of
// its extension. The file appears when it is complete, or not at all.
func Export(files Files, path string, readings []*parse.Reading, o ExportOptions) error {
	m, _ := state.Update(state.New(), state.Loaded{Readings: readings})
	if len(m.Timeline.Events) == 0 {
		return fmt.Errorf("no dated events were found in %s, so %s was not written", names(readings), path)
	}
	s, err := newStudio(files)
	if err != nil {
		return err
	}
	return s.export(path, m.Timeline, o)
}

// names lists the articles of readings for a sentence.
func names(readings []*parse.Reading) string {
	if len(readings) == 1 {
		return readings[0].Document.Name
	}
	return fmt.Sprintf("%d articles", len(readings))
}

// export writes a timeline to a file.
func (s *studio) export(path string, t *timeline.Timeline, o ExportOptions) error {
	if err := errors.Join(o.check(), checkOutput(path)); err != nil {
		return err
	}
	o = o.withDefaults()
	write := writers[strings.ToLower(filepath.Ext(path))]
	picture := s.whole(t, o)
	return writeFile(path, func(w io.Writer) error { return write(s, w, picture, o) })
}

func (o ExportOptions) withDefaults() ExportOptions {
	if o.Width == 0 {
		o.Width = usualWidth
	}
	if o.Scale == 0 {
		o.Scale = usualScale
	}
	if len(o.Theme.Events) == 0 {
		o.Theme = layout.Light()
	}
	return o
}

// whole draws the whole of a timeline.
func (s *studio) whole(t *timeline.Timeline, o ExportOptions) *scene.Scene {
	if o.Title != "" {
		t = timeline.New(o.Title, t.Events)
	}
	l := s.arrange(t, o.Width, o.Height)
	view := l.Fit(o.Width)
	look := layout.Style{Theme: o.Theme, Heading: true, Legend: true, Summary: true, Settled: true}
	height := o.Height
	if height == 0 {
		height = min(l.Height(view, look), mostHeight)
	}
	return l.Frame(view, height, look).Scene
}
