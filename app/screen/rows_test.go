package screen

import (
	"testing"

	"fyne.io/fyne/v2"
)

// tallStage is a stage whose rows need 500 of the window's 200 units; they are
// scrolled below an axis of 40. The row of "event-low" stands at 400.
func tallStage(t *testing.T) *stage {
	t.Helper()
	s := newStage(t)
	s.SetPainter(func(f Frame, done func(Picture)) {
		s.frames = append(s.frames, f)
		p := pictureOf(f)
		p.Content = 500
		p.Lanes.Y, p.Lanes.W, p.Lanes.H = 40, 400, 160
		p.Row = func(group string) (top, height float64, ok bool) { return 400, 50, group == "event-low" }
		done(p)
	}, s.style)
	s.SetViewport(view)
	s.events = nil
	return s
}

func drag(s *stage, from, to fyne.Position) {
	s.MouseDown(mouse(from.X, from.Y))
	ev := &fyne.DragEvent{}
	ev.Position = to
	s.Dragged(ev)
	s.MouseUp(mouse(to.X, to.Y))
}

func TestRowsScroll(t *testing.T) {
	at := fyne.NewPos
	tests := []struct {
		name string
		do   func(*stage)
		want float64
	}{
		{"at first", func(*stage) {}, 0},
		{"dragged up", func(s *stage) { drag(s, at(100, 150), at(100, 90)) }, 60},
		{"dragged down from the top", func(s *stage) { drag(s, at(100, 90), at(100, 150)) }, 0},
		{"dragged past the end", func(s *stage) { drag(s, at(100, 190), at(100, -900)) }, 300},
		{"a window down", func(s *stage) { s.Page(1) }, 144},
		{"a window up from the top", func(s *stage) { s.Page(-1) }, 0},
		{"no window", func(s *stage) { s.Page(0) }, 0},
		{"the scrollbar to its end", func(s *stage) { drag(s, at(394, 60), at(394, 190)) }, 300},
		{"an event below", func(s *stage) { s.Select("event-low") }, 258},
		{"an event above", func(s *stage) { s.scrollTo(300); s.Page(1); s.Select("event-low") }, 300},
		{"an event without a row", func(s *stage) { s.Page(1); s.Select("fold-1") }, 144},
		{"a window of another size", func(s *stage) {
			s.Select("event-low")
			s.scrollTo(0)
			s.win.Resize(fyne.NewSize(390, 200))
		}, 258},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tallStage(t)
			tt.do(s)
			if got := s.frames[len(s.frames)-1].Scroll; got != tt.want || s.rows.scroll != tt.want {
				t.Errorf("the rows are scrolled by %v, painted by %v, want %v", s.rows.scroll, got, tt.want)
			}
		})
	}
}

func TestScrollbarShowsWhereRowsAre(t *testing.T) {
	s := tallStage(t)
	if !s.tools.thumb.Visible() || s.tools.thumb.Position().Y != 44 {
		t.Errorf("the scrollbar stands at %v, visible %v", s.tools.thumb.Position(), s.tools.thumb.Visible())
	}
	s.Page(9)
	if end := s.tools.thumb.Position().Y + s.tools.thumb.Size().Height; end != 196 {
		t.Errorf("at the last row the scrollbar ends at %v, want 196", end)
	}
	low := newStage(t)
	low.SetViewport(view)
	low.Page(1)
	if low.tools.thumb.Visible() || low.rows.scroll != 0 {
		t.Errorf("without rows out of sight the scrollbar shows %v, scrolled by %v", low.tools.thumb.Visible(), low.rows.scroll)
	}
}

func TestTheScrollbarIsNotThePicture(t *testing.T) {
	s := tallStage(t)
	drag(s, fyne.NewPos(394, 60), fyne.NewPos(394, 80))
	s.expect(t, "screen.Painted{Drawn:1 Folded:0 Folds:[]}")
	s.MouseDown(mouse(394, 65))
	s.MouseUp(mouse(394, 65))
	s.expect(t)
}

func TestAScrolledRowIsShown(t *testing.T) {
	s := tallStage(t)
	for group, want := range map[string]bool{"event-a": true, "event-low": true, "event-b": false} {
		if got := s.Shows(group); got != want {
			t.Errorf("Shows(%q) = %v", group, got)
		}
	}
}
