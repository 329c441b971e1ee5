package state

import (
	"slices"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/timeline"
)

// telling is what articles tell together: their events, those that several tell
// as one. It depends on the readings alone, not on what the reader does.
type telling struct {
	readings []*parse.Reading
	events   []story.Combined
}

// of returns what the articles tell, which is t unless one was read anew.
func (t telling) of(articles []Article) telling {
	readings := make([]*parse.Reading, len(articles))
	drafts := make([][]story.Draft, len(articles))
	for i, a := range articles {
		readings[i], drafts[i] = a.Reading, a.Reading.Events
	}
	if slices.Equal(readings, t.readings) {
		return t
	}
	return telling{readings, story.Merge(drafts)}
}

// lead returns the account by which an event is shown, whose ID it has: what the
// reader kept, else what the reader dismissed or changed, else the best.
func lead(articles []Article, c story.Combined) story.Account {
	best, decided := c.Best, Undecided
	for _, account := range c.Accounts {
		switch d := articles[account.Article].decision(account.Draft); {
		case d == Kept:
			return account
		case d == Dismissed && decided == Undecided:
			best, decided = account, d
		}
	}
	return best
}

// decision returns what the reader decided about event i of the article.
func (a Article) decision(i int) Decision { return a.Review.Edits[a.Review.IDs[i]].Decision }

// shown returns a combined event with the reader's changes, and with the sources of
// all accounts. It is false for one that does not pass the sieve.
func shown(articles []Article, c story.Combined, s sieve) (timeline.Event, bool) {
	first := lead(articles, c)
	a := articles[first.Article]
	if !s.wants(a, first.Draft) {
		return timeline.Event{}, false
	}
	e := a.event(first.Draft)
	if len(c.Accounts) == 1 {
		return e, s.passes(&e)
	}
	if a.Review.Edits[e.ID].Importance == 0 {
		e.Importance = c.Importance
	}
	for _, account := range c.Accounts {
		if account != first {
			e.Sources = append(e.Sources, articles[account.Article].Told(account.Draft).Sources...)
		}
	}
	return e, s.passes(&e)
}

// conflicts gives the events that tell the same with different dates each other's,
// unless the reader has settled it. places are those of the combined events among
// events, -1 for none.
func conflicts(combined []story.Combined, events []timeline.Event, places []int) {
	for i, c := range combined {
		if places[i] < 0 {
			continue
		}
		e := &events[places[i]]
		for _, j := range c.Conflicts {
			if places[j] < 0 {
				continue
			}
			other := events[places[j]]
			if len(other.Sources) > 0 && !e.When.Hull().Overlaps(other.When.Hull()) {
				e.Conflicts = append(e.Conflicts, timeline.Conflict{Event: other.ID, When: other.When, Source: other.Sources[0]})
			}
		}
		if e.Confidence < 1 { // as all dates are but those that the reader gave
			e.Confidence /= float64(1 + len(e.Conflicts))
		}
	}
}

// accounts returns where the event of the given ID is told, and what the event is
// named.
func (m Model) accounts(event string) []story.Account {
	o, ok := m.origins[event]
	if !ok {
		return nil
	}
	return m.telling.events[o.telling].Accounts
}
