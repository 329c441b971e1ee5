package timex

import "dateline/parse/when"

// values writes the values of expressions. Of calendar dates it keeps those it
// wrote last, as a text names the same days, months and years again and again.
type values [32]written

// written is the value of a calendar date that was placed.
type written struct {
	start when.Instant
	grain when.Grain
	value string // empty where nothing is kept
}

// of returns the TIMEX3 value and modifier of an expression that was placed.
func (v *values) of(e when.Expr, placed when.Choice) (value, mod string) {
	if _, ok := e.(when.Calendar); !ok || len(placed) == 0 {
		return when.TIMEX3(e, placed)
	}
	start, grain := placed[0].Start, placed[0].Grain
	kept := &v[uint64(start/hour)%uint64(len(v))]
	if kept.value == "" || kept.start != start || kept.grain != grain {
		value, _ := when.TIMEX3(e, placed)
		*kept = written{start, grain, value}
	}
	return kept.value, ""
}

// hour is an hour in seconds; days and years are not multiples of 32 of them.
const hour = 3600
