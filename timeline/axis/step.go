package axis

import (
	"fmt"
	"math"
	"strconv"

	"dateline/parse/when"
)

// Unit is what an axis counts in.
type Unit uint8

// The units, finest first. YearsAgo counts backwards from 1950, as geologists
// and archaeologists do, and is labelled in ka, Ma and Ga.
const (
	Second Unit = iota
	Minute
	Hour
	Day
	Week
	Month
	Year
	YearsAgo
)

// Step is the distance between the ticks of one level: so many of a unit.
type Step struct {
	Unit  Unit
	Count int
}

// present is the year that YearsAgo counts back from.
const present = 1950

// unitSeconds holds the mean lengths of the units.
var unitSeconds = [...]float64{
	Second: 1, Minute: 60, Hour: 3600, Day: 86400, Week: 7 * 86400,
	Month: 365.2425 / 12 * 86400, Year: 365.2425 * 86400, YearsAgo: 365.2425 * 86400,
}

// Seconds returns the mean length of the step.
func (s Step) Seconds() float64 { return unitSeconds[s.Unit] * float64(s.Count) }

// longestYears is the longest step that is counted in years of the calendar.
const longestYears = 2000

// ladder holds every step that ticks may have, finest first.
var ladder = makeLadder()

func makeLadder() []Step {
	steps := []Step{
		{Second, 1},
		{Second, 5},
		{Second, 15},
		{Second, 30},
		{Minute, 1},
		{Minute, 5},
		{Minute, 15},
		{Minute, 30},
		{Hour, 1},
		{Hour, 3},
		{Hour, 6},
		{Hour, 12},
		{Day, 1},
		{Week, 1},
		{Month, 1},
		{Month, 3},
	}
	for power := 1; power <= 10_000_000_000; power *= 10 {
		for _, n := range []int{1, 2, 5} {
			unit := Year
			if n*power > longestYears {
				unit = YearsAgo
			}
			steps = append(steps, Step{unit, n * power})
		}
	}
	return steps
}

// index returns the number of the last tick at or before t. Weeks start on the
// given weekday, by ISO 8601.
func (s Step) index(t when.Instant, weekStart int) int {
	switch s.Unit {
	case Second, Minute, Hour, Day:
		return floorDiv(int(t), int(s.Seconds()))
	case Week:
		return floorDiv(int(t)-weekOffset(weekStart), int(s.Seconds()))
	case Month:
		c := t.Civil()
		return floorDiv(c.Year*12+c.Month-1, s.Count)
	case YearsAgo:
		return floorDiv(t.Civil().Year-present, s.Count)
	}
	return s.yearIndex(t.Civil().Year)
}

// yearIndex numbers the ticks of a step of years. Steps of several years stand
// on round historical numbers: 100 BCE, 1 CE, 100 CE.
func (s Step) yearIndex(year int) int {
	switch {
	case s.Count == 1:
		return year
	case year <= 0:
		// The historical number is 1-year; ticks are its multiples.
		return -((1 - year + s.Count - 1) / s.Count)
	}
	return year / s.Count
}

// at returns the instant of the tick with the given number.
func (s Step) at(index, weekStart int) when.Instant {
	switch s.Unit {
	case Second, Minute, Hour, Day:
		return when.Instant(index * int(s.Seconds()))
	case Week:
		return when.Instant(index*int(s.Seconds()) + weekOffset(weekStart))
	case Month:
		return when.Date(0, index*s.Count+1, 1)
	case YearsAgo:
		return when.Date(present+index*s.Count, 1, 1)
	}
	switch {
	case s.Count == 1:
		return when.Date(index, 1, 1)
	case index < 0:
		return when.Date(1+index*s.Count, 1, 1)
	case index == 0:
		return when.Date(1, 1, 1)
	}
	return when.Date(index*s.Count, 1, 1)
}

// weekOffset is the distance from 1970-01-01, a Thursday, to the first weekStart
// at or after it.
func weekOffset(weekStart int) int {
	const thursday = 4
	return (weekStart - thursday + 7) % 7 * 86400
}

