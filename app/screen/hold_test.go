package screen

import (
	"testing"

	"fyne.io/fyne/v2"
)

// haul moves the pointer with the button down.
func haul(s *stage, from, to fyne.Position) {
	s.MouseDown(mouse(from.X, from.Y))
	ev := &fyne.DragEvent{}
	ev.Position = to
	s.Dragged(ev)
	s.DragEnd()
	s.MouseUp(mouse(to.X, to.Y))
}

func TestHold(t *testing.T) {
	s := newStage(t)
	s.SetViewport(view)
	s.Select("event-a")
	s.events = nil
	on, off := fyne.NewPos(110, 60), fyne.NewPos(10, 10)
	haul(s, on, on.AddXY(30, 0))
	s.expect(t, "screen.Panned{DX:-30}")
	s.Hold("event-a")
	haul(s, on, on.AddXY(30, 0))
	s.expect(t, "screen.Moved{Group:event-a DX:30}", "screen.Dropped{Group:event-a}")
	haul(s, off, off.AddXY(30, 0))
	s.expect(t, "screen.Panned{DX:-30}")
	before := s.tools.selection.Position().X
	s.ShowHeld(24, "May 6")
	if got := s.tools.selection.Position().X - before; got != 24 || s.tools.card.text.Text != "May 6" || !s.tools.card.box.Visible() {
		t.Errorf("the outline is moved by %v, the card says %q", got, s.tools.card.text.Text)
	}
	s.ShowHeld(0, "")
	if s.tools.selection.Position().X != before || s.tools.card.box.Visible() {
		t.Error("what is let go still shows where it was held")
	}
	s.Hold("")
	haul(s, on, on.AddXY(30, 0))
	s.expect(t, "screen.Panned{DX:-30}")
}
