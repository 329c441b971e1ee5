package app

import (
	"fmt"

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

// arrange lays out a timeline for a picture of the given size in units. A height
// of 0 gives it as many rows as it needs; with any other, what finds no row
// is folded into marks that stand for several events.
func (s *studio) arrange(t *timeline.Timeline, width, height float64) *layout.Layout {
	opt := layout.Options{Width: width}
	if height > 0 {
		opt.Rows = layout.RowsIn(height)
	}
	return layout.New(t, s.setter, opt)
}
