package timex

import (
	"dateline/parse/lang"
	"dateline/parse/text"
	"dateline/parse/when"
)

// Options change how expressions are read.
type Options struct {
	DayFirst bool // read 03/04/2021 as 3 April rather than March 4
}

// Reader finds and places temporal expressions of one language. It holds no
// state between calls and may be used by any number of goroutines at once.
type Reader struct {
	language *lang.Language
	options  Options
}

// NewReader returns a Reader for the language.
func NewReader(l *lang.Language, opt Options) *Reader {
	return &Reader{language: l, options: opt}
}

// Find returns the temporal expressions of doc in order of place. They do not
// overlap, and none reaches across the end of a block.
func (r *Reader) Find(doc *text.Document) []Timex { return nil }

// Resolve places what Find has found on the calendar, one Placement for each
// expression. The zero Interval stands for an unknown article date.
func (r *Reader) Resolve(doc *text.Document, found []Timex, article when.Interval) []Placement {
	return make([]Placement, len(found))
}
