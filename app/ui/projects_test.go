package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/app/state"
)

func TestWindowNamesTheProject(t *testing.T) {
	b := newBench(t)
	b.load()
	tests := []struct {
		name string
		msg  state.Msg
		want string
	}{
		{"no project", state.Fit{}, "The Bridge – Dateline"},
		{"a project", state.ProjectCreated{Project: state.Project{Path: "/work/ferries.dateline"}}, "ferries – Dateline"},
		{"it cannot be written", state.Wrote{Unwritten: 2, Problem: "The disk is full."}, "Not written: ferries – Dateline"},
		{"it can again", state.Wrote{}, "ferries – Dateline"},
	}
	for _, tt := range tests {
		b.send(tt.msg)
		if got := b.win.Title(); got != tt.want {
			t.Errorf("%s: the title is %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWindowProposesPaths(t *testing.T) {
	b := newBench(t)
	b.load()
	if got := b.workName(); got != "bridge" {
		t.Errorf("the proposed name is %q", got)
	}
	b.send(state.ProjectCreated{Project: state.Project{Path: "/work/ferries.dateline"}})
	if name, folder := b.workName(), b.workFolder(); name != "ferries" || folder != "/work" {
		t.Errorf("proposed are %q in %q", name, folder)
	}
}

func TestWindowRenames(t *testing.T) {
	b := newBench(t)
	b.load()
	b.click(75, 110)
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if b.win.Canvas().Focused() != fyne.Focusable(b.event.typed) || !b.event.entry.Visible() || b.event.title.Visible() {
		t.Fatalf("F2 leaves the keyboard at %v", b.win.Canvas().Focused())
	}
	b.event.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.event.entry.Visible() || b.event.title.Text != "The council met on 5 May 1921" {
		t.Errorf("Escape leaves the title %q", b.event.title.Text)
	}
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	b.event.typed.SetText("The council decided")
	b.event.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.event.entry.Visible() || b.event.title.Text != "The council decided" || !strings.Contains(b.event.facts.Text, "renamed by you") {
		t.Errorf("afterwards the panel says %q and %q", b.event.title.Text, b.event.facts.Text)
	}
	if b.win.Canvas().Focused() != fyne.Focusable(b.screen) {
		t.Errorf("the keyboard is at %v", b.win.Canvas().Focused())
	}
}

func TestWindowDismisses(t *testing.T) {
	b := newBench(t)
	b.load()
	b.click(75, 110)
	if !b.restore.Disabled {
		t.Error("something can be restored")
	}
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if b.event.title.Text != "It began to build on Monday" || len(b.model.Timeline.Events) != 1 {
		t.Errorf("Delete shows %q of %d events", b.event.title.Text, len(b.model.Timeline.Events))
	}
	items := b.restore.ChildMenu.Items
	if b.restore.Disabled || len(items) != 1 || items[0].Label != "The council met on 5 May 1921" {
		t.Fatalf("the menu offers %v", items)
	}
	items[0].Action()
	if b.event.title.Text != "The council met on 5 May 1921" || len(b.model.Timeline.Events) != 2 {
		t.Errorf("restoring shows %q of %d events", b.event.title.Text, len(b.model.Timeline.Events))
	}
}

func TestWindowAsksBeforeItLosesWork(t *testing.T) {
	b := newBench(t)
	b.load()
	b.send(state.ProjectCreated{Project: state.Project{Path: "/work/ferries.dateline"}})
	b.send(state.Wrote{Unwritten: 1, Problem: "The disk is full."})
	closed := false
	b.OnClosed(func() { closed = true })
	b.askToClose()
	if closed || b.win.Canvas().Overlays().Top() == nil {
		t.Error("the window closed with a change that is not written")
	}
}
