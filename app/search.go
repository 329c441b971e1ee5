package app

import (
	"dateline/app/state"
	"dateline/parse/text"
	"dateline/timeline"
)

// The hits that a search stops at.
const (
	mostEventHits   = 500
	mostPassageHits = 200
)

// find looks for words in events and in the paragraphs of articles.
func find(f state.Find) state.Msg {
	query := timeline.NewQuery(f.Words)
	found := state.Found{Words: f.Words}
	for i := range f.Timeline.Events {
		if e := &f.Timeline.Events[i]; query.FindsEvent(e) {
			if len(found.Hits) == mostEventHits {
				found.More = true
				break
			}
			found.Hits = append(found.Hits, state.Hit{Event: e.ID})
		}
	}
	passages := 0
	for _, a := range f.Articles {
		for _, span := range passagesOf(a.Reading.Document, query) {
			if passages == mostPassageHits {
				found.More = true
				return found
			}
			passages++
			found.Hits = append(found.Hits, state.Hit{Article: a.ID, Span: span})
		}
	}
	return found
}

// passagesOf returns the paragraphs in which a query finds something.
func passagesOf(doc *text.Document, query timeline.Query) []text.Span {
	var found []text.Span
	for _, b := range doc.Blocks {
		if query.Finds(doc.Slice(b.Span)) {
			found = append(found, b.Span)
		}
	}
	return found
}
