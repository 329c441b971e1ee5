// Package timeline holds dated events as the reader keeps them: ordered,
// filtered and merged, ready to be drawn or written out.
package timeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline/parse/when"
)

// Status says whether an event took place, as far as its sources know.
type Status uint8

// The statuses.
const (
	Happened Status = iota
	Planned
	Denied
	Hypothetical
)

var statusNames = [...]string{"happened", "planned", "denied", "hypothetical"}

// String returns the status as one lower-case word.
func (s Status) String() string { return statusNames[s] }

// Source is the evidence for an event: a passage of an article.
type Source struct {
	Document   string // what the reader calls the article
	URL        string // where it was published, if known
	Page       int    // from 1; 0 where the article has no pages
	Quote      string // the sentence
	TimeWords  string // the words in it that date the event
	Start, End int    // bytes of the quote in the article's text
	Why        string // how the date was worked out, one plain sentence
}

// Conflict is another date that an article gives for an event.
type Conflict struct {
	Event  string // ID of the event that stands at that date
	When   when.Choice
	Source Source // what gives it
}

// Event is something that happened, at a time that is known more or less well.
type Event struct {
	ID         string // stable across sessions and unique in a Timeline
	Title      string
	When       when.Choice // never empty for an event on a Timeline
	Status     Status
	Inferred   bool     // the date was worked out rather than said
	Confidence float64  // probability that the date is right, 0 to 1
	Importance float64  // who gets a label when space is short, 0 to 1
	Tags       []string // what lanes can be made of: people, places, categories
	Note       string   // the reader's own words
	Color      string   // "#rrggbb", or empty for the theme's
	Sources    []Source
	Conflicts  []Conflict // the same, told with other dates
}

// DateWords returns the event's time in English: labels use the short form,
// panels the long one.
func (e *Event) DateWords(form when.Form) string { return e.When.Words(form) }

// Era is a stretch of time that is shown behind the events.
type Era struct {
	Title string
	When  when.Interval
	Color string // "#rrggbb", or empty for the theme's
}

// Timeline is a set of events in order of time.
type Timeline struct {
	Title  string
	Events []Event // ordered by Compare; do not reorder
	Eras   []Era
}

// New returns a timeline of the given events. The slice is copied and put in
// order; events without a time are left out.
func New(title string, events []Event) *Timeline {
	order := make([]key, 0, len(events))
	for i := range events {
		if len(events[i].When) > 0 {
			hull := events[i].When.Hull()
			order = append(order, key{hull.Start, hull.End, i})
		}
	}
	// Events are large: their keys are sorted, then each is copied once.
	slices.SortFunc(order, func(a, b key) int {
		if a.start != b.start || a.end != b.end {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
		}
		return cmp.Or(Compare(events[a.event], events[b.event]), cmp.Compare(a.event, b.event))
	})
	kept := make([]Event, len(order))
	for i, k := range order {
		kept[i] = events[k.event]
	}
	return &Timeline{Title: title, Events: kept}
}

// key is what decides the order of most events.
type key struct {
	start, end when.Instant
	event      int
}

// Compare orders events by start, then longer before shorter, then more
// important first, then by title and ID, so that the order never depends on
// how the events came in.
func Compare(a, b Event) int {
	x, y := a.When.Hull(), b.When.Hull()
	return cmp.Or(
		cmp.Compare(x.Start, y.Start),
		cmp.Compare(y.End, x.End),
		cmp.Compare(b.Importance, a.Importance),
		strings.Compare(a.Title, b.Title),
		strings.Compare(a.ID, b.ID),
	)
}

// Within returns the part of the timeline that overlaps a stretch of time.
func (t *Timeline) Within(span when.Interval) *Timeline {
	part := &Timeline{Title: t.Title}
	for _, e := range t.Events {
		if e.When.Hull().Overlaps(span) {
			part.Events = append(part.Events, e)
		}
	}
	for _, e := range t.Eras {
		if e.When.Overlaps(span) {
			part.Eras = append(part.Eras, e)
		}
	}
	return part
}

// Hull returns the interval from the first start to the last end of all events,
// leaving open ends aside, and events that are open on both sides. The hull of a
// timeline without other events is the zero Interval.
func (t *Timeline) Hull() when.Interval {
	var hull when.Interval
	for i := range t.Events {
		iv := t.Events[i].When.Hull()
		switch {
		case iv.Start == when.First && iv.End == when.Last:
			continue
		case iv.Start == when.First:
			iv.Start = iv.End - 1
		case iv.End == when.Last:
			iv.End = iv.Start + 1
		}
		if hull.IsZero() {
			hull = when.Interval{Start: iv.Start, End: iv.End, Grain: iv.Grain}
			continue
		}
		hull.Start = min(hull.Start, iv.Start)
		hull.End = max(hull.End, iv.End)
		hull.Grain = max(hull.Grain, iv.Grain)
	}
	return hull
}
