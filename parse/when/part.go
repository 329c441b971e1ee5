package when

import "fmt"

// Section is a part of a unit.
type Section uint8

// The sections. Early and Late are what "early 1949" and "late May" mean,
// Beginning and End what "the beginning of" and "the end of" mean: the same
// third of the unit.
const (
	Early Section = iota + 1
	Middle
	Late
)

var sectionNames = [...]string{Early: "early", Middle: "mid", Late: "late"}

var sectionMods = [...]string{Early: "START", Middle: "MID", Late: "END"}

// Part is the first, middle or last third of a unit: "early March", "mid-1950s",
// "the end of 2008".
type Part struct {
	Section Section
	Of      Expr
}

// String implements Expr.
func (p Part) String() string { return fmt.Sprintf("Part(%s, %v)", sectionNames[p.Section], p.Of) }

// Resolve implements Expr. Thirds are rounded to days where the unit is longer
// than a day, and to months where it is longer than a month.
func (p Part) Resolve(a Anchor) (Choice, Grain, error) {
	c, borrow, err := p.Of.Resolve(a)
	if err != nil || len(c) != 1 || c[0].Open() {
		return c, borrow, err
	}
	whole := c[0]
	third := (whole.End - whole.Start) / 3
	unit, _ := finer(whole.Grain)
	lower := round(whole.Start+third, unit)
	upper := round(whole.End-third, unit)
	part := Interval{Start: whole.Start, End: whole.End, Grain: whole.Grain, Circa: true}
	switch p.Section {
	case Early:
		part.End = lower
	case Middle:
		part.Start, part.End = lower, upper
	case Late:
		part.Start = upper
	}
	if part.Start >= part.End {
		return c, borrow, nil
	}
	return One(part), borrow, nil
}

// round returns the boundary between units of grain g that is closest to t.
func round(t Instant, g Grain) Instant {
	unit := t.Unit(g)
	if t-unit.Start < unit.End-t {
		return unit.Start
	}
	return unit.End
}

// Nth is the N-th unit inside another expression, from 1; negative numbers count
// from the end: "the first quarter of 1990", "the second Friday of May", "the
// last week of June". With a Weekday the unit is that day of the week.
type Nth struct {
	N       int
	Unit    Grain
	Weekday int // ISO 8601, 0 if any
	Of      Expr
}

// String implements Expr.
func (n Nth) String() string {
	if n.Weekday > 0 {
		return fmt.Sprintf("Nth(%d, weekday %d, %v)", n.N, n.Weekday, n.Of)
	}
	return fmt.Sprintf("Nth(%d, %v, %v)", n.N, n.Unit, n.Of)
}

// Resolve implements Expr.
func (n Nth) Resolve(a Anchor) (Choice, Grain, error) {
	c, borrow, err := n.Of.Resolve(a)
	if err != nil {
		return nil, borrow, err
	}
	if len(c) == 0 || n.N == 0 {
		return nil, borrow, nil
	}
	whole := c.Hull()
	var at Instant
	switch {
	case n.Weekday > 0:
		at = n.weekday(whole)
	case n.N > 0:
		at = whole.Start.Add(n.N-1, n.Unit)
		if n.Unit == Week && whole.Start.Weekday() > 4 {
			at = at.Add(1, Week)
		}
	default:
		at = (whole.End - 1).Floor(n.Unit).Add(n.N+1, n.Unit)
	}
	unit := at.Unit(max(n.Unit, Second))
	if !whole.Overlaps(unit) {
		return nil, borrow, ErrNoSuchDate
	}
	return One(unit), borrow, nil
}

// weekday returns the N-th day of the week in the interval.
func (n Nth) weekday(whole Interval) Instant {
	if n.N > 0 {
		return whole.Start.Add(floorMod(n.Weekday-whole.Start.Weekday(), 7)+7*(n.N-1), Day)
	}
	last := (whole.End - 1).Floor(Day)
	return last.Add(-floorMod(last.Weekday()-n.Weekday, 7)+7*(n.N+1), Day)
}

// Years is a unit of several years: a decade, a century, a millennium. Start is
// its first year.
type Years struct {
	Start int
	Unit  Grain
	Short bool // a decade whose century was not said
}

// String implements Expr.
func (y Years) String() string { return fmt.Sprintf("Years(%d, %v)", y.Start, y.Unit) }

// Resolve implements Expr.
func (y Years) Resolve(a Anchor) (Choice, Grain, error) {
	start, borrow := y.Start, NoGrain
	if y.Short {
		start, borrow = a.fullYear(y.Start), Century
	}
	at := Date(start, 1, 1)
	if y.Unit == Century || y.Unit == Millennium {
		at = Date(start, 6, 1).Floor(y.Unit)
	}
	return One(Interval{Start: at, End: at.Add(1, y.Unit), Grain: y.Unit}), borrow, nil
}

// About marks what the text hedges: "about 1850", "around noon".
type About struct{ Of Expr }

// String implements Expr.
func (b About) String() string { return fmt.Sprintf("About(%v)", b.Of) }

// Resolve implements Expr.
func (b About) Resolve(a Anchor) (Choice, Grain, error) {
	c, borrow, err := b.Of.Resolve(a)
	hedged := make(Choice, len(c))
	for i, iv := range c {
		iv.Circa = true
		hedged[i] = iv
	}
	return hedged, borrow, err
}

var (
	_ Expr = Part{}
	_ Expr = Nth{}
	_ Expr = Years{}
	_ Expr = About{}
)
