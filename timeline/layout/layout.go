// Package layout decides where everything on a timeline stands, and draws it as
// a scene.
//
// Rows and levels of detail are decided once per timeline, not per view, after
// the four demands of consistent dynamic map labelling (Been, Daiches and Yap,
// 2006): panning changes only x, zooming in only adds, sizes and places change
// continuously, and the picture depends on the timeline and the view alone.
package layout

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// Options change how a timeline is laid out. The zero value gives one lane, as
// wide as a window, with as many rows as the events need up to MaxRows.
type Options struct {
	// Width is the width in pixels for which the view of the whole timeline is
	// arranged; 0 means 1200.
	Width float64
	// Rows is the most rows that all lanes have together; 0 means MaxRows each.
	Rows int
	// Lanes says how events are spread over lanes.
	Lanes Lanes
	// Among holds the tags that lanes are made of; nil stands for all.
	Among map[string]bool
	// Order names lanes in the order in which they stand. Lanes that it does not
	// name follow in order of their first events, that for others last. By tag, an
	// event that has several goes to the first lane named here.
	Order []string
	// Collapsed names lanes without rows: all of their events are folded.
	Collapsed []string
	// Gaps says what becomes of long stretches without events.
	Gaps Gaps
	// Titles says what becomes of long titles.
	Titles Titles
	// WeekStart is the first day of the week by ISO 8601; 0 means Monday.
	WeekStart int
}

// MaxRows is the most rows that a lane has.
const MaxRows = 120

// Layout is the arrangement of a timeline. It does not change and is safe for
// concurrent use.
type Layout struct {
	timeline *timeline.Timeline
	metrics  scene.Metrics
	options  Options
	nowhere  when.Instant // where events stand that are open on both sides
	breaks   *axis.Breaks
	origin   when.Instant // the start of the first item, in drawn time
	lead     float32      // the longest of all items, pixels
	whole    float64      // the scale at which the whole timeline is in view, seconds per pixel
	lanes    []lane
	kinds    uint16         // of marks, as bits
	ends     []when.Instant // of all items, in order
	starts   []when.Instant
	captions captions
	latest   atomic.Pointer[place]         // the latest answer of placeOf, which looks at every item
	fitted   atomic.Pointer[axis.Viewport] // the latest answer of Fit, which looks at every item
}

// New lays out a timeline with the given metrics, which must be safe for
// concurrent use. The events must not change while the layout is in use.
func New(t *timeline.Timeline, m scene.Metrics, options Options) *Layout {
	if options.Width <= 0 {
		options.Width = 1200
	}
	l := &Layout{timeline: t, metrics: m, options: options, nowhere: t.Hull().Start}
	items := l.measure()
	if options.Gaps == BreakGaps {
		l.breakGaps(items)
	}
	l.indexWindow(items)
	l.fillLanes(items)
	if len(items) > 0 {
		l.origin = items[0].start
	}
	for i := range items {
		l.lead = max(l.lead, items[i].lead)
	}
	l.whole = l.fitScale(options.Width)
	l.placeLanes(items)
	return l
}

// slack keeps the whole timeline clear of the zoom at which labels fade in.
const slack = 1.1

// breakGaps moves items to drawn time.
func (l *Layout) breakGaps(items []item) {
	l.breaks = findBreaks(items)
	for i := range items {
		items[i].start, items[i].end = l.breaks.Drawn(items[i].start), l.breaks.Drawn(items[i].end)
	}
}

// view returns v with the layout's own breaks.
func (l *Layout) view(v axis.Viewport) axis.Viewport {
	v.Breaks = l.breaks
	return v
}

// Timeline returns the timeline that l arranges.
func (l *Layout) Timeline() *timeline.Timeline { return l.timeline }

// measure returns an item for every event, in order of start.
func (l *Layout) measure() []item {
	events := l.timeline.Events
	ranked := rank(events)
	items := make([]item, len(events))
	for place, r := range ranked {
		// What equals the last of the share in importance stays out, so that the
		// order among equals does not decide.
		bold := r.importance > ranked[l.boldTitles()].importance
		items[r.event] = item{event: r.event, rank: int32(place), bold: bold}
	}
	l.kinds = inParallel(len(items), func(i int) uint16 {
		l.measured(&items[i])
		return kinds(&events[i])
	})
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.start, b.start) })
	return items
}

