package layout

import (
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

// legendEntry is a kind of mark with its explanation.
type legendEntry struct {
	words string
	event timeline.Event
}

// legend holds the kinds of marks that are explained, in order.
var legend = []legendEntry{
	{"moment", sample(when.Interval{Start: 0, End: 60, Grain: when.Minute}, timeline.Happened)},
	{"day", sample(when.Interval{Start: 0, End: 1, Grain: when.Day}, timeline.Happened)},
	{"from – to", sample(when.Interval{Start: 0, End: 28, Grain: when.Day, Throughout: true}, timeline.Happened)},
	{"some time in", sample(when.Interval{Start: 0, End: 28, Grain: when.Month}, timeline.Happened)},
	{"about", sample(when.Interval{Start: 0, End: 4, Grain: when.Year, Circa: true}, timeline.Happened)},
	{"before", sample(when.Interval{Start: when.First, End: 28, Grain: when.Year}, timeline.Happened)},
	{"after", sample(when.Interval{Start: 0, End: when.Last, Grain: when.Year}, timeline.Happened)},
	{"either … or", timeline.Event{When: when.Choice{{Start: 0, End: 1, Grain: when.Day}, {Start: 24, End: 25, Grain: when.Day}}}},
	{"worked out", timeline.Event{When: when.One(when.Interval{Start: 0, End: 14, Grain: when.Day}), Inferred: true}},
	{"planned", sample(when.Interval{Start: 0, End: 14, Grain: when.Day}, timeline.Planned)},
	{"denied", sample(when.Interval{Start: 0, End: 14, Grain: when.Day}, timeline.Denied)},
	{"only if", sample(when.Interval{Start: 0, End: 14, Grain: when.Day}, timeline.Hypothetical)},
}

func sample(iv when.Interval, s timeline.Status) timeline.Event {
	return timeline.Event{When: when.One(iv), Status: s}
}

const (
	legendLine   = 24 // height of a line of the legend
	legendPad    = 12
	legendSample = 60 // width of a sample with its distance to the words
)

// legendHeight returns the height of the legend in a picture of the given width.
func (l *Layout) legendHeight(width float64) float64 {
	_, lines := l.legendPlaces(width)
	return float64(lines*legendLine + 2*legendPad)
}

// legendPlaces returns the left end of each entry and its line.
func (l *Layout) legendPlaces(width float64) (places []scene.Point, lines int) {
	x, line := float64(margin), 0
	for _, entry := range legend {
		w := legendSample + l.metrics.Advance(entry.words, smallSize, false) + 24
		if x+w > width-margin && x > margin {
			x, line = margin, line+1
		}
		places = append(places, scene.Point{X: x, Y: float64(line)})
		x += w
	}
	return places, line + 1
}

// foot draws the legend.
func (f *frame) foot(height float64) {
	t := f.style.Theme
	below := f.l.below(f.v.Width, f.style)
	if below == 0 {
		return
	}
	top := height - below
	g := scene.Group{ID: "legend", Label: "What the marks mean"}
	g.Items = append(g.Items,
		scene.Box{Rect: scene.Rect{X: 0, Y: top, W: f.v.Width, H: below}, Fill: t.Band},
		scene.Line{From: scene.Point{X: 0, Y: top}, To: scene.Point{X: f.v.Width, Y: top}, Stroke: t.Border, Width: 1},
	)
	if f.style.Legend {
		places, _ := f.l.legendPlaces(f.v.Width)
		for i, entry := range legend {
			at := scene.Point{X: places[i].X, Y: top + legendPad + places[i].Y*legendLine + legendLine/2}
			g.Items = append(g.Items, legendMark(entry.event, at, t)...)
			g.Items = append(g.Items, f.text(at.X+legendSample, at.Y+4, entry.words, smallSize, false, t.Quiet))
		}
	}
	f.add(g)
}

// legendMark draws the sample of an entry, one second of it as one pixel.
func legendMark(e timeline.Event, at scene.Point, t Theme) []scene.Item {
	var items []scene.Item
	for _, iv := range e.When {
		alone := timeline.Event{When: when.One(iv)}
		start, end := extent(&alone, 0)
		k := lookOf(&e, iv)
		lead, _ := k.reach()
		x := at.X + lead
		items = append(items, k.draw(stretch{from: x + float64(start), to: x + float64(end), y: at.Y}, t.Events[0], t.Band)...)
	}
	return items
}
