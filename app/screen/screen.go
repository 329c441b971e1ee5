// Package screen shows a timeline in a Fyne window as a picture that is painted
// outside Fyne's thread, and reports what the pointer and the keyboard do on it.
package screen

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dateline/parse/when"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// Frame asks for a picture.
type Frame struct {
	Viewport axis.Viewport // of the picture, which reaches past the window on both sides
	Window   scene.Rect    // the part of the picture that the window shows, in units of the scene
	Scale    float64       // device pixels per unit
	Scroll   float64       // units by which the rows are moved up
}

// Picture is a painted frame.
type Picture struct {
	Frame
	Image  *image.RGBA
	Scene  *scene.Scene
	Drawn  int // events with a mark of their own
	Folded int // events that share a mark
	Folds  []Fold
	// Content is the height in units that all rows need, the axis included, and
	// Lanes the part of the window that they are scrolled in.
	Content float64
	Lanes   scene.Rect
	// Row returns where a group's row stands if nothing is scrolled, in units; ok
	// is false if the group has none. It may be nil.
	Row func(group string) (top, height float64, ok bool)
}

// Fold is a mark that stands for several events.
type Fold struct {
	Group string // ID in the scene
	Span  when.Interval
}

// Painter paints a frame, one at a time. It returns at once, paints outside
// Fyne's thread, and calls done with the picture on that thread.
type Painter func(f Frame, done func(Picture))

// Style holds the colours of what stands on top of the picture.
type Style struct {
	Background color.Color
	Selection  color.Color // outline of the selected group
	Hover      color.Color // outline of the group under the pointer
	Card       color.Color // background of the hover card
	CardText   color.Color
	Scrollbar  color.Color
}

// Screen is the widget. Make it with New; all methods belong to Fyne's thread.
type Screen struct {
	widget.BaseWidget

	paint  Painter
	report func(Event)
	style  Style

	view  axis.Viewport
	shown Picture // what the raster holds; its Image is nil before the first
	queue latest

	selected string // group IDs
	hovered  string
	pointer  fyne.Position

	rows  rows
	press press
	held  held
	flag  Flag
	focus focus
	tools *layers
}

// New returns a screen that paints with paint and reports to report. Nothing is
// painted before SetViewport.
func New(paint Painter, style Style, report func(Event)) *Screen {
	s := &Screen{paint: paint, report: report, style: style, focus: focus{away: true}}
	s.tools = newLayers(s)
	s.ExtendBaseWidget(s)
	return s
}

// overscan is how far the picture reaches past the window on each side, as a
// part of the window's width.
const overscan = 0.25

// SetViewport shows v. The picture at hand is moved at once, and a new one
// replaces it when it is painted.
func (s *Screen) SetViewport(v axis.Viewport) {
	if v == s.view {
		return
	}
	s.view = v
	s.place()
	s.repaint()
}

// SetPainter changes what is painted, for another timeline or other colours.
func (s *Screen) SetPainter(paint Painter, style Style) {
	s.paint, s.style = paint, style
	s.rows.reveal = true
	s.tools.restyle(style)
	s.repaint()
}

// Select outlines the group of the given ID and scrolls to its row; an empty ID
// outlines nothing.
func (s *Screen) Select(group string) {
	if group != s.selected {
		s.selected = group
		s.place()
		s.revealRow()
	}
}

// Shows reports whether the shown picture has a group of the given ID, or would
// have it if it were scrolled.
func (s *Screen) Shows(group string) bool {
	if s.shown.Scene == nil {
		return false
	}
	_, ok := find(s.shown.Scene.Items, group)
	if !ok && s.shown.Row != nil {
		_, _, ok = s.shown.Row(group)
	}
	return ok
}

// Resize implements fyne.CanvasObject and reports Resized.
func (s *Screen) Resize(size fyne.Size) {
	if size == s.Size() {
		return
	}
	s.BaseWidget.Resize(size)
	s.hoverOver("") // the card would stand where the window was
	s.rows.reveal = true
	s.report(Resized{Width: float64(size.Width), Height: float64(size.Height)})
	s.repaint()
}

