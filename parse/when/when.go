// Package when is the calendar: places in time, how exactly they are known,
// and how they are written.
//
// Time is counted in seconds of the proleptic Gregorian calendar with
// astronomical years (year 0 is 1 BCE) and without zones: an article's "3 pm"
// is three in the afternoon wherever it was written. Intervals are half-open,
// as in timenorm (Bethard, 2013), so neighbours meet without a gap.
package when

import "math"

// Instant is a moment: seconds since 1970-01-01T00:00:00, negative before.
type Instant int64

// First and Last are the ends of time. As the start or end of an Interval they
// mean that it is open on that side.
const (
	First Instant = math.MinInt64
	Last  Instant = math.MaxInt64
)

// Grain is the unit in which something was said: "in May 1921" has the grain
// Month. Grains are ordered from fine to coarse.
type Grain uint8

// The grains, finest first.
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	PartOfDay
	Day
	Weekend
	Week
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
	Millennium
	MegaYear
)

var grainNames = [...]string{
	"none", "second", "minute", "hour", "part of day", "day", "weekend", "week", "month",
	"season", "quarter", "half", "year", "decade", "century", "millennium", "million years",
}

// String returns the English name of the grain.
func (g Grain) String() string {
	if int(g) < len(grainNames) {
		return grainNames[g]
	}
	return "unknown grain"
}

// Interval is a stretch of time, [Start, End). First and Last stand for an open
// end. The zero Interval is empty and has no grain.
type Interval struct {
	Start, End Instant
	Grain      Grain // the unit that was named
	Throughout bool  // fills the stretch, rather than falling somewhere inside it
	Circa      bool  // the text hedged: "about 1850"
}

// IsZero reports whether iv is the zero Interval, which stands for no time at all.
func (iv Interval) IsZero() bool { return iv == Interval{} }

// Contains reports whether t lies in iv.
func (iv Interval) Contains(t Instant) bool { return iv.Start <= t && t < iv.End }

// Overlaps reports whether iv and other share an instant.
func (iv Interval) Overlaps(other Interval) bool {
	return iv.Start < other.End && other.Start < iv.End
}

// Open reports whether iv lacks a start or an end.
func (iv Interval) Open() bool { return iv.Start == First || iv.End == Last }

// Choice is when something happened: in one of the given intervals, in order.
// One interval is the ordinary case; "March 19 or 22" has two. An empty Choice
// means that the time is not known.
type Choice []Interval

// One returns the Choice of a single interval.
func One(iv Interval) Choice { return Choice{iv} }

// Hull returns the smallest interval that holds every alternative. It is Circa
// if any alternative is, and has the coarsest grain among them. The hull of an
// empty Choice is the zero Interval.
func (c Choice) Hull() Interval {
	if len(c) == 0 {
		return Interval{}
	}
	hull := c[0]
	for _, iv := range c[1:] {
		hull.Start = min(hull.Start, iv.Start)
		hull.End = max(hull.End, iv.End)
		hull.Grain = max(hull.Grain, iv.Grain)
		hull.Circa = hull.Circa || iv.Circa
		hull.Throughout = false
	}
	return hull
}
