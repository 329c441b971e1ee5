package screen

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// stage is a screen in a window of 400 by 200 with what it asked for and
// reported. Pictures have one group of 40 by 20 at 100, 50 of the window.
type stage struct {
	*Screen
	frames []Frame
	done   []func(Picture) // those not called yet, if held
	held   bool
	events []string
	win    fyne.Window
}

func newStage(t *testing.T) *stage {
	t.Helper()
	test.NewTempApp(t)
	s := &stage{}
	s.Screen = New(s.paint, Style{Background: color.White}, func(ev Event) {
		s.events = append(s.events, fmt.Sprintf("%T%+v", ev, ev))
	})
	s.win = test.NewTempWindow(t, s.Screen)
	s.win.SetPadded(false)
	s.win.Resize(fyne.NewSize(400, 200))
	s.events = nil
	return s
}

func (s *stage) paint(f Frame, done func(Picture)) {
	s.frames = append(s.frames, f)
	if s.held {
		s.done = append(s.done, done)
		return
	}
	done(pictureOf(f))
}

func pictureOf(f Frame) Picture {
	box := scene.Rect{X: f.Window.X + 100, Y: 50, W: 40, H: 20}
	return Picture{
		Frame: f,
		Image: image.NewRGBA(image.Rect(0, 0, int(f.Viewport.Width*f.Scale), int(f.Window.H*f.Scale))),
		Scene: &scene.Scene{Items: []scene.Item{scene.Group{ID: "event-a", Label: "A", Hit: box}}},
		Drawn: 1,
	}
}

// view is a viewport of the stage, a second a pixel.
var view = axis.Viewport{PerPixel: 1, Width: 400}

// mouse is an event of the left button at a place.
func mouse(x, y float32) *desktop.MouseEvent {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(x, y)
	return ev
}

func (s *stage) expect(t *testing.T, want ...string) {
	t.Helper()
	if fmt.Sprint(s.events) != fmt.Sprint(want) {
		t.Errorf("reported %q, want %q", s.events, want)
	}
	s.events = nil
}

func TestPaintsPastTheEdges(t *testing.T) {
	s := newStage(t)
	s.SetViewport(view)
	if len(s.frames) != 1 {
		t.Fatalf("%d frames are asked for, want 1", len(s.frames))
	}
	f := s.frames[0]
	if f.Viewport.Width != 600 || f.Window != (scene.Rect{X: 100, W: 400, H: 200}) || f.Viewport.X(0) != 100 {
		t.Errorf("the frame is %+v", f)
	}
	s.expect(t, "screen.Painted{Drawn:1 Folded:0 Folds:[]}")
	s.SetViewport(view)
	if len(s.frames) != 1 {
		t.Error("the same viewport is painted again")
	}
}

func TestNothingIsPaintedWithoutAViewport(t *testing.T) {
	s := newStage(t)
	s.win.Resize(fyne.NewSize(500, 200))
	if len(s.frames) != 0 {
		t.Errorf("%d frames are asked for", len(s.frames))
	}
	s.expect(t, "screen.Resized{Width:500 Height:200}")
}

func TestOnePictureAtATime(t *testing.T) {
	s := newStage(t)
	s.held = true
	for i := range 5 {
		s.SetViewport(view.Pan(float64(i)))
	}
	if len(s.frames) != 1 {
		t.Fatalf("%d pictures are painted at a time", len(s.frames))
	}
	s.done[0](pictureOf(s.frames[0]))
	if len(s.frames) != 2 || s.frames[1].Viewport.X(0) != 96 {
		t.Fatalf("%d frames are asked for, the last with 0 at %v", len(s.frames), s.frames[1].Viewport.X(0))
	}
	s.done[1](pictureOf(s.frames[1]))
	if len(s.frames) != 2 {
		t.Error("a picture that is up to date is painted again")
	}
}

func TestPanningMovesThePictureAtHand(t *testing.T) {
	s := newStage(t)
	s.SetViewport(view)
	s.held = true
	s.SetViewport(view.Pan(30))
	if got := s.tools.raster.Position().X; got != -130 {
		t.Errorf("the picture stands at %v, want -130", got)
	}
	if got := s.groupAt(fyne.NewPos(75, 60)); got != "event-a" {
		t.Errorf("at the moved group there is %q", got)
	}
	s.SetViewport(view.Zoom(2, 0))
	if got := s.tools.raster.Position().X; got != -130 {
		t.Errorf("a picture of another scale moves to %v", got)
	}
}

func TestPicturesWithoutAnImageAreNotShown(t *testing.T) {
	s := newStage(t)
	s.held = true
	s.SetViewport(view)
	s.done[0](Picture{Frame: s.frames[0]})
	if s.Shows("event-a") || s.tools.raster.Visible() {
		t.Error("a picture without an image is shown")
	}
	s.expect(t)
}

