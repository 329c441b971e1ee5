package state

import (
	"maps"
	"slices"

	"dateline/parse/story"
	"dateline/timeline"
)

// bring puts the events of a timeline that was read from a file beside those that
// the reader added, in one step. What is there already is left out.
func (m Model) bring(t *timeline.Timeline) (Model, Effect) {
	before, at, own := m.own()
	taken, mine := m.idsWithout(-1), map[string]bool{}
	for _, id := range own.Review.IDs {
		mine[id] = true
	}
	reading, review := *own.Reading, *own.Review
	reading.Events, review.IDs = slices.Clip(reading.Events), slices.Clip(review.IDs)
	edits := copied(review.Edits)
	for _, e := range t.Events {
		if there, _, ok := m.Event(e.ID); ok && there.Title == e.Title && slices.Equal(there.When, e.When) {
			continue
		}
		id := ownEventID(e.Title, e.When, nil)
		if mine[id] {
			continue
		}
		id = ownEventID(e.Title, e.When, taken)
		taken[id] = true
		reading.Events = append(reading.Events, broughtDraft(e))
		review.IDs = append(review.IDs, id)
		edits[id] = Edit{Decision: Kept, Note: e.Note, Color: e.Color, Tags: e.Tags}
	}
	count := len(reading.Events) - len(own.Reading.Events)
	if count == 0 {
		return m.notice(Phrase{Words: "“{{.Name}}” holds no event that is not on the timeline already.", Name: t.Title}), nil
	}
	review.Edits = edits
	own.Reading, own.Review = &reading, &review
	m.Fitted = true
	return m.do(Deed{
		Name:   Phrase{Words: "open the timeline “{{.Name}}”", Name: t.Title},
		Change: Change{At: at, Before: before, After: []Article{own}},
	})
}

// broughtDraft returns an event of another timeline as one of the reader's own.
func broughtDraft(e timeline.Event) story.Draft {
	return story.Draft{
		Title: e.Title, When: e.When, Mention: -1, Status: story.Status(e.Status),
		Inferred: e.Inferred, Confidence: e.Confidence, Importance: e.Importance,
	}
}

// own returns what the reader added: where it stands or will stand among the
// articles, as a run to be replaced, and by itself.
func (m Model) own() (before []Article, at int, own Article) {
	if i := m.articleAt(ownID); i >= 0 {
		return m.Articles[i : i+1 : i+1], i, m.Articles[i]
	}
	return nil, len(m.Articles), OwnArticle(nil, &Review{})
}

// copied returns a copy of edits that can be added to.
func copied(edits map[string]Edit) map[string]Edit {
	all := make(map[string]Edit, len(edits))
	maps.Copy(all, edits)
	return all
}
