// Package scene is a picture as data: a list of a few primitives, each carrying
// its own style. Screen, PNG, SVG, PDF and HTML are painted from the same
// scene, so they cannot disagree.
package scene

import (
	"image/color"
	"slices"
)

// Length units: one unit is one pixel at scale 1, 1/96 inch on paper. X grows to
// the right, Y downwards.

// Color is an sRGB colour with straight (not premultiplied) alpha.
type Color = color.NRGBA

// Point is a place in the picture.
type Point struct{ X, Y float64 }

// Rect is an axis-parallel box.
type Rect struct{ X, Y, W, H float64 }

// Right returns the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom returns the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Contains reports whether p lies in r, left and upper edge included.
func (r Rect) Contains(p Point) bool {
	return r.X <= p.X && p.X < r.Right() && r.Y <= p.Y && p.Y < r.Bottom()
}

// Overlaps reports whether r and o share area.
func (r Rect) Overlaps(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Scene is a picture: primitives in painting order.
type Scene struct {
	Width, Height float64
	Background    Color // transparent if its alpha is 0
	Title         string
	Items         []Item
}

// Item is a primitive. The set is closed: Box, Line, Path, Text and Group.
type Item interface {
	// Paint hands the primitive to the painter's method of the same name.
	Paint(Painter)
}

// Painter paints primitives. A backend implements all of it or does not compile.
type Painter interface {
	Box(Box)
	Line(Line)
	Path(Path)
	Text(Text)
	Group(Group)
}

// Box is a filled rectangle, possibly with round corners, an outline, and soft ends.
// The outline lies inside the edges.
type Box struct {
	Rect
	Radius float64 // of the corners, at most half of the shorter side
	Fill   Color
	Stroke Color // no outline if its alpha is 0
	Width  float64
	Dash   Dash
	// FadeLeft and FadeRight are the lengths over which Fill and Stroke go from
	// transparent at the edge to full inside: a soft end for an uncertain time.
	FadeLeft, FadeRight float64
}

// Line is a straight stroke.
type Line struct {
	From, To Point
	Stroke   Color
	Width    float64
	Dash     Dash
}

// Dash is the pattern of a stroke.
type Dash uint8

// The patterns. Dashed is 4 widths on and 3 off, Dotted 1 on and 2 off.
const (
	Solid Dash = iota
	Dashed
	Dotted
)

var dashLengths = [...][2]float64{Dashed: {4, 3}, Dotted: {1, 2}}

// Lengths returns how long a mark and the gap after it are, in widths of the
// stroke. Both are 0 for a solid stroke.
func (d Dash) Lengths() (on, off float64) {
	l := dashLengths[d]
	return l[0], l[1]
}

// Path is a polygon, filled and outlined. It is closed unless Open.
type Path struct {
	Points []Point
	Open   bool
	Fill   Color // no fill if its alpha is 0
	Stroke Color
	Width  float64
	Dash   Dash
}

// Text is one line of text. It never wraps; whoever makes it has measured it.
type Text struct {
	At      Point // left end of the baseline
	String  string
	Size    float64 // font size
	Bold    bool
	Color   Color
	Advance float64 // measured width, so that every backend keeps it
	// Clip, if not empty, is the box outside which nothing of the text shows.
	Clip Rect
}

// Group is a set of primitives that belong together, such as all marks of one event.
type Group struct {
	ID    string // unique in the scene, an XML name: "event-e12", "axis"
	Label string // a short title for readers that show one
	Desc  string // one or two sentences for readers that show them
	Link  string // URL, or empty
	Items []Item
	// Hit, if not empty, is the area in which a pointer means this group.
	Hit Rect
}

// Paint implements Item.
func (b Box) Paint(p Painter) { p.Box(b) }

// Paint implements Item.
func (l Line) Paint(p Painter) { p.Line(l) }

// Paint implements Item.
func (t Text) Paint(p Painter) { p.Text(t) }

// Paint implements Item.
func (q Path) Paint(p Painter) { p.Path(q) }

// Paint implements Item.
func (g Group) Paint(p Painter) { p.Group(g) }

// Paint paints every item of s in order. The background is the painter's own affair.
func (s *Scene) Paint(p Painter) {
	for _, item := range s.Items {
		item.Paint(p)
	}
}

// At returns the ID of the topmost group whose Hit holds the point, or "".
func (s *Scene) At(p Point) string {
	return groupAt(s.Items, p)
}

func groupAt(items []Item, p Point) string {
	for _, item := range slices.Backward(items) {
		g, ok := item.(Group)
		if !ok {
			continue
		}
		if id := groupAt(g.Items, p); id != "" {
			return id
		}
		if g.Hit.Contains(p) {
			return g.ID
		}
	}
	return ""
}

// Metrics measures text as every backend will set it.
type Metrics interface {
	// Advance returns the width of s in one line at the given font size.
	Advance(s string, size float64, bold bool) float64
}
