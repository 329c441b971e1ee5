package state

import (
	"strconv"
	"strings"
)

// Phrase is words for the reader: English, with what they speak of kept apart, so
// that the window can say the same in another language. Phrases are compared
// with ==.
type Phrase struct {
	Words string // with {{.Name}} and {{.Count}} where these go; empty for the Name alone
	Name  string
	Count int // what the words are the plural of; 0 if they count nothing
}

// verbatim returns a phrase of words that are taken as they are.
func verbatim(words string) Phrase { return Phrase{Name: words} }

// IsZero reports whether p says nothing.
func (p Phrase) IsZero() bool { return p == Phrase{} }

// String returns the phrase in English.
func (p Phrase) String() string {
	if p.Words == "" {
		return p.Name
	}
	return strings.NewReplacer("{{.Name}}", p.Name, "{{.Count}}", strconv.Itoa(p.Count)).Replace(p.Words)
}
