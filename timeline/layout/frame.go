package layout

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"dateline/parse/when"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// Style changes how a view is drawn, not where things stand.
type Style struct {
	Theme    Theme
	Scroll   float64 // pixels by which the lanes are moved up
	Left     float64 // where the window's left edge lies in a picture that reaches past it
	Selected string  // ID of the event to point out
	Heading  bool    // write the timeline's title above the axis
	Legend   bool    // explain the marks below the lanes
	Summary  bool    // write how many events are drawn and folded below the lanes
	// Settled draws what fades in or out as fully there, for pictures that do
	// not move.
	Settled bool
	// KeepRoom gives lanes of a settled picture the room for folds that they have
	// in pictures that move, so that a movement ends where it has come to.
	KeepRoom bool
}

// Frame is a view of a timeline, drawn.
type Frame struct {
	Scene *scene.Scene
	// Events is the number of events between the edges of the view, of which
	// Drawn have a mark of their own and Folded are counted in a shared one.
	Events, Drawn, Folded int
	Folds                 []Fold
	// Content is the height in pixels that all lanes need, strips included.
	Content float64
	// Lanes is the part of the picture that the lanes are scrolled in: below the
	// axis and above what stays at the lower edge.
	Lanes scene.Rect
}

// EventGroup begins the ID of the scene's group that draws an event; the event's
// own ID follows.
const EventGroup = "event-"

// Fold is a mark that stands for events without room for their own.
type Fold struct {
	ID     string // of the scene's group
	Count  int
	Leader int           // index in Timeline.Events of the most important one
	Span   when.Interval // from the first to the last of them
}

// Summary writes the honest number: "1,240 events, 312 drawn, 928 folded".
func (f *Frame) Summary() string {
	noun := "events"
	if f.Events == 1 {
		noun = "event"
	}
	if f.Folded == 0 {
		return fmt.Sprintf("%s %s", grouped(f.Events), noun)
	}
	return fmt.Sprintf("%s %s, %s drawn, %s folded", grouped(f.Events), noun, grouped(f.Drawn), grouped(f.Folded))
}

// grouped writes n with a comma before every third digit.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// The heights of what a picture is made of, in pixels; multiples of 4.
const (
	contextHeight = 22 // the upper strip of the axis
	tickHeight    = 22 // the lower strip
	axisHeight    = contextHeight + tickHeight
	headingHeight = 44
	laneHeight    = 24 // the header of a lane
	rowHeight     = 48
	foldHeight    = 28
	summaryHeight = 28
	lanePad       = 8
	edge          = 8 // least distance of labels from the window's left edge
)

// frame is a view being drawn.
type frame struct {
	*Frame
	l      *Layout
	v      axis.Viewport
	flat   axis.Viewport // v in drawn time
	style  Style
	bottom float64 // of the lanes' window
	top    float64 // lower edge of the axis
	items  []scene.Item
	strips axis.Strips
}

// Frame draws the view of v in a picture of the given height.
func (l *Layout) Frame(v axis.Viewport, height float64, style Style) *Frame {
	v = l.view(v)
	f := &frame{
		Frame: &Frame{Scene: &scene.Scene{
			Width: v.Width, Height: height, Background: style.Theme.Background, Title: l.timeline.Title,
		}},
		l: l, v: v, flat: v.Flat(), style: style,
	}
	f.top = f.axisTop() + axisHeight
	f.bottom = height - l.below(v.Width, style)
	if len(l.starts) > 0 {
		f.strips = axis.Ticks(v, f.axisType())
	}
	f.eras()
	f.grid()
	f.breaks(breakInLanes, f.top, f.bottom)
	f.lanes()
	f.axis()
	f.breaks(breakInAxis, f.top-tickHeight, f.top)
	f.heading()
	f.foot(height)
	f.Events = l.EventsIn(v)
	f.Folded = f.Events - f.Drawn
	if style.Summary {
		f.summary(height)
	}
	f.Scene.Items = f.items
	return f.Frame
}

// tickGap is the least distance in pixels between two labels of the axis.
const tickGap = 28

func (f *frame) axisType() axis.Type {
	return axis.Type{
		Label:     func(s string) float64 { return f.l.metrics.Advance(s, axisSize, false) },
		Context:   func(s string) float64 { return f.l.metrics.Advance(s, axisSize, true) },
		Gap:       tickGap,
		WeekStart: f.l.options.WeekStart,
		Left:      f.style.Left,
		Settled:   f.style.Settled,
	}
}

// below returns the height of what stands below the lanes.
func (l *Layout) below(width float64, style Style) float64 {
	h := 0.0
	if style.Legend {
		h += l.legendHeight(width)
	}
	if style.Summary {
		h += summaryHeight
	}
	return h
}

