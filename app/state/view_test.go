package state

import (
	"math"
	"testing"

	"dateline/parse/when"
	"dateline/timeline/axis"
)

func TestResize(t *testing.T) {
	fitted := rigid{}.Fit(1000)
	panned := fitted.Pan(100)
	wider := func(v axis.Viewport, width float64) axis.Viewport {
		v.Width = width
		return v
	}
	tests := []struct {
		name   string
		before []Msg
		resize Resize
		want   axis.Viewport
		fitted bool
		room   Room
	}{
		{"fitted", nil, Resize{1200, 600, 830}, wider(fitted, 1200), true, Room{830, 600}},
		{"not fitted", []Msg{Pan{100}}, Resize{1200, 700, 830}, wider(panned, 1200), false, Room{830, 700}},
		{"a panel opens", []Msg{ShowTray{}}, Resize{630, 600, 630}, wider(fitted, 630), true, Room{630, 600}},
		{"a panel opens, not fitted", []Msg{Pan{100}, ShowTray{}}, Resize{630, 600, 630}, wider(panned, 630), false, Room{630, 600}},
		{"no size", nil, Resize{0, 0, 0}, fitted, true, Room{630, 600}},
		{"nonsense", nil, Resize{math.NaN(), 600, 630}, fitted, true, Room{630, 600}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, _ := after(opened(t, war()), tt.before...)
			m, _ = after(m, tt.resize)
			if m.Viewport != tt.want || m.Fitted != tt.fitted || m.Room != tt.room {
				t.Errorf("viewport %+v, fitted %v, room %+v; want %+v, %v, %+v", m.Viewport, m.Fitted, m.Room, tt.want, tt.fitted, tt.room)
			}
		})
	}
}

func TestResizeKeepsTheSelectedEventInSight(t *testing.T) {
	m := opened(t, war())
	last := m.Timeline.Events[2]
	m, _ = after(m, Pan{10}, Select{last.ID}, Resize{500, 600, 630})
	if x := m.Viewport.X(last.When.Hull().Start); x < 0 || x > 500 {
		t.Errorf("the selected event stands at %v of 500", x)
	}
}

func TestResizeBesideTheArticleKeepsTheScale(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, Browse{m.Articles[0].ID})
	before := m.Viewport
	m, _ = after(m, Resize{400, 600, 630})
	before.Width = 400
	if m.Viewport != before {
		t.Errorf("the viewport is %+v, want %+v", m.Viewport, before)
	}
}

func TestMoving(t *testing.T) {
	tests := []struct {
		name    string
		msg     Msg
		want    func(axis.Viewport) axis.Viewport
		fitted  bool
		flights bool
	}{
		{"pan", Pan{50}, func(v axis.Viewport) axis.Viewport { return v.Pan(50) }, false, false},
		{"zoom", Zoom{2, 300}, func(v axis.Viewport) axis.Viewport { return v.Zoom(2, 300) }, false, false},
		{"zoom by nothing", Zoom{0, 300}, func(v axis.Viewport) axis.Viewport { return v }, true, false},
		{"zoom by nonsense", Zoom{math.NaN(), 300}, func(v axis.Viewport) axis.Viewport { return v }, true, false},
		{"a step", ZoomStep{2}, func(v axis.Viewport) axis.Viewport { return v.Zoom(2, 500) }, false, true},
		{"smooth zoom", FlyZoom{2, 300}, func(v axis.Viewport) axis.Viewport { return v.Zoom(2, 300) }, false, true},
		{"fit what is fitted", Fit{}, func(v axis.Viewport) axis.Viewport { return v }, true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := opened(t, war())
			want := tt.want(m.Viewport)
			got, effect := Update(m, tt.msg)
			if _, flies := effect.(Fly); flies != tt.flights {
				t.Errorf("the effect is %#v, want a flight: %v", effect, tt.flights)
			}
			got, _ = settle(got, effect)
			if got.Viewport != want || got.Fitted != tt.fitted {
				t.Errorf("viewport %+v, fitted %v; want %+v, %v", got.Viewport, got.Fitted, want, tt.fitted)
			}
			again, _ := after(got, Fit{})
			if again.Viewport != m.Viewport || !again.Fitted {
				t.Errorf("Fit leads to %+v, fitted %v", again.Viewport, again.Fitted)
			}
		})
	}
}

func TestZoomStepKeepsTheSelectedEvent(t *testing.T) {
	m := opened(t, war())
	e := m.Timeline.Events[2]
	m, _ = after(m, Select{e.ID})
	before := m.Viewport.X(e.When.Hull().Start)
	m, _ = after(m, ZoomStep{3})
	if x := m.Viewport.X(e.When.Hull().Start); math.Abs(x-before) > 0.01 {
		t.Errorf("the selected event moved from %v to %v", before, x)
	}
}

func TestZoomTo(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, ZoomTo{m.Timeline.Events[1].ID})
	start, end := m.Viewport.X(when.Date(1921, 5, 7)), m.Viewport.X(when.Date(1921, 5, 8))
	if start < 300 || end > 700 || end-start < 150 {
		t.Errorf("the day stands at %v to %v of 1000", start, end)
	}
	same, effect := Update(m, ZoomTo{"none"})
	if effect != nil || same.Viewport != m.Viewport {
		t.Errorf("zooming to no event does %#v", effect)
	}
}

func TestWithoutASizeNothingMoves(t *testing.T) {
	for _, msg := range []Msg{Pan{5}, Zoom{2, 5}, ZoomStep{2}, FlyZoom{2, 5}, Fit{}, ZoomTo{"none"}, Show{rigid{}.Fit(1000)}} {
		m, effect := Update(New(), msg)
		if m.Viewport != (axis.Viewport{}) || effect != nil {
			t.Errorf("%#v gives %+v and %#v", msg, m.Viewport, effect)
		}
	}
}

func TestArrangedTooLate(t *testing.T) {
	m := opened(t, war())
	late := Arranged{Arrange: Arrange{m.Timeline, Room{1, 1}}, Arrangement: nil}
	if got, _ := Update(m, late); got.Arrangement == nil {
		t.Error("an arrangement for another size was taken")
	}
}

func TestDrew(t *testing.T) {
	m, _ := Update(New(), Drew{Drawing{Drawn: 3, Folded: 4}})
	if m.Drawing != (Drawing{3, 4}) {
		t.Errorf("the drawing is %+v", m.Drawing)
	}
}
