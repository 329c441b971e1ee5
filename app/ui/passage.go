package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/parse/text"
)

// markKind is what a marked stretch of a passage is.
type markKind uint8

const (
	placedMark    markKind = iota // date words with a place on the calendar
	unplacedMark                  // date words without one
	chosenMark                    // the date words of the selected event
	keptMark                      // those of an event that the reader kept
	dismissedMark                 // those of one that the reader dismissed
)

// mark is a stretch of a passage that is highlighted and can be clicked.
type mark struct {
	text.Span
	kind markKind
}

// passage shows flowing text with marks. It makes canvas objects for the lines
// in sight alone, so an article may be of any length.
type passage struct {
	widget.BaseWidget

	text       string
	paragraphs []paragraph
	marks      []mark // in order of place
	focus      text.Span
	pick       func(mark int) // told of clicks on marks; nil if they do nothing

	lines       []line
	flowedWidth float32
	height      float32
	top, bottom float32 // what is in sight
	widths      map[face]map[string]float32
	over        int // mark under the pointer, or -1
	tools       *passageRenderer
}

func newPassage(pick func(mark int)) *passage {
	p := &passage{pick: pick, bottom: 1e6, over: -1, widths: map[face]map[string]float32{}}
	p.tools = &passageRenderer{passage: p}
	p.ExtendBaseWidget(p)
	return p
}

// set shows the paragraphs of s.
func (p *passage) set(s string, paragraphs []paragraph) {
	p.text, p.paragraphs = s, paragraphs
	p.marks, p.focus = nil, text.Span{}
	p.flow(p.flowedWidth)
	p.Refresh()
}

// highlight marks stretches of the text, and shades the passage in focus.
func (p *passage) highlight(marks []mark, focus text.Span) {
	p.marks, p.focus = marks, focus
	p.Refresh()
}

// see tells what part of the passage is in sight.
func (p *passage) see(top, bottom float32) {
	if top != p.top || bottom != p.bottom {
		p.top, p.bottom = top, bottom
		p.tools.rebuild()
		canvas.Refresh(p)
	}
}

// yOf returns the height at which the byte at offset stands.
func (p *passage) yOf(offset int) float32 {
	if len(p.lines) == 0 {
		return 0
	}
	return p.lines[lineAt(p.lines, offset)].y
}

// measure returns the width of words, from memory if they were measured before.
func (p *passage) measure(words string, f face) float32 {
	known := p.widths[f]
	if known == nil {
		known = map[string]float32{}
		p.widths[f] = known
	}
	w, ok := known[words]
	if !ok {
		w = fyne.MeasureText(words, f.size, fyne.TextStyle{Bold: f.bold}).Width
		known[words] = w
	}
	return w
}

func (p *passage) flow(width float32) {
	p.flowedWidth = width
	if width > 0 {
		p.lines, p.height = flow(p.text, p.paragraphs, width, p.measure)
	}
}

// Resize implements fyne.CanvasObject and breaks the lines anew.
func (p *passage) Resize(size fyne.Size) {
	if size.Width != p.flowedWidth {
		p.flow(size.Width)
		p.tools.rebuild()
	}
	p.BaseWidget.Resize(size)
}

// MinSize implements fyne.CanvasObject. The height is that of the text at its
// present width.
func (p *passage) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(40, p.height)
}

// CreateRenderer implements fyne.Widget.
func (p *passage) CreateRenderer() fyne.WidgetRenderer { return p.tools }

// markAt returns the index of the mark at a place in the widget, or -1.
func (p *passage) markAt(at fyne.Position) int {
	for i, m := range p.marks {
		for _, b := range p.boxes(m.Span) {
			if at.X >= b.x && at.X < b.x+b.width && at.Y >= b.y && at.Y < b.y+b.height {
				return i
			}
		}
	}
	return -1
}

// box is a stretch of one line.
type box struct{ x, y, width, height float32 }

// boxes returns where the lines of s stand, as far as they are in sight.
func (p *passage) boxes(s text.Span) []box {
	if s.Len() <= 0 || len(p.lines) == 0 {
		return nil
	}
	var all []box
	first, end := linesBetween(p.lines, p.top, p.bottom)
	for _, l := range p.lines[first:end] {
		part := text.Span{Start: max(s.Start, l.Start), End: min(s.End, l.End)}
		if part.Len() <= 0 {
			continue
		}
		before := p.text[l.Start:part.Start]
		through := p.text[l.Start:part.End]
		x := p.advance(before, l.face)
		all = append(all, box{l.indent + x, l.y, p.advance(through, l.face) - x, l.height})
	}
	return all
}

// advance measures the beginning of a line, which is not worth remembering.
func (p *passage) advance(s string, f face) float32 {
	if s == "" {
		return 0
	}
	return fyne.MeasureText(s, f.size, fyne.TextStyle{Bold: f.bold}).Width
}