func (f *frame) axisTop() float64 {
	if f.style.Heading && f.l.timeline.Title != "" {
		return headingHeight
	}
	return 0
}

// Height returns the height in pixels of a picture in the given style that is
// as wide as v and shows all of v's rows.
func (l *Layout) Height(v axis.Viewport, style Style) float64 {
	h := axisHeight + l.eraSpace() + l.below(v.Width, style)
	if style.Heading && l.timeline.Title != "" {
		h += headingHeight
	}
	for i := range l.lanes {
		h += l.laneHeight(&l.lanes[i], v.PerPixel, style)
	}
	return h
}

// laneHeight returns the height of a lane with its header and folds. It keeps
// room for folds at every zoom, so that nothing below it moves; in a picture that
// does not move, it takes room for what it has.
func (l *Layout) laneHeight(n *lane, scale float64, style Style) float64 {
	h := 2.0 * lanePad
	for i := range n.rows {
		h += n.rows[i].height
	}
	if len(l.lanes) > 1 {
		h += laneHeight
	}
	if !style.Settled || style.KeepRoom {
		scale = axis.Coarsest
	}
	if n.folds(scale) {
		h += foldHeight
	}
	return h
}

// folds reports whether any event of the lane is folded at the scale.
func (n *lane) folds(scale float64) bool {
	return len(n.items) > 0 && float64(n.index.finest[1]) < scale
}

func (f *frame) add(items ...scene.Item) { f.items = append(f.items, items...) }

func (f *frame) text(x, y float64, s string, size float64, bold bool, c scene.Color) scene.Text {
	return scene.Text{
		At: scene.Point{X: x, Y: y}, String: s, Size: size, Bold: bold, Color: c,
		Advance: f.l.metrics.Advance(s, size, bold),
	}
}

// lanes draws every lane that the window shows.
func (f *frame) lanes() {
	y := f.top + f.l.eraSpace() - f.style.Scroll
	f.Content = f.top + f.l.eraSpace() + f.l.below(f.v.Width, f.style)
	f.Lanes = scene.Rect{Y: f.top, W: f.v.Width, H: f.bottom - f.top}
	for i := range f.l.lanes {
		n := &f.l.lanes[i]
		h := f.l.laneHeight(n, f.v.PerPixel, f.style)
		f.lane(n, i, y)
		y += h
		f.Content += h
	}
}

func (f *frame) lane(n *lane, number int, y float64) {
	color := f.style.Theme.Events[0]
	if len(f.l.lanes) > 1 {
		color = f.style.Theme.Events[number%len(f.style.Theme.Events)]
		f.laneHeader(n, number, y)
		y += laneHeight
	}
	y += lanePad
	for r := range n.rows {
		f.row(n, &n.rows[r], y, color)
		y += n.rows[r].height
	}
	if n.folds(f.v.PerPixel) {
		f.folds(n, number, f.foldTop(y))
	}
}

// foldTop returns where a lane's folds stand that come after its last row at y. A
// single lane's stay in sight at the lower edge while rows are scrolled behind them.
func (f *frame) foldTop(y float64) float64 {
	lowest := f.bottom - foldHeight
	if len(f.l.lanes) > 1 || y <= lowest {
		return y
	}
	f.Lanes.H = lowest - f.top
	f.add(scene.Box{Rect: scene.Rect{Y: lowest, W: f.v.Width, H: foldHeight}, Fill: f.style.Theme.Background})
	return lowest
}

func (f *frame) laneHeader(n *lane, number int, y float64) {
	t := f.style.Theme
	f.add(scene.Group{
		ID: "lane-" + strconv.Itoa(number), Label: n.name,
		Items: []scene.Item{
			horizontal(f.v.Width, y, t.Border),
			f.text(f.style.Left+edge, y+17, elide(f.l.metrics, n.name, axisSize, true, f.v.Width/2), axisSize, true, t.Events[number%len(t.Events)]),
		},
	})
}

// row draws the events of a row. It counts them even where the row is scrolled
// out of the picture: they are there, a scroll away.
func (f *frame) row(n *lane, r *row, y float64, color scene.Color) {
	scale := f.v.PerPixel
	window := f.flat.Visible()
	first, _ := slices.BinarySearchFunc(r.items, window.Start, func(i int32, t when.Instant) int {
		if n.items[i].start < t {
			return -1
		}
		return 1
	})
	visible := y+r.height > f.top && y < f.bottom
	draw := func(i int) {
		it := &n.items[r.items[i]]
		f.Drawn++
		if visible {
			f.event(it, y, color)
		}
	}
	if i := r.previous(first, scale); i >= 0 && n.items[r.items[i]].end > window.Start {
		draw(i)
	}
	for i := r.next(first, scale); i < len(r.items); i = r.next(i+1, scale) {
		if n.items[r.items[i]].start >= window.End {
			break
		}
		draw(i)
	}
}