func TestPointer(t *testing.T) {
	click := func(s *stage, x, y float32) {
		s.MouseMoved(mouse(x, y))
		s.MouseDown(mouse(x, y))
		s.MouseUp(mouse(x, y))
	}
	drag := func(s *stage, from, to float32) {
		s.MouseDown(mouse(from, 60))
		ev := &fyne.DragEvent{}
		ev.Position = fyne.NewPos(to, 60)
		s.Dragged(ev)
		s.MouseUp(mouse(to, 60))
	}
	wheel := func(dx, dy float32) func(*stage) {
		return func(s *stage) {
			ev := &fyne.ScrollEvent{Scrolled: fyne.Delta{DX: dx, DY: dy}}
			ev.Position = fyne.NewPos(120, 60)
			s.Scrolled(ev)
		}
	}
	tests := []struct {
		name string
		do   func(*stage)
		want []string
	}{
		{"a click", func(s *stage) { click(s, 110, 60) }, []string{"screen.Clicked{Group:event-a}"}},
		{"a click beside", func(s *stage) { click(s, 10, 60) }, []string{"screen.Clicked{Group:}"}},
		{"a double click", func(s *stage) { click(s, 110, 60); click(s, 111, 61) }, []string{"screen.Clicked{Group:event-a}", "screen.DoubleClicked{Group:event-a X:111}"}},
		{"two clicks apart", func(s *stage) { click(s, 110, 60); click(s, 10, 60) }, []string{"screen.Clicked{Group:event-a}", "screen.Clicked{Group:}"}},
		{"three clicks", func(s *stage) { click(s, 110, 60); click(s, 110, 60); click(s, 110, 60) }, []string{"screen.Clicked{Group:event-a}", "screen.DoubleClicked{Group:event-a X:110}", "screen.Clicked{Group:event-a}"}},
		{"a second click where the picture has moved", func(s *stage) {
			click(s, 110, 60)
			s.press.lastClick = s.press.lastClick.Add(-doubleClick)
			s.SetViewport(view.Pan(300))
			s.events = nil
			click(s, 110, 60)
		}, []string{"screen.Clicked{Group:event-a}"}},
		{"a drag", func(s *stage) { drag(s, 110, 80) }, []string{"screen.Panned{DX:30}"}},
		{"a drag and a click", func(s *stage) { drag(s, 110, 110); click(s, 110, 60) }, []string{"screen.Panned{DX:-0}", "screen.Clicked{Group:event-a}"}},
		{"the wheel", wheel(0, 25), []string{"screen.Zoomed{Factor:1.25 X:120}"}},
		{"the wheel back", wheel(0, -25), []string{"screen.Zoomed{Factor:0.8 X:120}"}},
		{"a wild wheel", wheel(0, 9000), []string{"screen.Zoomed{Factor:2.44140625 X:120}"}},
		{"a horizontal wheel", wheel(25, 1), []string{"screen.Panned{DX:-60}"}},
		{"a key", func(s *stage) { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) }, []string{"screen.Pressed{Key:Home Rune:0 Shift:false}"}},
		{"a character", func(s *stage) { s.TypedRune('+') }, []string{"screen.Pressed{Key: Rune:43 Shift:false}"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t)
			s.SetViewport(view)
			s.events = nil
			tt.do(s)
			s.expect(t, tt.want...)
		})
	}
}

func TestHover(t *testing.T) {
	s := newStage(t)
	s.SetViewport(view)
	s.MouseMoved(mouse(110, 60))
	if !s.tools.hover.Visible() || s.tools.card.text.Text != "A" || s.Cursor() != desktop.PointerCursor {
		t.Errorf("over a group: outline %v, card %q, cursor %v", s.tools.hover.Visible(), s.tools.card.text.Text, s.Cursor())
	}
	s.Select("event-a")
	if s.tools.hover.Visible() || !s.tools.selection.Visible() {
		t.Error("a selected group is outlined twice")
	}
	s.MouseOut()
	if s.tools.card.box.Visible() || s.Cursor() != desktop.DefaultCursor {
		t.Error("the card stays when the pointer leaves")
	}
	s.Select("")
	if s.tools.selection.Visible() {
		t.Error("the outline stays without a selection")
	}
}

func TestFocusRing(t *testing.T) {
	s := newStage(t)
	s.Focus(s.win.Canvas())
	if s.tools.ring.Visible() {
		t.Error("the ring shows though the program turned the keyboard here")
	}
	s.FocusLost() // the window goes behind another, and comes back
	s.FocusGained()
	if s.tools.ring.Visible() {
		t.Error("the ring shows after the window was behind another")
	}
	s.win.Canvas().Focus(nil)
	s.FocusLost() // Fyne's test driver does not wait until it is known who is next
	s.win.Canvas().Focus(s.Screen)
	if !s.tools.ring.Visible() {
		t.Error("the ring does not show for those who came by keyboard")
	}
	s.MouseDown(mouse(10, 10))
	if s.tools.ring.Visible() {
		t.Error("the ring shows after a click")
	}
}

func TestShorten(t *testing.T) {
	fits := func(s string) bool { return len([]rune(s)) <= 5 }
	for s, want := range map[string]string{"": "", "桂林": "桂林", "abcde": "abcde", "abcdef": "abcd…"} {
		if got := shorten(s, fits); got != want {
			t.Errorf("shorten(%q) = %q, want %q", s, got, want)
		}
	}
	if got := shorten("abc", func(string) bool { return false }); got != "…" {
		t.Errorf("without room there is %q", got)
	}
}
