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
		{"shown by nobody", Show{rigid{}.Fit(1000).Pan(9)}, func(v axis.Viewport) axis.Viewport { return v }, true, false},
		{"a step", ZoomStep{2}, func(v axis.Viewport) axis.Viewport { return v.Zoom(2, 500) }, false, true},
		{"smooth zoom", FlyZoom{2, 300}, func(v axis.Viewport) axis.Viewport { return v.Zoom(2, 300) }, false, true},
		{"into ten weeks", ZoomInto{when.Interval{Start: when.Date(1921, 5, 5), End: when.Date(1921, 7, 14)}}, func(v axis.Viewport) axis.Viewport {
			return v.Pan(182.5+17.5-500).Zoom(20, 500)
		}, false, true},
		{"into a decade", ZoomInto{when.Date(1920, 1, 1).Unit(when.Decade)}, func(v axis.Viewport) axis.Viewport {
			middle := (v.X(when.Date(1920, 1, 1)) + v.X(when.Date(1930, 1, 1))) / 2
			return v.Pan(middle-500).Zoom(2, 500)
		}, false, true},
		{"into a second", ZoomInto{when.Date(1921, 5, 5).Unit(when.Second)}, func(v axis.Viewport) axis.Viewport {
			return v.Pan(182.5-500).Zoom(24, 500)
		}, false, true},
		{"into nothing", ZoomInto{}, func(v axis.Viewport) axis.Viewport { return v }, true, false},
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
			if !alike(got.Viewport, want) || got.Fitted != tt.fitted {
				t.Errorf("viewport %+v, fitted %v; want %+v, %v", got.Viewport, got.Fitted, want, tt.fitted)
			}
			again, _ := after(got, Fit{})
			if again.Viewport != m.Viewport || !again.Fitted {
				t.Errorf("Fit leads to %+v, fitted %v", again.Viewport, again.Fitted)
			}
		})
	}
}

// alike reports whether two viewports show the same to a thousandth of a pixel.
func alike(a, b axis.Viewport) bool {
	off := math.Abs(a.X(b.Origin) - b.X(b.Origin))
	return math.Abs(a.PerPixel/b.PerPixel-1) < 1e-9 && off < 1e-3 && a.Width == b.Width
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
	for _, msg := range []Msg{Pan{5}, Zoom{2, 5}, ZoomStep{2}, FlyZoom{2, 5}, Fit{}, ZoomInto{when.Date(1921, 1, 1).Unit(when.Year)}, ZoomTo{"none"}, Show{rigid{}.Fit(1000)}} {
		m, effect := Update(New(), msg)
		if m.Viewport != (axis.Viewport{}) || effect != nil {
			t.Errorf("%#v gives %+v and %#v", msg, m.Viewport, effect)
		}
	}
}

func TestFlight(t *testing.T) {
	m := opened(t, war())
	first := m.Viewport
	m, _ = Update(m, ZoomStep{2})
	m, effect := Update(m, ZoomStep{2})
	if want := first.Zoom(4, 500); !m.Flying || !alike(effect.(Fly).To, want) {
		t.Errorf("two steps lead to %+v, want %+v", effect, want)
	}
	m, _ = Update(m, Show{first.Zoom(1.5, 500)})
	if want := first.Zoom(1.5, 500); m.Viewport != want {
		t.Errorf("on the way the viewport is %+v, want %+v", m.Viewport, want)
	}
	landed, effect := Update(m, Pan{10})
	if want := first.Zoom(1.5, 500).Pan(10); landed.Viewport != want || landed.Flying || effect != (Land{}) {
		t.Errorf("panning leads to %+v, flying %v, and does %#v", landed.Viewport, landed.Flying, effect)
	}
	if late, _ := Update(landed, Show{first}); late.Viewport != landed.Viewport {
		t.Error("a flight that has ended still moves the viewport")
	}
	if late, _ := Update(landed, Arrived{}); late.Viewport != landed.Viewport {
		t.Error("a flight that has ended still arrives")
	}
	m, _ = Update(m, Arrived{})
	if want := first.Zoom(4, 500); !alike(m.Viewport, want) || m.Flying {
		t.Errorf("the flight ends at %+v, flying %v; want %+v", m.Viewport, m.Flying, want)
	}
}

func TestSelectingDoesNotEndTheFlightBackToAll(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, Select{m.Timeline.Events[0].ID})
	m, _ = Update(m, Resize{630, 600, 630})
	m, effect := Update(m, Step{1})
	if !m.Fitted || effect != nil {
		t.Errorf("fitted is %v, and the step does %#v", m.Fitted, effect)
	}
}

func TestArrangedTooLate(t *testing.T) {
	m := opened(t, war())
	late := Arranged{Arrange: Arrange{Timeline: m.Timeline, Room: Room{1, 1}}, Arrangement: nil}
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

func TestZoomToSpan(t *testing.T) {
	m := opened(t, war())
	span := when.Interval{Start: when.Date(1921, 5, 1), End: when.Date(1921, 6, 1)}
	m, _ = after(m, ZoomToSpan{span})
	if got := m.goal().Visible(); got.Start != span.Start || got.End < span.End || got.End > span.End+1 {
		t.Errorf("in sight is %v, want %v", got, span)
	}
	before := m.goal()
	m, _ = after(m, ZoomToSpan{when.Interval{Start: 5, End: 5}}, ZoomToSpan{when.Interval{Start: when.First, End: 5}})
	if m.goal() != before {
		t.Errorf("no stretch leads to %v", m.goal().Visible())
	}
}