// repaint asks for a picture of the present viewport.
func (s *Screen) repaint() {
	frame, ok := s.frame()
	if !ok || !s.queue.begin() {
		return
	}
	s.paint(frame, func(picture Picture) {
		again := s.queue.end()
		s.swap(picture)
		if again {
			s.repaint()
		}
	})
}

// frame returns the frame to be painted next; ok is false while there is no
// viewport or no size.
func (s *Screen) frame() (f Frame, ok bool) {
	size := s.Size()
	if s.view.Width <= 0 || size.Width < 1 || size.Height < 1 {
		return Frame{}, false
	}
	margin := float64(int(overscan * size.Width))
	full := s.view.Pan(-margin)
	full.Width = float64(size.Width) + 2*margin
	return Frame{
		Viewport: full,
		Window:   scene.Rect{X: margin, W: float64(size.Width), H: float64(size.Height)},
		Scale:    scaleOf(s),
		Scroll:   s.rows.scroll,
	}, true
}

// scaleOf returns device pixels per unit of Fyne's coordinates where o is shown.
func scaleOf(o fyne.CanvasObject) float64 {
	const far = 1000
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return 1
	}
	px, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0))
	if px <= 0 {
		return 1
	}
	return float64(px) / far
}

// swap shows a picture that has just been painted.
func (s *Screen) swap(p Picture) {
	if p.Image == nil || p.Scene == nil {
		return
	}
	s.shown = p
	s.tools.show(p)
	s.place()
	s.scrollTo(s.rows.scroll)
	if s.rows.reveal {
		s.rows.reveal = false
		s.revealRow()
	}
	s.tools.bar()
	s.report(Painted{Drawn: p.Drawn, Folded: p.Folded, Folds: p.Folds})
}

// place moves the picture and what stands on it to where the viewport is.
func (s *Screen) place() {
	s.tools.banner.place(s.flag.Words, s.view.X(s.flag.At), s.flag.Group != "" && s.held.grip == s.flag.Group, s.Size())
	if s.shown.Image == nil {
		return
	}
	if s.shown.Viewport.PerPixel == s.view.PerPixel {
		s.tools.move(float32(s.left()))
	}
	s.tools.outline(s.tools.selection, s.heldRect(), s.left())
	hovered := s.hovered
	if hovered == s.selected {
		hovered = ""
	}
	s.tools.outline(s.tools.hover, s.groupRect(hovered), s.left())
}

// left returns where the left edge of the picture lies in the window.
func (s *Screen) left() float64 {
	return s.view.X(s.shown.Viewport.Origin) - s.shown.Viewport.X(s.shown.Viewport.Origin)
}

// groupRect returns the area of a group in the shown picture, empty if it has none.
func (s *Screen) groupRect(id string) scene.Rect {
	if id == "" || s.shown.Scene == nil {
		return scene.Rect{}
	}
	g, _ := find(s.shown.Scene.Items, id)
	return g.Hit
}

// find returns the group of the given ID among items and what they hold.
func find(items []scene.Item, id string) (scene.Group, bool) {
	for _, item := range items {
		g, ok := item.(scene.Group)
		if !ok {
			continue
		}
		if g.ID == id {
			return g, true
		}
		if inner, ok := find(g.Items, id); ok {
			return inner, true
		}
	}
	return scene.Group{}, false
}

// CreateRenderer implements fyne.Widget.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer { return s.tools }

var _ fyne.Widget = (*Screen)(nil)

// layers are the canvas objects of a Screen, from back to front: a handful,
// however many events there are.
type layers struct {
	screen     *Screen
	background *canvas.Rectangle
	raster     *canvas.Raster
	selection  *canvas.Rectangle
	hover      *canvas.Rectangle
	band       *canvas.Rectangle // that the reader draws
	ring       *canvas.Rectangle // shows that the keyboard acts on the screen
	thumb      *canvas.Rectangle // of the scrollbar
	banner     *banner
	card       *card
}

