package when

import "fmt"

// Anniversary is the date N years before another one: what the "20th
// anniversary" kept in July 2021 looks back to.
type Anniversary struct {
	N  int
	Of Expr
}

// String implements Expr.
func (y Anniversary) String() string { return fmt.Sprintf("Anniversary(%d, %v)", y.N, y.Of) }

// Resolve implements Expr.
func (y Anniversary) Resolve(a Anchor) (Choice, Grain, error) {
	c, borrow, err := y.Of.Resolve(a)
	if err != nil || len(c) == 0 {
		return c, borrow, err
	}
	kept := c.Hull()
	return One(kept.Start.Add(-y.N, Year).Unit(kept.Grain)), max(borrow, Year), nil
}

// Age is how old somebody or something is. It places the birth, give or take a
// year.
type Age struct{ By Amount }

// String implements Expr.
func (g Age) String() string { return fmt.Sprintf("Age(%v)", g.By) }

// Resolve implements Expr. An age has no place as a date of its own.
func (g Age) Resolve(Anchor) (Choice, Grain, error) { return nil, NoGrain, nil }

// Birth returns the stretch in which somebody of that age was born, counted
// from a date at which the age is stated.
func (g Age) Birth(stated Interval) Interval {
	if stated.IsZero() || g.By.Vague {
		return Interval{}
	}
	unit := g.By.Finest()
	latest := g.By.Add(stated.Start, -1)
	return Interval{Start: latest.Add(-1, unit), End: latest.Unit(Day).End, Grain: unit, Circa: true}
}

var (
	_ Expr = Anniversary{}
	_ Expr = Age{}
)