// Tapped implements fyne.Tappable.
func (p *passage) Tapped(ev *fyne.PointEvent) {
	if i := p.markAt(ev.Position); i >= 0 && p.pick != nil {
		p.pick(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *passage) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (p *passage) MouseMoved(ev *desktop.MouseEvent) { p.over = p.markAt(ev.Position) }

// MouseOut implements desktop.Hoverable.
func (p *passage) MouseOut() { p.over = -1 }

// Cursor implements desktop.Cursorable.
func (p *passage) Cursor() desktop.Cursor {
	if p.over >= 0 && p.pick != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

var (
	_ fyne.Widget        = (*passage)(nil)
	_ fyne.Tappable      = (*passage)(nil)
	_ desktop.Hoverable  = (*passage)(nil)
	_ desktop.Cursorable = (*passage)(nil)
)

// passageRenderer draws the lines in sight.
type passageRenderer struct {
	passage *passage
	objects []fyne.CanvasObject
}

// rebuild makes the objects of the lines in sight: shades first, then
// underlines, then text.
func (r *passageRenderer) rebuild() {
	p := r.passage
	r.objects = r.objects[:0]
	if p.focus.Len() > 0 {
		for _, b := range p.boxes(p.focus) {
			r.shade(b, themed(colorFocusSentence))
		}
	}
	first, end := linesBetween(p.lines, p.top, p.bottom)
	if first < end {
		sight := text.Span{Start: p.lines[first].Start, End: p.lines[end-1].End}
		from, _ := slices.BinarySearchFunc(p.marks, sight.Start, func(m mark, at int) int { return m.End - at })
		for _, m := range p.marks[from:] {
			if m.Start >= sight.End {
				break
			}
			r.mark(m)
		}
	}
	for _, l := range p.lines[first:end] {
		t := canvas.NewText(p.text[l.Start:l.End], theme.Color(theme.ColorNameForeground))
		t.TextSize, t.TextStyle.Bold = l.face.size, l.face.bold
		height := fyne.MeasureText("x", l.face.size, t.TextStyle).Height
		t.Move(fyne.NewPos(l.indent, l.y+(l.height-height)/2))
		t.Resize(fyne.NewSize(p.flowedWidth, height))
		r.objects = append(r.objects, t)
	}
}

// mark draws what tells the kind of a mark: a shade and a line below it. The line
// is double where the event is kept, goes through the words where it is dismissed,
// and is broken where the words have no place on the calendar.
func (r *passageRenderer) mark(m mark) {
	const thick, thin, dash, gap = 1.5, 1, 4, 3
	for _, b := range r.passage.boxes(m.Span) {
		y := b.y + b.height - 3
		switch m.kind {
		case chosenMark:
			r.shade(b, themed(colorChosenWords))
			r.stroke(b.x, b.x+b.width, y, 2*thick)
		case placedMark:
			r.shade(b, themed(colorPlacedWords))
			r.stroke(b.x, b.x+b.width, y, thick)
		case keptMark:
			r.shade(b, themed(colorPlacedWords))
			r.stroke(b.x, b.x+b.width, y-2, thin)
			r.stroke(b.x, b.x+b.width, y+2, thin)
		case dismissedMark:
			r.stroke(b.x, b.x+b.width, b.y+b.height/2, thick)
		case unplacedMark:
			for x := b.x; x < b.x+b.width; x += dash + gap {
				r.stroke(x, min(x+dash, b.x+b.width), y, thick)
			}
		}
	}
}

func (r *passageRenderer) shade(b box, c color.Color) {
	rect := canvas.NewRectangle(c)
	rect.CornerRadius = 3
	rect.Move(fyne.NewPos(b.x-1, b.y+1))
	rect.Resize(fyne.NewSize(b.width+2, b.height-2))
	r.objects = append(r.objects, rect)
}

func (r *passageRenderer) stroke(from, to, y, thick float32) {
	rect := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	rect.Move(fyne.NewPos(from, y))
	rect.Resize(fyne.NewSize(to-from, thick))
	r.objects = append(r.objects, rect)
}

// Layout implements fyne.WidgetRenderer.
func (r *passageRenderer) Layout(fyne.Size) {}

// MinSize implements fyne.WidgetRenderer.
func (r *passageRenderer) MinSize() fyne.Size { return r.passage.MinSize() }

// Refresh implements fyne.WidgetRenderer.
func (r *passageRenderer) Refresh() {
	r.rebuild()
	canvas.Refresh(r.passage)
}

// Objects implements fyne.WidgetRenderer.
func (r *passageRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy implements fyne.WidgetRenderer.
func (r *passageRenderer) Destroy() {}
