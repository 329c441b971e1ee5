package raster

import (
	"image"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"

	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// Text paints one line of text, its baseline on a whole row of pixels and each
// glyph at the nearest quarter of a pixel. Glyphs are spread or drawn together,
// not stretched, where the text's Advance is not what the setter says.
func (c *canvas) Text(t scene.Text) {
	k := inkOf(t.Color)
	size := t.Size * c.scale
	if k.a == 0 || !(size > 0) || t.String == "" || !c.near(t, size) {
		return
	}
	clip := c.clip
	if t.Clip.W > 0 && t.Clip.H > 0 {
		clip = clip.Intersect(image.Rect(
			snap(t.Clip.X*c.scale), snap(t.Clip.Y*c.scale),
			snap(t.Clip.Right()*c.scale), snap(t.Clip.Bottom()*c.scale),
		))
	}
	line := c.painter.lines.get(c.painter.setter, t.String, t.Bold)
	perEm := size
	if t.Advance > 0 && line.advance > 0 {
		perEm = t.Advance * c.scale / line.advance
	}
	at := c.device(t.At)
	base := snap(at.Y)
	for _, g := range line.glyphs {
		x := held(at.X + g.x*perEm)
		whole := math.Floor(x + 0.5/steps)
		key := glyphKey{
			font: g.font,
			id:   g.id,
			size: float32(size),
			step: uint8((x + 0.5/steps - whole) * steps),
		}
		c.stamp(c.painter.glyphs.get(key), image.Pt(int(whole), base+snap(g.y*size)), clip, k)
	}
}

// near reports whether t may show. Letters are taken to reach no further than
// twice their size beyond the line's ends.
func (c *canvas) near(t scene.Text, size float64) bool {
	at := c.device(t.At)
	wide := max(t.Advance*c.scale, float64(len(t.String))*size*2)
	if t.Advance > 0 {
		wide = t.Advance * c.scale
	}
	r := image.Rect(
		snap(at.X-2*size), snap(at.Y-2*size),
		snap(at.X+wide+2*size), snap(at.Y+2*size),
	)
	return r.Overlaps(c.clip)
}

// stamp lays k over the pixels as the mask says, its origin at the given pixel.
func (c *canvas) stamp(m *glyphMask, origin image.Point, clip image.Rectangle, k ink) {
	at := origin.Add(m.at)
	r := image.Rect(at.X, at.Y, at.X+m.w, at.Y+m.h).Intersect(clip)
	if r.Empty() {
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		mask := m.cover[(y-at.Y)*m.w+r.Min.X-at.X:][:r.Dx()]
		k.cover(c.row(y, r.Min.X, r.Max.X), mask)
	}
}

// line is a text shaped at size 1.
type line struct {
	advance float64
	glyphs  []lineGlyph
}

type lineGlyph struct {
	font *typeset.Font
	id   font.GID
	x, y float64
}

type lineKey struct {
	text string
	bold bool
}

// lineCache keeps shaped texts. It may be used from many goroutines.
type lineCache struct {
	mu    sync.RWMutex
	lines map[lineKey]*line
}

// The most texts that a lineCache holds before it starts anew, and the longest
// that it keeps, in bytes.
const (
	maxLines    = 1 << 14
	maxLineText = 512
)

// get returns the line for a text.
func (l *lineCache) get(setter *typeset.Setter, text string, bold bool) *line {
	key := lineKey{text, bold}
	l.mu.RLock()
	found := l.lines[key]
	l.mu.RUnlock()
	if found != nil {
		return found
	}
	made := shaped(setter.Shape(text, 1, bold))
	if len(text) > maxLineText {
		return made
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lines == nil || len(l.lines) >= maxLines {
		l.lines = make(map[lineKey]*line)
	}
	l.lines[key] = made
	return made
}

// shaped returns the runs as a line.
func shaped(runs []typeset.Run) *line {
	made := &line{}
	for _, run := range runs {
		made.advance += run.Advance
		for _, g := range run.Glyphs {
			made.glyphs = append(made.glyphs, lineGlyph{run.Font, g.ID, g.X, g.Y})
		}
	}
	return made
}
