package svg

import (
	"strconv"
	"strings"

	"dateline/timeline/render/decimal"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// painter writes the body of an SVG file and collects what its head must hold.
type painter struct {
	setter    *typeset.Setter
	lettering Lettering
	out       buffer
	ids       map[string]int
	gradients map[string]string // names by content
	clip      string            // the name of the last clip path
	clipBox   scene.Rect        // and its box
	fonts     fonts
}

var _ scene.Painter = (*painter)(nil)

// Group writes a g element with the group's title, description and link.
func (p *painter) Group(g scene.Group) {
	p.out.str("<g")
	if g.ID != "" {
		p.out.attribute("id", p.id(g.ID))
	}
	p.out.str(">\n")
	p.out.element("title", g.Label)
	p.out.element("desc", g.Desc)
	linked := safe(g.Link)
	if linked {
		p.out.str("<a")
		p.out.attribute("xlink:href", g.Link)
		p.out.str(` target="_blank">` + "\n")
	}
	if g.Hit.W > 0 && g.Hit.H > 0 && (linked || g.Label != "") {
		p.rect(g.Hit, 0)
		p.out.str(` class="h"/>` + "\n")
	}
	for _, item := range g.Items {
		item.Paint(p)
	}
	if linked {
		p.out.str("</a>\n")
	}
	p.out.str("</g>\n")
}

// safe reports whether a link leads to a page or an address, not to a script.
func safe(link string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(link), ":")
	return found && (scheme == "http" || scheme == "https" || scheme == "mailto")
}

// id returns an XML name made of the wanted one, different from all before.
func (p *painter) id(wanted string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return '_'
	}, wanted)
	if c := name[0]; c == '-' || c == '.' || '0' <= c && c <= '9' {
		name = "_" + name
	}
	p.ids[name]++
	for n := p.ids[name]; n > 1; n++ {
		numbered := name + "_" + strconv.Itoa(n)
		if p.ids[numbered] == 0 {
			p.ids[name], p.ids[numbered] = n, 1
			return numbered
		}
	}
	return name
}

// Box writes a rect element, its outline inside its edges.
func (p *painter) Box(b scene.Box) {
	outlined := b.Width > 0 && b.Stroke.A > 0
	inset := 0.0
	if outlined {
		inset = min(b.Width, b.W, b.H) / 2
	}
	fill, stroke := "", ""
	if stops := b.Stops(); stops != nil {
		if b.Fill.A > 0 {
			fill = p.gradient(stops, b.Fill)
		}
		if outlined {
			stroke = p.gradient(stops, b.Stroke)
		}
	}
	p.rect(scene.Rect{X: b.X + inset, Y: b.Y + inset, W: b.W - 2*inset, H: b.H - 2*inset}, b.Radius-inset)
	if b.Radius <= 0 && inset == 0 {
		p.out.str(` class="c"`)
	}
	p.fill(b.Fill, fill)
	if outlined {
		p.stroke(b.Stroke, stroke, b.Width, b.Dash)
	}
	p.out.str("/>\n")
}

// rect writes a rect element without its end.
func (p *painter) rect(r scene.Rect, radius float64) {
	p.out.str("<rect")
	p.out.number(" x", r.X)
	p.out.number(" y", r.Y)
	p.out.number(" width", max(r.W, 0))
	p.out.number(" height", max(r.H, 0))
	if radius > 0 {
		p.out.number(" rx", min(radius, r.W/2, r.H/2))
	}
}

// fill writes the fill of a shape: a colour, or the gradient of that name.
func (p *painter) fill(c scene.Color, gradient string) {
	switch {
	case c.A == 0:
		p.out.str(` fill="none"`)
	case gradient != "":
		p.out.str(` fill="url(#` + gradient + `)"`)
	default:
		p.out.paint("fill", c)
	}
}

// stroke writes the stroke of a shape: a colour, or the gradient of that name.
func (p *painter) stroke(c scene.Color, gradient string, width float64, d scene.Dash) {
	if gradient != "" {
		p.out.str(` stroke="url(#` + gradient + `)"`)
	} else {
		p.out.paint("stroke", c)
	}
	if width != 1 {
		p.out.number(" stroke-width", width)
	}
	if on, off := d.Lengths(); off > 0 {
		p.out.str(` stroke-dasharray="`)
		p.out.float(on * width)
		p.out.str(" ")
		p.out.float(off * width)
		p.out.str(`"`)
	}
}

// gradient returns the name of a gradient of c along the width of a shape,
// written now unless there is one like it.
func (p *painter) gradient(stops []scene.Stop, c scene.Color) string {
	var b buffer
	for _, s := range stops {
		b.str(`<stop offset="`)
		b = decimal.Append(b, s.At, 1000)
		b.str(`"`)
		solid := c
		solid.A = 255
		b.paint("stop-color", solid)
		b.str(` stop-opacity="`)
		b = decimal.Append(b, s.Strength*float64(c.A)/255, 1000)
		b.str(`"/>`)
	}
	name, known := p.gradients[string(b)]
	if !known {
		name = p.id("fade")
		p.gradients[string(b)] = name
		p.out.str(`<linearGradient id="` + name + `">` + string(b) + "</linearGradient>\n")
	}
	return name
}

// Line writes a line element.
func (p *painter) Line(l scene.Line) {
	if l.Width <= 0 || l.Stroke.A == 0 {
		return
	}
	p.out.str("<line")
	p.out.number(" x1", l.From.X)
	p.out.number(" y1", l.From.Y)
	p.out.number(" x2", l.To.X)
	p.out.number(" y2", l.To.Y)
	if l.Width >= 1 && (l.From.X == l.To.X || l.From.Y == l.To.Y) {
		p.out.str(` class="c"`)
	}
	p.stroke(l.Stroke, "", l.Width, l.Dash)
	p.out.str("/>\n")
}

// Path writes a polygon or polyline element.
func (p *painter) Path(q scene.Path) {
	if len(q.Points) == 0 {
		return
	}
	if q.Open {
		p.out.str(`<polyline points="`)
	} else {
		p.out.str(`<polygon points="`)
	}
	for i, at := range q.Points {
		if i > 0 {
			p.out.str(" ")
		}
		p.out.float(at.X)
		p.out.str(",")
		p.out.float(at.Y)
	}
	p.out.str(`"`)
	p.fill(q.Fill, "")
	if q.Width > 0 && q.Stroke.A > 0 {
		p.stroke(q.Stroke, "", q.Width, q.Dash)
		p.out.str(` stroke-linejoin="round"`)
	}
	p.out.str("/>\n")
}

// clipped returns the name of a clip path for r, written now unless it was the last.
func (p *painter) clipped(r scene.Rect) string {
	if p.clip == "" || p.clipBox != r {
		p.clip, p.clipBox = p.id("clip"), r
		p.out.str(`<clipPath id="` + p.clip + `">`)
		p.rect(r, 0)
		p.out.str("/></clipPath>\n")
	}
	return p.clip
}
