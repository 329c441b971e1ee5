package state

import (
	"math"
	"slices"

	"dateline/parse/when"
	"dateline/timeline"
)

// Drag is an event that is being moved along the timeline.
type Drag struct {
	Event string      // ID; empty while none is
	When  when.Choice // where it would be
}

// DragEvent moves an event along the timeline for as long as it is held: by DX
// pixels from where it is, in whole units of the calendar.
type DragEvent struct {
	Event string
	DX    float64
}

func (d DragEvent) update(m Model) (Model, Effect) {
	e, _, ok := m.Event(d.Event)
	if !ok || m.Viewport.Width == 0 {
		return m, nil
	}
	grain := max(e.When.Hull().Grain, grainAt(m.Viewport.PerPixel))
	from := closed(e).Start
	to := m.Viewport.At(m.Viewport.X(from) + d.DX)
	m.Drag = Drag{Event: e.ID, When: moved(e.When, units(from, to, grain), grain)}
	return m, nil
}

// units returns how many units of a grain lie between two instants, to the nearest.
func units(from, to when.Instant, g when.Grain) int {
	unit := from.Unit(g)
	if length := float64(unit.End) - float64(unit.Start); length > 0 {
		return int(math.Round((float64(to) - float64(from)) / length))
	}
	return 0
}

// moved returns a time n units of a grain later.
func moved(c when.Choice, n int, g when.Grain) when.Choice {
	later := make(when.Choice, len(c))
	for i, iv := range c {
		whole := iv.Start.Unit(iv.Grain) == iv
		iv.Start, iv.End = iv.Start.Add(n, g), iv.End.Add(n, g)
		if unit := iv.Start.Unit(iv.Grain); whole && unit.Start == iv.Start {
			iv = unit
		}
		later[i] = iv
	}
	return later
}

// DropEvent leaves the event that is being moved where it is held.
type DropEvent struct{}

func (DropEvent) update(m Model) (Model, Effect) {
	drag := m.Drag
	m.Drag = Drag{}
	e, _, ok := m.Event(drag.Event)
	if !ok || slices.Equal(drag.When, e.When) {
		return m, nil
	}
	return m.redate(e, drag.When)
}

// MoveEvent moves the selected event by some of its own units of the calendar.
type MoveEvent struct{ By int }

func (v MoveEvent) update(m Model) (Model, Effect) {
	e, _, ok := m.Event(m.Selected)
	if !ok || v.By == 0 {
		return m, nil
	}
	grain := max(e.When.Hull().Grain, when.Second)
	m, effect := m.redate(e, moved(e.When, v.By, grain))
	m, move := m.reveal(e.ID)
	return m, Effects{effect, move}
}

// redate gives an event another time.
func (m Model) redate(e timeline.Event, c when.Choice) (Model, Effect) {
	return m.changeAll(Phrase{Words: "move “{{.Name}}”", Name: e.Title}, []timeline.Event{e}, func(_ timeline.Event, edit Edit) Edit {
		edit.When, edit.Decision = c, Kept
		return edit
	})
}
