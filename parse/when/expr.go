package when

import "errors"

// Anchor is what an Expr may count from.
type Anchor struct {
	Reference Interval // the date that "ago", "last" and "next" count from; zero if unknown
	Mentioned Interval // the date told last, which "later" and "the same day" count from; zero if none
	Tense     Tense    // which way the clause around the words looks
	// Story is set where the text tells what happened in order: words without
	// a year then belong to the last date told rather than to the reference.
	Story bool
}

// Told returns the date told last or, if there is none, the reference.
func (a Anchor) Told() Interval {
	if a.Mentioned.IsZero() {
		return a.Reference
	}
	return a.Mentioned
}

// ErrUnanchored is returned by Resolve when an expression counts from a date
// that the anchor does not have.
var ErrUnanchored = errors.New("when: no date to count from")

// ErrNoSuchDate is returned by Resolve for words that name no day of the
// calendar, such as February 30 or the 54th week of a year.
var ErrNoSuchDate = errors.New("when: no such date")

// Tense is the direction in which a clause looks from its anchor.
type Tense int8

// The tenses. NoTense leaves the choice to the closest.
const (
	Past    Tense = -1
	NoTense Tense = 0
	Future  Tense = +1
)

var tenseNames = [...]string{"past", "open", "future"}

// String returns "past", "open" or "future".
func (t Tense) String() string { return tenseNames[t+1] }

// Expr is the meaning of temporal words before it is placed: Toward(Past,
// Friday), Nth(2, Quarter, 1990). It is a value and may be resolved any number
// of times.
type Expr interface {
	// Resolve places the expression. The Grain is the finest unit that was
	// borrowed from the anchor, NoGrain if the words stand on their own. An
	// expression that has no place, such as a duration, gives an empty Choice.
	Resolve(Anchor) (Choice, Grain, error)
	// String writes the expression as its constructor call.
	String() string
}
