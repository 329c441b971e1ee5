package state

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/timeline"
)

// compile makes the timeline of articles, and the list of where its events come from.
func compile(articles []Article) (*timeline.Timeline, map[string]Origin) {
	var events []timeline.Event
	origins := map[string]Origin{}
	for i, a := range articles {
		for j, draft := range a.Reading.Events {
			if len(draft.When) == 0 {
				continue
			}
			e := newEvent(a, draft, origins)
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
	switch len(articles) {
	case 0:
		return ""
	case 1:
		return articles[0].Name()
	}
	return fmt.Sprintf("%s and %d more", articles[0].Name(), len(articles)-1)
}

// newEvent makes an event of what the text tells. Its ID is one that taken lacks.
func newEvent(a Article, draft story.Draft, taken map[string]Origin) timeline.Event {
	doc := a.Reading.Document
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
	return timeline.Event{
		ID:         eventID(doc, draft, taken),
		Title:      draft.Title,
		When:       draft.When,
		Status:     timeline.Status(draft.Status),
		Inferred:   draft.Inferred,
		Confidence: draft.Confidence,
		Importance: draft.Importance,
		Tags:       tags(draft),
		Sources:    []timeline.Source{source},
	}
}

// eventID names an event by its evidence, so that it keeps its name when the
// article is read again with another date, or after edits elsewhere in it.
func eventID(doc *text.Document, draft story.Draft, taken map[string]Origin) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\n%s\n%t\n", doc.Name, doc.Slice(draft.Evidence), draft.Inferred)
	for _, s := range draft.TimeWords {
		fmt.Fprintf(h, "%d %s\n", s.Start-draft.Evidence.Start, doc.Slice(s))
	}
	for {
		id := fmt.Sprintf("e%016x", h.Sum64())
		if _, ok := taken[id]; !ok {
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
