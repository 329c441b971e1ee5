package layout

import (
	"math"
	"strconv"

	"dateline/parse/when"
	"dateline/timeline/scene"
)

// eraHeight is the height in pixels of the line for the names of eras.
const eraHeight = 20

// eras draws the timeline's eras as bands behind the lanes, their names on a line
// of their own below the axis.
func (f *frame) eras() {
	t := f.style.Theme
	for i, era := range f.l.timeline.Eras {
		start, end := extent(era.When, f.l.nowhere)
		from, to := f.x(start), f.x(end)
		if era.When.Start == when.First {
			from = -beyond
		}
		if era.When.End == when.Last {
			to = f.v.Width + beyond
		}
		if to <= 0 || from >= f.v.Width || to <= from {
			continue
		}
		color, ok := parseColor(era.Color)
		if !ok {
			color = t.Events[i%len(t.Events)]
		}
		g := scene.Group{ID: "era-" + strconv.Itoa(i), Label: clean(era.Title), Desc: sentence(era.When.Words(when.Long))}
		fade := 0.0
		if isVague(era.When) {
			fade = softEnd(to - from)
		}
		g.Items = append(g.Items, scene.Box{
			Rect: scene.Rect{X: from, Y: f.top, W: to - from, H: f.bottom - f.top},
			Fill: faded(color, 0.08), FadeLeft: fade, FadeRight: fade,
		})
		x := math.Max(from, f.style.Left) + edge
		if name := elide(f.l.metrics, g.Label, smallSize, true, to-x-4); name != "" {
			g.Items = append(g.Items, f.text(x, f.top+14, name, smallSize, true, mix(t.Ink, color, 0.6)))
		}
		f.add(g)
	}
}

// eraSpace returns the height that the names of eras take.
func (l *Layout) eraSpace() float64 {
	if len(l.timeline.Eras) == 0 {
		return 0
	}
	return eraHeight
}
