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
// false if the event has no mark of its own at v's zoom. It looks at every event.
func (l *Layout) RowOf(event string, v axis.Viewport, style Style) (top, height float64, ok bool) {
	y := axisHeight + l.eraSpace()
	if style.Heading && l.timeline.Title != "" {
		y += headingHeight
	}
	for i := range l.lanes {
		n := &l.lanes[i]
		if it := l.drawn(n, event, v.PerPixel); it != nil {
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

// drawn returns the item of an event that a lane draws at a scale, or nil.
func (l *Layout) drawn(n *lane, event string, scale float64) *item {
	for i := range n.items {
		it := &n.items[i]
		if float64(it.scale) >= scale && l.timeline.Events[it.event].ID == event {
			return it
		}
	}
	return nil
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
