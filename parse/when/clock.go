package when

import "fmt"

// Clock is a time of day on a day. Minute and Second are -1 where they were
// not said. Day is nil for the day of the anchor.
type Clock struct {
	Hour, Minute, Second int // Hour 0 to 24
	// Half is set if the hour was said on the twelve-hour dial without a.m. or
	// p.m., so that 3 may be 15.
	Half bool
	Day  Expr
}

// String implements Expr.
func (c Clock) String() string {
	return fmt.Sprintf("Clock(%d, %d, %d, %v)", c.Hour, c.Minute, c.Second, c.Day)
}

// Grain returns the finest unit that was said.
func (c Clock) Grain() Grain {
	switch {
	case c.Second >= 0:
		return Second
	case c.Minute >= 0:
		return Minute
	}
	return Hour
}

// Resolve implements Expr.
func (c Clock) Resolve(a Anchor) (Choice, Grain, error) {
	day, borrow, err := dayOf(c.Day, a)
	if err != nil {
		return nil, borrow, err
	}
	hour := c.Hour
	if part, ok := c.Day.(PartOfDayOf); ok && c.Half && hour < 12 && part.Part >= Afternoon && part.Part != Dawn {
		hour += 12
		if part.Part == Night && c.Hour < 6 {
			hour = c.Hour
		}
	}
	at := day + Instant(hour*secondsPerHour+max(c.Minute, 0)*secondsPerMinute+max(c.Second, 0))
	return One(at.Unit(c.Grain())), borrow, nil
}

// dayOf returns the midnight that starts the day of an expression.
func dayOf(e Expr, a Anchor) (Instant, Grain, error) {
	if e == nil {
		e = Current{Unit: Day, Base: FromReference}
	}
	if part, ok := e.(PartOfDayOf); ok {
		return dayOf(part.Day, a)
	}
	c, borrow, err := e.Resolve(a)
	if err != nil {
		return 0, borrow, err
	}
	if len(c) == 0 {
		return 0, borrow, ErrUnanchored
	}
	return c[0].Start.Floor(Day), borrow, nil
}

// DayPart is a named part of the day.
type DayPart uint8

// The parts of day.
const (
	Morning DayPart = iota + 1
	Midday
	Afternoon
	Evening
	Night
	Dawn
	Daytime
)

// dayParts gives the hours of each part and its TIMEX3 code. The night
// reaches into the next day.
var dayParts = [...]struct {
	from, to int
	code     string
}{
	Morning:   {6, 12, "MO"},
	Midday:    {11, 14, "MI"},
	Afternoon: {12, 18, "AF"},
	Evening:   {18, 24, "EV"},
	Night:     {20, 28, "NI"},
	Dawn:      {4, 7, "MO"},
	Daytime:   {8, 18, "DT"},
}

// PartOfDayOf is a part of a day: "Friday night", "the morning of May 5". Day is
// nil for the day of the anchor.
type PartOfDayOf struct {
	Part DayPart
	Day  Expr
}

// String implements Expr.
func (p PartOfDayOf) String() string {
	return fmt.Sprintf("PartOfDay(%s, %v)", dayParts[p.Part].code, p.Day)
}

// Resolve implements Expr.
func (p PartOfDayOf) Resolve(a Anchor) (Choice, Grain, error) {
	day, borrow, err := dayOf(p.Day, a)
	if err != nil {
		return nil, borrow, err
	}
	hours := dayParts[p.Part]
	return One(Interval{
		Start: day + Instant(hours.from*secondsPerHour),
		End:   day + Instant(hours.to*secondsPerHour),
		Grain: PartOfDay,
	}), borrow, nil
}

var (
	_ Expr = Clock{}
	_ Expr = PartOfDayOf{}
)
