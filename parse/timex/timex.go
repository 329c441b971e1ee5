// Package timex finds temporal expressions in prose and says what they mean.
//
// It works in two steps, as TIMEX3 (ISO-TimeML, ISO 24617-1) separates extent
// from value. Find reads the words alone: which stretch of text speaks of time
// and what it says by itself. Resolve then places each expression on the
// calendar with the help of an anchor, usually the article's date, and keeps
// what was said apart from what was assumed.
package timex

import (
	"dateline/parse/text"
	"dateline/parse/when"
)

// Type is the TIMEX3 type of an expression.
type Type uint8

// The types of TIMEX3.
const (
	Date Type = iota
	Time
	Duration
	Set
)

var typeNames = [...]string{"DATE", "TIME", "DURATION", "SET"}

// String returns the type as TIMEX3 writes it.
func (t Type) String() string { return typeNames[t] }

// Said holds the calendar fields that the words name themselves. A zero field
// was not said, except Year, which counts only if HasYear is set.
type Said struct {
	HasYear    bool
	Year       int // astronomical
	Month, Day int
	Weekday    int // ISO 8601: 1 is Monday
}

// Full reports whether the words name a whole calendar day.
func (s Said) Full() bool { return s.HasYear && s.Month > 0 && s.Day > 0 }

// Timex is a temporal expression as the words alone give it.
type Timex struct {
	text.Span
	Type Type
	Rule string // name of the language rule that read it
	Expr when.Expr
	Said Said
	// Tense is the direction in which the clause looks, by its verb; Tensed is
	// false if the sentence has no verb that tells.
	Tense  when.Tense
	Tensed bool
	// Parts are the expressions that a range or a list of alternatives is made
	// of; TIMEX3 marks them one by one. Empty for a single expression.
	Parts []Part

	sentence int // where the sentence starts, in bytes of the text
}

// Part is one end of a range or one of several alternatives.
type Part struct {
	text.Span
	Type Type
	Expr when.Expr
}

// Anchor is what a resolved expression was counted from.
type Anchor uint8

// The anchors.
const (
	Itself     Anchor = iota // the words say it all
	Article                  // the article's date
	Mentioned                // another expression of the text
	Unanchored               // an anchor was needed and none is known
	Timeless                 // durations, sets and the like have no place
)

// Placement is where an expression lies on the calendar, and why.
type Placement struct {
	Value  string      // TIMEX3 value: "2021-03-18", "P3Y", "PAST_REF", "XXXX-WXX-1"
	Mod    string      // TIMEX3 mod: "START", "APPROX", or empty
	When   when.Choice // empty where the expression has no place of its own
	Anchor Anchor
	From   int        // for Mentioned: index of the expression counted from
	Borrow when.Grain // the finest unit taken from the anchor; NoGrain if none
	// Why says in a few words how the words were read, without naming the
	// anchor: "the Thursday before", "the year closest to".
	Why string
	// Parts places the parts of the expression, in order.
	Parts []PartPlacement
}

// PartPlacement is where a part of an expression lies.
type PartPlacement struct {
	Value, Mod string
	When       when.Choice
}
