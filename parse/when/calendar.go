package when

import (
	"fmt"
	"strings"
)

// Calendar is a date of which any part may be left out: "March 22" has a month
// and a day, "Friday the 13th" a weekday and a day. A zero field was not said,
// except Year, which counts only if HasYear is set. The coarsest missing field
// is borrowed from the anchor.
type Calendar struct {
	HasYear bool
	Year    int  // astronomical
	Short   bool // Year is two digits of which the century was not said
	Fiscal  bool // Year, Half and Quarter are a company's
	Half    int  // 1 or 2
	Quarter int  // 1 to 4
	Season  int  // 1 spring, 2 summer, 3 autumn, 4 winter of the north
	Month   int  // 1 to 12
	Week    int  // ISO week of the year, 1 to 53
	Day     int  // 1 to 31
	Weekday int  // ISO 8601: 1 is Monday
	Weekend bool // the weekend of a week
}

// Grain returns the finest unit that c names, NoGrain if it names none.
func (c Calendar) Grain() Grain {
	switch {
	case c.Day > 0 || c.Weekday > 0:
		return Day
	case c.Weekend:
		return Weekend
	case c.Week > 0:
		return Week
	case c.Month > 0:
		return Month
	case c.Season > 0:
		return Season
	case c.Quarter > 0:
		return Quarter
	case c.Half > 0:
		return Half
	case c.HasYear:
		return Year
	}
	return NoGrain
}

// String implements Expr.
func (c Calendar) String() string {
	var b strings.Builder
	b.WriteString("Date(")
	field := func(name string, n int) {
		if n > 0 {
			fmt.Fprintf(&b, "%s %d ", name, n)
		}
	}
	if c.HasYear {
		fmt.Fprintf(&b, "year %d ", c.Year)
	}
	field("half", c.Half)
	field("quarter", c.Quarter)
	field("season", c.Season)
	field("month", c.Month)
	field("week", c.Week)
	field("day", c.Day)
	field("weekday", c.Weekday)
	return strings.TrimSuffix(b.String(), " ") + ")"
}

// Resolve implements Expr.
func (c Calendar) Resolve(a Anchor) (Choice, Grain, error) {
	iv, borrow, err := c.Place(a)
	if err != nil {
		return nil, borrow, err
	}
	return One(iv), borrow, nil
}

// Place is Resolve for the one interval that there is. Without a year the nearest
// date that fits is taken, as the tense of the anchor allows.
func (c Calendar) Place(a Anchor) (Interval, Grain, error) {
	if c.HasYear && c.Short {
		c.Year = a.fullYear(c.Year)
	}
	if c.HasYear {
		iv, ok := c.within(c.Year)
		if !ok {
			return Interval{}, NoGrain, ErrNoSuchDate
		}
		return iv, NoGrain, nil
	}
	ref := a.Reference
	if a.Story {
		ref = a.Told()
	}
	if ref.IsZero() {
		return Interval{}, NoGrain, ErrUnanchored
	}
	borrow, step := c.missing()
	iv, ok := c.nearest(ref, a)
	if !ok {
		return Interval{}, step, ErrNoSuchDate
	}
	return iv, borrow, nil
}

// missing returns the grain that c lacks and that has to be borrowed, and the
// step from one date that fits to the next.
func (c Calendar) missing() (borrow, step Grain) {
	switch {
	case c.Half > 0 || c.Quarter > 0 || c.Season > 0 || c.Month > 0 || c.Week > 0:
		return Year, Year
	case c.Day > 0:
		return Month, Month
	}
	return Week, Week
}

// within returns the date that c names in the given year, which must be
// possible without knowing more.
func (c Calendar) within(year int) (Interval, bool) {
	switch {
	case c.Month > 0 && c.Day > 0:
		if c.Day > 28 && c.Day > DaysIn(year, c.Month) {
			return Interval{}, false
		}
		return days(Date(year, c.Month, c.Day), 1, Day), true
	case c.Month > 0:
		return months(year, c.Month, 1, Month), true
	case c.Season > 0:
		return months(year, 3*c.Season, 3, Season), true
	case c.Quarter > 0:
		return months(year, 3*c.Quarter-2, 3, Quarter), true
	case c.Half > 0:
		return months(year, 6*c.Half-5, 6, Half), true
	case c.Week > 0:
		start := Date(year, 1, 4).Floor(Week).Add(c.Week-1, Week)
		if y, _ := start.ISOWeek(); y != year {
			return Interval{}, false
		}
		if c.Weekday > 0 {
			return days(start.Add(c.Weekday-1, Day), 1, Day), true
		}
		return days(start, 7, Week), true
	}
	return months(year, 1, 12, Year), true
}

// days returns the n days from a midnight on, which make up a unit.
func days(start Instant, n int, unit Grain) Interval {
	return Interval{Start: start, End: start.Add(n, Day), Grain: unit}
}

// months returns the n months from one of a year on, which make up a unit.
func months(year, month, n int, unit Grain) Interval {
	return Interval{Start: Date(year, month, 1), End: Date(year, month+n, 1), Grain: unit}
}

// stepAt returns the number of the year, month or week that holds t. Months are
// counted from January of the year 0, weeks from that of 1970-01-01.
func stepAt(t Instant, step Grain) int {
	if step == Week {
		return floorDiv(floorDiv(int(t), secondsPerDay)+3, 7)
	}
	c := t.Civil()
	if step == Year {
		return c.Year
	}
	return 12*c.Year + c.Month - 1
}

