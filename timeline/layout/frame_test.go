package layout

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/scene"
)

func TestSummary(t *testing.T) {
	for want, f := range map[string]Frame{
		"0 events":                            {},
		"1 event":                             {Events: 1, Drawn: 1},
		"312 events":                          {Events: 312, Drawn: 312},
		"1,240 events, 312 drawn, 928 folded": {Events: 1240, Drawn: 312, Folded: 928},
		"1,000,000 events, 0 drawn, 1,000,000 folded": {Events: 1e6, Folded: 1e6},
	} {
		if got := f.Summary(); got != want {
			t.Errorf("Summary = %q, want %q", got, want)
		}
	}
}

func TestThePointerFindsEveryEvent(t *testing.T) {
	l := New(timeline.New("Every kind of mark", everyKind()), ruler{}, Options{Width: 1200})
	v := l.Fit(1200)
	f := l.Frame(v, l.Height(v, Style{}), Style{Theme: Light()})
	for id, g := range groups(f, "event-") {
		for _, item := range g.Items {
			if text, ok := item.(scene.Text); ok {
				if got := f.Scene.At(scene.Point{X: text.At.X + 2, Y: text.At.Y - 3}); got != id {
					t.Errorf("the pointer on %q means %q, want %q", text.String, got, id)
				}
			}
		}
	}
	if got := f.Scene.At(scene.Point{X: 1190, Y: f.Scene.Height - 2}); got != "" {
		t.Errorf("the pointer on nothing means %q", got)
	}
}

func TestScrollMovesLanesUnderTheAxis(t *testing.T) {
	l := New(timeline.New("Many", manyEvents(200)), ruler{}, Options{Width: 1000})
	v := l.Fit(1000)
	still, scrolled := l.Frame(v, 300, Style{Theme: Light()}), l.Frame(v, 300, Style{Theme: Light(), Scroll: 100})
	if still.Content <= 300 || still.Content != scrolled.Content {
		t.Errorf("the content is %v high, scrolled %v", still.Content, scrolled.Content)
	}
	if still.Drawn != scrolled.Drawn {
		t.Errorf("%d events drawn, scrolled %d", still.Drawn, scrolled.Drawn)
	}
	before, after := groups(still, "event-"), groups(scrolled, "event-")
	for id, g := range before {
		if moved, ok := after[id]; ok && moved.Hit.Y != g.Hit.Y-100 {
			t.Errorf("%s scrolls from %v to %v", id, g.Hit.Y, moved.Hit.Y)
		}
	}
}

func TestHeightShowsEveryRow(t *testing.T) {
	l := New(timeline.New("Many", manyEvents(200)), ruler{}, Options{Width: 1000})
	v := l.Fit(1000)
	style := Style{Theme: Light(), Heading: true, Legend: true, Summary: true, Settled: true}
	height := l.Height(v, style)
	f := l.Frame(v, height, style)
	if got := len(groups(f, "event-")); got != f.Drawn {
		t.Errorf("%d of %d events stand in a picture of the natural height", got, f.Drawn)
	}
	for id, g := range groups(f, "event-") {
		if box := body(g); box.Right() > 1000-margin/2 || box.X < margin-1 || box.Bottom() > height {
			t.Errorf("%s reaches out of the whole timeline: %+v", id, box)
		}
	}
}
