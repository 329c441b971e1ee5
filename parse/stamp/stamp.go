// Package stamp reads dates that a machine wrote: the metadata of a page, the
// header of a mail, the properties of a document.
//
// It is a fence around dateparse, which guesses the layout of a string and is
// at times silently wrong ("2024-065" becomes five seconds past midnight). Here
// a guess counts only if the layout names year, month, day and so on without a
// gap, and leaves nothing of the string unread.
package stamp

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/araddon/dateparse"

	"dateline/parse/when"
)

// longest is the number of bytes beyond which no machine writes a date. The
// longest in use, "Wednesday, 30 September 2020 23:59:59 GMT+0100 (British
// Summer Time)", has 68.
const longest = 96

// Parse reads s, which must be a date as a whole, and returns the unit that it
// names: a second, minute, hour, day, month or year. The clock and the calendar
// are those of the date's own UTC offset, so "2021-03-22T23:30:00-05:00" lies on
// March 22. A date with a slash or full stops whose day and month can be
// swapped, a number that is not a date in digits, a year before 1, and a zone
// that is not a common one are errors.
func Parse(s string) (when.Interval, error) {
	if len(s) > longest {
		return when.Interval{}, fmt.Errorf("stamp: %d characters are too many for a date", len(s))
	}
	plain, err := simplify(s)
	if err != nil {
		return when.Interval{}, fmt.Errorf("stamp: %q: %w", s, err)
	}
	t, grain, ok := byOwnLayout(plain)
	if !ok {
		t, grain, err = byGuess(plain)
	}
	if err != nil {
		return when.Interval{}, fmt.Errorf("stamp: %q: %w", s, err)
	}
	if t.Year() < 1 {
		return when.Interval{}, fmt.Errorf("stamp: %q: no year", s)
	}
	c := when.Civil{
		Year: t.Year(), Month: int(t.Month()), Day: t.Day(),
		Hour: t.Hour(), Minute: t.Minute(), Second: t.Second(),
	}
	return c.Instant().Unit(grain), nil
}

// ownLayouts holds forms that dateparse does not know, or knows wrongly.
var ownLayouts = []struct {
	layout string
	grain  when.Grain
}{
	{"2006", when.Year},
	{"2006-01", when.Month},
	{"January 2006", when.Month},
	{"Jan 2006", when.Month},
	{"20060102", when.Day},
	{"20060102T150405", when.Second},
	{"20060102T150405Z0700", when.Second},
	{"2006-01-02Z0700", when.Day},
	{"2006-01-02Z07:00", when.Day},
	{"2006-01-02T15", when.Hour},
	{"2 January 2006 15:04", when.Minute},
	{"2 January 2006 15.04", when.Minute},
	{"2 Jan 2006 15.04", when.Minute},
	{"January 2 2006", when.Day},
	{"Jan 2 2006", when.Day},
	{"Jan 2 15:04:05 2006", when.Second},
	{"Jan 2 2006 15:04:05 -0700", when.Second},
}

func byOwnLayout(s string) (time.Time, when.Grain, bool) {
	for _, own := range ownLayouts {
		if t, err := time.Parse(own.layout, s); err == nil {
			return t, own.grain, true
		}
	}
	return time.Time{}, when.NoGrain, false
}

var onlyDigits = regexp.MustCompile(`^[-+]?[\d.,]+$`)

// byGuess asks dateparse, and distrusts it.
func byGuess(s string) (t time.Time, grain when.Grain, err error) {
	defer func() {
		// dateparse indexes past the end of some malformed strings.
		if recover() != nil {
			err = fmt.Errorf("not a date that a machine writes")
		}
	}()
	if onlyDigits.MatchString(s) && !strings.Contains(s, ".") {
		return t, grain, fmt.Errorf("a bare number is not a date")
	}
	for _, monthFirst := range []bool{true, false} {
		layout, formatErr := dateparse.ParseFormat(s, dateparse.PreferMonthFirst(monthFirst))
		guess, parseErr := dateparse.ParseAny(s, dateparse.PreferMonthFirst(monthFirst))
		if formatErr != nil || parseErr != nil {
			continue
		}
		g, layoutErr := grainOf(layout)
		if layoutErr != nil {
			return t, grain, layoutErr
		}
		if grain != when.NoGrain && !guess.Equal(t) {
			return t, grain, fmt.Errorf("day and month cannot be told apart")
		}
		t, grain = guess, g
	}
	if grain == when.NoGrain {
		return t, grain, fmt.Errorf("not a date that a machine writes")
	}
	return t, grain, nil
}

// layoutFields are the pieces of a Go time layout, those that begin like
// another one before it. A rank says how fine the field is; rank 0 is ignored.
var layoutFields = []struct {
	text string
	rank int
}{
	{"2006", 1},
	{"January", 2},
	{"Jan", 2},
	{"01", 2},
	{"02", 3},
	{"_2", 3},
	{"15", 4},
	{"03", 4},
	{"04", 5},
	{"05", 6},
	{"-07:00", 0},
	{"-0700", 0},
	{"Z07:00", 0},
	{"Z0700", 0},
	{"MST", 0},
	{"PM", 0},
	{"Monday", 0},
	{"Mon", 0},
	{"1", 2},
	{"2", 3},
	{"3", 4},
	{"4", 5},
	{"5", 6},
}

// rankGrains gives the grain of a layout whose finest field has that rank.
var rankGrains = [...]when.Grain{when.NoGrain, when.Year, when.Month, when.Day, when.Hour, when.Minute, when.Second}

// grainOf returns the finest unit that layout names. It is an error if the
// layout skips a unit, names one twice, or holds anything but fields and
// separators: then part of the string was not read.
func grainOf(layout string) (when.Grain, error) {
	var seen [len(rankGrains)]bool
	finest := 0
	for rest := layout; rest != ""; {
		if strings.ContainsRune(" ,./-:TZ", rune(rest[0])) && fieldAt(rest) < 0 {
			rest = rest[1:]
			continue
		}
		i := fieldAt(rest)
		if i < 0 {
			return when.NoGrain, fmt.Errorf("%q is not part of a date", rest)
		}
		field := layoutFields[i]
		if field.rank > 0 && seen[field.rank] {
			return when.NoGrain, fmt.Errorf("%q stands where no date has it", field.text)
		}
		seen[field.rank] = true
		finest = max(finest, field.rank)
		rest = rest[len(field.text):]
	}
	for rank := 1; rank <= finest; rank++ {
		if !seen[rank] {
			return when.NoGrain, fmt.Errorf("no %s", rankGrains[rank])
		}
	}
	return rankGrains[finest], nil
}

// fieldAt returns the index of the layout field that s begins with, or -1.
func fieldAt(s string) int {
	for i, field := range layoutFields {
		if strings.HasPrefix(s, field.text) {
			return i
		}
	}
	return -1
}
