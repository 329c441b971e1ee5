package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"dateline/app/screen"
	"dateline/app/state"
)

func TestKeyMessage(t *testing.T) {
	tests := []struct {
		key  screen.Pressed
		want state.Msg
	}{
		{screen.Pressed{Key: fyne.KeyLeft}, state.Pan{DX: -150}},
		{screen.Pressed{Key: fyne.KeyRight}, state.Pan{DX: 150}},
		{screen.Pressed{Key: fyne.KeyPageDown}, nil},
		{screen.Pressed{Key: fyne.KeyHome}, state.Fit{}},
		{screen.Pressed{Key: fyne.KeyTab}, state.Step{By: 1}},
		{screen.Pressed{Key: fyne.KeyTab, Shift: true}, state.Step{By: -1}},
		{screen.Pressed{Key: fyne.KeyReturn}, state.OpenArticle{}},
		{screen.Pressed{Key: fyne.KeyEscape}, state.Back{}},
		{screen.Pressed{Rune: '+'}, state.ZoomStep{Factor: zoomStep}},
		{screen.Pressed{Rune: '-'}, state.ZoomStep{Factor: 1 / zoomStep}},
		{screen.Pressed{Rune: 'x'}, nil},
		{screen.Pressed{Key: fyne.KeyF5}, nil},
	}
	for _, tt := range tests {
		if got := keyMessage(tt.key, 1000); got != tt.want {
			t.Errorf("keyMessage(%+v) = %#v, want %#v", tt.key, got, tt.want)
		}
	}
}

// The driver turns Ctrl+Z and its like into shortcuts for text, and lets a menu
// that knows one take it from the entry that has the keyboard.
func TestTextShortcuts(t *testing.T) {
	b := newBench(t)
	b.load()
	canvas, ok := b.win.Canvas().(fyne.Shortcutable)
	if !ok {
		t.Skip("the test canvas takes no shortcuts")
	}
	b.send(state.Select{Event: b.model.Timeline.Events[0].ID})
	b.send(state.Dismiss{})
	canvas.TypedShortcut(&fyne.ShortcutUndo{})
	if n := len(b.model.Timeline.Events); n != 2 {
		t.Errorf("undo leaves %d events", n)
	}
	canvas.TypedShortcut(&fyne.ShortcutRedo{})
	if n := len(b.model.Timeline.Events); n != 1 {
		t.Errorf("redo leaves %d events", n)
	}
	for _, m := range b.menus() {
		for _, a := range m.actions {
			switch a.keys.(type) {
			case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutSelectAll, *fyne.ShortcutPaste, *fyne.ShortcutCopy, *fyne.ShortcutCut:
				t.Errorf("%q takes a key from the entries", a.name)
			}
		}
	}
}
