package when

import "fmt"

// Base says which date an expression counts from.
type Base uint8

// The bases.
const (
	FromReference Base = iota // "last", "ago", "next": the anchor's reference
	FromMentioned             // "later", "the same", "the following": the date told last
)

var baseNames = [...]string{"reference", "mentioned"}

// String returns "reference" or "mentioned".
func (b Base) String() string { return baseNames[b] }

// of returns the interval of the anchor that b names; ok is false if the
// anchor lacks it.
func (b Base) of(a Anchor) (iv Interval, ok bool) {
	iv = a.Reference
	if b == FromMentioned || a.Story {
		iv = a.Told()
	}
	return iv, !iv.IsZero()
}

// Current is a unit counted from the one that holds the anchor: Current(-1,
// Week) is last week, Current(0, Month) this month, Current(1, Day) tomorrow.
type Current struct {
	N    int
	Unit Grain
	Base Base
}

// String implements Expr.
func (c Current) String() string { return fmt.Sprintf("Current(%+d, %v, %v)", c.N, c.Unit, c.Base) }

// Resolve implements Expr.
func (c Current) Resolve(a Anchor) (Choice, Grain, error) {
	ref, ok := c.Base.of(a)
	if !ok {
		return nil, NoGrain, ErrUnanchored
	}
	return One(ref.Start.Floor(c.Unit).Add(c.N, c.Unit).Unit(c.Unit)), c.Unit, nil
}

// Moment is the anchor itself, at the grain at which it is known.
type Moment struct{ Base Base }

// String implements Expr.
func (m Moment) String() string { return fmt.Sprintf("Moment(%v)", m.Base) }

// Resolve implements Expr.
func (m Moment) Resolve(a Anchor) (Choice, Grain, error) {
	ref, ok := m.Base.of(a)
	if !ok {
		return nil, NoGrain, ErrUnanchored
	}
	return One(ref), max(ref.Grain, Second), nil
}

// Shift is the date that lies an amount of time away from another: "three weeks
// ago", "two days after the vote". Sign is -1 for before and +1 for after. The
// result has the grain of the amount's finest unit, or that of the anchor if it
// is coarser.
type Shift struct {
	Sign int
	By   Amount
	From Expr
}

// String implements Expr.
func (s Shift) String() string { return fmt.Sprintf("Shift(%+d, %v, %v)", s.Sign, s.By, s.From) }

// Resolve implements Expr.
func (s Shift) Resolve(a Anchor) (Choice, Grain, error) {
	from, borrow, err := s.From.Resolve(a)
	if err != nil {
		return nil, borrow, err
	}
	if s.By.Vague || len(from) == 0 {
		return nil, borrow, nil
	}
	base := from.Hull()
	grain := s.grain(base)
	at := s.By.Add(base.Start, s.Sign)
	if at == First || at == Last {
		return nil, borrow, ErrNoSuchDate
	}
	iv := at.Unit(grain)
	if grain == Week { // a week is counted to about the same day
		iv = at.Unit(Day)
		iv.Circa = true
	}
	return One(iv), max(borrow, grain), nil
}

// grain returns how exactly the shifted date is known. "Two years after May 5"
// keeps the day; "two years ago" is a year.
func (s Shift) grain(base Interval) Grain {
	finest := s.By.Finest()
	if finest < Day {
		return max(min(finest, base.Grain), Second)
	}
	if _, vague := s.From.(Moment); vague {
		return finest
	}
	if base.Grain < finest && finest >= Day {
		return max(base.Grain, Day)
	}
	return finest
}

// Within is an amount of time after which something happens or in which it has
// happened: "in two weeks". The tense of the clause tells which.
type Within struct{ By Amount }

// String implements Expr.
func (w Within) String() string { return fmt.Sprintf("Within(%v)", w.By) }

// Settle returns what the words mean in a clause of the given tense: a date
// ahead, or in the past and present a duration.
func (w Within) Settle(t Tense, known bool) Expr {
	if known && t != Future {
		return w.By
	}
	return Shift{Sign: +1, By: w.By, From: Moment{Base: FromReference}}
}

// Resolve implements Expr by looking ahead.
func (w Within) Resolve(a Anchor) (Choice, Grain, error) {
	return w.Settle(Future, true).Resolve(a)
}

// Stretch is an amount of time that ends or begins at the anchor: "the past
// three weeks", "the next two days". Direction is Past or Future.
type Stretch struct {
	Direction Tense
	By        Amount
	Base      Base
}

// String implements Expr.
func (s Stretch) String() string { return fmt.Sprintf("Stretch(%v, %v)", s.Direction, s.By) }

// Resolve implements Expr.
func (s Stretch) Resolve(a Anchor) (Choice, Grain, error) {
	ref, ok := s.Base.of(a)
	if !ok {
		return nil, NoGrain, ErrUnanchored
	}
	if s.By.Vague {
		return nil, NoGrain, nil
	}
	iv := Interval{Start: ref.Start, End: ref.End, Grain: s.By.Finest(), Throughout: true}
	if s.Direction == Past {
		iv.End = ref.Start
		iv.Start = s.By.Add(ref.Start, -1)
	} else {
		iv.Start = ref.Start
		iv.End = s.By.Add(ref.Start, +1)
	}
	if iv.Start == First || iv.End == Last || iv.Start >= iv.End {
		return nil, iv.Grain, ErrNoSuchDate
	}
	return One(iv), iv.Grain, nil
}

var (
	_ Expr = Current{}
	_ Expr = Moment{}
	_ Expr = Shift{}
	_ Expr = Stretch{}
	_ Expr = Within{}
)
