package state

import (
	"testing"

	"dateline/parse/when"
)

// typing returns the message that an entry of the form of m has other words.
func typing(m Model, change func(*Typed)) Type {
	typed := m.Form.Typed
	change(&typed)
	return Type{typed}
}

func TestForm(t *testing.T) {
	m := opened(t, war())
	id, told := m.Timeline.Events[0].ID, m.Timeline.Events[0]
	m, _ = after(m, Select{id}, EditEvent{})
	if m.Panel != FormPanel || m.Form.Typed.Title != told.Title || !m.Form.Complete() {
		t.Fatalf("the form is %+v in panel %v", m.Form, m.Panel)
	}
	m, effect := after(m, typing(m, func(f *Typed) { f.Date = "c. 1850" }))
	if effect != (ReadTime{Words: "c. 1850"}) || m.Form.Complete() {
		t.Fatalf("typing a date asks for %+v; the form can be saved: %v", effect, m.Form.Complete())
	}
	year := when.Choice{when.Date(1850, 1, 1).Unit(when.Year)}
	m, _ = after(m, TimeRead{"c. 185", when.Choice{when.Date(185, 1, 1).Unit(when.Year)}})
	if m.Form.Complete() {
		t.Error("words from before are taken for the date")
	}
	m, _ = after(m, TimeRead{"c. 1850", year})
	m, _ = after(m, typing(m, func(f *Typed) { f.Title, f.Note, f.Color = " The \n war ", "see Smith ", "#942a00" }), SaveForm{})
	e, _, _ := m.Event(id)
	if e.Title != "The war" || e.When[0] != year[0] || e.Note != "see Smith" || e.Color != "#942a00" || e.Confidence != 1 {
		t.Errorf("the event is %+v", e)
	}
	if m.Panel != EventPanel || m.Decision(id) != Kept || m.CanUndo().String() != "change “"+told.Title+"”" {
		t.Errorf("panel %v, decision %v, undo %q", m.Panel, m.Decision(id), m.CanUndo())
	}
	m, _ = after(m, Undo{})
	if e, _, _ := m.Event(id); e.Title != told.Title || e.Note != "" || m.Decision(id) != Undecided {
		t.Errorf("taken back, the event is %+v", e)
	}
}

func TestFormNamesItsStep(t *testing.T) {
	first := opened(t, war())
	first, _ = after(first, Select{first.Timeline.Events[0].ID}, EditEvent{})
	name := first.Timeline.Events[0].Title
	year := when.Choice{when.Date(1850, 1, 1).Unit(when.Year)}
	tests := []struct {
		name string
		msgs func(Model) []Msg
		undo string
	}{
		{"the title", func(m Model) []Msg { return []Msg{typing(m, func(f *Typed) { f.Title = "x" })} }, "rename “" + name + "”"},
		{"the date", func(m Model) []Msg {
			return []Msg{typing(m, func(f *Typed) { f.Date = "1850" }), TimeRead{"1850", year}}
		}, "move “" + name + "”"},
		{"the note", func(m Model) []Msg { return []Msg{typing(m, func(f *Typed) { f.Note = "x" })} }, "change “" + name + "”"},
	}
	for _, tt := range tests {
		m, _ := after(first, append(tt.msgs(first), SaveForm{})...)
		if m.CanUndo().String() != tt.undo {
			t.Errorf("%s: undo %q, want %q", tt.name, m.CanUndo(), tt.undo)
		}
	}
}

func TestFormIsLeft(t *testing.T) {
	m := opened(t, war())
	id := m.Timeline.Events[0].ID
	open := []Msg{Select{id}, EditEvent{}}
	tests := []struct {
		name string
		msgs []Msg
		want Panel
	}{
		{"no event", []Msg{EditEvent{}}, NoPanel},
		{"open", open, FormPanel},
		{"left", append(open, LeaveForm{}), EventPanel},
		{"back", append(open, Back{}), EventPanel},
		{"closed", append(open, ClosePanel{}), NoPanel},
		{"another event", append(open, Step{1}), EventPanel},
		{"saved as it was", append(open, SaveForm{}), EventPanel},
		{"without a title", append(open, Type{Typed{Date: "1921"}}, SaveForm{}), FormPanel},
		{"gone", append(open, Undo{}), NoPanel},
	}
	for _, tt := range tests {
		if got, _ := after(m, tt.msgs...); got.Panel != tt.want || (got.Form.Event != "") != (tt.want == FormPanel) {
			t.Errorf("%s: panel %v with the form of %q, want panel %v", tt.name, got.Panel, got.Form.Event, tt.want)
		}
	}
}