// fadeIn is the ratio of zooms over which a label fades in: a frame or two of a
// zoom that is eased, and little enough that few labels are faint at rest.
const fadeIn = 1.03

// strength returns how far an item has faded in.
func (f *frame) strength(it *item) float64 {
	if f.style.Settled {
		return 1
	}
	return min(math.Log(float64(it.scale)/f.v.PerPixel)/math.Log(fadeIn), 1)
}

// event draws an event in a row whose upper edge is at y.
func (f *frame) event(it *item, y float64, color scene.Color) {
	e := &f.l.timeline.Events[it.event]
	t := f.style.Theme
	if c, ok := t.own(e.Color); ok {
		color = c
	}
	color = faded(color, f.strength(it))
	mark := newMarkBox(e, f.x, f.l.nowhere)
	words := f.l.captions.of(it.event, e)
	label, right := f.label(it, words, mark, y, color)
	g := scene.Group{
		ID: words.id, Label: words.title, Desc: words.desc,
		Hit: scene.Rect{X: mark.from - 4, Y: y, W: max(right, mark.to) - mark.from + 8, H: it.height()},
	}
	if e.ID == f.style.Selected {
		g.Items = append(g.Items, scene.Box{
			Rect: g.Hit, Radius: 6, Fill: faded(t.Accent, 0.1), Stroke: t.Accent, Width: 1.5,
		})
	}
	g.Items = append(g.Items, drawMarks(e, f.x, f.l.nowhere, y+markLine, color, t.Background)...)
	g.Items = append(g.Items, label...)
	f.add(g)
}

// label writes an event's title and date below its mark, as far as there is room,
// and returns the pixel where they end.
func (f *frame) label(it *item, words *caption, mark markBox, y float64, color scene.Color) (texts []scene.Item, right float64) {
	t, strength := f.style.Theme, f.strength(it)
	x := math.Max(mark.from, f.style.Left+edge)
	room := f.room(it, mark, x)
	for i, title := range wrap(f.l.metrics, words.title, titleSize, it.bold, room, int(it.lines)) {
		if i > 0 {
			y += titleStep
		}
		text := f.text(x, y+titleLine, title, titleSize, it.bold, faded(t.Ink, strength))
		texts = append(texts, text)
		right = max(right, x+text.Advance)
	}
	if date := elide(f.l.metrics, words.date, smallSize, false, room); date != "" {
		text := f.text(x, y+dateLine, date, smallSize, false, faded(t.Quiet, strength))
		texts = append(texts, text)
		right = max(right, x+text.Advance)
		if f.l.timeline.Events[it.event].Inferred {
			texts = append(texts, dots(text, color))
		}
	}
	return texts, right
}

// room returns how wide an event's label may be if it starts at x: what is left
// of the room that the layout gave it, or of a longer mark. Rounding keeps the
// last bits of pixels from deciding where a title is cut.
func (f *frame) room(it *item, mark markBox, x float64) float64 {
	if x == mark.from {
		return math.Max(float64(it.room), math.Floor(mark.to-mark.from+0.001))
	}
	return math.Floor(math.Max(f.flat.X(it.start)+float64(it.room), mark.to) - x)
}

// The heights in a row of the middle of marks and the baselines of text.
const (
	markLine  = 10
	titleLine = 28
	dateLine  = 41
)

// dots is the line below a date that was worked out.
func dots(date scene.Text, c scene.Color) scene.Line {
	y := date.At.Y + 3.5
	return scene.Line{
		From: scene.Point{X: date.At.X, Y: y}, To: scene.Point{X: date.At.X + date.Advance, Y: y},
		Stroke: c, Width: 1, Dash: scene.Dotted,
	}
}

// beyond is how far past the picture's edges marks are still drawn, so that no
// soft end shows where a mark is cut off.
const beyond = 100

// x returns the pixel of t, or one just beyond the picture.
func (f *frame) x(t when.Instant) float64 {
	return math.Min(math.Max(f.v.X(t), -beyond), f.v.Width+beyond)
}

// parseColor reads "#rrggbb".
func parseColor(s string) (scene.Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return scene.Color{}, false
	}
	rgb, err := strconv.ParseUint(s[1:], 16, 32)
	return hex(uint32(rgb)), err == nil
}
