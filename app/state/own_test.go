package state

import (
	"testing"

	"dateline/parse/when"
)

func TestAddEvent(t *testing.T) {
	m := opened(t, war())
	found := len(m.Timeline.Events)
	m, _ = after(m, AddEvent{X: -1})
	if m.Panel != FormPanel || m.Form.Complete() {
		t.Fatalf("the form is %+v in panel %v", m.Form, m.Panel)
	}
	year := when.Choice{when.Date(1850, 1, 1).Unit(when.Year)}
	if m, _ = after(m, SaveForm{}); len(m.Timeline.Events) != found {
		t.Error("a form without words was saved")
	}
	m, effect := after(m, typing(m, func(f *Typed) { f.Title, f.Date = "Born", "1850" }))
	if effect != (ReadTime{Words: "1850"}) {
		t.Errorf("a date of one's own is read by %+v", effect)
	}
	m, _ = after(m, TimeRead{"1850", year}, SaveForm{})
	e, o, ok := m.Event(m.Selected)
	if !ok || e.Title != "Born" || len(e.Sources) != 0 || !m.Articles[o.Article].Own() || m.Panel != EventPanel {
		t.Fatalf("added is %+v in panel %v", e, m.Panel)
	}
	if c := m.Counts(); c.Articles != 1 || c.Events != found+1 || len(m.Texts()) != 1 || m.Timeline.Title != "war.txt" {
		t.Errorf("counts %+v, %d texts, title %q", c, len(m.Texts()), m.Timeline.Title)
	}
	if got, want := m.CanUndo().String(), "add “Born”"; got != want {
		t.Errorf("undo %q, want %q", got, want)
	}
	if m, _ := after(m, OpenArticle{}); m.Panel != FormPanel {
		t.Error("an event that no article tells is read in panel", m.Panel)
	}
	for _, msg := range []Msg{CloseArticle{ownID}, EditDate{ownID}} {
		if m, _ := after(m, msg); len(m.Timeline.Events) != found+1 || m.Panel == DatePanel {
			t.Errorf("%T is done to what was added", msg)
		}
	}
	// The same again is another event.
	again, _ := after(m, AddEvent{X: -1}, Type{Typed{Title: "Born", Date: "1850"}}, TimeRead{"1850", year}, SaveForm{})
	if len(again.Timeline.Events) != found+2 || again.Selected == m.Selected {
		t.Errorf("%d events, %q selected", len(again.Timeline.Events), again.Selected)
	}
	again, _ = after(again, Undo{}, Undo{})
	if len(again.Timeline.Events) != found {
		t.Errorf("taken back, there are %d events", len(again.Timeline.Events))
	}
}

func TestAddEventAt(t *testing.T) {
	tests := []struct {
		perPixel float64
		grain    when.Grain
	}{
		{1, when.Minute},
		{3600, when.Day},
		{86400, when.Month},
		{10 * 86400, when.Year},
		{1e9, when.Millennium},
		{1e15, when.Millennium},
	}
	m := opened(t, war())
	for _, tt := range tests {
		m.Viewport.PerPixel = tt.perPixel
		m, _ := after(m, AddEvent{X: 100})
		if got := m.Form.When[0].Grain; got != tt.grain || m.Form.Typed.Date == "" {
			t.Errorf("at %v seconds a pixel a place stands for a %v, %q; want a %v", tt.perPixel, got, m.Form.Typed.Date, tt.grain)
		}
	}
}
