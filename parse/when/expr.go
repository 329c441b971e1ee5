package when

// Anchor is what an Expr may count from.
type Anchor struct {
	Reference Interval // the date that "ago", "last" and "next" count from
	Tense     Tense    // which way the clause around the words looks
}

// Tense is the direction in which a clause looks from its anchor.
type Tense int8

// The tenses. NoTense leaves the choice to the closest.
const (
	Past    Tense = -1
	NoTense Tense = 0
	Future  Tense = +1
)

// Expr is the meaning of temporal words before it is placed: Last(Friday),
// Nth(20, Anniversary). It is a value and may be resolved any number of times.
type Expr interface {
	// Resolve places the expression. The Grain is the finest unit that was
	// borrowed from the anchor, NoGrain if the words stand on their own.
	Resolve(Anchor) (Choice, Grain, error)
	// String writes the expression as its constructor call.
	String() string
}
