package screen

import (
	"cmp"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/timeline/scene"
)

// Event is something that the reader did on a Screen, or that became of it. The
// set is closed: the types of this file. Places are in Fyne's units from the
// screen's left upper corner.
type Event interface {
	event()
}

// Resized reports a new size.
type Resized struct{ Width, Height float64 }

// Painted reports that a new picture is shown, and what it shows of the timeline.
type Painted struct {
	Drawn  int // events with a mark of their own
	Folded int // events that share a mark
	Folds  []Fold
}

// Panned asks for the window to move by DX: positive shows later times.
type Panned struct{ DX float64 }

// Zoomed asks for the scale to be multiplied by Factor around X.
type Zoomed struct{ Factor, X float64 }

// Clicked reports a click on a group, or on none if Group is empty.
type Clicked struct{ Group string }

// DoubleClicked reports the second click of a double click, which is not
// reported as Clicked.
type DoubleClicked struct {
	Group string
	X     float64
}

// Moved reports that the group that can be dragged is held DX from where it stands.
type Moved struct {
	Group string
	DX    float64
}

// Dropped reports that the group that was held has been let go.
type Dropped struct{ Group string }

// Pressed reports a key. Rune is set instead of Key for keys that write.
type Pressed struct {
	Key   fyne.KeyName
	Rune  rune
	Shift bool
}

func (Resized) event()       {}
func (Painted) event()       {}
func (Panned) event()        {}
func (Zoomed) event()        {}
func (Clicked) event()       {}
func (DoubleClicked) event() {}
func (Moved) event()         {}
func (Dropped) event()       {}
func (Pressed) event()       {}

// press is a mouse button that is down, and the click before it.
type press struct {
	moved     bool          // since the button went down
	at        fyne.Position // where it went down, or was dragged to
	lastClick time.Time
	lastPlace fyne.Position
	lastGroup string
	start     fyne.Position // where it went down
	bar       bool          // it went down on the scrollbar
	band      bool          // it went down with Shift: a band is drawn
	scroll    float64       // of the rows when it went down
	still     bool          // the pointer has not moved since, nor has the reader moved the picture
}

const (
	notch       = 25                     // what Fyne reports for one notch of a wheel
	notchFactor = 1.25                   // zoom of one notch
	mostNotches = 4                      // Fyne exaggerates fast wheels
	notchPan    = 60                     // units that one notch pans
	doubleClick = 400 * time.Millisecond // longest time between the two clicks
	steady      = 4                      // units that the pointer may tremble
)

// Scrolled implements fyne.Scrollable: the wheel zooms, Shift and the wheel or a
// horizontal wheel pan.
func (s *Screen) Scrolled(ev *fyne.ScrollEvent) {
	s.leave()
	if math.Abs(float64(ev.Scrolled.DX)) > math.Abs(float64(ev.Scrolled.DY)) {
		s.report(Panned{DX: -notches(ev.Scrolled.DX) * notchPan})
		return
	}
	n := notches(ev.Scrolled.DY)
	if modifiers()&fyne.KeyModifierShift != 0 {
		s.report(Panned{DX: -n * notchPan})
		return
	}
	s.report(Zoomed{Factor: math.Pow(notchFactor, n), X: float64(ev.Position.X)})
}

func notches(d float32) float64 {
	return min(max(float64(d)/notch, -mostNotches), mostNotches)
}

// modifiers returns the keys that are held, none where the driver cannot tell.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Dragged implements fyne.Draggable. It goes by the place rather than by Fyne's
// steps, which leave out what the pointer moved before Fyne calls it a drag.
func (s *Screen) Dragged(ev *fyne.DragEvent) {
	s.press.moved = true
	s.leave()
	dy := float64(ev.Position.Y - s.press.start.Y)
	if s.press.bar {
		s.dragBar(dy)
		return
	}
	dx := ev.Position.X - s.press.at.X
	s.press.at = ev.Position
	switch {
	case s.held.grip != "":
		s.dragHeld()
		return
	case s.press.band:
		s.dragBand()
		return
	}
	s.report(Panned{DX: -float64(dx)})
	s.scrollTo(s.press.scroll - dy)
}

