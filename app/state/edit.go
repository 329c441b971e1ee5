package state

import (
	"cmp"
	"slices"

	"dateline/parse/when"
	"dateline/timeline"
)

// Edit is what the reader did about an event. What is empty is as the article
// tells it.
type Edit struct {
	Title string
	When  when.Choice
	Note  string
	Color string // "#rrggbb"
	Tags  []string
	// Importance is that of timeline.Event; 0 is as the article tells it.
	Importance float64
	Decision   Decision
}

// Equal reports whether two edits say the same.
func (e Edit) Equal(other Edit) bool {
	return e.Title == other.Title && slices.Equal(e.When, other.When) && e.Note == other.Note &&
		e.Color == other.Color && slices.Equal(e.Tags, other.Tags) && e.Importance == other.Importance && e.Decision == other.Decision
}

// Apply returns an event as the article tells it with the reader's changes. A
// date that the reader gave is certain.
func (e Edit) Apply(told timeline.Event) timeline.Event {
	told.Title = cmp.Or(e.Title, told.Title)
	told.Note = cmp.Or(e.Note, told.Note)
	told.Color = cmp.Or(e.Color, told.Color)
	told.Importance = cmp.Or(e.Importance, told.Importance)
	if len(e.Tags) > 0 {
		told.Tags = e.Tags
	}
	if len(e.When) > 0 {
		told.When, told.Inferred, told.Confidence = e.When, false, 1
	}
	return told
}

// step names the change from another edit to e, of the event of a title.
func (e Edit) step(from Edit, title string) Phrase {
	rest := e
	rest.Title, rest.When, rest.Decision = from.Title, from.When, from.Decision
	named, moved := e.Title != from.Title, !slices.Equal(e.When, from.When)
	switch {
	case !rest.Equal(from) || named && moved:
		return Phrase{Words: "change “{{.Name}}”", Name: title}
	case moved:
		return Phrase{Words: "move “{{.Name}}”", Name: title}
	}
	return Phrase{Words: "rename “{{.Name}}”", Name: title}
}
