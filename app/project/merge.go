package project

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"dateline/timeline"
)

// Diff tells how the events of an article differ from one reading to the next.
// The lists hold IDs.
type Diff struct {
	New     []string // told now, and not before
	Moved   []string // told at another time
	Changed []string // told at the same time, in other words
	Gone    []string // no longer told
}

// Empty reports that nothing differs.
func (d Diff) Empty() bool {
	return len(d.New)+len(d.Moved)+len(d.Changed)+len(d.Gone) == 0
}

// Reread replaces an article by a newer reading of it: after its file was
// edited, or with another date. Events are recognised by their evidence and
// keep their IDs, the reader's decisions and the reader's changes; see Merge.
func (p *Project) Reread(r Reading) (Diff, error) {
	a, fresh := r.Article, r.Events
	var diff Diff
	_, err := p.do(fmt.Sprintf("read “%s” again", a.Document.Name), func(e *edit) error {
		if old, err := e.get("article", a.ID); err != nil || !old.Valid {
			return cmp.Or(err, ErrUnknown)
		}
		old, err := e.eventsOf(a.ID)
		if err != nil {
			return err
		}
		var merged []Record
		merged, diff = Merge(old, fresh)
		kept := map[string]bool{}
		for _, r := range merged {
			kept[r.ID] = true
		}
		for _, id := range diff.New {
			if other, err := e.get("event", id); err != nil || other.Valid && !slices.ContainsFunc(old, func(r Record) bool { return r.ID == id }) {
				return cmp.Or(err, fmt.Errorf("event %q belongs to another article", id))
			}
		}
		for _, r := range old {
			if !kept[r.ID] {
				if err := e.put("event", r.ID, nil); err != nil {
					return err
				}
			}
		}
		return e.putArticle(a, merged)
	})
	return diff, err
}

// Merge brings the events of an article, as the project has them, together with
// those of a newer reading. Two of them are the same event if their evidence is
// the same sentence and the same date words; what is left over is matched by
// likeness of sentence, so that an edited sentence is not a new event.
//
// An event that is told again takes over what is told now, except for what the
// reader has changed. One that is not told any more stays, marked Gone, if the
// reader kept or changed it; a dismissed one stays dismissed in case it comes
// back; others are removed.
func Merge(old, fresh []Record) ([]Record, Diff) {
	var diff Diff
	taken := map[string]bool{}
	for _, r := range old {
		taken[r.ID] = true
	}
	partner := match(old, fresh)
	matched := make([]bool, len(old))
	var merged []Record
	for i, f := range fresh {
		if partner[i] < 0 {
			f.ID = freeID(f.ID, taken)
			diff.New = append(diff.New, f.ID)
			merged = append(merged, f)
			continue
		}
		o := old[partner[i]]
		matched[partner[i]] = true
		diff.compare(o, f.told())
		o = o.retold(f.told())
		o.Telling = f.Telling
		merged = append(merged, o)
	}
	for i, o := range old {
		if matched[i] {
			continue
		}
		if !o.Gone {
			diff.Gone = append(diff.Gone, o.ID)
		}
		if o.State != New || o.Draft != nil {
			o.Gone = true
			merged = append(merged, o)
		}
	}
	return merged, diff
}

// compare notes how an event is told now.
func (d *Diff) compare(o Record, now timeline.Event) {
	before := o.told()
	switch {
	case o.Gone:
		d.New = append(d.New, o.ID)
	case !slices.Equal(before.When, now.When):
		d.Moved = append(d.Moved, o.ID)
	case before.Title != now.Title || quote(before) != quote(now):
		d.Changed = append(d.Changed, o.ID)
	}
}

// told returns the event as the article told it.
func (r Record) told() timeline.Event {
	if r.Draft != nil {
		return *r.Draft
	}
	return r.Event
}

// retold returns the record after the article told the event as now: a merge of
// three versions, where the reader's change wins over the article's.
func (r Record) retold(now timeline.Event) Record {
	now.ID = r.ID
	before := r.told()
	mine := r.Event
	r.Gone = false
	r.Draft = nil
	r.Event = now
	for _, f := range editable {
		if !reflect.DeepEqual(f(&before), f(&mine)) {
			reflect.ValueOf(f(&r.Event)).Elem().Set(reflect.ValueOf(f(&mine)).Elem())
			r.Draft = &now
		}
	}
	return r
}

