package state

import (
	"slices"
	"strings"

	"dateline/parse/when"
)

// Form is what the reader is typing about an event.
type Form struct {
	Event string // ID; empty while none is edited
	New   bool   // the event is one that the reader adds
	Typed Typed
	When  when.Choice // how the date is read; nil if it names no time
}

// Typed is what stands in the entries of a form.
type Typed struct {
	Title, Date, Note string
	Tags              string // with commas between them
	Color             string // "#rrggbb", or empty for the theme's
	Weight            Weight
}

// Weight is how important the reader finds an event.
type Weight uint8

// The weights.
const (
	AsFound Weight = iota
	Heavy
	Medium
	Light
)

// weights are the importances that the weights stand for; none for AsFound.
var weights = [...]float64{Heavy: 0.95, Medium: 0.5, Light: 0.1}

// weightOf returns the weight that an importance, given by the reader, stands for.
func weightOf(importance float64) Weight {
	return Weight(max(slices.Index(weights[:], importance), 0))
}

// Complete reports whether the form says what an event must have.
func (f Form) Complete() bool {
	return (f.Event != "" || f.New) && len(f.When) > 0 && oneLine(f.Typed.Title) != ""
}

// EditEvent opens the form of the selected event.
type EditEvent struct{}

func (EditEvent) update(m Model) (Model, Effect) {
	e, o, ok := m.Event(m.Selected)
	if !ok {
		return m, nil
	}
	edit := m.Articles[o.Article].Review.Edits[e.ID]
	m.Form = Form{
		Event: e.ID, When: e.When,
		Typed: Typed{
			Title: e.Title, Date: e.When.Words(when.Long), Note: e.Note,
			Tags: strings.Join(e.Tags, ", "), Color: e.Color, Weight: weightOf(edit.Importance),
		},
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
	var anchor when.Interval
	if _, o, ok := m.Event(m.Form.Event); ok {
		anchor = m.Articles[o.Article].Anchor()
	}
	return m, ReadTime{t.Typed.Date, anchor}
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
	if m.Panel == FormPanel && f.New && f.Complete() {
		m, _ = LeaveForm{}.update(m)
		return m.add(f)
	}
	e, o, ok := m.Event(f.Event)
	if m.Panel != FormPanel || !ok || !f.Complete() {
		return m, nil
	}
	m, _ = LeaveForm{}.update(m)
	a := m.Articles[o.Article]
	told, before := a.Told(o.Draft), a.Review.Edits[e.ID]
	after := f.edit()
	after.Decision = before.Decision
	if title := oneLine(f.Typed.Title); title != told.Title {
		after.Title = title
	}
	if !slices.Equal(f.When, told.When) {
		after.When = f.When
	}
	if slices.Equal(after.Tags, told.Tags) {
		after.Tags = nil
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

// edit returns what the form says of an event beside its title and its date.
func (f Form) edit() Edit {
	e := Edit{
		Note: strings.TrimSpace(f.Typed.Note), Color: f.Typed.Color, Importance: weights[f.Typed.Weight], Decision: Kept,
	}
	for _, tag := range strings.Split(f.Typed.Tags, ",") {
		if tag = oneLine(tag); tag != "" && !slices.Contains(e.Tags, tag) {
			e.Tags = append(e.Tags, tag)
		}
	}
	return e
}

// LeaveForm goes back from the form to the event as it was.
type LeaveForm struct{}

func (LeaveForm) update(m Model) (Model, Effect) {
	m.Form = Form{}
	_, _, selected := m.Event(m.Selected)
	switch {
	case m.Panel != FormPanel:
	case selected:
		m.Panel = EventPanel
	default:
		m.Panel = NoPanel
	}
	return m, nil
}

// oneLine returns words with single spaces between them.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }
