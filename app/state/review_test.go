package state

import (
	"slices"
	"testing"

	"dateline/parse/when"
)

func TestReview(t *testing.T) {
	m := opened(t, war())
	id := m.Timeline.Events[1].ID
	// Each row goes on from the one before.
	tests := []struct {
		name string
		msg  Msg
		want Edit
		on   bool // the timeline
		undo string
	}{
		{"rename", Rename{id, "  The  siege\nbegan "}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"rename to the same", Rename{id, "The siege began"}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"rename to nothing", Rename{id, " \n"}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"rename no event", Rename{"none", "x"}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"restore what is not dismissed", Restore{id}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"dismiss", Dismiss{id}, Edit{Title: "The siege began", Decision: Dismissed}, false, "dismiss “The siege began”"},
		{"dismiss again", Dismiss{id}, Edit{Title: "The siege began", Decision: Dismissed}, false, "dismiss “The siege began”"},
		{"rename what is dismissed", Rename{id, "x"}, Edit{Title: "The siege began", Decision: Dismissed}, false, "dismiss “The siege began”"},
		{"undo the dismissal", Undo{}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"undo the name", Undo{}, Edit{}, true, "open “war.txt”"},
		{"redo the name", Redo{}, Edit{Title: "The siege began", Decision: Kept}, true, "rename “Start of two days later”"},
		{"redo the dismissal", Redo{}, Edit{Title: "The siege began", Decision: Dismissed}, false, "dismiss “The siege began”"},
		{"restore", Restore{id}, Edit{Title: "The siege began", Decision: Kept}, true, "restore “The siege began”"},
		{"restore no event", Restore{"none"}, Edit{Title: "The siege began", Decision: Kept}, true, "restore “The siege began”"},
	}
	for _, tt := range tests {
		m, _ = after(m, tt.msg)
		e, _, on := m.Event(id)
		if got := m.Articles[0].Review.Edits[id]; !got.Equal(tt.want) || on != tt.on || m.CanUndo().String() != tt.undo {
			t.Fatalf("%s: the edit is %+v, on the timeline %v, undo %q; want %+v, %v, %q", tt.name, got, on, m.CanUndo(), tt.want, tt.on, tt.undo)
		}
		if on && tt.want.Title != "" && e.Title != tt.want.Title {
			t.Errorf("%s: the title is %q, want %q", tt.name, e.Title, tt.want.Title)
		}
		if got := len(m.Dismissed()) == 1; got == tt.on {
			t.Errorf("%s: dismissed are %v", tt.name, m.Dismissed())
		}
	}
}

func TestDismissSelectsTheNext(t *testing.T) {
	m := opened(t, war())
	var ids []string
	for _, e := range m.Timeline.Events {
		ids = append(ids, e.ID)
	}
	m, _ = after(m, Select{ids[1]}, Dismiss{})
	if m.Selected != ids[2] || m.Panel != EventPanel {
		t.Errorf("selected is %q in panel %v, want %q", m.Selected, m.Panel, ids[2])
	}
	m, _ = after(m, Dismiss{})
	if m.Selected != ids[0] {
		t.Errorf("after the last one %q is selected, want %q", m.Selected, ids[0])
	}
	m, _ = after(m, Dismiss{})
	if m.Selected != "" || m.Panel != NoPanel || len(m.Dismissed()) != 3 {
		t.Errorf("after all %q is selected in panel %v", m.Selected, m.Panel)
	}
	before := m.CanUndo()
	if m, _ = after(m, Dismiss{}); m.CanUndo() != before {
		t.Error("dismissing nothing is a step")
	}
	if m, _ = after(m, Restore{ids[1]}); m.Selected != ids[1] {
		t.Errorf("restoring selects %q", m.Selected)
	}
}

func TestAcceptGoesOnToTheNext(t *testing.T) {
	m := opened(t, war())
	var ids []string
	for _, e := range m.Timeline.Events {
		ids = append(ids, e.ID)
	}
	// Each row goes on from the one before.
	tests := []struct {
		name     string
		msg      Msg
		selected string
		decided  int
	}{
		{"the first that waits", NextUndecided{}, ids[0], 0},
		{"keep it", Accept{}, ids[1], 1},
		{"go by", NextUndecided{}, ids[2], 1},
		{"come round to what waits", NextUndecided{}, ids[1], 1},
		{"keep another one", Accept{ids[2]}, ids[1], 2},
		{"keep no event", Accept{"none"}, ids[1], 2},
		{"dismiss", Dismiss{}, ids[2], 3},
		{"none waits", NextUndecided{}, ids[2], 3},
		{"keep again", Accept{}, ids[2], 3},
		{"undo the dismissal", Undo{}, ids[2], 2},
		{"undo the keeping", Undo{}, ids[2], 1},
	}
	for _, tt := range tests {
		m, _ = after(m, tt.msg)
		if m.Selected != tt.selected || m.Counts().Decided != tt.decided {
			t.Fatalf("%s: selected is %q, %d decided; want %q, %d", tt.name, m.Selected, m.Counts().Decided, tt.selected, tt.decided)
		}
	}
	if d := m.Decision(ids[0]); d != Kept {
		t.Errorf("what was kept is %v", d)
	}
	if d := m.Decision(ids[1]); d != Undecided {
		t.Errorf("what was taken back is %v", d)
	}
}

func TestEditsOutliveAnotherDate(t *testing.T) {
	m := opened(t, war())
	id := m.Timeline.Events[1].ID
	redated := war()
	redated.Events[1].When = when.One(day("1931-05-07"))
	m, _ = after(m, Rename{id, "The siege began"}, Dismiss{m.Timeline.Events[0].ID}, Dated{m.Articles[0].ID, day("1931-05-05"), redated})
	e, _, ok := m.Event(id)
	if !ok || e.Title != "The siege began" || e.When.EDTF() != "1931-05-07" || len(m.Timeline.Events) != 2 {
		t.Errorf("the event is %q at %s, of %d", e.Title, e.When.EDTF(), len(m.Timeline.Events))
	}
}

func TestEventsKeepTheirNames(t *testing.T) {
	copied := war()
	copied.Document.Path = "/elsewhere/war.txt"
	copied.Document.Text += "It was over."
	m := opened(t, war(), copied)
	second := slices.Clone(m.Articles[1].Review.IDs)
	if slices.Equal(second, m.Articles[0].Review.IDs) {
		t.Fatal("the events of two articles have the same names")
	}
	m, _ = after(m, CloseArticle{m.Articles[0].ID})
	for _, id := range second {
		if _, _, ok := m.Event(id); !ok {
			t.Errorf("event %q has another name after the first article was closed", id)
		}
	}
}
