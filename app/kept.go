package app

import (
	"cmp"
	"maps"
	"slices"

	"dateline/app/project"
	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/timeline"
)

// decisions are what becomes of an event, as the project says it.
var decisions = map[state.Decision]project.State{
	state.Undecided: project.New,
	state.Kept:      project.Kept,
	state.Dismissed: project.Dismissed,
}

// projectReadings returns articles as a project keeps them.
func projectReadings(articles []state.Article) []project.Reading {
	readings := make([]project.Reading, len(articles))
	for i, a := range articles {
		readings[i] = projectReading(a)
	}
	return readings
}

// projectReading returns an article as a project keeps it, with all its events that
// have a time.
func projectReading(a state.Article) project.Reading {
	r := project.Reading{Article: project.Article{
		ID: a.ID, Document: a.Reading.Document, Date: a.Reading.Date, Chosen: a.Date,
	}}
	for _, m := range a.Reading.Mentions {
		r.Mentions = append(r.Mentions, project.NewMention(m))
	}
	for i, d := range a.Reading.Events {
		if len(d.When) > 0 {
			r.Events = append(r.Events, projectEvent(a, i))
		}
	}
	return r
}

// projectEvent returns event i of an article as a project keeps it.
func projectEvent(a state.Article, i int) project.Record {
	draft := a.Reading.Events[i]
	r := project.Record{Event: a.Told(i)}
	if !a.Own() {
		r.Article, r.Telling = a.ID, &project.Telling{
			TimeWords: draft.TimeWords, Mention: draft.Mention, Speaker: draft.Speaker,
			People: draft.People, Places: draft.Places, Groups: draft.Groups,
		}
	}
	edit := a.Review.Edits[r.ID]
	if changed := (state.Edit{Decision: edit.Decision}); !edit.Equal(changed) {
		r = r.Edit(func(e *timeline.Event) { *e = edit.Apply(*e) })
	}
	r.State = decisions[edit.Decision]
	return r
}

// revised returns the events about which the reader did something else in one
// state of an article than in the other.
func revised(before, after state.Article) []project.Record {
	var records []project.Record
	for i, id := range after.Review.IDs {
		if len(after.Reading.Events[i].When) > 0 && !before.Review.Edits[id].Equal(after.Review.Edits[id]) {
			records = append(records, projectEvent(after, i))
		}
	}
	return records
}

// stateArticle returns an article of a project with its events in order of place.
// Of one that the article no longer tells only the reader's edit is left, for
// the case that it is told again.
func stateArticle(a project.Article, records []project.Record) state.Article {
	slices.SortFunc(records, func(a, b project.Record) int {
		x, y := evidence(a), evidence(b)
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(mention(a), mention(b)), cmp.Compare(a.ID, b.ID))
	})
	reading := &parse.Reading{Document: a.Document, Date: a.Date}
	for _, m := range a.Mentions {
		reading.Mentions = append(reading.Mentions, story.Mention{
			Timex: timex.Timex{Span: m.Span, Type: m.Type, Rule: m.Rule},
			Placement: timex.Placement{
				Value: m.Value, Mod: m.Mod, When: m.When, Anchor: m.Anchor, From: m.From, Borrow: m.Borrow, Why: m.Why,
			},
			Sentence: m.Sentence,
		})
	}
	review := &state.Review{Edits: map[string]state.Edit{}}
	for _, r := range records {
		if edit := editOf(r); !edit.Equal(state.Edit{}) {
			review.Edits[r.ID] = edit
		}
		if !r.Gone {
			reading.Events = append(reading.Events, draftOf(r))
			review.IDs = append(review.IDs, r.ID)
		}
	}
	return state.Article{ID: a.ID, Reading: reading, Date: a.Chosen, Review: review}
}

// ownArticle returns those events of a project that the reader added.
func ownArticle(records []project.Record) state.Article {
	slices.SortFunc(records, func(a, b project.Record) int { return cmp.Compare(a.ID, b.ID) })
	review := &state.Review{Edits: map[string]state.Edit{}}
	var drafts []story.Draft
	for _, r := range records {
		drafts = append(drafts, draftOf(r))
		review.IDs = append(review.IDs, r.ID)
		review.Edits[r.ID] = state.Edit{Decision: decisionOf(r), Note: r.Note, Color: r.Color, Tags: r.Tags}
	}
	return state.OwnArticle(drafts, review)
}

// told returns the event of a record as the article tells it.
func told(r project.Record) timeline.Event {
	if r.Draft != nil {
		return *r.Draft
	}
	return r.Event
}

// evidence returns where the sentence that tells an event stands.
func evidence(r project.Record) text.Span {
	if len(r.Sources) == 0 {
		return text.Span{}
	}
	return text.Span{Start: r.Sources[0].Start, End: r.Sources[0].End}
}

// mention returns the index of the date words that date an event, or -1.
func mention(r project.Record) int {
	if r.Telling == nil {
		return -1
	}
	return r.Telling.Mention
}

// draftOf returns the event of a record as it was read in the article.
func draftOf(r project.Record) story.Draft {
	e := told(r)
	d := story.Draft{
		When: e.When, Title: e.Title, Evidence: evidence(r), Mention: mention(r), Status: story.Status(e.Status),
		Inferred: e.Inferred, Confidence: e.Confidence, Importance: e.Importance,
	}
	if len(e.Sources) > 0 {
		d.Why = e.Sources[0].Why
	}
	if t := r.Telling; t != nil {
		d.TimeWords, d.Speaker, d.People, d.Places, d.Groups = t.TimeWords, t.Speaker, t.People, t.Places, t.Groups
	}
	return d
}

// editOf returns what the reader did about an event.
func editOf(r project.Record) state.Edit {
	edit := state.Edit{Decision: decisionOf(r)}
	told := told(r)
	if r.Title != told.Title {
		edit.Title = r.Title
	}
	if !slices.Equal(r.When, told.When) {
		edit.When = r.When
	}
	if r.Note != told.Note {
		edit.Note = r.Note
	}
	if r.Color != told.Color {
		edit.Color = r.Color
	}
	if !slices.Equal(r.Tags, told.Tags) {
		edit.Tags = r.Tags
	}
	if r.Importance != told.Importance {
		edit.Importance = r.Importance
	}
	return edit
}

// decisionOf returns what the reader decided about an event.
func decisionOf(r project.Record) state.Decision {
	for _, d := range slices.Sorted(maps.Keys(decisions)) {
		if decisions[d] == r.State {
			return d
		}
	}
	return state.Undecided
}

// reviewed returns the reading of an article with those events that the reader
// did not dismiss, with the titles and times that the reader gave them.
func reviewed(a state.Article) *parse.Reading {
	r := *a.Reading
	r.Events = nil
	for i, d := range a.Reading.Events {
		edit := a.Review.Edits[a.Review.IDs[i]]
		if edit.Decision == state.Dismissed {
			continue
		}
		e := edit.Apply(a.Told(i))
		d.Title, d.When, d.Inferred, d.Confidence = e.Title, e.When, e.Inferred, e.Confidence
		r.Events = append(r.Events, d)
	}
	return &r
}