// inParallel calls visit for 0 to n-1, spread over the processors, and returns
// the union of the bits that it gives.
func inParallel(n int, visit func(int) uint16) uint16 {
	const share = 4096
	var group sync.WaitGroup
	sets := make([]uint16, (n+share-1)/share)
	var next atomic.Int64
	for range min(len(sets), runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for at := int(next.Add(1)) - 1; at < len(sets); at = int(next.Add(1)) - 1 {
				for i := at * share; i < min((at+1)*share, n); i++ {
					sets[at] |= visit(i)
				}
			}
		})
	}
	group.Wait()
	union := uint16(0)
	for _, set := range sets {
		union |= set
	}
	return union
}

// ranked is an event's place in the order of importance.
type ranked struct {
	importance float64
	event      int32
}

// rank returns events by importance, the most important first.
func rank(events []timeline.Event) []ranked {
	order := make([]ranked, len(events))
	for i := range events {
		order[i] = ranked{events[i].Importance, int32(i)}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.importance, a.importance), cmp.Compare(a.event, b.event))
	})
	return order
}

// boldShare is the share of titles in bold, one in so many, among those that the
// view of the whole timeline has room for, if each takes usualLabel pixels.
const (
	boldShare  = 5
	usualLabel = 250
)

// boldTitles returns how many titles at most are bold.
func (l *Layout) boldTitles() int {
	rows := l.options.Rows
	if rows <= 0 {
		rows = MaxRows
	}
	room := int(float64(rows) * l.options.Width / usualLabel)
	return min(len(l.timeline.Events), room) / boldShare
}

// fitScale returns the finest scale at which every item, label included, stands
// inside a picture of the given width.
func (l *Layout) fitScale(width float64) float64 {
	inner := math.Max(width-2*margin, 100)
	scale := axis.Finest
	for i := range l.lanes {
		for j := range l.lanes[i].items {
			it := &l.lanes[i].items[j]
			label := math.Max(inner-float64(it.label+l.lead), inner/4)
			mark := math.Max(inner-float64(it.trail+l.lead), inner/4)
			scale = math.Max(scale, seconds(l.origin, it.start)/label)
			scale = math.Max(scale, seconds(l.origin, it.end)/mark)
		}
	}
	return math.Min(scale, axis.Coarsest)
}

// margin is the empty space in pixels at both ends of the whole timeline.
const margin = 32

// Fit returns the viewport of the given width that shows the whole timeline.
func (l *Layout) Fit(width float64) axis.Viewport {
	if v := l.fitted.Load(); v != nil && v.Width == width {
		return *v
	}
	v := axis.Viewport{Origin: l.breaks.Real(l.origin), PerPixel: l.fitScale(width), Width: width, Breaks: l.breaks}
	v = v.Pan(-margin - l.overhang(v.PerPixel))
	l.fitted.Store(&v)
	return v
}

// overhang returns how many pixels the marks reach to the left of the first
// item's start at a scale.
func (l *Layout) overhang(scale float64) float64 {
	pixels := 0.0
	for i := range l.lanes {
		for j := range l.lanes[i].items {
			pixels = math.Max(pixels, -l.lanes[i].items[j].left(l.origin, scale))
		}
	}
	return pixels
}

// indexWindow notes starts and ends so that the events in a window can be counted.
func (l *Layout) indexWindow(items []item) {
	l.starts = make([]when.Instant, len(items))
	l.ends = make([]when.Instant, len(items))
	for i := range items {
		l.starts[i], l.ends[i] = items[i].start, max(items[i].end, items[i].start+1)
	}
	slices.Sort(l.ends)
}

// EventsIn returns how many events have their mark between the edges of v.
func (l *Layout) EventsIn(v axis.Viewport) int {
	window := l.view(v).Flat().Visible()
	started, _ := slices.BinarySearch(l.starts, window.End)
	ended, _ := slices.BinarySearch(l.ends, window.Start+1)
	return started - ended
}
