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

// compile makes the timeline of what articles tell, as far as a filter shows it,
// and the list of where its events come from: each account of an event
// by its own ID.
func compile(articles []Article, combined []story.Combined, f Filter) (*timeline.Timeline, map[string]Origin) {
	var events []timeline.Event
	places, sieve := make([]int, len(combined)), f.sieve()
	for i, c := range combined {
		places[i] = -1
		if e, ok := shown(articles, c, sieve); ok {
			places[i] = len(events)
			events = append(events, e)
		}
	}
	conflicts(combined, events, places)
	tl := timeline.New(title(articles), events)
	at := make(map[string]int, len(events))
	for place, e := range tl.Events {
		at[e.ID] = place
	}
	origins := make(map[string]Origin, len(events))
	for i, c := range combined {
		if places[i] < 0 {
			continue
		}
		for _, account := range c.Accounts {
			id := articles[account.Article].Review.IDs[account.Draft]
			origins[id] = Origin{Article: account.Article, Draft: account.Draft, Place: at[events[places[i]].ID], telling: i}
		}
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
