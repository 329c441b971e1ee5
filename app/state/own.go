package state

import (
	"fmt"
	"hash/fnv"
	"slices"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// ownID is the ID of the Article that holds the events which the reader added.
const ownID = "own"

// Own reports whether the article is none that was read, but holds what the
// reader added by hand.
func (a Article) Own() bool { return a.ID == ownID }

// OwnArticle returns an article that holds what the reader added by hand.
func OwnArticle(events []story.Draft, review *Review) Article {
	return Article{
		ID:      ownID,
		Reading: &parse.Reading{Document: &text.Document{}, Events: events},
		Review:  review,
	}
}

// Texts returns the articles that were read, without what the reader added.
func (m Model) Texts() []Article {
	if m.articleAt(ownID) < 0 {
		return m.Articles
	}
	return slices.DeleteFunc(slices.Clone(m.Articles), Article.Own)
}

// unitWidth is the least width in pixels of the unit of the calendar that a place
// on the timeline stands for.
const unitWidth = 6

// placed are the units that a place on the timeline can stand for, and their
// lengths in seconds, about.
var placed = []struct {
	grain   when.Grain
	seconds float64
}{
	{when.Minute, 60},
	{when.Hour, 3600},
	{when.Day, 86400},
	{when.Month, 30 * 86400},
	{when.Year, 365 * 86400},
	{when.Decade, 3652 * 86400},
	{when.Century, 36524 * 86400},
	{when.Millennium, 365242 * 86400},
}

// grainAt returns the unit that a place stands for at so many seconds a pixel.
func grainAt(perPixel float64) when.Grain {
	for _, p := range placed {
		if p.seconds >= unitWidth*perPixel {
			return p.grain
		}
	}
	return when.Millennium
}

// AddEvent opens the form for an event of the reader's own. The date is that at X
// pixels from the left edge of the timeline; if X is negative, it has still to be
// typed.
type AddEvent struct{ X float64 }

func (a AddEvent) update(m Model) (Model, Effect) {
	m.Form, m.Panel = Form{New: true}, FormPanel
	if a.X >= 0 && m.Viewport.Width > 0 {
		v := m.goal()
		m.Form.When = when.Choice{v.At(a.X).Unit(grainAt(v.PerPixel))}
		m.Form.Typed.Date = m.Form.When.Words(when.Long)
	}
	return m, nil
}

// add puts an event of the reader's own on the timeline.
func (m Model) add(f Form) (Model, Effect) {
	title := oneLine(f.Typed.Title)
	before, at, own := m.own()
	id := ownEventID(title, f.When, m.idsWithout(-1))
	draft := story.Draft{Title: title, When: f.When, Mention: -1, Confidence: 1, Importance: ownImportance}
	reading := *own.Reading
	reading.Events = append(slices.Clip(reading.Events), draft)
	own.Reading = &reading
	own.Review = &Review{IDs: append(slices.Clip(own.Review.IDs), id), Edits: own.Review.Edits}
	m, effect := m.do(Deed{
		Name:   Phrase{Words: "add “{{.Name}}”", Name: title},
		Change: Change{At: at, Before: before, After: []Article{own.edited(id, f.edit())}},
	})
	m, move := m.choose(id)
	return m, Effects{effect, move}
}

// ownImportance is that of what the reader found worth adding.
const ownImportance = 0.8

// ownEventID names an event of the reader's own. No name is among taken.
func ownEventID(title string, c when.Choice, taken map[string]bool) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\n%s\n", title, c.EDTF())
	for {
		id := fmt.Sprintf("o%016x", h.Sum64())
		if !taken[id] {
			return id
		}
		fmt.Fprint(h, "+")
	}
}
