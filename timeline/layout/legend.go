package layout

import (
	"math"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

// legendEntry explains a kind of mark by a sample, in whose event one second is
// drawn as one pixel.
type legendEntry struct {
	words string
	event timeline.Event
}

// legend holds the entry for each kind.
var legend = [kindCount]legendEntry{
	exactTime:    {"exact time", sample(when.Interval{End: 1, Grain: when.Minute}, timeline.Happened)},
	oneDay:       {"day", sample(when.Interval{End: 1, Grain: when.Day}, timeline.Happened)},
	fromTo:       {"from … to", sample(when.Interval{End: 36, Grain: when.Day, Throughout: true}, timeline.Happened)},
	within:       {"some time in", sample(when.Interval{End: 36, Grain: when.Month}, timeline.Happened)},
	about:        {"about", sample(when.Interval{End: 8, Grain: when.Year, Circa: true}, timeline.Happened)},
	before:       {"before", sample(when.Interval{Start: when.First, Grain: when.Year}, timeline.Happened)},
	after:        {"after, since", sample(when.Interval{End: when.Last, Grain: when.Year}, timeline.Happened)},
	eitherOr:     {"one or the other", timeline.Event{When: when.Choice{{End: 1, Grain: when.Day}, {Start: 24, End: 25, Grain: when.Day}}}},
	workedOut:    {"worked out", timeline.Event{When: when.One(when.Interval{End: 1, Grain: when.Day}), Inferred: true}},
	planned:      {"planned", sample(when.Interval{End: 1, Grain: when.Day}, timeline.Planned)},
	denied:       {"denied", sample(when.Interval{End: 1, Grain: when.Day}, timeline.Denied)},
	hypothetical: {"hypothetical", sample(when.Interval{End: 1, Grain: when.Day}, timeline.Hypothetical)},
}

func sample(iv when.Interval, s timeline.Status) timeline.Event {
	return timeline.Event{When: when.One(iv), Status: s}
}

const (
	legendLine = 24 // height of a line of the legend
	legendPad  = 10
	legendGap  = 28 // between two entries
	wordsGap   = 8  // between a sample and its words
)

// legendPlace is where an entry stands: the left end of its sample's mark, that
// of its words, and its line.
type legendPlace struct {
	entry    *legendEntry
	x, words float64
	line     int
}

// legendPlaces arranges the entries for the kinds that the timeline has.
func (l *Layout) legendPlaces(width float64) (places []legendPlace, lines int) {
	x, line := float64(margin), 0
	for k := range legend {
		if l.kinds&(1<<k) == 0 {
			continue
		}
		entry := &legend[k]
		mark := newMarkBox(&entry.event, func(t when.Instant) float64 { return float64(t) }, 0)
		end := mark.to - mark.from + wordsGap + l.metrics.Advance(entry.words, smallSize, false)
		if x+end > width-margin && x > margin {
			x, line = margin, line+1
		}
		places = append(places, legendPlace{entry, x - mark.from, x + mark.to - mark.from + wordsGap, line})
		x += end + legendGap
	}
	return places, line + 1
}

// legendHeight returns the height of the legend in a picture of the given width.
func (l *Layout) legendHeight(width float64) float64 {
	if l.kinds == 0 {
		return 0
	}
	_, lines := l.legendPlaces(width)
	return float64(lines*legendLine + 2*legendPad)
}

// foot draws the ground for legend and summary, and the legend.
func (f *frame) foot(height float64) {
	below := f.l.below(f.v.Width, f.style)
	if below == 0 {
		return
	}
	t := f.style.Theme
	top := height - below
	f.add(
		scene.Box{Rect: scene.Rect{X: 0, Y: top, W: f.v.Width, H: below}, Fill: t.Band},
		horizontal(f.v.Width, top, t.Border),
	)
	if !f.style.Legend || f.l.kinds == 0 {
		return
	}
	g := scene.Group{ID: "legend", Label: "What the marks mean"}
	places, _ := f.l.legendPlaces(f.v.Width)
	for _, p := range places {
		y := math.Round(top + legendPad + float64(p.line)*legendLine + legendLine/2)
		at := func(t when.Instant) float64 { return p.x + float64(t) }
		words := f.text(p.words, y+4, p.entry.words, smallSize, false, t.Quiet)
		g.Items = append(g.Items, drawMarks(&p.entry.event, at, 0, y, t.Events[0], t.Band)...)
		g.Items = append(g.Items, words)
		if p.entry.event.Inferred {
			g.Items = append(g.Items, dots(words, t.Events[0]))
		}
	}
	f.add(g)
}
