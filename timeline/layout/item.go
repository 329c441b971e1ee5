package layout

import "dateline/parse/when"

// extents is the room that an event takes, in drawn time (see axis.Breaks). Its mark covers [start, end) and
// reaches lead pixels to the left and trail pixels to the right of that at any
// zoom; its label takes the pixels from the mark's left end on.
type extents struct {
	start, end         when.Instant
	lead, trail, label float32 // pixels
}

// item is what the layout knows of an event.
type item struct {
	extents
	// scale is the coarsest zoom, in seconds per pixel, at which the event is
	// drawn; it is drawn at every finer one too. 0 means never.
	scale float32
	event int32 // index in Timeline.Events
	rank  int32 // place in the order of importance, 0 the most important
	row   int16 // within its lane
	bold  bool  // the title is set bold
	lines int8  // of the title, at least 1
	// room is the width in pixels that the label has for certain, at every zoom
	// at which the event is drawn: at least label, at most what the words take.
	room float32
}

// height returns the height in pixels that an event takes in its row.
func (it *item) height() float64 { return rowHeight + titleStep*float64(it.lines-1) }

// spread returns the extents with all the room that the label has.
func (it *item) spread() *extents {
	wide := it.extents
	wide.label = it.room
	return &wide
}

// gap is the least distance in pixels between two neighbours of a row.
const gap = 14

// left returns the pixel of the left edge at a scale, counted from origin.
func (it *extents) left(origin when.Instant, scale float64) float64 {
	return seconds(origin, it.start)/scale - float64(it.lead)
}

// right returns the pixel up to which an event keeps others away.
func (it *extents) right(origin when.Instant, scale float64) float64 {
	mark := seconds(origin, it.end)/scale + float64(it.trail)
	label := seconds(origin, it.start)/scale + float64(it.label)
	return max(mark, label) + gap
}

// clearance returns the coarsest scale, in seconds per pixel, at which a and b
// stand side by side without touching, a being the earlier. It is not positive
// if they overlap at every zoom.
func clearance(a, b *extents) float64 {
	lead := float64(b.lead) + gap
	mark := seconds(a.end, b.start) / (float64(a.trail) + lead)
	label := seconds(a.start, b.start) / (float64(a.label) + lead)
	return min(mark, label)
}

// seconds returns the distance from a to b, subtracted as integers where they fit.
func seconds(a, b when.Instant) float64 {
	if d := b - a; (b >= a) == (d >= 0) {
		return float64(d)
	}
	return float64(b) - float64(a)
}
