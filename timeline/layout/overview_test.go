package layout

import (
	"math"
	"testing"

	"dateline/timeline"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

func TestOverviewShowsTheWindow(t *testing.T) {
	l := New(timeline.New("Overview", manyEvents(1000)), ruler{}, Options{Width: 800, Gaps: BreakGaps})
	whole := l.Fit(800)
	for _, v := range []axis.Viewport{whole, whole.Zoom(5, 300), whole.Zoom(5000, 700), whole.Zoom(0.1, 100), whole.Pan(5000)} {
		s := l.Overview(v, 40, Style{Theme: Light()})
		found := make(map[string]scene.Rect)
		for _, item := range s.Items {
			if g, ok := item.(scene.Group); ok {
				found[g.ID] = g.Hit
			}
		}
		window := found[OverviewWindow]
		if window.X < 0 || window.Right() > 800+leastWindow || window.W < leastWindow {
			t.Errorf("the window is %+v", window)
		}
		from, to := whole.X(v.At(0)), whole.X(v.At(v.Width))
		if from >= 0 && to <= 800 && to-from > leastWindow && (math.Abs(window.X-from) > 1 || math.Abs(window.Right()-to) > 1) {
			t.Errorf("the window reaches from %v to %v, want %v to %v", window.X, window.Right(), from, to)
		}
		if s.At(scene.Point{X: window.X, Y: 20}) != OverviewStart {
			t.Errorf("the pointer at the window's start means %q", s.At(scene.Point{X: window.X, Y: 20}))
		}
	}
}
