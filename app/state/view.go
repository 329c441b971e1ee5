package state

import (
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
)

const (
	zoomMargin   = 0.38 // of the width, on both sides of one event
	revealMargin = 0.08 // of the width: an event closer to an edge is brought to the middle
)

// Resize reports the size of the timeline in pixels, and the width that is left
// of the window when a panel stands beside the timeline. The timeline is laid
// out for that width, so that opening a panel folds nothing.
type Resize struct{ Width, Height, BesidePanel float64 }

func (r Resize) update(m Model) (Model, Effect) {
	if !(r.Width > 0 && r.Height > 0) {
		return m, nil
	}
	var effects Effects
	if room := (Room{r.BesidePanel, r.Height}); room != m.Room {
		m.Room = room
		if len(m.Articles) > 0 {
			effects = append(effects, m.arrange())
		}
	}
	fitted := m.Fitted
	m.Viewport.Width = r.Width
	switch {
	case fitted && m.Panel == NoPanel:
		m = m.fit()
	case fitted && m.Panel != ArticlePanel:
		effects = append(effects, Fly{m.fit().Viewport})
	default:
		if e, _, ok := m.Event(m.Selected); ok {
			effects = append(effects, m.reveal(e))
		}
	}
	return m, effects
}

// Pan moves the window by DX pixels: positive shows later times.
type Pan struct{ DX float64 }

func (p Pan) update(m Model) (Model, Effect) { return Show{m.Viewport.Pan(p.DX)}.update(m) }

// Zoom divides the seconds per pixel by Factor and keeps the instant at X.
type Zoom struct{ Factor, X float64 }

func (z Zoom) update(m Model) (Model, Effect) {
	if !(z.Factor > 0) {
		return m, nil
	}
	return Show{m.Viewport.Zoom(z.Factor, z.X)}.update(m)
}

// ZoomStep zooms by Factor around the selected event if it is in sight, else
// around the middle.
type ZoomStep struct{ Factor float64 }

func (z ZoomStep) update(m Model) (Model, Effect) {
	x := m.Viewport.Width / 2
	if e, _, ok := m.Event(m.Selected); ok {
		if at := m.Viewport.X(closed(e).Start); at >= 0 && at <= m.Viewport.Width {
			x = at
		}
	}
	if m.Viewport.Width == 0 || !(z.Factor > 0) {
		return m, nil
	}
	return m, Fly{m.Viewport.Zoom(z.Factor, x)}
}

// FlyZoom zooms like Zoom, but smoothly.
type FlyZoom struct{ Factor, X float64 }

func (z FlyZoom) update(m Model) (Model, Effect) {
	if m.Viewport.Width == 0 || !(z.Factor > 0) {
		return m, nil
	}
	return m, Fly{m.Viewport.Zoom(z.Factor, z.X)}
}

// Show sets the viewport. A width of 0 keeps the present one.
type Show struct{ Viewport axis.Viewport }

func (s Show) update(m Model) (Model, Effect) {
	if m.Viewport.Width == 0 {
		return m, nil
	}
	s.Viewport.Width = m.Viewport.Width
	m.Viewport = s.Viewport
	m.Fitted = false
	return m, nil
}

// Fit shows the whole timeline.
type Fit struct{}

func (Fit) update(m Model) (Model, Effect) {
	to := m.fit()
	if to.Viewport == m.Viewport {
		return to, nil
	}
	return m, Fly{to.Viewport}
}

// Arrived reports that a flight has ended.
type Arrived struct{}

func (Arrived) update(m Model) (Model, Effect) {
	m.Fitted = m.Viewport == m.fit().Viewport
	return m, nil
}

// ZoomTo shows one event large.
type ZoomTo struct{ Event string }

func (z ZoomTo) update(m Model) (Model, Effect) {
	e, _, ok := m.Event(z.Event)
	if !ok || m.Viewport.Width == 0 {
		return m, nil
	}
	return m, Fly{axis.Fit(closed(e), m.Viewport.Width, m.Viewport.Width*zoomMargin)}
}

// Arranged reports that a timeline has been laid out.
type Arranged struct {
	Arrange
	Arrangement Arrangement
}

func (a Arranged) update(m Model) (Model, Effect) {
	if a.Arrange != m.arrange() {
		return m, nil // a newer one is on its way
	}
	m.Arrangement = a.Arrangement
	if m.Fitted {
		return m.fit(), nil
	}
	return m, nil
}

// Drew reports what the latest picture of the timeline shows.
type Drew struct{ Drawing Drawing }

func (d Drew) update(m Model) (Model, Effect) {
	m.Drawing = d.Drawing
	return m, nil
}

// arrange returns the wish for the arrangement that m needs.
func (m Model) arrange() Arrange { return Arrange{m.Timeline, m.Room} }

// fit returns m with the whole timeline in the window.
func (m Model) fit() Model {
	m.Fitted = true
	if m.Viewport.Width > 0 && m.Arrangement != nil {
		m.Viewport = m.Arrangement.Fit(m.Viewport.Width)
	}
	return m
}

// reveal returns the flight that brings an event into sight, or nil if it is
// there.
func (m Model) reveal(e timeline.Event) Effect {
	if m.Viewport.Width == 0 {
		return nil
	}
	iv := closed(e)
	left, right := m.Viewport.X(iv.Start), m.Viewport.X(iv.End)
	margin := m.Viewport.Width * revealMargin
	if left < m.Viewport.Width-margin && right > margin {
		return nil
	}
	return Fly{m.Viewport.Pan((left+right)/2 - m.Viewport.Width/2)}
}

// closed returns the stretch of an event with open ends closed by one unit.
func closed(e timeline.Event) when.Interval {
	return timeline.New("", []timeline.Event{e}).Hull()
}