// holds reports whether every tick of t is also a tick of s, so that t's ticks
// stay when s takes over.
func (s Step) holds(t Step) bool {
	switch {
	case s.Unit == Week || t.Unit == Week:
		return s == t || t.Unit == Week && s.Unit < Week
	case s.Unit == t.Unit:
		return t.Count%s.Count == 0
	case s.Unit < Month:
		return s.Unit < t.Unit
	case s.Unit == Month:
		return t.Unit == Year
	}
	return false
}

// skipped reports whether the tick with the given number is left out: in steps
// of two years, 1 CE would crowd 2 CE.
func (s Step) skipped(index int) bool { return s == Step{Year, 2} && index == 0 }

// every returns how many ticks apart labels of the given width stand. It is 1
// but for the many digits of a year in the deep past.
func (s Step) every(width, spacing float64) int {
	for power := 1; ; power *= 10 {
		for _, n := range []int{1, 2, 5} {
			if s.Unit != Year || width <= float64(n*power)*spacing {
				return n * power
			}
		}
	}
}

// label writes the tick at t. A roomy label may be longer than a tight one.
func (s Step) label(t when.Instant, roomy bool) string {
	c := t.Civil()
	switch s.Unit {
	case Second:
		return fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second)
	case Minute, Hour:
		return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
	case Day:
		if roomy {
			return weekdays[t.Weekday()-1] + " " + strconv.Itoa(c.Day)
		}
		return strconv.Itoa(c.Day)
	case Week:
		return strconv.Itoa(c.Day)
	case Month:
		if roomy {
			return months[c.Month-1]
		}
		return months[c.Month-1][:3]
	case YearsAgo:
		return ago(present - c.Year)
	}
	return when.YearWords(c.Year)
}

// widest holds, for each unit, the longest labels, tight and roomy.
var widest = [...]struct{ tight, roomy string }{
	Second: {"00:00:00", ""}, Minute: {"00:00", ""}, Hour: {"00:00", ""},
	Day: {"00", "Wed 00"}, Week: {"00", ""}, Month: {"May", "September"},
	Year: {"0000 BCE", ""}, YearsAgo: {"0000 Ma", ""},
}

// ago writes a number of years before the present: "12 ka", "66 Ma", "4.5 Ga".
// Years to come carry a plus sign.
func ago(years int) string {
	if years == 0 {
		return "present"
	}
	sign := ""
	if years < 0 {
		sign, years = "+", -years
	}
	for _, u := range []struct {
		years float64
		name  string
	}{{1e9, " Ga"}, {1e6, " Ma"}, {1e3, " ka"}} {
		if n := float64(years) / u.years; n >= 1 {
			return sign + strconv.FormatFloat(n, 'f', -1, 64) + u.name
		}
	}
	return sign + strconv.Itoa(years) + " years"
}

// context says which larger unit the ticks of s are read in.
func (s Step) context() contextUnit {
	switch {
	case s.Unit <= Hour:
		return inDays
	case s.Unit <= Week:
		return inMonths
	case s.Unit == Month:
		return inYears
	case s.Unit == Year && s.Count <= 50:
		return inCenturies
	case s.Unit == Year && s.Count <= 500:
		return inMillennia
	}
	return inNothing
}

// contextUnit is the unit of the upper strip.
type contextUnit uint8

const (
	inDays contextUnit = iota
	inMonths
	inYears
	inCenturies
	inMillennia
	inNothing
)

var contextGrains = [...]when.Grain{
	inDays: when.Day, inMonths: when.Month, inYears: when.Year,
	inCenturies: when.Century, inMillennia: when.Millennium,
}

var months = [...]string{
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
}

var weekdays = [...]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// ramp goes from 0 at lo to 1 at hi and stays there.
func ramp(x, lo, hi float64) float64 {
	return math.Min(math.Max((x-lo)/(hi-lo), 0), 1)
}
