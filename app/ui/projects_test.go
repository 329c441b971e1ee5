package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/app/state"
	"dateline/parse/when"
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

func TestWindowEdits(t *testing.T) {
	b := newBench(t)
	b.load()
	b.click(75, 110)
	b.screen.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if b.win.Canvas().Focused() != fyne.Focusable(b.form.title) || b.form.title.Text != "The council met on 5 May 1921" {
		t.Fatalf("F2 leaves the keyboard at %v, the title is %q", b.win.Canvas().Focused(), b.form.title.Text)
	}
	b.form.title.SetText("Nothing of this is kept")
	b.form.title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.model.Panel != state.EventPanel || b.event.title.Text != "The council met on 5 May 1921" {
		t.Errorf("Escape leaves the title %q in panel %v", b.event.title.Text, b.model.Panel)
	}
	b.screen.TypedRune('e')
	b.form.title.SetText("The council decided")
	b.form.date.SetText("June 1921")
	if !b.form.save.Disabled() {
		t.Error("a date that is not yet read can be saved")
	}
	b.send(state.TimeRead{Words: "June 1921", When: when.One(when.Date(1921, 6, 1).Unit(when.Month))})
	if b.form.save.Disabled() || b.form.meaning.Text != "Read as June 1921." {
		t.Errorf("the meaning is %q", b.form.meaning.Text)
	}
	b.form.color.SetSelected("Red")
	b.form.note.SetText("See the minutes")
	b.form.note.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	e, _, _ := b.model.Event(b.model.Selected)
	if e.Color != "#942a00" || b.event.date.Text != "June 1921" || b.event.note.Text != "See the minutes" {
		t.Errorf("afterwards the event is %+v", e)
	}
	if b.event.title.Text != "The council decided" || !strings.Contains(b.event.facts.Text, "renamed by you · dated by you · kept") {
		t.Errorf("afterwards the panel says %q and %q", b.event.title.Text, b.event.facts.Text)
	}
	if b.win.Canvas().Focused() != fyne.Focusable(b.screen) {
		t.Errorf("the keyboard is at %v", b.win.Canvas().Focused())
	}
}

func TestWindowReviews(t *testing.T) {
	b := newBench(t)
	b.load()
	b.screen.TypedRune('n')
	first := b.event.title.Text
	b.screen.TypedRune('k')
	if b.event.title.Text == first || !strings.Contains(b.status.counts.Text, "1 of 2 reviewed") {
		t.Errorf("K leaves %q and says %q", b.event.title.Text, b.status.counts.Text)
	}
	b.screen.TypedRune('d')
	if !strings.Contains(b.status.counts.Text, "2 of 2 reviewed") || !b.event.keep.Disabled() {
		t.Errorf("D says %q; the event left can be kept: %v", b.status.counts.Text, !b.event.keep.Disabled())
	}
}

func TestWindowSearches(t *testing.T) {
	b := newBench(t)
	b.load()
	b.send(state.ShowSearch{})
	if b.win.Canvas().Focused() != fyne.Focusable(b.search.typed) {
		t.Fatalf("the keyboard is at %v", b.win.Canvas().Focused())
	}
	b.search.typed.SetText("build")
	if f, ok := b.effects[len(b.effects)-1].(state.Find); !ok || f.Words != "build" {
		t.Fatalf("typing asks for %+v", b.effects)
	}
	second, article := b.model.Timeline.Events[1].ID, b.model.Articles[0]
	b.send(state.Found{Words: "build", Hits: []state.Hit{{Event: second}, {Article: article.ID, Span: article.Reading.Document.Blocks[0].Span}}})
	if b.search.told.Text != "2 hits" {
		t.Errorf("it says %q", b.search.told.Text)
	}
	b.search.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.model.Selected != second || b.model.Panel != state.SearchPanel {
		t.Errorf("Enter selects %q in panel %v", b.model.Selected, b.model.Panel)
	}
	b.search.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if b.model.Panel != state.ArticlePanel {
		t.Errorf("the second Enter leads to panel %v", b.model.Panel)
	}
	b.send(state.ShowSearch{})
	b.search.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.model.Panel != state.NoPanel || b.win.Canvas().Focused() != fyne.Focusable(b.screen) {
		t.Errorf("Escape leads to panel %v and the keyboard to %v", b.model.Panel, b.win.Canvas().Focused())
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
	b.AskToClose()
	if closed || b.win.Canvas().Overlays().Top() == nil {
		t.Error("the window closed with a change that is not written")
	}
}

func TestWindowAsksBeforeItClosesWithoutProject(t *testing.T) {
	b := newBench(t)
	b.load()
	closed := false
	b.OnClosed(func() { closed = true })
	b.send(state.Accept{Event: b.model.Timeline.Events[0].ID})
	b.AskToClose()
	if closed || b.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the window closed with a change that no project has")
	}
}
