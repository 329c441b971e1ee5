package layout

import (
	"math"

	"dateline/timeline/axis"
)

// RowsIn returns how many rows of a single lane, at least one, a picture of the
// given height in pixels has room for below its axis and above its folded marks.
func RowsIn(height float64) int {
	return max(int((height-axisHeight-2*lanePad-foldHeight)/rowHeight), 1)
}

// RowOf returns the upper edge and the height in pixels of the row in which an
// event stands, in a picture of v in the given style that is not scrolled. ok is
// false if the event has no mark of its own at v's zoom. It looks at every event,
// but not when asked for the same one again.
func (l *Layout) RowOf(event string, v axis.Viewport, style Style) (top, height float64, ok bool) {
	y := axisHeight + l.eraSpace()
	at := l.placeOf(event)
	if style.Heading && l.timeline.Title != "" {
		y += headingHeight
	}
	for i := range l.lanes {
		n := &l.lanes[i]
		if i == at.lane {
			it := &n.items[at.item]
			if it.scale == 0 || float64(it.scale) < v.PerPixel {
				return 0, 0, false
			}
			if len(l.lanes) > 1 {
				y += laneHeight
			}
			y += lanePad
			for r := range it.row {
				y += n.rows[r].height
			}
			return y, it.height(), true
		}
		y += l.laneHeight(n, v.PerPixel, style)
	}
	return 0, 0, false
}

// place is where an event is found. The lane is -1 for an event that there is not.
type place struct {
	event      string
	lane, item int
}

// placeOf finds an event.
func (l *Layout) placeOf(event string) *place {
	if at := l.latest.Load(); at != nil && at.event == event {
		return at
	}
	at := &place{event: event, lane: -1}
	for i := range l.lanes {
		for j := range l.lanes[i].items {
			if l.timeline.Events[l.lanes[i].items[j].event].ID == event {
				at.lane, at.item = i, j
			}
		}
	}
	l.latest.Store(at)
	return at
}

// widen settles how much of the room to its right each label of a lane gets: so
// much that it never touches a neighbour while both are drawn, and that it stands
// inside the view of the whole timeline.
func (l *Layout) widen(n *lane) {
	var later []*item // in the row, those that nothing between hides, the nearest last
	for r := range n.rows {
		later = later[:0]
		row := n.rows[r].items
		for k := len(row) - 1; k >= 0; k-- {
			it := &n.items[row[k]]
			free := float32(l.options.Width - 2*margin - float64(l.lead) - seconds(l.origin, it.start)/l.whole)
			for len(later) > 0 {
				next := later[len(later)-1]
				free = min(free, freeBefore(it, next))
				if next.scale > it.scale {
					break
				}
				later = later[:len(later)-1]
			}
			it.room = max(it.label, min(it.room, free))
			later = append(later, it)
		}
	}
}

// freeBefore returns the pixels from the start of an item's label to a later item
// of its row, at the coarsest scale at which both are drawn.
func freeBefore(it, next *item) float32 {
	scale := float64(min(it.scale, next.scale))
	free := seconds(it.start, next.start)/scale - float64(next.lead) - gap
	return float32(math.Floor(free + 0.001))
}
