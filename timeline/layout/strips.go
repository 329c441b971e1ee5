package layout

import (
	"dateline/timeline/scene"
)

// grid draws the lines below the ticks, behind everything else.
func (f *frame) grid() {
	g := scene.Group{ID: "grid"}
	for _, tick := range f.strips.Ticks {
		if tick.Label == "" || tick.X < 0 || tick.X > f.v.Width {
			continue
		}
		g.Items = append(g.Items, vertical(tick.X, f.top, f.bottom, faded(f.style.Theme.Grid, tick.Line)))
	}
	for _, c := range f.strips.Contexts {
		if c.Bound && c.X > 0 && c.X < f.v.Width {
			g.Items = append(g.Items, vertical(c.X, f.top, f.bottom, f.style.Theme.Border))
		}
	}
	f.add(g)
}

// vertical is a line of one pixel.
func vertical(x, top, bottom float64, c scene.Color) scene.Line {
	return scene.Line{From: scene.Point{X: x, Y: top}, To: scene.Point{X: x, Y: bottom}, Stroke: c, Width: 1}
}

// horizontal is a line of one pixel from the left edge.
func horizontal(right, y float64, c scene.Color) scene.Line {
	return scene.Line{From: scene.Point{Y: y}, To: scene.Point{X: right, Y: y}, Stroke: c, Width: 1}
}

// axis draws both strips on a ground that hides what is scrolled below them.
func (f *frame) axis() {
	t := f.style.Theme
	y := f.axisTop()
	g := scene.Group{ID: "axis", Label: "Time"}
	g.Items = append(g.Items,
		scene.Box{Rect: scene.Rect{X: 0, Y: 0, W: f.v.Width, H: y + axisHeight}, Fill: t.Band},
		horizontal(f.v.Width, y+axisHeight, t.Border),
	)
	for _, c := range f.strips.Contexts {
		if c.Bound && c.X > 0 && c.X < f.v.Width {
			g.Items = append(g.Items, vertical(c.X, y+2, y+axisHeight, t.Border))
		}
		cut := f.style.Settled && c.At+c.Width > f.v.Width // nobody will move it into sight
		if c.Label != "" && !cut {
			g.Items = append(g.Items, f.text(c.At, y+16, c.Label, axisSize, true, t.Ink))
		}
	}
	for _, tick := range f.strips.Ticks {
		if tick.X < 0 || tick.X > f.v.Width {
			continue
		}
		length := 3.0
		if tick.Label != "" {
			length = 5
		}
		g.Items = append(g.Items, vertical(tick.X, y+axisHeight-length, y+axisHeight, faded(t.Quiet, tick.Line)))
		if tick.Label != "" && tick.X-tick.Width/2 >= 2 && tick.X+tick.Width/2 <= f.v.Width-2 {
			label := f.text(tick.X-tick.Width/2, y+contextHeight+13, tick.Label, axisSize, false, faded(t.Quiet, tick.Ink))
			g.Items = append(g.Items, label)
		}
	}
	f.add(g)
}

// heading writes the timeline's title.
func (f *frame) heading() {
	if f.axisTop() == 0 {
		return
	}
	title := elide(f.l.metrics, clean(f.l.timeline.Title), headingSize, true, f.v.Width-2*margin)
	if title == "" {
		return
	}
	f.add(f.text(margin, 30, title, headingSize, true, f.style.Theme.Ink))
}

// summary writes how many events are drawn and folded.
func (f *frame) summary(height float64) {
	f.add(f.text(margin, height-10, f.Summary(), smallSize, false, f.style.Theme.Quiet))
}