// editable are the fields that a reader changes.
var editable = []func(*timeline.Event) any{
	func(e *timeline.Event) any { return &e.Title },
	func(e *timeline.Event) any { return &e.When },
	func(e *timeline.Event) any { return &e.Status },
	func(e *timeline.Event) any { return &e.Inferred },
	func(e *timeline.Event) any { return &e.Confidence },
	func(e *timeline.Event) any { return &e.Importance },
	func(e *timeline.Event) any { return &e.Tags },
	func(e *timeline.Event) any { return &e.Note },
	func(e *timeline.Event) any { return &e.Color },
}

// freeID returns id, or one like it if it is taken, and takes it.
func freeID(id string, taken map[string]bool) string {
	free := id
	for n := 2; taken[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	taken[free] = true
	return free
}

// evidence is what an event is recognised by.
type evidence struct {
	sentence, words string
	inferred        bool
}

func evidenceOf(e timeline.Event) evidence {
	if len(e.Sources) == 0 {
		return evidence{sentence: e.Title}
	}
	return evidence{normal(quote(e)), normal(e.Sources[0].TimeWords), e.Inferred}
}

func quote(e timeline.Event) string {
	if len(e.Sources) == 0 {
		return ""
	}
	return e.Sources[0].Quote
}

// normal returns s without regard to case, punctuation and space.
func normal(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r)
	}), " ")
}

// match returns for each fresh event the index of the old one that it is, or -1.
// Equal evidence is matched in order, since a sentence may tell several events.
func match(old, fresh []Record) []int {
	byEvidence := map[evidence][]int{}
	for i, o := range old {
		k := evidenceOf(o.told())
		byEvidence[k] = append(byEvidence[k], i)
	}
	partner := make([]int, len(fresh))
	used := make([]bool, len(old))
	for i, f := range fresh {
		k := evidenceOf(f.Event)
		partner[i] = -1
		if same := byEvidence[k]; len(same) > 0 {
			partner[i], byEvidence[k] = same[0], same[1:]
			used[same[0]] = true
		}
	}
	for _, p := range likenesses(old, fresh, used, partner) {
		if partner[p.fresh] < 0 && !used[p.old] {
			partner[p.fresh], used[p.old] = p.old, true
		}
	}
	return partner
}

// pair is an old and a fresh event that may be the same.
type pair struct {
	old, fresh int
	likeness   float64
}

// leastLikeness is the share of words that two sentences must have in common to
// be versions of one; sentences with the same date words need less.
const (
	leastLikeness        = 0.6
	leastLikenessOfDated = 0.4
	manyAlike            = 64 // candidates beyond which a word is too common to lead to one
)

// likenesses returns the pairs of unmatched events that are alike, the likest
// first. Candidates are found by the words that they share, so that the work
// does not grow with the square of the events.
func likenesses(old, fresh []Record, used []bool, partner []int) []pair {
	byWord := map[string][]int{}
	oldWords := make([][]string, len(old))
	for i, o := range old {
		if used[i] {
			continue
		}
		oldWords[i] = wordsOf(o.told())
		for _, w := range oldWords[i] {
			byWord[w] = append(byWord[w], i)
		}
	}
	var pairs []pair
	for i, f := range fresh {
		if partner[i] >= 0 {
			continue
		}
		words := wordsOf(f.Event)
		shared := map[int]bool{}
		for _, w := range words {
			if found := byWord[w]; len(found) <= manyAlike {
				for _, o := range found {
					shared[o] = true
				}
			}
		}
		for o := range shared {
			least := leastLikeness
			if evidenceOf(old[o].told()).words == evidenceOf(f.Event).words {
				least = leastLikenessOfDated
			}
			if l := likeness(oldWords[o], words); l >= least {
				pairs = append(pairs, pair{o, i, l})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(a.fresh, b.fresh), cmp.Compare(a.old, b.old))
	})
	return pairs
}

// wordsOf returns the words of an event's sentence, each once, in order.
func wordsOf(e timeline.Event) []string {
	words := strings.Fields(evidenceOf(e).sentence)
	slices.Sort(words)
	return slices.Compact(words)
}

// likeness returns how much of two sorted sets of words is common to both: 0 to
// 1, after Dice.
func likeness(a, b []string) float64 {
	common, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			common++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
