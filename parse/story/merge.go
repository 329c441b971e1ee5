package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/parse/when"
)

// Account is one telling of an event: a draft of an article.
type Account struct{ Article, Draft int }

// Combined is an event as one or several articles tell it.
type Combined struct {
	Draft               // of the account that is most exact and surest
	Best      Account   // the one that Draft is from
	Accounts  []Account // all of them, in order of article
	Conflicts []int     // indices of events that tell the same with another date
}

// Merge makes one event of each that several articles tell in much the same words
// with the same date, or with a coarser one that holds it. What one article tells
// twice stays apart, since the article means two things by it. Events that two
// articles tell alike but date differently stay apart and name each other as
// Conflicts, unless they are told again and again and so happen again and again.
// The time is linear in the number of drafts: each is compared with a bounded
// number of others that share rare words of the title.
func Merge(articles [][]Draft) []Combined {
	m := merger{buckets: map[wordPair][]int{}, common: map[string]int{}}
	for _, drafts := range articles {
		for _, d := range drafts {
			m.titles++
			for _, w := range titleWords(d.Title) {
				m.common[w]++
			}
		}
	}
	for a, drafts := range articles {
		for i := range drafts {
			m.add(drafts[i], Account{a, i})
		}
	}
	for i := range m.events {
		if len(m.events[i].Conflicts) > mostConflicts {
			m.forgive(i)
		}
	}
	return m.events
}

// wordPair names a bucket: two words of a title in alphabetical order.
type wordPair [2]string

type merger struct {
	events  []Combined
	words   [][]string // of each event's title, the rarest first
	buckets map[wordPair][]int
	common  map[string]int // how many titles have a word
	titles  int
}

// The bounds that keep merging linear.
const (
	bucketSize = 12 // events of a bucket that a draft is compared with
	rareWords  = 4  // of a title, by which it is found
)

// The shares of words, weighed by how rare they are, that two titles must have
// in common.
const (
	sameDay   = 0.55 // with the same day
	sameStory = 0.6  // with the same longer time
	sameWords = 0.8  // with another date
)

// mostConflicts is the most other dates that an event may have in other
// articles. With more it is something that recurs.
const mostConflicts = 2

// add merges d into an event that tells the same, or makes a new one of it.
func (m *merger) add(d Draft, from Account) {
	if len(d.When) == 0 {
		return
	}
	words := titleWords(d.Title)
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(m.common[a], m.common[b]), strings.Compare(a, b))
	})
	pairs := pairsOf(words[:min(len(words), rareWords)])
	best, score := -1, 0.0
	var conflicts []int
	for _, i := range m.near(pairs) {
		share := m.alike(words, m.words[i])
		switch e := &m.events[i]; {
		case e.Status != d.Status || e.tells(from.Article):
		case share >= enough(e.When.Hull(), d.When.Hull()):
			if share > score {
				best, score = i, share
			}
		case share >= sameWords && len(words) >= shortest && mayConflict(e.Draft, d):
			conflicts = append(conflicts, i)
		}
	}
	if best >= 0 {
		m.join(best, d, from)
		return
	}
	i := len(m.events)
	m.events = append(m.events, Combined{Draft: d, Best: from, Accounts: []Account{from}, Conflicts: conflicts})
	m.words = append(m.words, words)
	for _, j := range conflicts {
		m.events[j].Conflicts = append(m.events[j].Conflicts, i)
	}
	for _, p := range pairs {
		m.push(p, i)
	}
}

// pairsOf returns each pair of words.
func pairsOf(words []string) []wordPair {
	var pairs []wordPair
	for i, a := range words {
		for _, b := range words[:i] {
			pairs = append(pairs, wordPair{min(a, b), max(a, b)})
		}
	}
	return pairs
}

