package state

import (
	"testing"

	"dateline/parse/when"
)

func TestMoved(t *testing.T) {
	tests := []struct {
		from string
		n    int
		g    when.Grain
		want string
	}{
		{"1921-05-05", 3, when.Day, "1921-05-08"},
		{"1921-05-05", -1, when.Month, "1921-04-05"},
		{"1921-01-31", 1, when.Month, "1921-02-28"},
		{"1921-05", 1, when.Month, "1921-06"},
		{"1921", 10, when.Year, "1931"},
		{"1921-05-05/1921-05-07", 1, when.Week, "1921-05-12/1921-05-14"},
		{"[1921-05-05,1921-05-07]", 1, when.Day, "[1921-05-06,1921-05-08]"},
		{"1921-05-05/..", 1, when.Day, "1921-05-06/.."},
		{"-0043", 1, when.Year, "-0042"},
	}
	for _, tt := range tests {
		from, err := when.ParseEDTF(tt.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := moved(from, tt.n, tt.g).EDTF(); got != tt.want {
			t.Errorf("%s moved by %d of %v is %s, want %s", tt.from, tt.n, tt.g, got, tt.want)
		}
	}
}

func TestDragEvent(t *testing.T) {
	m := opened(t, war())
	e := m.Timeline.Events[0]
	m.Viewport.PerPixel = 3600 // ten pixels are ten hours
	tests := []struct {
		dx   float64
		want string
	}{
		{0, "1921-05-05"}, {10, "1921-05-05"}, {13, "1921-05-06"}, {24, "1921-05-06"}, {-48, "1921-05-03"}, {48, "1921-05-07"},
	}
	for _, tt := range tests {
		m, effect := after(m, DragEvent{e.ID, tt.dx})
		if got := m.Drag.When.EDTF(); got != tt.want || effect != nil {
			t.Errorf("dragged by %v it is at %s, want %s", tt.dx, got, tt.want)
		}
	}
	held, _ := after(m, DragEvent{e.ID, 48})
	if now, _, _ := held.Event(e.ID); now.When.EDTF() != "1921-05-05" {
		t.Errorf("while it is held the event is at %s", now.When.EDTF())
	}
	dropped, _ := after(held, DropEvent{})
	if now, _, _ := dropped.Event(e.ID); now.When.EDTF() != "1921-05-07" || now.Confidence != 1 || dropped.Decision(e.ID) != Kept {
		t.Errorf("dropped, the event is %+v", now)
	}
	if got, want := dropped.CanUndo().String(), "move “"+e.Title+"”"; got != want {
		t.Errorf("undo %q, want %q", got, want)
	}
	m.Viewport.PerPixel = 10 * 86400 // a pixel is ten days: it goes by months at least
	if far, _ := after(m, DragEvent{e.ID, 3}); far.Drag.When.EDTF() == "1921-06-04" {
		t.Errorf("from afar it goes by %s", far.Drag.When.EDTF())
	}
	for _, msg := range []Msg{DragEvent{"none", 5}, DropEvent{}} {
		if m, effect := after(m, msg); effect != nil || m.Drag.Event != "" {
			t.Errorf("%T moves nothing to %+v", msg, m.Drag)
		}
	}
}

func TestMoveEvent(t *testing.T) {
	m := opened(t, war())
	id := m.Timeline.Events[0].ID
	if m, effect := after(m, MoveEvent{1}); effect != nil || m.Drag.Event != "" {
		t.Error("no event is moved")
	}
	m, _ = after(m, Select{id}, MoveEvent{1}, MoveEvent{1}, MoveEvent{-1})
	if e, _, _ := m.Event(id); e.When.EDTF() != "1921-05-06" {
		t.Errorf("the event is at %s", e.When.EDTF())
	}
}
