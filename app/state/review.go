package state

import (
	"maps"
	"slices"
)

// Review is what the reader did about the events of an article. It is never
// changed in place.
type Review struct {
	IDs   []string        // of the article's Reading.Events, in the same order
	Edits map[string]Edit // by the event's ID; what is not in it is as the article tells it
}

// Decision says what becomes of an event.
type Decision uint8

// The decisions.
const (
	Undecided Decision = iota
	Kept
	Dismissed
)

// edited returns the article with another edit of an event.
func (a Article) edited(event string, e Edit) Article {
	edits := maps.Clone(a.Review.Edits)
	if edits == nil {
		edits = map[string]Edit{}
	}
	edits[event] = e
	a.Review = &Review{IDs: a.Review.IDs, Edits: edits}
	return a
}

// idsWithout returns the IDs of all events but those of the article at a place,
// or of all if no article stands there.
func (m Model) idsWithout(place int) map[string]bool {
	ids := map[string]bool{}
	for i, a := range m.Articles {
		if i == place {
			continue
		}
		for _, id := range a.Review.IDs {
			ids[id] = true
		}
	}
	return ids
}

// Rename gives an event another title.
type Rename struct{ Event, Title string }

func (r Rename) update(m Model) (Model, Effect) {
	e, o, ok := m.Event(r.Event)
	title := oneLine(r.Title)
	if !ok || title == "" || title == e.Title {
		return m, nil
	}
	a := m.Articles[o.Article]
	edit := a.Review.Edits[e.ID]
	edit.Title, edit.Decision = title, Kept
	after := a.edited(e.ID, edit)
	return m.do(Deed{
		Name:   Phrase{Words: "rename “{{.Name}}”", Name: e.Title},
		Change: Change{At: o.Article, Before: []Article{a}, After: []Article{after}},
	})
}

// Dismiss takes an event off the timeline; an empty Event stands for those that
// are picked, or else for the selected one. The next event is selected in its place.
type Dismiss struct{ Event string }

func (d Dismiss) update(m Model) (Model, Effect) {
	id := d.Event
	if id == "" && len(m.Picked) > 0 {
		return m.decide(Phrase{Words: "dismiss {{.Count}} events", Count: len(m.Picked)}, Dismissed)
	}
	if id == "" {
		id = m.Selected
	}
	e, o, ok := m.Event(id)
	if !ok {
		return m, nil
	}
	panel, selected := m.Panel, m.Selected
	m, effect := m.do(Deed{Name: Phrase{Words: "dismiss “{{.Name}}”", Name: e.Title}, Change: m.dismissing(e.ID)})
	if n := len(m.Timeline.Events); selected == e.ID && n > 0 {
		m.Panel = panel
		var move Effect
		m, move = m.choose(m.Timeline.Events[min(o.Place, n-1)].ID)
		effect = Effects{effect, move}
	}
	return m, effect
}

// dismissing returns the change that takes an event off the timeline: by the account
// that shows it, and by each that would show it in its place.
func (m Model) dismissing(event string) Change {
	_, o, _ := m.Event(event)
	from, to := o.Article, o.Article
	edits := map[int]Article{}
	for _, account := range m.accounts(event) {
		a, changed := edits[account.Article]
		if !changed {
			a = m.Articles[account.Article]
		}
		id := a.Review.IDs[account.Draft]
		if edit := a.Review.Edits[id]; id == event || edit.Decision == Kept {
			edit.Decision = Dismissed
			edits[account.Article] = a.edited(id, edit)
			from, to = min(from, account.Article), max(to, account.Article)
		}
	}
	before := slices.Clone(m.Articles[from : to+1])
	after := slices.Clone(before)
	for i, a := range edits {
		after[i-from] = a
	}
	return Change{At: from, Before: before, After: after}
}

// Accept keeps an event as it is and goes on to the next that waits for a
// decision; an empty Event stands for those that are picked, or else for the
// selected one.
type Accept struct{ Event string }

