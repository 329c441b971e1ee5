package pdf

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline/render/decimal"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// painter writes the content of a page, in the units of the scene with Y
// downwards, and collects what the file must hold beside it.
type painter struct {
	setter *typeset.Setter
	out    []byte
	now    state
	saved  []state
	fonts  *fonts
	alphas *resources[[2]uint8]
	tags   tags
	links  []link
	labels []Bookmark
	depth  int

	batches  []batch
	shadings resources[string]
	since    ground // what is painted since the last batch began
}

// newPainter returns a painter for the content of a picture.
func newPainter(setter *typeset.Setter, s *scene.Scene) *painter {
	return &painter{
		setter: setter,
		now:    start,
		fonts:  &fonts{},
		alphas: &resources[[2]uint8]{},
		tags:   newTags(s.Title),
		since:  newGround(s.Width, s.Height),
	}
}

// aside returns a painter for what belongs to a page but not to the picture. It
// shares what the file holds, and nothing it writes is read aloud.
func (p *painter) aside() *painter {
	return &painter{setter: p.setter, now: start, fonts: p.fonts, alphas: p.alphas, tags: tags{silent: true}}
}

// state is what the page's graphics state is known to be, so that it is set only
// where it changes.
type state struct {
	fill, stroke [3]uint8
	alpha        [2]uint8 // of fill and stroke
	width        float64
	dash         scene.Dash
	dashWidth    float64
	font         *fontUse
	size         float64
}

// start is the state that a page begins with.
var start = state{alpha: [2]uint8{255, 255}, width: 1}

// link is an area of the page that leads to an address.
type link struct {
	area        scene.Rect
	to, content string
}

// resources numbers what is used, in the order of first use.
type resources[K comparable] struct {
	list  []K
	index map[K]int
}

// number returns the number of k, from 1.
func (r *resources[K]) number(k K) int {
	if n, ok := r.index[k]; ok {
		return n
	}
	if r.index == nil {
		r.index = make(map[K]int)
	}
	r.list = append(r.list, k)
	r.index[k] = len(r.list)
	return len(r.list)
}

var _ scene.Painter = (*painter)(nil)

// op appends content as it stands.
func (p *painter) op(s string) { p.out = append(p.out, s...) }

// place appends numbers that are places or lengths.
func (p *painter) place(values ...float64) {
	for i, v := range values {
		if i > 0 {
			p.out = append(p.out, ' ')
		}
		p.out = decimal.Append(p.out, v, decimal.Places)
	}
}

// push saves the graphics state, and pop brings it back.
func (p *painter) push() {
	p.saved = append(p.saved, p.now)
	p.op("q ")
}

func (p *painter) pop() {
	last := len(p.saved) - 1
	p.now, p.saved = p.saved[last], p.saved[:last]
	p.op("Q\n")
}

// Group writes what is in the group and notes its link, bookmark and tag.
func (p *painter) Group(g scene.Group) {
	if g.Label != "" {
		p.labels = append(p.labels, Bookmark{g.Label, p.depth, scene.Point{X: g.Hit.X, Y: g.Hit.Y}})
	}
	if safe(g.Link) && g.Hit.W > 0 && g.Hit.H > 0 {
		content := g.Desc
		if content == "" {
			content = g.Label
		}
		p.links = append(p.links, link{g.Hit, g.Link, content})
	}
	p.depth++
	p.tags.open(p, g.Label)
	for _, item := range g.Items {
		item.Paint(p)
	}
	p.tags.close(p)
	p.depth--
}

// safe reports whether a link leads to a page or an address.
func safe(link string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(link), ":")
	return found && (scheme == "http" || scheme == "https" || scheme == "mailto")
}

// Box writes a box, its outline inside its edges.
func (p *painter) Box(b scene.Box) {
	inset := 0.0
	outlined := b.Width > 0 && b.Stroke.A > 0
	if outlined {
		inset = min(b.Width, b.W, b.H) / 2
	}
	if !outlined && b.Fill.A == 0 {
		return
	}
	inner := scene.Rect{X: b.X + inset, Y: b.Y + inset, W: max(b.W-2*inset, 0), H: max(b.H-2*inset, 0)}
	paint := func() {
		p.shape(b.Fill, b.Stroke, outlined, b.Width, b.Dash, func() {
			p.rounded(inner, min(b.Radius-inset, inner.W/2, inner.H/2))
		})
	}
	if stops := b.Stops(); stops != nil {
		p.soft(b, stops, paint)
		return
	}
	p.tags.artifact(p)
	p.since.take(b.Rect)
	paint()
}

// shape paints the inside and the outline of a path. The two are painted one
// after the other unless both are solid: readers differ in what they make of two
// transparencies at once.
func (p *painter) shape(fill, stroke scene.Color, outlined bool, width float64, d scene.Dash, path func()) {
	if fill.A > 0 && !(outlined && fill.A == 255 && stroke.A == 255) {
		p.colors(fill, scene.Color{}, false)
		path()
		p.op(" f\n")
		fill.A = 0
	}
	if !outlined {
		return
	}
	p.colors(fill, stroke, true)
	p.pen(width, d)
	path()
	if fill.A > 0 {
		p.op(" B\n")
		return
	}
	p.op(" S\n")
}

