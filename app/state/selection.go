package state

import "dateline/parse/text"

// Select chooses an event and shows its panel. Selecting the chosen event again
// opens its article, and selecting no event closes the panel.
type Select struct{ Event string }

func (s Select) update(m Model) (Model, Effect) {
	_, _, ok := m.Event(s.Event)
	switch {
	case !ok:
		m.Selected = ""
		if m.Panel == EventPanel {
			m.Panel = NoPanel
		}
		return m, nil
	case s.Event == m.Selected && m.Panel == EventPanel:
		return OpenArticle{}.update(m)
	}
	return m.choose(s.Event)
}

// choose selects an event: the open article turns to it, any other panel gives
// way to the event's own.
func (m Model) choose(id string) (Model, Effect) {
	e, o, _ := m.Event(id)
	m.Selected, m.Form = e.ID, Form{}
	if m.Panel == ArticlePanel && !m.Articles[o.Article].Own() {
		m.Reader = m.readerOf(o)
	} else {
		m.Panel = EventPanel
	}
	return m.reveal(id)
}

// readerOf returns the reader turned to the evidence of an event.
func (m Model) readerOf(o Origin) Reader {
	a := m.Articles[o.Article]
	draft := a.Reading.Events[o.Draft]
	return Reader{Article: a.ID, Focus: draft.Evidence, Mention: draft.Mention}
}

// Step selects the event By places after the selected one, in order of time.
// With none selected it starts at the first event in sight, or the last if By
// is negative.
type Step struct{ By int }

func (s Step) update(m Model) (Model, Effect) {
	n := len(m.Timeline.Events)
	if n == 0 || s.By == 0 {
		return m, nil
	}
	place := m.edge(s.By)
	if _, o, ok := m.Event(m.Selected); ok {
		place = min(max(o.Place+s.By, 0), n-1)
	}
	return m.choose(m.Timeline.Events[place].ID)
}

// edge returns the place of the first event in sight, or of the last if by is
// negative; the first or last of all if none is in sight.
func (m Model) edge(by int) int {
	visible := m.goal().Visible()
	at, end, step := 0, len(m.Timeline.Events), 1
	if by < 0 {
		at, end, step = end-1, -1, -1
	}
	for i := at; i != end; i += step {
		if m.Viewport.Width > 0 && m.Timeline.Events[i].When.Hull().Overlaps(visible) {
			return i
		}
	}
	return at
}

// OpenArticle opens the article of the selected event at its sentence, or the form
// of an event that no article tells.
type OpenArticle struct{}

func (OpenArticle) update(m Model) (Model, Effect) {
	_, o, ok := m.Event(m.Selected)
	if !ok {
		return m, nil
	}
	if m.Articles[o.Article].Own() {
		return EditEvent{}.update(m)
	}
	m.Reader = m.readerOf(o)
	m.Panel = ArticlePanel
	return m, nil
}

// Browse opens an article at its beginning.
type Browse struct{ Article string }

func (b Browse) update(m Model) (Model, Effect) {
	if m.articleAt(b.Article) < 0 {
		return m, nil
	}
	m.Reader = Reader{Article: b.Article, Focus: text.Span{}, Mention: -1}
	m.Panel = ArticlePanel
	return m, nil
}

// PickWords chooses date words in an article's text: their event is selected,
// and the article opens at them.
type PickWords struct{ Words }

func (p PickWords) update(m Model) (Model, Effect) {
	a, ok := m.Article(p.Article)
	if !ok || p.Mention < 0 || p.Mention >= len(a.Reading.Mentions) {
		return m, nil
	}
	m.Reader = Reader{Article: p.Article, Focus: a.Reading.Mentions[p.Mention].Sentence, Mention: p.Mention}
	m.Panel = ArticlePanel
	m.Selected = m.EventOf(p.Article, p.Mention)
	return m.reveal(m.Selected)
}

// ShowTray opens the list of date words without a place, or closes it.
type ShowTray struct{}

func (ShowTray) update(m Model) (Model, Effect) {
	if m.Panel == TrayPanel {
		m.Panel = NoPanel
		return m, nil
	}
	m.Panel = TrayPanel
	return m, nil
}

// Back leaves the panel: from the article to the event, from anything else to
// the timeline alone, and from there gives up the selection.
type Back struct{}

func (Back) update(m Model) (Model, Effect) {
	_, _, selected := m.Event(m.Selected)
	m.Form = Form{}
	switch {
	case (m.Panel == ArticlePanel || m.Panel == FormPanel) && selected:
		m.Panel = EventPanel
	case m.Panel != NoPanel:
		m.Panel = NoPanel
	case len(m.Picked) > 0:
		m.Picked = nil
	default:
		m.Selected = ""
	}
	return m, nil
}

// ClosePanel leaves the timeline alone in the window. The selection stays.
type ClosePanel struct{}

func (ClosePanel) update(m Model) (Model, Effect) {
	m.Panel, m.Form = NoPanel, Form{}
	return m, nil
}
