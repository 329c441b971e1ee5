package state

import (
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
)

const (
	zoomMargin   = 0.38 // of the width, on both sides of one event
	revealMargin = 24   // pixels: an event closer to an edge is brought to the middle
)

// Resize reports the size of the timeline in pixels, and the width that is left
// of the window when a panel stands beside the timeline. The timeline is laid
// out for that width, so that opening a panel folds as little as can be.
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
	m.Viewport.Width = r.Width
	var move Effect
	switch {
	case m.Fitted && m.Panel == NoPanel:
		m, move = m.show(m.whole())
		m.Fitted = true
	case m.Fitted && m.Panel != ArticlePanel:
		m, move = Fit{}.update(m)
	default:
		m, move = m.reveal(m.Selected)
	}
	return m, append(effects, move)
}

// Pan moves the window by DX pixels: positive shows later times.
type Pan struct{ DX float64 }

func (p Pan) update(m Model) (Model, Effect) { return m.show(m.Viewport.Pan(p.DX)) }

// Zoom divides the seconds per pixel by Factor and keeps the instant at X.
type Zoom struct{ Factor, X float64 }

func (z Zoom) update(m Model) (Model, Effect) {
	if !(z.Factor > 0) {
		return m, nil
	}
	return m.show(m.Viewport.Zoom(z.Factor, z.X))
}

// ZoomStep zooms smoothly by Factor around the selected event if it is in sight,
// else around the middle.
type ZoomStep struct{ Factor float64 }

func (z ZoomStep) update(m Model) (Model, Effect) {
	from := m.goal()
	x := from.Width / 2
	if e, _, ok := m.Event(m.Selected); ok {
		if at := from.X(closed(e).Start); at >= 0 && at <= from.Width {
			x = at
		}
	}
	return FlyZoom{z.Factor, x}.update(m)
}

// FlyZoom zooms like Zoom, but smoothly.
type FlyZoom struct{ Factor, X float64 }

func (z FlyZoom) update(m Model) (Model, Effect) {
	if !(z.Factor > 0) {
		return m, nil
	}
	return m.fly(m.goal().Zoom(z.Factor, z.X))
}

// Fit shows the whole timeline.
type Fit struct{}

func (Fit) update(m Model) (Model, Effect) {
	whole := m.whole()
	m, effect := m.fly(whole)
	m.Fitted = true
	return m, effect
}

// ZoomTo shows one event large.
type ZoomTo struct{ Event string }

func (z ZoomTo) update(m Model) (Model, Effect) {
	e, _, ok := m.Event(z.Event)
	if !ok {
		return m, nil
	}
	return m.fly(axis.Fit(closed(e), m.Viewport.Width, m.Viewport.Width*zoomMargin))
}

// ZoomInto shows a stretch of time in the whole window, as far as that is closer
// than before, but not so close that the reader loses the way.
type ZoomInto struct{ Span when.Interval }

func (z ZoomInto) update(m Model) (Model, Effect) {
	const margin, least, most = 0.15, 2, 24
	if z.Span.IsZero() || z.Span.Open() {
		return m, nil
	}
	from := m.goal()
	wanted := axis.Fit(z.Span, from.Width, from.Width*margin)
	factor := min(max(from.PerPixel/wanted.PerPixel, least), most)
	middle := (from.X(z.Span.Start) + from.X(z.Span.End)) / 2
	return m.fly(from.Pan(middle-from.Width/2).Zoom(factor, from.Width/2))
}

// ZoomToSpan shows exactly a stretch of time, no shorter than a second.
type ZoomToSpan struct{ Span when.Interval }

func (z ZoomToSpan) update(m Model) (Model, Effect) {
	if m.Viewport.Width == 0 || z.Span.Start >= z.Span.End || z.Span.Open() {
		return m, nil
	}
	return m.fly(axis.Fit(z.Span, m.Viewport.Width, 0))
}

// Show reports where a flight has come to.
type Show struct{ Viewport axis.Viewport }

func (s Show) update(m Model) (Model, Effect) {
	if m.Flying {
		s.Viewport.Width = m.Viewport.Width
		m.Viewport = s.Viewport
	}
	return m, nil
}

// Arrived reports that a flight has ended.
type Arrived struct{}

func (Arrived) update(m Model) (Model, Effect) {
	if m.Flying {
		m.Viewport, m.Flying = m.goal(), false
	}
	return m, nil
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
	if !m.Fitted {
		return m, nil
	}
	m, effect := m.show(m.whole())
	m.Fitted = true
	return m, effect
}

// Drew reports what the latest picture of the timeline shows.
type Drew struct{ Drawing Drawing }

func (d Drew) update(m Model) (Model, Effect) {
	m.Drawing = d.Drawing
	return m, nil
}

// arrange returns the wish for the arrangement that m needs.
func (m Model) arrange() Arrange {
	return Arrange{Timeline: m.Timeline, Room: m.Room, Lanes: m.Lanes, Names: m.names, ShortGaps: m.ShortGaps}
}

// goal returns where the viewport is, or where it will be when it has arrived.
func (m Model) goal() axis.Viewport {
	if !m.Flying {
		return m.Viewport
	}
	m.destination.Width = m.Viewport.Width
	return m.destination
}

// whole returns the viewport that shows the whole timeline.
func (m Model) whole() axis.Viewport {
	if m.Viewport.Width == 0 || m.Arrangement == nil {
		return m.Viewport
	}
	return m.Arrangement.Fit(m.Viewport.Width)
}

// show sets the viewport at once, ending a flight.
func (m Model) show(v axis.Viewport) (Model, Effect) {
	if m.Viewport.Width == 0 {
		return m, nil
	}
	var effect Effect
	if m.Flying {
		effect = Land{}
	}
	m.Viewport, m.Flying, m.Fitted = v, false, false
	return m, effect
}

// fly sets out for a viewport.
func (m Model) fly(to axis.Viewport) (Model, Effect) {
	if m.Viewport.Width == 0 || to == m.goal() {
		return m, nil
	}
	m.destination, m.Flying, m.Fitted = to, true, false
	return m, Fly{to}
}

// reveal sets out for a place from where an event is in sight, if it is not from
// where the reader is.
func (m Model) reveal(event string) (Model, Effect) {
	e, _, ok := m.Event(event)
	if !ok || m.Viewport.Width == 0 || m.Fitted && m.Panel != ArticlePanel {
		return m, nil
	}
	from, iv := m.goal(), closed(e)
	left, right := from.X(iv.Start), from.X(iv.End)
	if left < from.Width-revealMargin && right > revealMargin {
		return m, nil
	}
	return m.fly(from.Pan((left+right)/2 - from.Width/2))
}

// closed returns the stretch of an event with open ends closed by one unit.
func closed(e timeline.Event) when.Interval {
	return timeline.New("", []timeline.Event{e}).Hull()
}
