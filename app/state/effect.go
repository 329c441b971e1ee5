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

// LoadWords reads words as an article, or the files whose paths they are, and
// reports Loaded.
type LoadWords struct{ Words string }

// CancelLoads ends all reading of files. Each reports Loaded with nothing read.
type CancelLoads struct{}

// LoadSample reads the built-in article and reports Loaded.
type LoadSample struct{}

// Reread reads an article again with a date of the reader's choice and reports
// Dated. The zero Interval stands for the date that the article itself supports.
type Reread struct {
	Article Article
	Date    when.Interval
}

// Foresee reads an article again with another date, to show what would change, and
// reports Foreseen.
type Foresee struct {
	Article Article
	Date    when.Interval
}

// ReadDate reads typed words as a date and reports DateRead.
type ReadDate struct {
	Article, Words string
}

// ReadTime reads typed words as the time of an event and reports TimeRead.
// Relative words count from Anchor, which may be zero.
type ReadTime struct {
	Words  string
	Anchor when.Interval
}

// ReadSpan reads typed words as a stretch of time and reports SpanRead.
type ReadSpan struct{ Words string }

// Find looks for words in a timeline and in articles, and reports Found.
type Find struct {
	Words    string
	Timeline *timeline.Timeline
	Articles []Article
}

// Arrange lays a timeline out for a window with so much room, and reports
// Arranged.
type Arrange struct {
	Timeline  *timeline.Timeline
	Room      Room
	Lanes     Lanes
	Names     *Names // of the timeline
	ShortGaps bool
}

// Fly moves the viewport smoothly from where it is to another, ending any flight
// before. It reports Show on the way and Arrived at the end.
type Fly struct{ To axis.Viewport }

// Land ends a flight where it is.
type Land struct{}

// Write writes a timeline, or the part of it within Span, to a file, and reports
// Exported or Failed.
type Write struct {
	Path     string
	Timeline *timeline.Timeline
	Span     when.Interval // zero for all
	Print    Print
	Lanes    Lanes
	Names    *Names // of the timeline
}

// Remember keeps the reader's habits for the next start.
type Remember struct {
	Recent []string
	Theme  Theme
}

// OpenProject opens a project file to be written to from now on, and reports
// ProjectOpened or ProjectFailed.
type OpenProject struct{ Path string }

// CreateProject makes a project file of everything that is open, to be written
// to from now on, and reports ProjectCreated or Failed.
type CreateProject struct {
	Path string
	Work Work
}

// CopyProject writes a copy of the open project and reports Copied or Failed.
type CopyProject struct {
	Path string
	Work Work
}

// Keep writes a deed to the open project after those before it. If the project
// cannot be written, the deed is kept to be written later. It reports Wrote.
type Keep struct {
	Deed
	Way Way
}

// Way is what happened to a deed.
type Way uint8

// The ways.
const (
	Done Way = iota
	Undone
	Redone
)

// TurnFile takes the latest step in the file of the open project back, or does the
// next one again, and reports Turned, Wrote or Failed.
type TurnFile struct{ Way Way }

// KeepAgain writes the deeds that could not be written before, and reports Wrote.
type KeepAgain struct{}

// KeepLater reports WriteAgain after a while.
type KeepLater struct{}

// OpenWindow opens another window, which begins with a message.
type OpenWindow struct{ First Msg }

func (Effects) effect()       {}
func (Load) effect()          {}
func (LoadWords) effect()     {}
func (CancelLoads) effect()   {}
func (LoadSample) effect()    {}
func (Reread) effect()        {}
func (Foresee) effect()       {}
func (ReadDate) effect()      {}
func (ReadTime) effect()      {}
func (ReadSpan) effect()      {}
func (Find) effect()          {}
func (Arrange) effect()       {}
func (Fly) effect()           {}
func (Land) effect()          {}
func (Write) effect()         {}
func (Remember) effect()      {}
func (OpenProject) effect()   {}
func (CreateProject) effect() {}
func (CopyProject) effect()   {}
func (Keep) effect()          {}
func (TurnFile) effect()      {}
func (KeepAgain) effect()     {}
func (KeepLater) effect()     {}
func (OpenWindow) effect()    {}
