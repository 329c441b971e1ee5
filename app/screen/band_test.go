package screen

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestBand(t *testing.T) {
	s := newStage(t)
	s.SetViewport(view)
	s.events = nil
	down := mouse(150, 20)
	down.Modifier = fyne.KeyModifierShift
	s.MouseDown(down)
	ev := &fyne.DragEvent{}
	ev.Position = fyne.NewPos(50, 60)
	s.Dragged(ev)
	s.expect(t, "screen.Spanned{From:50 To:150 Done:false}")
	if b := s.tools.band; !b.Visible() || b.Position().X != 50 || b.Size().Width != 100 {
		t.Errorf("the band is %v wide at %v", b.Size(), b.Position())
	}
	s.TellBand("12 days")
	if !s.tools.card.box.Visible() || s.tools.card.text.Text != "12 days" {
		t.Errorf("the card says %q", s.tools.card.text.Text)
	}
	s.DragEnd()
	s.MouseUp(mouse(50, 60))
	s.expect(t, "screen.Spanned{From:50 To:150 Done:true}")
	if s.tools.band.Visible() || s.tools.card.box.Visible() {
		t.Error("the band stays")
	}
	s.TellBand("late")
	if s.tools.card.box.Visible() {
		t.Error("words are told of no band")
	}
	haul(s, fyne.NewPos(10, 10), fyne.NewPos(40, 10))
	s.expect(t, "screen.Panned{DX:-30}")
}
