package screen

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestFlag(t *testing.T) {
	s := newStage(t)
	s.SetViewport(view)
	s.events = nil
	s.SetFlag(Flag{Group: "date-a", At: 200, Words: "Article of May 5"})
	b := s.tools.banner
	if !b.line.Visible() || b.line.Position().X != 200 {
		t.Fatalf("the flag stands at %v, visible: %v", b.line.Position(), b.line.Visible())
	}
	foot := fyne.NewPos(200, s.Size().Height-10)
	haul(s, foot, foot.AddXY(30, 0))
	s.expect(t, "screen.Moved{Group:date-a DX:30}", "screen.Dropped{Group:date-a}")
	s.MouseDown(mouse(foot.X, foot.Y))
	s.MouseUp(mouse(foot.X, foot.Y))
	s.expect(t, "screen.Clicked{Group:date-a}")
	haul(s, fyne.NewPos(200, 20), fyne.NewPos(230, 20))
	s.expect(t, "screen.Panned{DX:-30}")
	for _, v := range []float64{-300, 300} {
		s.SetViewport(view.Pan(v))
		if b.line.Visible() {
			t.Errorf("panned by %v the flag is still to be seen", v)
		}
	}
	s.SetViewport(view)
	s.SetFlag(Flag{})
	if b.box.Visible() {
		t.Error("no flag is to be seen")
	}
}
