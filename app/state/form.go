package state

import (
	"slices"
	"strings"

	"dateline/parse/when"
)

// Form is what the reader is typing about an event.
type Form struct {
	Event string // ID; empty while none is edited
	Typed Typed
	When  when.Choice // how the date is read; nil if it names no time
}

// Typed is what stands in the entries of a form.
type Typed struct {
	Title, Date, Note string
	Color             string // "#rrggbb", or empty for the theme's
}

// Complete reports whether the form says what an event must have.
func (f Form) Complete() bool {
	return f.Event != "" && len(f.When) > 0 && oneLine(f.Typed.Title) != ""
}

// EditEvent opens the form of the selected event.
type EditEvent struct{}

func (EditEvent) update(m Model) (Model, Effect) {
	e, _, ok := m.Event(m.Selected)
	if !ok {
		return m, nil
	}
	m.Form = Form{
		Event: e.ID, When: e.When,
		Typed: Typed{Title: e.Title, Date: e.When.Words(when.Long), Note: e.Note, Color: e.Color},
	}
	m.Panel = FormPanel
	return m, nil
}

// Type reports what stands in the form.
type Type struct{ Typed Typed }

func (t Type) update(m Model) (Model, Effect) {
	if m.Panel != FormPanel || t.Typed == m.Form.Typed {
		return m, nil
	}
	before := m.Form.Typed.Date
	m.Form.Typed = t.Typed
	if t.Typed.Date == before {
		return m, nil
	}
	m.Form.When = nil
	_, o, _ := m.Event(m.Form.Event)
	return m, ReadTime{t.Typed.Date, m.Articles[o.Article].Anchor()}
}

// TimeRead reports how typed words were read. No choice means that they name no
// time.
type TimeRead struct {
	Words string
	When  when.Choice
}

func (r TimeRead) update(m Model) (Model, Effect) {
	if m.Panel == FormPanel && r.Words == m.Form.Typed.Date {
		m.Form.When = r.When
	}
	return m, nil
}

// SaveForm gives the event what its form says, if the form is complete, and
// leaves the form.
type SaveForm struct{}

func (SaveForm) update(m Model) (Model, Effect) {
	f := m.Form
	e, o, ok := m.Event(f.Event)
	if m.Panel != FormPanel || !ok || !f.Complete() {
		return m, nil
	}
	m, _ = LeaveForm{}.update(m)
	a := m.Articles[o.Article]
	told, before := a.Told(o.Draft), a.Review.Edits[e.ID]
	after := Edit{Decision: before.Decision, Note: strings.TrimSpace(f.Typed.Note), Color: f.Typed.Color}
	if title := oneLine(f.Typed.Title); title != told.Title {
		after.Title = title
	}
	if !slices.Equal(f.When, told.When) {
		after.When = f.When
	}
	if after.Equal(before) {
		return m, nil
	}
	after.Decision = Kept
	m, effect := m.do(Deed{
		Name:   after.step(before, e.Title),
		Change: Change{At: o.Article, Before: []Article{a}, After: []Article{a.edited(e.ID, after)}},
	})
	m, move := m.reveal(e.ID)
	return m, Effects{effect, move}
}

// LeaveForm goes back from the form to the event as it was.
type LeaveForm struct{}

func (LeaveForm) update(m Model) (Model, Effect) {
	m.Form = Form{}
	if m.Panel == FormPanel {
		m.Panel = EventPanel
	}
	return m, nil
}

// oneLine returns words with single spaces between them.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }
