package layout

import (
	"math"

	"dateline/timeline/scene"
)

// stretch is the place of one mark: the pixels of its interval, and the height
// of its middle.
type stretch struct {
	from, to float64
	y        float64
}

// draw returns the primitives of a mark in the given colours.
func (k look) draw(at stretch, ink, paper scene.Color) []scene.Item {
	from, to := k.edges(at)
	var items []scene.Item
	if k.diamond && to-from <= markHeight {
		items = append(items, k.diamondAt((from+to)/2, at.y, ink, paper))
	} else {
		items = append(items, k.bar(from, to, at.y, ink, paper))
	}
	if k.left == open {
		items = append(items, limit(at.from, at.y, ink), chevron(from, at.y, -1, ink))
	}
	if k.right == open {
		items = append(items, limit(at.to, at.y, ink), chevron(to, at.y, +1, ink))
	}
	switch k.sign {
	case wave:
		items = append(items, tail(from, at.y, -1, ink), tail(to, at.y, +1, ink))
	case strike:
		mid := (from + to) / 2
		items = append(items, scene.Line{
			From: scene.Point{X: mid - 6, Y: at.y + 6}, To: scene.Point{X: mid + 6, Y: at.y - 6},
			Stroke: ink, Width: 1.5,
		})
	}
	return items
}

// edges returns the pixels from which to which the mark is drawn.
func (k look) edges(at stretch) (from, to float64) {
	mid := (at.from + at.to) / 2
	from = math.Min(at.from, mid-k.halfWidth())
	to = math.Max(at.to, mid+k.halfWidth())
	if k.left == open {
		from = at.from - openReach
		to = at.to
	}
	if k.right == open {
		to = at.to + openReach
		if k.left != open {
			from = at.from
		}
	}
	return from, to
}

// fadeShare and maxFade say how long a soft end is: a share of the mark's
// width, up to so many pixels.
const (
	fadeShare = 0.3
	maxFade   = 48
)

func (k look) bar(from, to, y float64, ink, paper scene.Color) scene.Box {
	box := scene.Box{
		Rect:   scene.Rect{X: from, Y: y - markHeight/2, W: to - from, H: markHeight},
		Radius: markHeight / 2,
		Fill:   k.fillColor(ink, paper),
	}
	if k.outlined {
		box.Stroke, box.Width, box.Dash = ink, 1.5, k.dash
	}
	fade := math.Min((to-from)*fadeShare, maxFade)
	box.FadeLeft = [...]float64{crisp: 0, soft: fade, open: openReach}[k.left]
	box.FadeRight = [...]float64{crisp: 0, soft: fade, open: openReach}[k.right]
	return box
}

// fillColor mixes the fill, so that what lies behind does not show through.
func (k look) fillColor(ink, paper scene.Color) scene.Color {
	mixed := mix(paper, ink, k.fill)
	mixed.A = ink.A
	return mixed
}

func (k look) diamondAt(x, y float64, ink, paper scene.Color) scene.Path {
	const r = 5.5
	d := scene.Path{
		Points: []scene.Point{{X: x - r, Y: y}, {X: x, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y + r}},
		Fill:   k.fillColor(ink, paper),
	}
	if k.outlined {
		d.Stroke, d.Width, d.Dash = ink, 1.5, k.dash
	}
	return d
}

// limit is the stroke at the known end of a mark that is open on the other.
func limit(x, y float64, ink scene.Color) scene.Line {
	return scene.Line{
		From: scene.Point{X: x, Y: y - 6}, To: scene.Point{X: x, Y: y + 6}, Stroke: ink, Width: 2,
	}
}

// chevron is the arrow head at an unknown end, pointing in the given direction.
func chevron(x, y, direction float64, ink scene.Color) scene.Path {
	tip := x - direction*2
	return scene.Path{
		Points: []scene.Point{
			{X: tip - direction*4, Y: y - 4}, {X: tip, Y: y}, {X: tip - direction*4, Y: y + 4},
		},
		Open: true, Stroke: ink, Width: 1.5,
	}
}

// tail is one side of the wave that says "about".
func tail(x, y, direction float64, ink scene.Color) scene.Path {
	const steps = 12
	points := make([]scene.Point, steps+1)
	for i := range points {
		along := float64(i) / steps
		points[i] = scene.Point{
			X: x + direction*along*waveReach,
			Y: y + direction*2.2*math.Sin(along*2*math.Pi),
		}
	}
	return scene.Path{Points: points, Open: true, Stroke: ink, Width: 1.5}
}

// mix returns the colour that lies the given share of the way from a to b.
func mix(a, b scene.Color, share float64) scene.Color {
	blend := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share + 0.5) }
	return scene.Color{R: blend(a.R, b.R), G: blend(a.G, b.G), B: blend(a.B, b.B), A: 0xFF}
}