// near returns the events in the buckets of pairs, each once, oldest first.
func (m *merger) near(pairs []wordPair) []int {
	var all []int
	for _, p := range pairs {
		all = append(all, m.buckets[p]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// push adds an event to a bucket, which forgets the oldest when it is full.
func (m *merger) push(p wordPair, i int) {
	m.buckets[p] = append(m.buckets[p], i)
	if list := m.buckets[p]; len(list) > bucketSize {
		m.buckets[p] = slices.Clone(list[1:])
	}
}

// tells reports whether an account of e is from an article.
func (e *Combined) tells(article int) bool {
	return e.Accounts[len(e.Accounts)-1].Article == article
}

// join adds an account to event i and keeps the better draft of the two: the one
// with the more exact date, then the surer one, then the one that says more.
func (m *merger) join(i int, d Draft, from Account) {
	e := &m.events[i]
	e.Accounts = append(e.Accounts, from)
	importance := 1 - (1-e.Importance)*(1-d.Importance)
	if cmp.Or(
		cmp.Compare(e.When.Hull().Grain, d.When.Hull().Grain),
		cmp.Compare(d.Confidence, e.Confidence),
		cmp.Compare(len(d.Title), len(e.Title)),
	) > 0 {
		e.Draft, e.Best = d, from
	}
	e.Importance = importance
}

// forgive takes the conflicts of event i away, with it and with the others.
func (m *merger) forgive(i int) {
	for _, j := range m.events[i].Conflicts {
		m.events[j].Conflicts = slices.DeleteFunc(m.events[j].Conflicts, func(k int) bool { return k == i })
	}
	m.events[i].Conflicts = nil
}

// alike returns the share of words that two titles have in common, weighed by how
// rare they are: half of what both have against the shorter one, half against
// the longer. It is 0 if they share fewer than three, or two where a title has no
// more, or if each has a number of its own.
func (m *merger) alike(a, b []string) float64 {
	shared, n := 0.0, 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared += m.weight(w)
			n++
		}
	}
	if n < min(3, max(2, min(len(a), len(b)))) || hasOtherNumber(a, b) && hasOtherNumber(b, a) {
		return 0
	}
	x, y := m.weigh(a), m.weigh(b)
	return shared * (1/x + 1/y) / 2
}

// fewTitles is added to the number of titles, so that in a handful of them no word
// looks common.
const fewTitles = 50

// weight says how much a word tells stories apart.
func (m *merger) weight(w string) float64 {
	return math.Log(1 + float64(m.titles+fewTitles)/float64(m.common[w]))
}

func (m *merger) weigh(words []string) float64 {
	sum := 0.0
	for _, w := range words {
		sum += m.weight(w)
	}
	return sum
}

// hasOtherNumber reports whether a has a number that b lacks.
func hasOtherNumber(a, b []string) bool {
	for _, w := range a {
		if w[0] >= '0' && w[0] <= '9' && !slices.Contains(b, w) {
			return true
		}
	}
	return false
}

// never is a share that no two titles have in common.
const never = 2

// enough returns the share of words that two titles must have in common to tell
// the same event at the given times.
func enough(a, b when.Interval) float64 {
	switch same := a.Start == b.Start && a.End == b.End; {
	case same && a.Grain <= when.Day:
		return sameDay
	case same:
		return sameStory
	case isWithin(a, b) || isWithin(b, a):
		return sameWords
	}
	return never
}

// isWithin reports whether the longer time b, of a year at most, holds a.
func isWithin(a, b when.Interval) bool {
	return a.Grain < b.Grain && b.Grain <= when.Year && !a.Open() && !b.Open() && b.Start <= a.Start && a.End <= b.End
}

// closeBy is how many days apart the dates of one event may be for one of them to
// be a mistake for the other.
const closeBy = 31

// mayConflict reports whether two drafts that are told alike may be one event with
// two dates: both say a day on which it happened, and the days are apart but
// not far.
func mayConflict(a, b Draft) bool {
	x, y := a.When.Hull(), b.When.Hull()
	if a.Status != Happened || x.Grain != when.Day || y.Grain != when.Day || x.Open() || y.Open() || x.Overlaps(y) {
		return false
	}
	return x.Start.Add(-closeBy, when.Day) <= y.Start && y.Start <= x.Start.Add(closeBy, when.Day)
}

// stem is how many letters of a word count when titles are compared, so that
// "resigned" and "resigns" are the same.
const stem = 6

// titleWords returns the words of a title that tell stories apart, in lower case,
// shortened, each once.
func titleWords(title string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) < 4 && !unicode.IsDigit(rune(w[0])) {
			continue
		}
		if r := []rune(w); len(r) > stem {
			w = string(r[:stem])
		}
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}