// Line writes a straight stroke.
func (p *painter) Line(l scene.Line) {
	if l.Width <= 0 || l.Stroke.A == 0 {
		return
	}
	p.tags.artifact(p)
	p.since.take(around(l.Width, l.From, l.To))
	p.colors(scene.Color{}, l.Stroke, true)
	p.pen(l.Width, l.Dash)
	p.place(l.From.X, l.From.Y)
	p.op(" m ")
	p.place(l.To.X, l.To.Y)
	p.op(" l S\n")
}

// Path writes a polygon.
func (p *painter) Path(q scene.Path) {
	outlined := q.Width > 0 && q.Stroke.A > 0
	if len(q.Points) == 0 || !outlined && q.Fill.A == 0 {
		return
	}
	p.tags.artifact(p)
	p.since.take(around(q.Width, q.Points...))
	p.shape(q.Fill, q.Stroke, outlined, q.Width, q.Dash, func() {
		for i, at := range q.Points {
			p.place(at.X, at.Y)
			if i == 0 {
				p.op(" m ")
				continue
			}
			p.op(" l ")
		}
		if !q.Open {
			p.op("h")
		}
	})
}

// around returns the box of the points with half of a stroke's width about them.
func around(width float64, points ...scene.Point) scene.Rect {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, at := range points {
		x0, y0 = min(x0, at.X), min(y0, at.Y)
		x1, y1 = max(x1, at.X), max(y1, at.Y)
	}
	return scene.Rect{X: x0 - width/2, Y: y0 - width/2, W: x1 - x0 + width, H: y1 - y0 + width}
}

// rect writes a rectangle as a path.
func (p *painter) rect(r scene.Rect) {
	p.place(r.X, r.Y, r.W, r.H)
	p.op(" re")
}

// corner is how far the control points of a quarter circle lie from its ends, in
// parts of its radius.
var corner = 4.0 / 3 * (math.Sqrt2 - 1)

// rounded writes a rectangle with round corners as a path.
func (p *painter) rounded(r scene.Rect, radius float64) {
	if radius <= 0 {
		p.rect(r)
		return
	}
	x0, y0, x1, y1 := r.X, r.Y, r.Right(), r.Bottom()
	k := radius * (1 - corner)
	p.place(x0+radius, y0)
	p.op(" m ")
	p.place(x1-radius, y0)
	p.op(" l ")
	p.place(x1-k, y0, x1, y0+k, x1, y0+radius)
	p.op(" c ")
	p.place(x1, y1-radius)
	p.op(" l ")
	p.place(x1, y1-k, x1-k, y1, x1-radius, y1)
	p.op(" c ")
	p.place(x0+radius, y1)
	p.op(" l ")
	p.place(x0+k, y1, x0, y1-k, x0, y1-radius)
	p.op(" c ")
	p.place(x0, y0+radius)
	p.op(" l ")
	p.place(x0, y0+k, x0+k, y0, x0+radius, y0)
	p.op(" c h")
}

// fill sets the colour of what is filled next.
func (p *painter) fill(c scene.Color) { p.colors(c, scene.Color{}, false) }

// colors sets the colours of what is painted next. A fill of no alpha is left as
// it is, and so is the stroke where nothing is outlined.
func (p *painter) colors(fill, stroke scene.Color, outlined bool) {
	alpha := p.now.alpha
	if fill.A > 0 {
		alpha[0] = fill.A
		p.color(&p.now.fill, fill, " rg ")
	}
	if outlined {
		alpha[1] = stroke.A
		p.color(&p.now.stroke, stroke, " RG ")
	}
	if alpha != p.now.alpha {
		p.now.alpha = alpha
		p.op(fmt.Sprintf("/A%d gs ", p.alphas.number(alpha)))
	}
}

func (p *painter) color(now *[3]uint8, c scene.Color, operator string) {
	rgb := [3]uint8{c.R, c.G, c.B}
	if *now == rgb {
		return
	}
	*now = rgb
	for i, v := range rgb {
		if i > 0 {
			p.op(" ")
		}
		p.out = decimal.Append(p.out, float64(v)/255, 1000)
	}
	p.op(operator)
}

// pen sets the width and pattern of what is stroked next.
func (p *painter) pen(width float64, d scene.Dash) {
	if width != p.now.width {
		p.now.width = width
		p.place(width)
		p.op(" w ")
	}
	on, off := d.Lengths()
	if d == p.now.dash && (off == 0 || width == p.now.dashWidth) {
		return
	}
	p.now.dash, p.now.dashWidth = d, width
	p.op("[")
	if off > 0 {
		p.place(on*width, off*width)
	}
	p.op("] 0 d ")
}

// font sets the font of the text written next.
func (p *painter) font(f *fontUse, size float64) {
	if f == p.now.font && size == p.now.size {
		return
	}
	p.now.font, p.now.size = f, size
	p.op("/" + f.name + " ")
	p.place(size)
	p.op(" Tf ")
}
