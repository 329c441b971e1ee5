package when

import "fmt"

// Range is the time from the start of one expression to the end of another.
// With Throughout it is filled ("from 1914 to 1918"), otherwise something falls
// inside it ("between 1914 and 1918"). Each side may borrow what it lacks from
// the other.
type Range struct {
	From, To   Expr
	Throughout bool
}

// String implements Expr.
func (r Range) String() string { return fmt.Sprintf("Range(%v, %v)", r.From, r.To) }

// Resolve implements Expr.
func (r Range) Resolve(a Anchor) (Choice, Grain, error) {
	sides, borrow, err := r.Sides(a)
	if err != nil {
		return nil, borrow, err
	}
	from, to := sides[0], sides[1]
	if len(from) == 0 || len(to) == 0 {
		return nil, borrow, nil
	}
	iv := Interval{
		Start: from[0].Start, End: to[len(to)-1].End,
		Grain: min(from[0].Grain, to[0].Grain), Throughout: r.Throughout,
		Circa: from[0].Circa || to[0].Circa,
	}
	if _, overnight := r.To.(Clock); overnight && iv.Start >= iv.End {
		iv.End = iv.End.Add(1, Day)
	}
	if iv.Start >= iv.End {
		return nil, borrow, ErrNoSuchDate
	}
	return One(iv), borrow, nil
}

// Sides places the two ends of the range.
func (r Range) Sides(a Anchor) ([]Choice, Grain, error) {
	if knowsYear(r.To) && !knowsYear(r.From) {
		to, borrow, err := r.To.Resolve(a)
		if err != nil || len(to) == 0 {
			return []Choice{nil, to}, borrow, err
		}
		from, b, err := r.From.Resolve(Anchor{Reference: to[0], Tense: Past})
		return []Choice{from, to}, max(borrow, b), err
	}
	from, borrow, err := r.From.Resolve(a)
	if err != nil || len(from) == 0 {
		return []Choice{from, nil}, borrow, err
	}
	next := a
	if borrows(r.To) && !onlyWeekday(r.To, r.From) {
		next = Anchor{Reference: from[0], Tense: Future}
	}
	to, b, err := r.To.Resolve(next)
	return []Choice{from, to}, max(borrow, b), err
}

// onlyWeekday reports whether to is a day of the week and from is not, as in
// "from September 14 to Thursday".
func onlyWeekday(to, from Expr) bool {
	t, ok := to.(Calendar)
	if !ok || t.Month > 0 || t.Day > 0 || t.Weekday == 0 {
		return false
	}
	f, ok := from.(Calendar)
	return ok && f.Month > 0
}

// knowsYear reports whether an expression names its year.
func knowsYear(e Expr) bool {
	switch e := e.(type) {
	case Calendar:
		return e.HasYear && !e.Short
	case Years:
		return !e.Short
	case Part:
		return knowsYear(e.Of)
	case Nth:
		return knowsYear(e.Of)
	case Clock:
		return e.Day != nil && knowsYear(e.Day)
	case PartOfDayOf:
		return e.Day != nil && knowsYear(e.Day)
	case About:
		return knowsYear(e.Of)
	}
	return false
}

// borrows reports whether an expression takes a missing field from the date
// before it, as calendar dates do and "now" does not.
func borrows(e Expr) bool {
	switch e := e.(type) {
	case Calendar, Clock, PartOfDayOf:
		return true
	case Part:
		return borrows(e.Of)
	case About:
		return borrows(e.Of)
	}
	return false
}

// Open is the time on one side of an expression: since, after, until, before.
type Open struct {
	Side Side
	Of   Expr
}

// Side says which side of a date is meant and whether the date belongs to it.
type Side uint8

// The sides.
const (
	Before Side = iota + 1
	Until       // up to and including
	Since       // from and including
	After
)

var sideMods = [...]string{Before: "BEFORE", Until: "ON_OR_BEFORE", Since: "ON_OR_AFTER", After: "AFTER"}

// String implements Expr.
func (o Open) String() string { return fmt.Sprintf("Open(%s, %v)", sideMods[o.Side], o.Of) }

// Resolve implements Expr.
func (o Open) Resolve(a Anchor) (Choice, Grain, error) {
	c, borrow, err := o.Of.Resolve(a)
	if err != nil || len(c) == 0 {
		return c, borrow, err
	}
	of := c.Hull()
	iv := Interval{Start: First, End: Last, Grain: of.Grain, Circa: of.Circa}
	switch o.Side {
	case Before:
		iv.End = of.Start
	case Until:
		iv.End, iv.Throughout = of.End, true
	case Since:
		iv.Start, iv.Throughout = of.Start, true
	case After:
		iv.Start = of.End
	}
	return One(iv), borrow, nil
}

// Either is one of several alternatives: "March 19 or 22, 2021".
type Either []Expr

// String implements Expr.
func (e Either) String() string { return fmt.Sprintf("Either%v", []Expr(e)) }

// Resolve implements Expr.
func (e Either) Resolve(a Anchor) (Choice, Grain, error) {
	sides, borrow, err := e.Sides(a)
	var all Choice
	for _, c := range sides {
		all = append(all, c...)
	}
	return all, borrow, err
}

// Sides places each alternative. The last one lends its year to the others.
func (e Either) Sides(a Anchor) ([]Choice, Grain, error) {
	sides := make([]Choice, len(e))
	borrow := NoGrain
	for i := len(e) - 1; i >= 0; i-- {
		c, b, err := e[i].Resolve(a)
		if err != nil {
			return sides, b, err
		}
		sides[i] = c
		borrow = max(borrow, b)
		if i == len(e)-1 && knowsYear(e[i]) && len(c) > 0 {
			a = Anchor{Reference: c[0]}
		}
	}
	return sides, borrow, nil
}

var (
	_ Expr = Range{}
	_ Expr = Open{}
	_ Expr = Either{}
)
