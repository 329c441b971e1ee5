package screen

import "fyne.io/fyne/v2"

// focus tells how the keyboard came to a Screen. The ring that shows it is for
// those who came by keyboard; a click needs none, nor does a program.
type focus struct {
	led  bool // the program is turning the keyboard here
	away bool // the keyboard was elsewhere in the window, not only the window behind another
	ring bool
}

// Focus turns the keyboard of the window to the screen.
func (s *Screen) Focus(c fyne.Canvas) {
	s.focus.led = true
	c.Focus(s)
	s.focus.led = false
	s.showRing(false)
}

func (s *Screen) showRing(visible bool) {
	s.focus.ring = visible
	s.tools.focus(visible)
}

// FocusGained implements fyne.Focusable. A window that comes to the front again
// calls it too.
func (s *Screen) FocusGained() {
	if s.focus.away {
		s.focus.ring = !s.focus.led
	}
	s.focus.away = false
	s.tools.focus(s.focus.ring)
}

// FocusLost implements fyne.Focusable.
func (s *Screen) FocusLost() {
	s.tools.focus(false)
	fyne.Do(func() { // when it is known who has the keyboard now
		c := fyne.CurrentApp().Driver().CanvasForObject(s)
		s.focus.away = c == nil || c.Focused() != fyne.Focusable(s)
	})
}

// TypedKey implements fyne.Focusable.
func (s *Screen) TypedKey(ev *fyne.KeyEvent) {
	s.leave()
	s.report(Pressed{Key: ev.Name, Shift: modifiers()&fyne.KeyModifierShift != 0})
}

// TypedRune implements fyne.Focusable.
func (s *Screen) TypedRune(r rune) { s.report(Pressed{Rune: r}) }

// AcceptsTab implements fyne.Tabbable: Tab steps through the events.
func (s *Screen) AcceptsTab() bool { return true }

var (
	_ fyne.Focusable = (*Screen)(nil)
	_ fyne.Tabbable  = (*Screen)(nil)
)