func newLayers(s *Screen) *layers {
	l := &layers{
		screen:     s,
		background: canvas.NewRectangle(color.Transparent),
		selection:  canvas.NewRectangle(color.Transparent),
		hover:      canvas.NewRectangle(color.Transparent),
		band:       canvas.NewRectangle(color.Transparent),
		ring:       canvas.NewRectangle(color.Transparent),
		thumb:      canvas.NewRectangle(color.Transparent),
		banner:     newBanner(),
		card:       newCard(),
	}
	l.raster = canvas.NewRaster(func(int, int) image.Image {
		if s.shown.Image == nil {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return s.shown.Image
	})
	l.raster.ScaleMode = canvas.ImageScaleFastest
	l.raster.Hide()
	l.selection.CornerRadius, l.hover.CornerRadius = 4, 4
	l.selection.StrokeWidth, l.hover.StrokeWidth, l.band.StrokeWidth, l.ring.StrokeWidth = 2, 1, 1, 2
	l.thumb.CornerRadius = barWidth / 2
	for _, r := range []*canvas.Rectangle{l.selection, l.hover, l.band, l.ring, l.thumb} {
		r.Hide()
	}
	l.restyle(s.style)
	return l
}

func (l *layers) restyle(style Style) {
	l.background.FillColor = style.Background
	l.selection.StrokeColor = style.Selection
	l.hover.StrokeColor = style.Hover
	l.band.StrokeColor, l.band.FillColor = style.Selection, faint(style.Selection)
	l.ring.StrokeColor = style.Selection
	l.thumb.FillColor = style.Scrollbar
	l.card.restyle(style)
	l.banner.restyle(style)
	for _, r := range []*canvas.Rectangle{l.background, l.selection, l.hover, l.band, l.ring, l.thumb} {
		r.Refresh()
	}
}

// show gives the raster a new picture. Its size in pixels is that of the image,
// so that no pixel is stretched.
func (l *layers) show(p Picture) {
	size := fyne.NewSize(
		float32(float64(p.Image.Rect.Dx())/p.Scale),
		float32(float64(p.Image.Rect.Dy())/p.Scale),
	)
	l.raster.Show()
	if l.raster.Size() == size {
		l.raster.Refresh()
		return
	}
	l.raster.Resize(size)
}

// focus shows or hides the ring.
func (l *layers) focus(visible bool) { l.ring.Hidden = !visible; l.ring.Refresh() }

func (l *layers) move(left float32) { l.raster.Move(fyne.NewPos(left, 0)) }

// bar puts the scrollbar where the rows are scrolled to, or hides it.
func (l *layers) bar() {
	top, height, ok := l.screen.thumb()
	l.thumb.Hidden = !ok
	const inset = barWidth + 3
	l.thumb.Move(fyne.NewPos(l.screen.Size().Width-inset, float32(top)))
	l.thumb.Resize(fyne.NewSize(barWidth, float32(height)))
	l.thumb.Refresh()
}

// outline puts r around box, which is given in the picture's coordinates.
func (l *layers) outline(r *canvas.Rectangle, box scene.Rect, left float64) {
	const gap = 2
	if box.W <= 0 || box.H <= 0 {
		r.Hide()
		return
	}
	r.Move(fyne.NewPos(float32(box.X+left-gap), float32(box.Y-gap)))
	r.Resize(fyne.NewSize(float32(box.W+2*gap), float32(box.H+2*gap)))
	r.Show()
}

// Layout implements fyne.WidgetRenderer.
func (l *layers) Layout(size fyne.Size) {
	l.background.Resize(size)
	l.ring.Resize(size)
	l.screen.place()
	l.bar()
}

// MinSize implements fyne.WidgetRenderer.
func (l *layers) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// Refresh implements fyne.WidgetRenderer.
func (l *layers) Refresh() { l.screen.place() }

// Objects implements fyne.WidgetRenderer.
func (l *layers) Objects() []fyne.CanvasObject {
	below := []fyne.CanvasObject{l.background, l.raster, l.band, l.hover, l.selection, l.thumb, l.ring}
	return slices.Concat(below, l.banner.objects(), l.card.objects())
}

// Destroy implements fyne.WidgetRenderer.
func (l *layers) Destroy() {}

var _ fyne.WidgetRenderer = (*layers)(nil)
