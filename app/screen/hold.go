package screen

import (
	"fyne.io/fyne/v2"

	"dateline/timeline/scene"
)

// held is the group that can be dragged, and how far it has been.
type held struct {
	group string  // ID; empty for none
	grip  string  // what the pointer has hold of: the group or a flag; empty for neither
	shift float64 // units by which it is shown away from where it stands
	words string  // what the card says meanwhile
}

// Hold lets the group of the given ID be dragged, which is reported as Moved and
// Dropped. All others are dragged with the picture.
func (s *Screen) Hold(group string) {
	if group != s.held.group {
		s.held = held{group: group, grip: s.held.grip}
		s.place()
	}
}

// ShowHeld shows the held group away from where it stands, with words beside the
// pointer.
func (s *Screen) ShowHeld(shift float64, words string) {
	if shift == s.held.shift && words == s.held.words {
		return
	}
	s.held.shift, s.held.words = shift, words
	s.place()
	s.tools.card.show(words, s.press.at, s.Size())
}

// gripAt returns what can be dragged at a place, or "".
func (s *Screen) gripAt(at fyne.Position) string {
	switch {
	case s.onBar(at):
		return ""
	case s.tools.banner.holds(at):
		return s.flag.Group
	case s.groupAt(at) == s.held.group:
		return s.held.group
	}
	return ""
}

// heldRect returns where the outline of the selected group stands.
func (s *Screen) heldRect() scene.Rect {
	box := s.groupRect(s.selected)
	if s.selected == s.held.group {
		box.X += s.held.shift
	}
	return box
}

// dragHeld reports where the pointer has taken what it has hold of.
func (s *Screen) dragHeld() {
	s.report(Moved{Group: s.held.grip, DX: float64(s.press.at.X - s.press.start.X)})
}
