// Package story turns dated words into events worth reading: it decides which
// clause a date belongs to, titles it, finds who and where, and says how sure
// all of that is.
package story

import (
	"fmt"

	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
)

// Mention is evidence: temporal words at a place in a document, and where they
// lie on the calendar. Mentions are never edited.
type Mention struct {
	timex.Timex
	timex.Placement
	Sentence text.Span
}

// Status says whether an event took place, as far as the text knows.
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

// Draft is an event as the text tells it, before a reader has kept or changed it.
type Draft struct {
	When       when.Choice
	Title      string      // 4 to 12 words, understandable without the article
	Speaker    string      // who says so, for reported speech
	Evidence   text.Span   // the sentence
	Clause     text.Span   // the part of it that is dated
	TimeWords  []text.Span // the words that date it
	Mention    int         // index of the mention that dates it
	Status     Status
	Inferred   bool    // worked out rather than said: anniversaries, ages, an inferred year
	Confidence float64 // probability that the date is right, 0 to 1
	Importance float64 // who gets a label when space is short, 0 to 1
	People     []string
	Places     []string
	Groups     []string // organisations
	Why        string   // how the date was worked out, one plain sentence
}

// Date returns when the event took place in the Extended Date/Time Format, a
// week as ISO 8601-1 writes it, "2019-W47", since EDTF has no form for weeks.
func (d Draft) Date() string {
	if len(d.When) != 1 || d.When[0] != d.When[0].Start.Unit(when.Week) {
		return d.When.EDTF()
	}
	year, week := d.When[0].Start.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// ArticleDate is the date that relative words count from.
type ArticleDate struct {
	When   when.Interval // the zero Interval if nothing supports any date
	Reason string        // where it came from, in words: "the page's metadata", "worked out from “on Monday” and “March 22”"
	// Inferred is set if the date was worked out from the text, not stated.
	Inferred bool
	// Others holds dates that other evidence gives, for the reader to pick from.
	Others []text.Stamp
}

// Known reports whether there is a date.
func (d ArticleDate) Known() bool { return !d.When.IsZero() }
