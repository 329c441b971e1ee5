package state

import "slices"

// Change replaces a run of articles by another. It is plain data and costs no
// more memory than what it replaces.
type Change struct {
	At            int
	Before, After []Article
}

// Deed is a change of the document with the name that the reader knows it by.
type Deed struct {
	Name Phrase // "open “Talks in Guilin”", completes "Undo: …"
	Change
}

// Filed names the steps of the project's file that were done before the window
// opened it. They are taken back in the file, and everything is read from it anew.
type Filed struct {
	Undo string // the step that is taken back next; empty for none
	Redo string // the step that is done again next; empty for none
}

func (c Change) inverse() Change { return Change{c.At, c.After, c.Before} }

func (c Change) apply(articles []Article) []Article {
	return slices.Concat(articles[:c.At], c.After, articles[c.At+len(c.Before):])
}

// do applies d and records it; what was undone before can no longer be redone.
func (m Model) do(d Deed) (Model, Effect) {
	m.past = append(slices.Clip(m.past), d)
	m.future, m.filed.Redo = nil, ""
	return m.turn(Keep{d, Done})
}

// turn applies a deed in the given direction, and writes it to the project if
// there is one.
func (m Model) turn(k Keep) (Model, Effect) {
	c := k.Change
	if k.Way == Undone {
		c = c.inverse()
	}
	m, arrange := m.withArticles(c.apply(m.Articles))
	if m.Project == (Project{}) {
		return m, arrange
	}
	return m, Effects{k, arrange}
}

// withArticles replaces the articles and all that follows from them.
func (m Model) withArticles(articles []Article) (Model, Effect) {
	m.Articles = articles
	m.telling = m.telling.of(articles)
	m.Timeline, m.origins = compile(articles, m.telling.events, m.Filter)
	m.counts, m.names = m.count(), names(articles)
	m.Picked = m.stillPicked()
	m = m.ordered()
	if e, _, ok := m.Event(m.Selected); ok {
		m.Selected = e.ID
	} else {
		m.Selected = ""
		if m.Panel == EventPanel {
			m.Panel = NoPanel
		}
	}
	if _, ok := m.origins[m.Form.Event]; !ok && m.Panel == FormPanel && !m.Form.New {
		m.Form, m.Panel = Form{}, NoPanel
	}
	if m.articleAt(m.Reader.Article) < 0 {
		m.Reader = Reader{Mention: -1}
		if m.Panel == ArticlePanel {
			m.Panel = NoPanel
		}
	}
	if m.articleAt(m.Entry.Article) < 0 {
		m.Entry = DateEntry{}
		if m.Panel == DatePanel {
			m.Panel = NoPanel
		}
	}
	if m.Panel == SearchPanel {
		return m, Effects{m.searching(), m.arrange()}
	}
	return m, m.arrange()
}

// CanUndo returns the name of the step that Undo takes back; it is zero for none.
func (m Model) CanUndo() Phrase { return lastName(m.past, m.filed.Undo) }

// CanRedo returns the name of the step that Redo does again; it is zero for none.
func (m Model) CanRedo() Phrase { return lastName(m.future, m.filed.Redo) }

// lastName returns the name of the last deed or, without one, that of a step of
// the file.
func lastName(deeds []Deed, filed string) Phrase {
	if len(deeds) == 0 {
		return verbatim(filed)
	}
	return deeds[len(deeds)-1].Name
}

// Undo takes back the latest change of the document. Zoom and selection are no
// changes of the document.
type Undo struct{}

func (Undo) update(m Model) (Model, Effect) {
	if len(m.past) == 0 {
		return m.turnFile(m.filed.Undo, Undone)
	}
	d := m.past[len(m.past)-1]
	m.past = m.past[:len(m.past)-1]
	m.future = append(slices.Clip(m.future), d)
	return m.turn(Keep{d, Undone})
}

// Redo does again what Undo took back last.
type Redo struct{}

func (Redo) update(m Model) (Model, Effect) {
	if len(m.future) == 0 {
		return m.turnFile(m.filed.Redo, Redone)
	}
	d := m.future[len(m.future)-1]
	m.future = m.future[:len(m.future)-1]
	m.past = append(slices.Clip(m.past), d)
	return m.turn(Keep{d, Redone})
}

// turnFile takes back or does again a step of the file, if there is one.
func (m Model) turnFile(step string, way Way) (Model, Effect) {
	if step == "" {
		return m, nil
	}
	return m, TurnFile{way}
}

// Turned reports what the project holds after a step in its file was taken back
// or done again.
type Turned struct {
	Articles []Article
	Filed    Filed
}

func (t Turned) update(m Model) (Model, Effect) {
	m.base, m.past, m.future, m.filed = t.Articles, nil, nil, t.Filed
	return m.withArticles(t.Articles)
}
