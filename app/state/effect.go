package state

import (
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
)

// Effect is something to be done outside the model. The set is closed: the
// types of this file.
type Effect interface {
	effect()
}

// Effects are several effects, to be done in order.
type Effects []Effect

// Load reads articles from files and reports Loaded.
type Load struct{ Paths []string }

// LoadSample reads the built-in article and reports Loaded.
type LoadSample struct{}

// Reread reads an article again with a date of the reader's choice and reports
// Dated. The zero Interval stands for the date that the article itself supports.
type Reread struct {
	Article Article
	Date    when.Interval
}

// ReadDate reads typed words as a date and reports DateRead.
type ReadDate struct {
	Article, Words string
}

// Arrange lays a timeline out for a window with so much room, and reports
// Arranged.
type Arrange struct {
	Timeline *timeline.Timeline
	Room     Room
}

// Fly moves the viewport smoothly from where it is to another, ending any flight
// before. It reports Show on the way and Arrived at the end.
type Fly struct{ To axis.Viewport }

// Land ends a flight where it is.
type Land struct{}

// Write writes the whole timeline to a file in the format of its extension, and
// reports Exported or Failed.
type Write struct {
	Path     string
	Timeline *timeline.Timeline
}

// Remember keeps the reader's habits for the next start.
type Remember struct {
	Recent []string
	Theme  Theme
}

func (Effects) effect()    {}
func (Load) effect()       {}
func (LoadSample) effect() {}
func (Reread) effect()     {}
func (ReadDate) effect()   {}
func (Arrange) effect()    {}
func (Fly) effect()        {}
func (Land) effect()       {}
func (Write) effect()      {}
func (Remember) effect()   {}
