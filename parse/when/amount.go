package when

import (
	"fmt"
	"math"
	"strings"
)

// Amount is a length of time in calendar units: "two years and three months".
// It stays in the units that were said, because a month has no fixed length.
type Amount struct {
	Parts []Quantity
	Vague bool   // a number was not said: "several years"; the quantities are then zero
	Mod   string // TIMEX3 modifier: APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE, START, END
}

// Quantity is a number of units.
type Quantity struct {
	N    float64
	Unit Grain
}

// Of returns the amount of n units.
func Of(n float64, unit Grain) Amount {
	return Amount{Parts: []Quantity{{N: n, Unit: unit}}}
}

// Some returns an amount of an unknown number of units.
func Some(unit Grain) Amount {
	return Amount{Parts: []Quantity{{Unit: unit}}, Vague: true}
}

// Plus returns the sum of two amounts.
func (d Amount) Plus(other Amount) Amount {
	parts := make([]Quantity, 0, len(d.Parts)+len(other.Parts))
	parts = append(parts, d.Parts...)
	for _, q := range other.Parts {
		if n := len(parts); n > 0 && parts[n-1].Unit == q.Unit {
			parts[n-1].N += q.N
		} else {
			parts = append(parts, q)
		}
	}
	return Amount{Parts: parts, Vague: d.Vague || other.Vague, Mod: d.Mod}
}

// Finest returns the finest unit of the amount. Half a unit counts as the next
// finer unit that it is made of.
func (d Amount) Finest() Grain {
	finest := NoGrain
	for _, q := range d.Parts {
		g := q.Unit
		if q.N != math.Trunc(q.N) {
			g, _ = finer(g)
		}
		if finest == NoGrain || g < finest {
			finest = g
		}
	}
	return finest
}

// finer returns the unit that fractions of g are counted in and how many of
// them make one g.
func finer(g Grain) (Grain, float64) {
	switch g {
	case Minute:
		return Second, 60
	case Hour:
		return Minute, 60
	case Day:
		return Hour, 24
	case Week:
		return Day, 7
	case Month:
		return Day, 30
	case Season, Quarter:
		return Month, 3
	case Half:
		return Month, 6
	case Year:
		return Month, 12
	case Decade:
		return Year, 10
	case Century:
		return Year, 100
	case Millennium:
		return Year, 1000
	case MegaYear:
		return Year, 1_000_000
	}
	return g, 1
}

// Add returns t moved by the amount, forward if sign is 1 and back if it is -1.
// If the calendar does not reach that far the result is First or Last.
func (d Amount) Add(t Instant, sign int) Instant {
	for _, q := range d.Parts {
		whole := math.Trunc(q.N)
		if math.Abs(whole)*float64(approximateSeconds(q.Unit)) > math.MaxInt64/4 {
			if sign < 0 {
				return First
			}
			return Last
		}
		t = t.Add(sign*int(whole), q.Unit)
		if part := q.N - whole; part != 0 {
			unit, per := finer(q.Unit)
			t = t.Add(sign*int(math.Round(part*per)), unit)
		}
	}
	return t
}

// approximateSeconds returns about how long a unit is.
func approximateSeconds(g Grain) int64 {
	return int64(Instant(0).Unit(g).End - Instant(0).Unit(g).Start)
}

// String implements Expr.
func (d Amount) String() string {
	parts := make([]string, len(d.Parts))
	for i, q := range d.Parts {
		parts[i] = fmt.Sprintf("%g %v", q.N, q.Unit)
		if d.Vague {
			parts[i] = "some " + q.Unit.String()
		}
	}
	return "Amount(" + strings.Join(parts, ", ") + ")"
}

// Resolve implements Expr. A duration has no place of its own.
func (d Amount) Resolve(Anchor) (Choice, Grain, error) { return nil, NoGrain, nil }

// Every is a repeated time: "every Tuesday", "twice a year". Either Of or By is
// set.
type Every struct {
	Of Expr   // what repeats: Calendar(weekday 2); nil if it is a period
	By Amount // how often
}

// String implements Expr.
func (e Every) String() string {
	if e.Of != nil {
		return fmt.Sprintf("Every(%v)", e.Of)
	}
	return fmt.Sprintf("Every(%v)", e.By)
}

// Resolve implements Expr. A set of times has no single place.
func (e Every) Resolve(Anchor) (Choice, Grain, error) { return nil, NoGrain, nil }

// Vaguely is a time that is only said to lie before, at or after the anchor:
// "recently", "now", "soon".
type Vaguely Tense

// String implements Expr.
func (v Vaguely) String() string { return fmt.Sprintf("Vaguely(%v)", Tense(v)) }

// Resolve implements Expr. Only the present has a place: that of the reference.
func (v Vaguely) Resolve(a Anchor) (Choice, Grain, error) {
	if Tense(v) != NoTense || a.Reference.IsZero() {
		return nil, NoGrain, nil
	}
	now := a.Reference
	now.Circa = true
	return One(now), max(now.Grain, Second), nil
}

var (
	_ Expr = Amount{}
	_ Expr = Every{}
	_ Expr = Vaguely(0)
)