// candidate returns the date that fits c in the year, month or week of the given
// number.
func (c Calendar) candidate(n int, step Grain) (Interval, bool) {
	switch step {
	case Year:
		iv, ok := c.within(n)
		if ok && c.Weekday > 0 && c.Day > 0 && iv.Start.Weekday() != c.Weekday {
			return iv, false
		}
		return iv, ok
	case Month:
		year, month := floorDiv(n, 12), floorMod(n, 12)+1
		if c.Day > 28 && c.Day > DaysIn(year, month) {
			return Interval{}, false
		}
		iv := days(Date(year, month, c.Day), 1, Day)
		return iv, c.Weekday == 0 || iv.Start.Weekday() == c.Weekday
	}
	monday := Instant((7*n - 3) * secondsPerDay)
	if c.Weekend {
		return days(monday.Add(5, Day), 2, Weekend), true
	}
	return days(monday.Add(c.Weekday-1, Day), 1, Day), true
}

// reach returns how many steps on either side of the reference have to be looked
// at: most dates come once in a step, a leap day every 8 years at worst, Friday
// the 13th every 14 months.
func (c Calendar) reach() int {
	if c.Day > 28 || c.Week > 52 || c.Day > 0 && c.Weekday > 0 {
		return 14
	}
	return 1
}

// nearest returns the date that fits c and is closest to ref in the direction
// that the anchor prefers.
func (c Calendar) nearest(ref Interval, a Anchor) (Interval, bool) {
	_, step := c.missing()
	reach, here := c.reach(), stepAt(ref.Start, step)
	var best Interval
	bestCost, found := Instant(0), false
	for n := -reach; n <= reach; n++ {
		iv, ok := c.candidate(here+n, step)
		if !ok {
			continue
		}
		cost := c.cost(iv, ref, a, step)
		if !found || cost < bestCost {
			best, bestCost, found = iv, cost, true
		}
	}
	return best, found
}

// cost tells how unlikely it is that iv is meant, counted from ref: its
// distance, with a handicap for lying on the wrong side.
func (c Calendar) cost(iv, ref Interval, a Anchor, step Grain) Instant {
	day := Instant(secondsPerDay)
	distance := Instant(0)
	wrong := false
	switch {
	case iv.Start >= ref.End:
		distance = iv.Start - ref.Start
		wrong = a.Tense == Past || (step == Week && a.Tense != Future)
	case iv.End <= ref.Start:
		distance = ref.Start - iv.Start
		wrong = a.Tense == Future
		if c.Quarter > 0 && a.Tense == Past {
			distance = ref.Start - iv.End // quarters are reported once they are over
		}
	}
	if a.Story {
		return storyCost(iv, ref, distance, step)
	}
	if !wrong {
		return distance
	}
	switch step {
	case Week:
		return distance + 20*day
	case Month:
		return distance + 20*day
	}
	if c.Quarter > 0 && a.Tense == Future || c.Half > 0 || c.Week > 0 {
		return distance
	}
	if a.Tense == Future && c.Day == 0 {
		return distance + 220*day // "in January" with "will" is the next one
	}
	return distance + 150*day
}

// storyCost prefers the year that is being told, and then what comes next: time
// goes forward in a story, but it may also step back a little.
func storyCost(iv, ref Interval, distance Instant, step Grain) Instant {
	if step == Week {
		return distance
	}
	if iv.End <= ref.Start {
		distance += distance / 2
	}
	if step == Year && iv.Start.Civil().Year == ref.Start.Civil().Year {
		distance /= 2
	}
	return distance
}

// pivot is how far into the future two digits of a year may point.
const pivot = 10

// fullYear returns the year that two digits mean: the latest one not more than
// pivot years after the reference.
func (a Anchor) fullYear(short int) int {
	last := 2030
	if !a.Reference.IsZero() {
		last = a.Reference.Start.Civil().Year + pivot
	}
	if a.Story && !a.Mentioned.IsZero() {
		told := a.Mentioned.Start.Civil().Year
		if y := floorDiv(told, 100)*100 + short; y >= told-5 && y <= told+20 {
			return y
		}
	}
	return last - floorMod(last-short, 100)
}

// Toward is the nearest date that fits Of and lies strictly in the given
// direction: "last Friday", "next March". With NoTense it is the one within the
// current week or year: "this Friday".
type Toward struct {
	Direction Tense
	Of        Calendar
}

// String implements Expr.
func (t Toward) String() string { return fmt.Sprintf("Toward(%v, %v)", t.Direction, t.Of) }

// Resolve implements Expr.
func (t Toward) Resolve(a Anchor) (Choice, Grain, error) {
	if t.Of.HasYear {
		return t.Of.Resolve(a)
	}
	ref := a.Reference
	if a.Story {
		ref = a.Told()
	}
	if ref.IsZero() {
		return nil, NoGrain, ErrUnanchored
	}
	borrow, step := t.Of.missing()
	here := stepAt(ref.Start, step)
	if t.Direction == NoTense {
		if iv, ok := t.Of.candidate(here, step); ok {
			return One(iv), borrow, nil
		}
		return nil, borrow, ErrNoSuchDate
	}
	for n := 0; n <= t.Of.reach(); n++ {
		iv, ok := t.Of.candidate(here+n*int(t.Direction), step)
		if !ok {
			continue
		}
		if t.Direction == Past && iv.End <= ref.Start || t.Direction == Future && iv.Start >= ref.End {
			return One(iv), borrow, nil
		}
	}
	return nil, borrow, ErrNoSuchDate
}

var (
	_ Expr = Calendar{}
	_ Expr = Toward{}
)
