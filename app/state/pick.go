package state

import (
	"maps"
	"slices"
	"strings"

	"dateline/parse/story"
	"dateline/timeline"
)

// Pick adds an event to those that are changed together, or takes it out of them.
// An empty Event stands for the selected one.
type Pick struct{ Event string }

func (p Pick) update(m Model) (Model, Effect) {
	if p.Event == "" {
		p.Event = m.Selected
	}
	if _, _, ok := m.Event(p.Event); !ok {
		return m, nil
	}
	picked := maps.Clone(m.Picked)
	if picked == nil {
		picked = map[string]bool{}
	}
	if picked[p.Event] {
		delete(picked, p.Event)
	} else {
		picked[p.Event] = true
	}
	m.Picked = picked
	return m, nil
}

// PickTo picks the rows of the table from the selected event to another one, which
// is selected.
type PickTo struct{ Event string }

func (p PickTo) update(m Model) (Model, Effect) {
	from, to := m.RowOf(m.Selected), m.RowOf(p.Event)
	if to < 0 {
		return m, nil
	}
	if from < 0 {
		from = to
	}
	picked := maps.Clone(m.Picked)
	if picked == nil {
		picked = map[string]bool{}
	}
	for i := min(from, to); i <= max(from, to); i++ {
		picked[m.Row(i).ID] = true
	}
	m.Picked = picked
	return m.choose(p.Event)
}

// PickAll picks all events that are shown or, if they are picked, none.
type PickAll struct{}

func (PickAll) update(m Model) (Model, Effect) {
	all := map[string]bool{}
	for _, e := range m.Timeline.Events {
		all[e.ID] = true
	}
	if len(m.Picked) == len(all) {
		all = nil
	}
	m.Picked = all
	return m, nil
}

// picks returns the picked events in order of time, or the selected one if none is
// picked.
func (m Model) picks() []timeline.Event {
	var events []timeline.Event
	if len(m.Picked) == 0 {
		if e, _, ok := m.Event(m.Selected); ok {
			events = append(events, e)
		}
		return events
	}
	for _, e := range m.Timeline.Events {
		if m.Picked[e.ID] {
			events = append(events, e)
		}
	}
	return events
}

// stillPicked returns the picked events without those that are no longer shown.
func (m Model) stillPicked() map[string]bool {
	gone := func(id string, _ bool) bool { _, ok := m.origins[id]; return !ok }
	for id := range m.Picked {
		if gone(id, true) {
			kept := maps.Clone(m.Picked)
			maps.DeleteFunc(kept, gone)
			return kept
		}
	}
	return m.Picked
}

// changeAll changes the edits of events as one step.
func (m Model) changeAll(name Phrase, events []timeline.Event, change func(timeline.Event, Edit) Edit) (Model, Effect) {
	first, last := len(m.Articles), -1
	changed := map[int]map[string]Edit{}
	for _, e := range events {
		for _, account := range m.accounts(e.ID) {
			i := account.Article
			id, after, ok := m.changeAccount(account, e, change)
			if !ok {
				continue
			}
			if changed[i] == nil {
				changed[i] = map[string]Edit{}
			}
			changed[i][id] = after
			first, last = min(first, i), max(last, i)
		}
	}
	if last < 0 {
		return m, nil
	}
	before := m.Articles[first : last+1 : last+1]
	after := slices.Clone(before)
	for i, edits := range changed {
		after[i-first] = m.Articles[i].withEdits(edits)
	}
	return m.do(Deed{Name: name, Change: Change{At: first, Before: before, After: after}})
}

// changeAccount returns the edit of one account of an event, changed together with
// the event; ok is false if it stays as it is.
func (m Model) changeAccount(account story.Account, e timeline.Event, change func(timeline.Event, Edit) Edit) (id string, after Edit, ok bool) {
	a := m.Articles[account.Article]
	id = a.Review.IDs[account.Draft]
	before := a.Review.Edits[id]
	after = before
	switch {
	case id == e.ID:
		after = change(e, before)
	case before.Decision == Kept: // it would be shown in place of one that is dismissed
		after.Decision = change(e, before).Decision
	}
	return id, after, !after.Equal(before)
}

// withEdits returns the article with other edits of some events.
func (a Article) withEdits(edits map[string]Edit) Article {
	all := maps.Clone(a.Review.Edits)
	if all == nil {
		all = map[string]Edit{}
	}
	maps.Copy(all, edits)
	a.Review = &Review{IDs: a.Review.IDs, Edits: all}
	return a
}

// decide gives all picked events a decision.
func (m Model) decide(name Phrase, d Decision) (Model, Effect) {
	return m.changeAll(name, m.picks(), func(_ timeline.Event, e Edit) Edit {
		e.Decision = d
		return e
	})
}

// Paint gives the picked events a colour, "#rrggbb", or that of the theme if it is
// empty.
type Paint struct{ Color string }

func (p Paint) update(m Model) (Model, Effect) {
	events := m.picks()
	return m.changeAll(Phrase{Words: "colour {{.Count}} events", Count: len(events)}, events, func(_ timeline.Event, e Edit) Edit {
		e.Color, e.Decision = p.Color, Kept
		return e
	})
}

// Merge makes one event of the picked ones: the selected one, or else the first,
// gets the tags of the others and a note of their titles, and they are dismissed.
type Merge struct{}

func (Merge) update(m Model) (Model, Effect) {
	events := m.picks()
	if len(events) < 2 {
		return m.notice(Phrase{Words: "Pick two or more events to merge, with Space in the table."}), nil
	}
	at := max(slices.IndexFunc(events, func(e timeline.Event) bool { return e.ID == m.Selected }), 0)
	kept := events[at]
	note, allTags := []string{}, slices.Clone(kept.Tags)
	if kept.Note != "" {
		note = append(note, kept.Note)
	}
	for _, e := range slices.Delete(slices.Clone(events), at, at+1) {
		note = append(note, strings.TrimSpace(e.Title+"\n"+e.Note))
		for _, tag := range e.Tags {
			if !slices.Contains(allTags, tag) {
				allTags = append(allTags, tag)
			}
		}
	}
	m, effect := m.changeAll(Phrase{Words: "merge {{.Count}} events", Count: len(events)}, events, func(e timeline.Event, edit Edit) Edit {
		if e.ID != kept.ID {
			edit.Decision = Dismissed
			return edit
		}
		edit.Decision, edit.Note, edit.Tags = Kept, strings.Join(note, "\n"), allTags
		return edit
	})
	m.Picked = nil
	m, move := m.choose(kept.ID)
	return m, Effects{effect, move}
}
