package state

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/timeline"
)

// compile makes the timeline of articles without what the reader dismissed, and
// the list of where its events come from.
func compile(articles []Article) (*timeline.Timeline, map[string]Origin) {
	var events []timeline.Event
	origins := map[string]Origin{}
	for i, a := range articles {
		for j, draft := range a.Reading.Events {
			e := a.event(j)
			if len(draft.When) == 0 || a.Review.Edits[e.ID].Decision == Dismissed {
				continue
			}
			origins[e.ID] = Origin{Article: i, Draft: j}
			events = append(events, e)
		}
	}
	tl := timeline.New(title(articles), events)
	for place, e := range tl.Events {
		o := origins[e.ID]
		o.Place = place
		origins[e.ID] = o
	}
	return tl, origins
}

func title(articles []Article) string {
	articles = slices.DeleteFunc(slices.Clone(articles), Article.Own)
	switch len(articles) {
	case 0:
		return ""
	case 1:
		return articles[0].Name()
	}
	return fmt.Sprintf("%s and %d more", articles[0].Name(), len(articles)-1)
}

// event returns event i of an article with the reader's changes.
func (a Article) event(i int) timeline.Event {
	e := a.Told(i)
	return a.Review.Edits[e.ID].Apply(e)
}

// Told returns event i of the article's Reading as the article tells it.
func (a Article) Told(i int) timeline.Event {
	doc, draft := a.Reading.Document, a.Reading.Events[i]
	e := timeline.Event{
		ID:         a.Review.IDs[i],
		Title:      draft.Title,
		When:       draft.When,
		Status:     timeline.Status(draft.Status),
		Inferred:   draft.Inferred,
		Confidence: draft.Confidence,
		Importance: draft.Importance,
		Tags:       tags(draft),
	}
	if a.Own() {
		return e
	}
	words := make([]string, len(draft.TimeWords))
	for i, s := range draft.TimeWords {
		words[i] = doc.Slice(s)
	}
	source := timeline.Source{
		Document:  a.Name(),
		URL:       doc.URL,
		Quote:     doc.Slice(draft.Evidence),
		TimeWords: strings.Join(words, " … "),
		Start:     draft.Evidence.Start,
		End:       draft.Evidence.End,
		Why:       draft.Why,
	}
	if b, ok := doc.BlockAt(draft.Evidence.Start); ok {
		source.Page = b.Page
	}
	e.Sources = []timeline.Source{source}
	return e
}

// eventIDs names the events of a reading. No name is among taken, to which they
// are added.
func eventIDs(r *parse.Reading, taken map[string]bool) []string {
	ids := make([]string, len(r.Events))
	for i, draft := range r.Events {
		ids[i] = eventID(r.Document, draft, taken)
		taken[ids[i]] = true
	}
	return ids
}

// eventID names an event by its evidence, so that it keeps its name when the
// article is read again with another date, or after edits elsewhere in it.
func eventID(doc *text.Document, draft story.Draft, taken map[string]bool) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\n%s\n%t\n", doc.Name, doc.Slice(draft.Evidence), draft.Inferred)
	for _, s := range draft.TimeWords {
		fmt.Fprintf(h, "%d %s\n", s.Start-draft.Evidence.Start, doc.Slice(s))
	}
	for {
		id := fmt.Sprintf("e%016x", h.Sum64())
		if !taken[id] {
			return id
		}
		fmt.Fprint(h, "+")
	}
}

// tags collects people, places and groups, each once.
func tags(draft story.Draft) []string {
	var all []string
	for _, tag := range slices.Concat(draft.People, draft.Places, draft.Groups) {
		if !slices.Contains(all, tag) {
			all = append(all, tag)
		}
	}
	return all
}