func (k Accept) update(m Model) (Model, Effect) {
	id := k.Event
	if id == "" && len(m.Picked) > 0 {
		return m.decide(Phrase{Words: "keep {{.Count}} events", Count: len(m.Picked)}, Kept)
	}
	if id == "" {
		id = m.Selected
	}
	e, o, ok := m.Event(id)
	if !ok {
		return m, nil
	}
	id = e.ID
	a, effect := m.Articles[o.Article], Effect(nil)
	if edit := a.Review.Edits[id]; edit.Decision != Kept {
		edit.Decision = Kept
		m, effect = m.do(Deed{
			Name:   Phrase{Words: "keep “{{.Name}}”", Name: e.Title},
			Change: Change{At: o.Article, Before: []Article{a}, After: []Article{a.edited(id, edit)}},
		})
	}
	m, move := NextUndecided{}.update(m)
	return m, Effects{effect, move}
}

// NextUndecided selects the next event in time that waits for a decision, after
// the last the first. It does nothing if none waits.
type NextUndecided struct{}

func (NextUndecided) update(m Model) (Model, Effect) {
	n, from := len(m.Timeline.Events), -1
	if _, o, ok := m.Event(m.Selected); ok {
		from = o.Place
	}
	for i := 1; i <= n; i++ {
		id := m.Timeline.Events[(from+i)%n].ID
		if id != m.Selected && m.Decision(id) == Undecided {
			return m.choose(id)
		}
	}
	return m, nil
}

// Decision returns what the reader decided about an event on the timeline.
func (m Model) Decision(event string) Decision {
	e, o, ok := m.Event(event)
	if !ok {
		return Undecided
	}
	return m.Articles[o.Article].Review.Edits[e.ID].Decision
}

// DecidedWords returns what the reader decided about the events that the date words
// of the article date, by the index of the mention. Where these differ, words are
// kept rather than new, and new rather than dismissed.
func (a Article) DecidedWords() []Decision {
	decided := make([]Decision, len(a.Reading.Mentions))
	seen := make([]bool, len(decided))
	for i, draft := range a.Reading.Events {
		at := draft.Mention
		if at < 0 || at >= len(decided) || len(draft.When) == 0 {
			continue
		}
		if d := a.decision(i); !seen[at] || d == Kept || decided[at] == Dismissed {
			decided[at], seen[at] = d, true
		}
	}
	return decided
}

// Restore puts a dismissed event back on the timeline and selects it.
type Restore struct{ Event string }

func (r Restore) update(m Model) (Model, Effect) {
	for i, a := range m.Articles {
		edit := a.Review.Edits[r.Event]
		if edit.Decision != Dismissed {
			continue
		}
		edit.Decision = Kept
		m, effect := m.do(Deed{
			Name:   Phrase{Words: "restore “{{.Name}}”", Name: a.titleOf(r.Event)},
			Change: Change{At: i, Before: []Article{a}, After: []Article{a.edited(r.Event, edit)}},
		})
		if _, _, ok := m.Event(r.Event); !ok {
			return m, effect
		}
		m, move := m.choose(r.Event)
		return m, Effects{effect, move}
	}
	return m, nil
}

// titleOf returns the title of an event of the article, dismissed or not.
func (a Article) titleOf(event string) string {
	for i, id := range a.Review.IDs {
		if id == event {
			return a.event(i).Title
		}
	}
	return ""
}

// Named is an event that is not on the timeline.
type Named struct{ ID, Title string }

// Dismissed returns what the reader dismissed, article by article in order of
// place.
func (m Model) Dismissed() []Named {
	var all []Named
	for _, a := range m.Articles {
		if len(a.Review.Edits) == 0 {
			continue
		}
		for i, id := range a.Review.IDs {
			if a.Review.Edits[id].Decision == Dismissed {
				all = append(all, Named{id, a.event(i).Title})
			}
		}
	}
	return all
}
