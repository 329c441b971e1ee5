package screen

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/parse/when"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// stripHeight is that of a Strip, in units.
const stripHeight = 40

// Part is something in a Strip that the pointer can take hold of.
type Part uint8

// The parts of a Strip.
const (
	Elsewhere Part = iota // what lies outside the view
	InView
	ViewStart
	ViewEnd
)

// StripFrame asks for the picture of a Strip.
type StripFrame struct {
	Viewport axis.Viewport  // of the timeline above, as wide as the strip
	Height   float64        // units
	Scale    float64        // device pixels per unit
	Hits     []when.Instant // to be marked
}

// StripPicture is a painted Strip.
type StripPicture struct {
	Image *image.RGBA
	Whole axis.Viewport // what the strip spans
	// PartAt tells what stands at a place, in units.
	PartAt func(scene.Point) Part
}

// StripPainter paints a Strip, one at a time: like a Painter it returns at once,
// and calls done on Fyne's thread.
type StripPainter func(f StripFrame, done func(StripPicture))

// Strip is the widget that shows where events stand on the whole timeline, and
// what part of it is in view. That part can be dragged, and drawn out at either
// end; a click elsewhere brings it there. All methods belong to Fyne's thread.
type Strip struct {
	widget.BaseWidget

	paint  StripPainter
	report func(Event)
	raster *canvas.Raster

	view  axis.Viewport
	hits  []when.Instant
	shown StripPicture // its Image is nil before the first
	queue latest

	over Part
	held Part
	grip float64 // where in the held part the pointer took hold, in units from its place
}

// NewStrip returns a strip that paints with paint and reports Panned and Zoomed,
// in units of the timeline above.
func NewStrip(paint StripPainter, report func(Event)) *Strip {
	s := &Strip{paint: paint, report: report}
	s.raster = canvas.NewRaster(func(int, int) image.Image {
		if s.shown.Image == nil {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return s.shown.Image
	})
	s.raster.ScaleMode = canvas.ImageScaleFastest
	s.raster.SetMinSize(fyne.NewSize(0, stripHeight))
	s.ExtendBaseWidget(s)
	return s
}

// SetViewport tells what the timeline above shows.
func (s *Strip) SetViewport(v axis.Viewport) {
	if v != s.view {
		s.view = v
		s.repaint()
	}
}

// SetHits marks instants above the events.
func (s *Strip) SetHits(hits []when.Instant) {
	if !slices.Equal(hits, s.hits) {
		s.hits = hits
		s.repaint()
	}
}

// SetPainter changes what is painted, for another timeline or other colours.
func (s *Strip) SetPainter(paint StripPainter) {
	s.paint = paint
	s.repaint()
}

func (s *Strip) repaint() {
	if s.view.Width <= 0 || !s.queue.begin() {
		return
	}
	s.paint(StripFrame{Viewport: s.view, Height: stripHeight, Scale: scaleOf(s), Hits: s.hits}, func(p StripPicture) {
		again := s.queue.end()
		if p.Image != nil {
			s.shown = p
			s.raster.Refresh()
		}
		if again {
			s.repaint()
		}
	})
}

// edges returns where the view starts and ends on the strip, in units.
func (s *Strip) edges() (from, to float64) {
	from = s.shown.Whole.X(s.view.At(0))
	return from, from + s.view.Width*s.view.PerPixel/s.shown.Whole.PerPixel
}

// part returns what stands at a place.
func (s *Strip) part(at fyne.Position) Part {
	if s.shown.PartAt == nil {
		return Elsewhere
	}
	return s.shown.PartAt(scene.Point{X: float64(at.X), Y: float64(at.Y)})
}

// MouseDown implements desktop.Mouseable. Outside the view it brings the view there.
func (s *Strip) MouseDown(ev *desktop.MouseEvent) {
	if s.shown.Image == nil || ev.Button != desktop.MouseButtonPrimary {
		return
	}
	from, to := s.edges()
	x := float64(ev.Position.X)
	switch s.held = s.part(ev.Position); s.held {
	case ViewStart, InView:
		s.grip = x - from
	case ViewEnd:
		s.grip = x - to
	case Elsewhere:
		s.held, s.grip = InView, (to-from)/2
		s.pull(x)
	}
}

// MouseUp implements desktop.Mouseable.
func (s *Strip) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (s *Strip) Dragged(ev *fyne.DragEvent) { s.pull(float64(ev.Position.X)) }

// DragEnd implements fyne.Draggable.
func (s *Strip) DragEnd() {}

// leastPart is the shortest that a view can be drawn to by its ends, in units of
// the strip.
const leastPart = 2

// pull moves the held part to where the pointer is.
func (s *Strip) pull(x float64) {
	if s.shown.Image == nil {
		return
	}
	from, to := s.edges()
	x -= s.grip
	switch s.held {
	case InView:
		dx := (x - from) * s.shown.Whole.PerPixel / s.view.PerPixel
		s.move(s.view.Pan(dx), Panned{DX: dx})
	case ViewStart:
		s.zoom((to-from)/math.Max(to-x, leastPart), s.view.Width)
	case ViewEnd:
		s.zoom((to-from)/math.Max(x-from, leastPart), 0)
	case Elsewhere:
	}
}

func (s *Strip) zoom(factor, x float64) {
	s.move(s.view.Zoom(factor, x), Zoomed{Factor: factor, X: x})
}

// move takes the view to v without waiting for the answer to ev, before which the
// pointer may move again.
func (s *Strip) move(v axis.Viewport, ev Event) {
	if v == s.view {
		return
	}
	s.SetViewport(v)
	s.report(ev)
}

// Scrolled implements fyne.Scrollable: the wheel zooms around the middle of the view.
func (s *Strip) Scrolled(ev *fyne.ScrollEvent) {
	if s.shown.Image != nil {
		s.zoom(math.Pow(notchFactor, notches(ev.Scrolled.DY)), s.view.Width/2)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Strip) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (s *Strip) MouseMoved(ev *desktop.MouseEvent) { s.over = s.part(ev.Position) }

// MouseOut implements desktop.Hoverable.
func (s *Strip) MouseOut() { s.over = Elsewhere }

// Cursor implements desktop.Cursorable.
func (s *Strip) Cursor() desktop.Cursor {
	switch s.over {
	case ViewStart, ViewEnd:
		return desktop.HResizeCursor
	case InView:
		return desktop.PointerCursor
	default:
		return desktop.DefaultCursor
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.raster) }

var (
	_ fyne.Draggable     = (*Strip)(nil)
	_ fyne.Scrollable    = (*Strip)(nil)
	_ desktop.Mouseable  = (*Strip)(nil)
	_ desktop.Hoverable  = (*Strip)(nil)
	_ desktop.Cursorable = (*Strip)(nil)
)
