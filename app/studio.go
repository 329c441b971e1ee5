package app

import (
	"fmt"
	"io"

	"dateline/timeline"
	"dateline/timeline/layout"
	"dateline/timeline/render/raster"
	"dateline/timeline/typeset"
)

// studio is what pictures are made with. It may be used from many goroutines.
type studio struct {
	setter  *typeset.Setter
	painter *raster.Painter
}

func newStudio(files Files) (*studio, error) {
	setter, err := typeset.New(typeset.Fonts{Regular: files.Regular, Bold: files.Bold})
	if err != nil {
		return nil, fmt.Errorf("the fonts that the program carries: %w", err)
	}
	return &studio{setter: setter, painter: raster.New(setter)}, nil
}

// arrange lays out a timeline.
func (s *studio) arrange(t *timeline.Timeline, o layout.Options) *layout.Layout {
	return layout.New(t, s.setter, o)
}

// Export writes a timeline to a file. The file appears when it is complete, or
// not at all.
func Export(files Files, path string, t *timeline.Timeline, o ExportOptions) error {
	s, err := newStudio(files)
	if err != nil {
		return err
	}
	return s.export(path, t, o)
}

// export writes a timeline to a file.
func (s *studio) export(path string, t *timeline.Timeline, o ExportOptions) error {
	if err := o.check(path); err != nil {
		return err
	}
	if len(t.Events) == 0 {
		return fmt.Errorf("no dated events were found, so %s was not written", path)
	}
	if o.Title != "" {
		titled := *t
		titled.Title = o.Title
		t = &titled
	}
	t, o, err := o.within(t)
	if err != nil {
		return err
	}
	out, _ := outputFor(path, o.Format) // checked before
	if err := out.lost(path, t); err != nil {
		o.report(err)
	}
	err = writeFile(path, func(w io.Writer) error { return out.write(s, w, t, o.withDefaults()) })
	if missing := s.setter.Missing(); err == nil && len(missing) > 0 {
		o.report(boxes(missing))
	}
	return err
}

func (o ExportOptions) report(err error) {
	if o.Report != nil {
		o.Report(err)
	}
}

// boxes tells which characters no font has.
func boxes(missing []rune) error {
	const most = 20
	list := string(missing[:min(len(missing), most)])
	if len(missing) > most {
		list += fmt.Sprintf(" and %d more", len(missing)-most)
	}
	return fmt.Errorf("no font here has the characters %s; they are shown as boxes; install a font that has them, such as one of the Noto fonts", list)
}
