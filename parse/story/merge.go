package story

import (
	"cmp"
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
	Article   int       // the article that Draft is from
	Accounts  []Account // all of them, in order of article and place
	Conflicts []int     // indices of events that tell the same with another date
}

// Merge makes one event of each that several articles, or one article in several
// places, tell with the same date. Events that are told alike but dated
// differently stay apart and name each other as Conflicts. The time is linear in
// the number of drafts: each is compared with a bounded number of others that
// share a word of the title and the date.
func Merge(articles [][]Draft) []Combined {
	m := merger{byDay: map[wordKey][]int{}, byPair: map[wordKey][]int{}, common: map[string]int{}}
	for _, drafts := range articles {
		for _, d := range drafts {
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
	return m.events
}

// wordKey names a bucket: a word of a title, or two, with a date or without.
type wordKey struct {
	word string
	date string
}

type merger struct {
	events []Combined
	words  [][]string // of each event's title
	byDay  map[wordKey][]int
	byPair map[wordKey][]int
	common map[string]int // how many titles have a word
}

// bucketSize is how many events of a bucket a draft is compared with.
const bucketSize = 8

// add merges d into an event that tells the same, or makes a new one of it.
func (m *merger) add(d Draft, from Account) {
	words := titleWords(d.Title)
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(m.common[a], m.common[b]), strings.Compare(a, b))
	})
	date := d.When.EDTF()
	rare := words[:min(len(words), 4)]
	for _, w := range rare {
		for _, i := range m.byDay[wordKey{w, date}] {
			if alike(words, m.words[i]) >= sameStory {
				m.join(i, d, from)
				return
			}
		}
	}
	i := len(m.events)
	m.events = append(m.events, Combined{Draft: d, Article: from.Article, Accounts: []Account{from}})
	m.words = append(m.words, words)
	for _, w := range rare {
		push(m.byDay, wordKey{w, date}, i)
	}
	if len(words) > 1 {
		m.flag(i, words)
	}
}

// push adds an event to a bucket, which forgets the oldest when it is full.
func push(buckets map[wordKey][]int, key wordKey, i int) {
	list := buckets[key]
	list = append(list, i)
	if len(list) > bucketSize {
		list = slices.Clone(list[1:])
	}
	buckets[key] = list
}

// join adds an account to event i and keeps the better draft of the two.
func (m *merger) join(i int, d Draft, from Account) {
	e := &m.events[i]
	e.Accounts = append(e.Accounts, from)
	importance := 1 - (1-e.Importance)*(1-d.Importance)
	if d.Confidence > e.Confidence || d.Confidence == e.Confidence && len(d.Title) > len(e.Title) {
		e.Draft, e.Article = d, from.Article
	}
	e.Importance = importance
}

// flag notes the conflicts of event i with others told alike.
func (m *merger) flag(i int, words []string) {
	key := wordKey{word: min(words[0], words[1]) + " " + max(words[0], words[1])}
	for _, j := range m.byPair[key] {
		if alike(words, m.words[j]) >= sameWords && near(m.events[i].When.Hull(), m.events[j].When.Hull()) {
			m.events[i].Conflicts = append(m.events[i].Conflicts, j)
			m.events[j].Conflicts = append(m.events[j].Conflicts, i)
		}
	}
	push(m.byPair, key, i)
}

// The shares of words that two titles must have in common.
const (
	sameStory = 0.5 // with the same date
	sameWords = 0.8 // with another date
)

// alike returns the share of words that two titles have in common, of the
// shorter one; 0 if it is only one word, or if each has a number of its own.
func alike(a, b []string) float64 {
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	if shared < 2 || hasOtherNumber(a, b) && hasOtherNumber(b, a) {
		return 0
	}
	return float64(shared) / float64(min(len(a), len(b)))
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

// near reports whether two dates are apart but not by more than a year, so that
// one may be a mistake for the other.
func near(a, b when.Interval) bool {
	if a.Overlaps(b) || a.Open() || b.Open() {
		return false
	}
	return a.Start.Add(-1, when.Year) <= b.Start && b.Start <= a.Start.Add(1, when.Year)
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
