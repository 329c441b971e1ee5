// Package lang loads language files: the words and rules by which a language
// speaks of time.
//
// A file is TOML. Its word tables, numbers and rules are explained at the head
// of en.toml. Patterns are words, slots, options and alternatives but no
// repetition, so reading takes time in proportion to the text whatever a file
// says; meanings are written in the closed vocabulary of operators.go.
package lang

import (
	_ "embed"
	"sync"
)

// Language is a compiled language file. It does not change and may be shared.
type Language struct {
	Name string // as the file states it: "English"
	Code string // BCP 47 tag: "en"

	Tables  []Table
	Numbers []Number
	Groups  []Group
	Find    []int // the groups whose rules read expressions, by index
	// FindShort is Find with the groups that are read in short messages alone.
	FindShort []int

	lexicon  lexicon
	numerals numerals
	cues     tenseCues
	story    map[string][]string
	sets     [][]WordID
	source   source

	starts [2][]start // by Length and class
	filter filter

	tableByName  map[string]int // index plus one
	numberByName map[string]int
	groupByName  map[string]int
}

// Group is the rules of one name; a slot of that name reads the longest of what
// they read.
type Group struct {
	Name     string
	Rules    []*Rule
	Patterns []Pattern // of all rules, in order
	At       int       // the first of its words in what Language.Fit fills
}

// Words returns in how many words of bits the patterns of the group fit.
func (g *Group) Words() int { return (len(g.Patterns) + 63) / 64 }

// Rule is a compiled rule of a language file.
type Rule struct {
	Name  string // its group and first pattern: "calday: yesterday"
	Group int
	Nth   int // among the rules of the group
	Steps []Step
	Slots []string
	Order Order // the readers whom the rule is for
	Mean  Mean
	Yes   []string
	No    []string

	Patterns []int16 // the first step of each way to say it
	opening  opening
	openings []opening // by step
}

// Order is the order in which a reader writes the day and the month in figures.
type Order uint8

// The orders.
const (
	AnyOrder Order = iota
	MonthFirst
	DayFirst
)

// Pattern is one way to say a rule.
type Pattern struct {
	Rule  *Rule
	Start int16 // the first step
	Lead  int16 // the group that must be read first, -1 if none need be
}

// lead returns the group that a rule must read first from a step on, -1 if it
// may begin otherwise.
func (r *Rule) lead(at int16) int16 {
	for r.Steps[at].Code == Open {
		at = r.Steps[at].Next
	}
	if step := &r.Steps[at]; step.Code == IsRule {
		return int16(step.Ref)
	}
	return -1
}

// slot returns the number of the slot with the given name, adding it.
func (r *Rule) slot(name string) int8 {
	if at := r.find(name); at >= 0 {
		return at
	}
	r.Slots = append(r.Slots, name)
	return int8(len(r.Slots) - 1)
}

// find returns the number of a slot, -1 if the rule has none of that name.
func (r *Rule) find(name string) int8 {
	for i, s := range r.Slots {
		if s == name {
			return int8(i)
		}
	}
	return -1
}

// Words returns the list of the given name from the file's [story] tables, in
// the order of the file, or nil. Lists of subtables have dotted names.
func (l *Language) Words(name string) []string { return l.story[name] }

// Place returns where a rule stands in its file.
func (l *Language) Place(r *Rule) Place {
	return Place{Table: "rule." + l.Groups[r.Group].Name, Nth: r.Nth}
}

// Fault returns a fault in the file of l, at a key of a rule. The caret goes
// below word.
func (l *Language) Fault(r *Rule, key, word, text, hint string) Fault {
	at := l.Place(r)
	at.Key = key
	return l.source.fault(at, word, text, hint)
}

//go:embed en.toml
var english []byte

var loadEnglish = sync.OnceValues(func() (*Language, error) { return Load("en.toml", english) })

// English returns the embedded English file, compiled once.
func English() (*Language, error) { return loadEnglish() }
