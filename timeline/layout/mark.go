package layout

import (
	"math"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

// stretch is the place of one mark: the pixels of its interval, and the height
// of its middle.
type stretch struct {
	from, to float64
	y        float64
}

// markBox holds the left and the right end of all of an event's marks.
type markBox struct{ from, to float64 }

// newMarkBox returns the ends of an event's marks, where x gives the pixel of an
// instant. Intervals that are open on both sides stand at nowhere.
func newMarkBox(e *timeline.Event, x func(when.Instant) float64, nowhere when.Instant) markBox {
	box := markBox{math.Inf(1), math.Inf(-1)}
	for _, iv := range e.When {
		k := lookOf(e, iv)
		from, to := k.edges(stretchOf(iv, x, nowhere, 0))
		switch k.sign {
		case wave:
			from, to = from-waveReach, to+waveReach
		case question:
			to += questionGap + questionWidth
		}
		box.from, box.to = math.Min(box.from, from), math.Max(box.to, to)
	}
	return box
}

// drawMarks draws an event's intervals, joined by a dotted line if only one of
// them is right.
func drawMarks(e *timeline.Event, x func(when.Instant) float64, nowhere when.Instant, y float64, ink, paper scene.Color) []scene.Item {
	var items []scene.Item
	if n := len(e.When); n > 1 {
		first, last := stretchOf(e.When[0], x, nowhere, y), stretchOf(e.When[n-1], x, nowhere, y)
		items = append(items, scene.Line{
			From: scene.Point{X: first.to, Y: y}, To: scene.Point{X: last.from, Y: y},
			Stroke: ink, Width: outline, Dash: scene.Dotted,
		})
	}
	for _, iv := range e.When {
		items = append(items, lookOf(e, iv).draw(stretchOf(iv, x, nowhere, y), ink, paper)...)
	}
	return items
}

// stretchOf returns the place of an interval.
func stretchOf(iv when.Interval, x func(when.Instant) float64, nowhere when.Instant, y float64) stretch {
	start, end := extent(iv, nowhere)
	return stretch{from: x(start), to: x(end), y: y}
}

// outline is the width of strokes in marks.
const outline = 1.5

// draw returns the primitives of a mark in the given colours.
func (k look) draw(at stretch, ink, paper scene.Color) []scene.Item {
	from, to := k.edges(at)
	var items []scene.Item
	if k.diamond {
		items = append(items, k.lozenge(at, ink, paper))
	} else {
		items = append(items, k.bar(from, to, at.y, ink, paper))
	}
	if k.left == open {
		items = append(items, limit(at.from, at.y, ink), chevron(from, at.y, -1, ink))
	}
	if k.right == open {
		items = append(items, limit(at.to, at.y, ink), chevron(to, at.y, +1, ink))
	}
	mid := (from + to) / 2
	switch k.sign {
	case wave:
		items = append(items, tail(from, at.y, -1, ink), tail(to, at.y, +1, ink))
	case strike:
		items = append(items, scene.Line{
			From: scene.Point{X: mid - 6, Y: at.y + 6}, To: scene.Point{X: mid + 6, Y: at.y - 6},
			Stroke: ink, Width: outline,
		})
	case question:
		items = append(items, questionMark(to+questionGap, at.y, ink)...)
	}
	return items
}

// edges returns the pixels from which to which the mark is drawn.
func (k look) edges(at stretch) (from, to float64) {
	if k.diamond {
		return at.from - diamondReach, at.to + diamondReach
	}
	mid := (at.from + at.to) / 2
	from = math.Min(at.from, mid-k.halfWidth())
	to = math.Max(at.to, mid+k.halfWidth())
	if k.left == open {
		from = at.from - openReach
		to = at.to
	}
	if k.right == open {
		to = at.to + openReach
		if k.left != open {
			from = at.from
		}
	}
	return from, to
}

// softEnd returns the length of a soft end of a mark of the given width: half
// of a short mark, a quarter of a long one, up to 48 pixels.
func softEnd(width float64) float64 {
	return math.Min(width/2, math.Min(math.Max(width/4, 12), 48))
}

func (k look) bar(from, to, y float64, ink, paper scene.Color) scene.Box {
	box := scene.Box{
		Rect:   scene.Rect{X: from, Y: y - markHeight/2, W: to - from, H: markHeight},
		Radius: markHeight / 2,
		Fill:   k.fillColor(to-from, ink, paper),
	}
	if k.outlined {
		box.Stroke, box.Width = ink, outline
	}
	fade := softEnd(to - from)
	box.FadeLeft = [...]float64{crisp: 0, soft: fade, open: openReach}[k.left]
	box.FadeRight = [...]float64{crisp: 0, soft: fade, open: openReach}[k.right]
	return box
}

// The widths in pixels up to which a day is a dot, and from which on one could
// see its hours.
const (
	dayIsDot  = 16
	hoursShow = 96
)

// fillColor mixes the fill of a mark of the given width, so that what lies behind
// does not show through.
func (k look) fillColor(width float64, ink, paper scene.Color) scene.Color {
	share := fillShares[k.fill]
	if k.oneDay && k.fill == solid {
		known := min(max((hoursShow-width)/(hoursShow-dayIsDot), 0), 1)
		share = fillShares[light] + known*(fillShares[solid]-fillShares[light])
	}
	mixed := mix(paper, ink, share)
	mixed.A = ink.A
	return mixed
}

// lozenge is the mark of an exact moment: a diamond, stretched where the moment
// is a few pixels wide.
func (k look) lozenge(at stretch, ink, paper scene.Color) scene.Path {
	d := scene.Path{
		Points: []scene.Point{
			{X: at.from - diamondReach, Y: at.y},
			{X: at.from, Y: at.y - diamondReach},
			{X: at.to, Y: at.y - diamondReach},
			{X: at.to + diamondReach, Y: at.y},
			{X: at.to, Y: at.y + diamondReach},
			{X: at.from, Y: at.y + diamondReach},
		},
		Fill: k.fillColor(at.to-at.from, ink, paper),
	}
	if k.outlined {
		d.Stroke, d.Width = ink, outline
	}
	return d
}

// limit is the stroke at the known end of a mark that is open on the other.
func limit(x, y float64, ink scene.Color) scene.Line {
	return scene.Line{
		From: scene.Point{X: x, Y: y - 6}, To: scene.Point{X: x, Y: y + 6}, Stroke: ink, Width: 2,
	}
}

// chevron is the arrow head at an unknown end, pointing in the given direction.
func chevron(x, y, direction float64, ink scene.Color) scene.Path {
	tip := x - direction*2
	return scene.Path{
		Points: []scene.Point{
			{X: tip - direction*4, Y: y - 4}, {X: tip, Y: y}, {X: tip - direction*4, Y: y + 4},
		},
		Open: true, Stroke: ink, Width: outline,
	}
}

// tail is one side of the wave that says "about".
func tail(x, y, direction float64, ink scene.Color) scene.Path {
	const steps = 12
	points := make([]scene.Point, steps+1)
	for i := range points {
		along := float64(i) / steps
		points[i] = scene.Point{
			X: x + direction*along*waveReach,
			Y: y + direction*2.2*math.Sin(along*2*math.Pi),
		}
	}
	return scene.Path{Points: points, Open: true, Stroke: ink, Width: outline}
}

// questionMark is drawn rather than written, so that it keeps its size and place
// in every font.
func questionMark(x, y float64, ink scene.Color) []scene.Item {
	hook := []scene.Point{
		{X: x, Y: y - 3},
		{X: x + 0.8, Y: y - 4.6},
		{X: x + 2.6, Y: y - 5.3},
		{X: x + 4.4, Y: y - 4.6},
		{X: x + 5, Y: y - 3},
		{X: x + 4.2, Y: y - 1.4},
		{X: x + 2.8, Y: y - 0.2},
		{X: x + 2.6, Y: y + 1.8},
	}
	return []scene.Item{
		scene.Path{Points: hook, Open: true, Stroke: ink, Width: outline},
		scene.Box{Rect: scene.Rect{X: x + 1.6, Y: y + 3.4, W: 2, H: 2}, Radius: 1, Fill: ink},
	}
}

// mix returns the colour that lies the given share of the way from a to b.
func mix(a, b scene.Color, share float64) scene.Color {
	blend := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share + 0.5) }
	return scene.Color{R: blend(a.R, b.R), G: blend(a.G, b.G), B: blend(a.B, b.B), A: 0xFF}
}
