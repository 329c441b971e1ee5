package state

import (
	"dateline/parse/text"
	"dateline/timeline"
)

// Search is what the reader searches for, and what was found.
type Search struct {
	Words string // as typed
	Found Found  // for these words or, for a moment, for those before
}

// Hit is a place where the words of a search stand: an event, or a paragraph of
// an article.
type Hit struct {
	Event   string    // ID, or empty
	Article string    // ID, for a paragraph
	Span    text.Span // of the paragraph
}

// ShowSearch opens the search, or closes it.
type ShowSearch struct{}

func (ShowSearch) update(m Model) (Model, Effect) {
	if m.Panel == SearchPanel {
		m.Panel = NoPanel
		return m, nil
	}
	m.Panel, m.Form = SearchPanel, Form{}
	return m, m.searching()
}

// TypeSearch reports what stands in the entry of the search.
type TypeSearch struct{ Words string }

func (t TypeSearch) update(m Model) (Model, Effect) {
	if m.Panel != SearchPanel || t.Words == m.Search.Words {
		return m, nil
	}
	m.Search.Words = t.Words
	return m, m.searching()
}

// searching asks for what the words of the search stand in.
func (m Model) searching() Effect {
	return Find{Words: m.Search.Words, Timeline: m.Timeline, Articles: m.Articles}
}

// Found reports the hits of a search, at most as many as a reader looks through:
// events in order of time, then paragraphs.
type Found struct {
	Words string
	Hits  []Hit
	More  bool // there are others
}

func (f Found) update(m Model) (Model, Effect) {
	if f.Words == m.Search.Words {
		m.Search.Found = f
	}
	return m, nil
}

// PickHit shows a hit: an event is selected and brought into view beside the
// search, a paragraph is opened in its article.
type PickHit struct{ Hit Hit }

func (p PickHit) update(m Model) (Model, Effect) {
	if p.Hit.Event == "" {
		if m.articleAt(p.Hit.Article) < 0 {
			return m, nil
		}
		m.Reader = Reader{Article: p.Hit.Article, Focus: p.Hit.Span, Mention: -1}
		m.Panel = ArticlePanel
		return m, nil
	}
	if _, _, ok := m.Event(p.Hit.Event); !ok {
		return m, nil
	}
	m.Selected = p.Hit.Event
	return m.reveal(p.Hit.Event)
}

// HitEvents returns the events on the timeline that the search has found, while
// it is open.
func (m Model) HitEvents() []timeline.Event {
	if m.Panel != SearchPanel {
		return nil
	}
	var events []timeline.Event
	for _, h := range m.Search.Found.Hits {
		if e, _, ok := m.Event(h.Event); ok {
			events = append(events, e)
		}
	}
	return events
}