// DragEnd implements fyne.Draggable.
func (s *Screen) DragEnd() {
	if s.press.band {
		s.dropBand()
	}
	if grip := s.held.grip; grip != "" {
		s.held.grip = ""
		s.place()
		s.report(Dropped{Group: grip})
	}
}

// MouseDown implements desktop.Mouseable.
func (s *Screen) MouseDown(ev *desktop.MouseEvent) {
	s.press.moved, s.press.at, s.press.start = false, ev.Position, ev.Position
	s.press.bar, s.press.scroll = s.onBar(ev.Position), s.rows.scroll
	s.held.grip = s.gripAt(ev.Position)
	s.press.band = ev.Modifier&fyne.KeyModifierShift != 0 && !s.press.bar && s.held.grip == ""
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		s.Focus(c)
	}
}

// MouseUp implements desktop.Mouseable. Clicks are told from drags here rather
// than by Fyne's Tapped, which waits 300 ms for a second click. A pointer that
// has not moved since it clicked on a group still means that group, even if the
// click has moved the picture under it.
func (s *Screen) MouseUp(ev *desktop.MouseEvent) {
	if s.press.moved || s.press.bar || ev.Button != desktop.MouseButtonPrimary {
		return
	}
	group := s.groupAt(ev.Position)
	if s.tools.banner.holds(ev.Position) {
		group = s.flag.Group
	}
	s.held.grip = ""
	if s.press.still && near(ev.Position, s.press.lastPlace) {
		group = s.press.lastGroup
	}
	now := time.Now()
	again := s.press.still && now.Sub(s.press.lastClick) < doubleClick
	s.press = press{lastClick: now, lastPlace: ev.Position, lastGroup: group, still: true}
	if again {
		s.press.lastClick = time.Time{}
		s.report(DoubleClicked{Group: group, X: float64(ev.Position.X)})
		return
	}
	s.report(Clicked{Group: group})
}

func near(a, b fyne.Position) bool {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) <= steady
}

// MouseIn implements desktop.Hoverable.
func (s *Screen) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (s *Screen) MouseMoved(ev *desktop.MouseEvent) {
	s.pointer = ev.Position
	if !near(ev.Position, s.press.lastPlace) {
		s.press.still = false
	}
	if s.onBar(ev.Position) {
		s.hoverOver("")
		return
	}
	s.hoverOver(s.groupAt(ev.Position))
}

// leave forgets what the pointer was on, since the reader moves the picture.
func (s *Screen) leave() {
	s.press.still = false
	s.hoverOver("")
}

// MouseOut implements desktop.Hoverable.
func (s *Screen) MouseOut() { s.hoverOver("") }

// hoverOver outlines a group and names it beside the pointer.
func (s *Screen) hoverOver(group string) {
	if group != s.hovered {
		s.hovered = group
		s.place()
	}
	if group == "" {
		s.tools.card.hide()
		return
	}
	g, _ := find(s.shown.Scene.Items, group)
	s.tools.card.show(cmp.Or(g.Desc, g.Label), s.pointer, s.Size())
}

// groupAt returns the group at a place in the window, or "".
func (s *Screen) groupAt(at fyne.Position) string {
	if s.shown.Scene == nil {
		return ""
	}
	return s.shown.Scene.At(scene.Point{X: float64(at.X) - s.left(), Y: float64(at.Y)})
}

// Cursor implements desktop.Cursorable.
func (s *Screen) Cursor() desktop.Cursor {
	switch {
	case s.tools.banner.holds(s.pointer):
		return desktop.HResizeCursor
	case s.hovered != "":
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

var (
	_ fyne.Scrollable    = (*Screen)(nil)
	_ fyne.Draggable     = (*Screen)(nil)
	_ desktop.Mouseable  = (*Screen)(nil)
	_ desktop.Hoverable  = (*Screen)(nil)
	_ desktop.Cursorable = (*Screen)(nil)
)
