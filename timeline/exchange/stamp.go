package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dateline/parse/when"
)

// stamp is one end of a time as formats without uncertainty write it: a moment
// of the calendar that counts as far as its grain, one of plainGrains.
type stamp struct {
	when.Civil
	grain when.Grain
}

// plainGrains are the grains that such formats know, coarsest first.
var plainGrains = []when.Grain{when.Year, when.Month, when.Day, when.Minute, when.Second}

// stamps returns the first and the last unit of iv, which are the same if iv is
// a single plain unit. An open end has no stamp; its ok is false.
func stamps(iv when.Interval) (first, last stamp, hasFirst, hasLast bool) {
	if g, ok := plainUnit(iv); ok {
		s := stamp{iv.Start.Civil(), g}
		return s, s, true, true
	}
	if iv.Start != when.First {
		first, hasFirst = stamp{iv.Start.Civil(), boundary(iv.Start, iv.Grain)}, true
	}
	if iv.End != when.Last {
		g := boundary(iv.End, iv.Grain)
		last, hasLast = stamp{(iv.End - 1).Floor(g).Civil(), g}, true
	}
	return first, last, hasFirst, hasLast
}

// plainUnit returns the grain of iv if it is one unit of a plain grain.
func plainUnit(iv when.Interval) (when.Grain, bool) {
	if iv.Open() {
		return when.NoGrain, false
	}
	for _, g := range plainGrains {
		if u := iv.Start.Unit(g); u.Start == iv.Start && u.End == iv.End {
			return g, true
		}
	}
	return when.NoGrain, false
}

// boundary returns the coarsest plain grain, no coarser than atMost, of which a
// unit starts at t.
func boundary(t when.Instant, atMost when.Grain) when.Grain {
	for _, g := range plainGrains {
		if g <= atMost && t.Floor(g) == t {
			return g
		}
	}
	return when.Second
}

// interval returns the unit that s stands for.
func (s stamp) interval() when.Interval { return s.Instant().Unit(s.grain) }

// through returns the stretch from one stamp to the end of another, or an error
// if that lies before. A stretch of one unit is the unit.
func (s stamp) through(last stamp) (when.Interval, error) {
	from, to := s.interval(), last.interval()
	if from == to {
		return from, nil
	}
	if to.End <= from.Start {
		return when.Interval{}, fmt.Errorf("the end %s lies before the start %s", last, s)
	}
	return when.Interval{Start: from.Start, End: to.End, Grain: min(s.grain, last.grain), Throughout: true}, nil
}

// String writes s by ISO 8601, as far as its grain: "2021-03", "-0043-03-15",
// "2021-03-18T15:04:05". Years of more than four digits carry a sign.
func (s stamp) String() string {
	year := fmt.Sprintf("%04d", s.Year)
	switch {
	case s.Year < 0:
		year = fmt.Sprintf("-%04d", -s.Year)
	case s.Year > 9999:
		year = fmt.Sprintf("+%d", s.Year)
	}
	return year + s.rest()
}

// rest writes what follows the year.
func (s stamp) rest() string {
	switch s.grain {
	case when.Year:
		return ""
	case when.Month:
		return fmt.Sprintf("-%02d", s.Month)
	case when.Day:
		return fmt.Sprintf("-%02d-%02d", s.Month, s.Day)
	case when.Minute:
		return fmt.Sprintf("-%02d-%02dT%02d:%02d", s.Month, s.Day, s.Hour, s.Minute)
	default:
		return fmt.Sprintf("-%02d-%02dT%02d:%02d:%02d", s.Month, s.Day, s.Hour, s.Minute, s.Second)
	}
}

// parseStamp is the inverse of String. It reads a space for the T, fractions of
// seconds and a zone, which it drops, and years of any number of digits.
func parseStamp(text string) (stamp, error) {
	bad := fmt.Errorf("%q is not a date like 2021-03-18", text)
	sign, rest := 1, text
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		if rest[0] == '-' {
			sign = -1
		}
		rest = rest[1:]
	}
	date, clock, timed := strings.Cut(rest, "T")
	if !timed {
		date, clock, timed = strings.Cut(rest, " ")
	}
	s := stamp{when.Civil{Month: 1, Day: 1}, when.Year}
	fields := []*int{&s.Year, &s.Month, &s.Day}
	parts := strings.Split(date, "-")
	if len(parts) > len(fields) || timed && len(parts) < len(fields) {
		return stamp{}, bad
	}
	for i, part := range parts {
		n, err := digits(part)
		if err != nil {
			return stamp{}, bad
		}
		*fields[i], s.grain = n, plainGrains[i]
	}
	s.Year *= sign
	if timed && !s.parseClock(clock) || !s.exists() {
		return stamp{}, bad
	}
	return s, nil
}

// afterSeconds matches a fraction and a zone.
var afterSeconds = regexp.MustCompile(`^(\.\d+)?([Zz]|[+-]\d\d(:?\d\d)?)?$`)

// parseClock reads a time of day and reports whether it is one.
func (s *stamp) parseClock(clock string) bool {
	if i := strings.IndexAny(clock, "Zz+-."); i >= 0 {
		if !afterSeconds.MatchString(clock[i:]) {
			return false
		}
		clock = clock[:i]
	}
	parts := strings.Split(clock, ":")
	fields := []*int{&s.Hour, &s.Minute, &s.Second}
	if len(parts) < 2 || len(parts) > len(fields) {
		return false
	}
	for i, part := range parts {
		n, err := digits(part)
		if err != nil {
			return false
		}
		*fields[i] = n
	}
	s.grain = plainGrains[len(parts)+1]
	return true
}

// exists reports whether the calendar has s.
func (s stamp) exists() bool {
	return s.Year >= when.MinYear && s.Year <= when.MaxYear &&
		s.Month >= 1 && s.Month <= 12 && s.Day >= 1 && s.Day <= when.DaysIn(s.Year, s.Month) &&
		s.Hour >= 0 && s.Hour < 24 && s.Minute >= 0 && s.Minute < 60 && s.Second >= 0 && s.Second < 60
}

// digits reads a number without a sign.
func digits(s string) (int, error) {
	if s == "" || s[0] == '-' || s[0] == '+' {
		return 0, strconv.ErrSyntax
	}
	return strconv.Atoi(s)
}

// historical turns an astronomical year into one that counts without a year 0,
// where 44 BCE is -44; astronomical is its inverse.
func historical(year int) int {
	if year <= 0 {
		return year - 1
	}
	return year
}

func astronomical(year int) int {
	if year < 0 {
		return year + 1
	}
	return year
}
