package timex

import (
	"strings"

	"dateline/parse/text"
	"dateline/parse/when"
)

// Mark is an expression as TIMEX3 annotates it. Where the product reads a range
// or a list of alternatives as one expression, TIMEX3 marks each of its parts.
type Mark struct {
	text.Span
	Type       Type
	Value, Mod string
}

// Marks returns the TIMEX3 annotation of what Find has found and Resolve has
// placed, in order of place.
func Marks(found []Timex, placed []Placement) []Mark {
	marks := make([]Mark, 0, len(found))
	for i := range found {
		t, at := &found[i], &placed[i]
		if !t.marked() {
			continue
		}
		if len(t.Parts) == 0 || len(at.Parts) != len(t.Parts) {
			marks = append(marks, Mark{t.Span, t.Type, at.Value, at.Mod})
			continue
		}
		for j, part := range t.Parts {
			marks = append(marks, Mark{part.Span, part.Type, at.Parts[j].Value, at.Parts[j].Mod})
		}
	}
	return marks
}

// ahead starts the names of the rules for words that look ahead, but from the
// date told last where the tense is past: "soon".
const ahead = "ahead:"

// marked reports whether TIMEX3 annotates an expression. It leaves out what is
// worked out rather than said, such as anniversaries and years of birth, and the
// "soon" of what has happened, which is no future.
func (t *Timex) marked() bool {
	switch t.Expr.(type) {
	case when.Anniversary, when.Age:
		return false
	}
	return t.Tense != when.Past || !strings.HasPrefix(t.Rule, ahead)
}
