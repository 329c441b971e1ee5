package raster

import (
	"image"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"

	"dateline/timeline/typeset"
)

// steps is how many places within a pixel a glyph is drawn for.
const steps = 4

// maxGlyphBytes is how much the masks of the cache may take before it starts anew.
const maxGlyphBytes = 24 << 20

// glyphKey is a glyph as it comes to lie on pixels.
type glyphKey struct {
	font *typeset.Font
	id   font.GID
	size float32 // of the font, in pixels
	step uint8   // of the place within the pixel
}

// glyphMask is the drawn shape of a glyph. It never changes once made.
type glyphMask struct {
	at    image.Point // of the upper left pixel, from the pixel of the origin
	w, h  int
	cover []uint8
}

// glyphCache keeps the masks of glyphs. It may be used from many goroutines.
type glyphCache struct {
	mu    sync.RWMutex
	masks map[glyphKey]*glyphMask
	bytes int

	drawing    sync.Mutex // guards what follows
	faces      map[*typeset.Font]*font.Face
	rasterizer vector.Rasterizer
}

func newGlyphCache() *glyphCache {
	return &glyphCache{
		masks: make(map[glyphKey]*glyphMask),
		faces: make(map[*typeset.Font]*font.Face),
	}
}

// get returns the mask for k, drawn now if it is new.
func (g *glyphCache) get(k glyphKey) *glyphMask {
	g.mu.RLock()
	m := g.masks[k]
	g.mu.RUnlock()
	if m != nil {
		return m
	}
	m = g.draw(k)
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.bytes > maxGlyphBytes {
		clear(g.masks)
		g.bytes = 0
	}
	g.masks[k] = m
	g.bytes += len(m.cover) + 64
	return m
}

// maxGlyphSide is the largest side of a mask in pixels; bigger glyphs are left out.
const maxGlyphSide = 4096

// draw makes the mask for k.
func (g *glyphCache) draw(k glyphKey) *glyphMask {
	g.drawing.Lock()
	defer g.drawing.Unlock()
	face := g.faces[k.font]
	if face == nil {
		face = font.NewFace(k.font.Face.Font)
		face.SetCoords(k.font.Face.Coords())
		g.faces[k.font] = face
	}
	outline, _ := face.GlyphDataOutline(k.id)
	perUnit := k.size / float32(face.Upem())
	shift := float32(k.step) / steps
	r := reachOf(outline.Segments, perUnit, shift)
	if r.Empty() || r.Dx() > maxGlyphSide || r.Dy() > maxGlyphSide {
		return &glyphMask{}
	}
	z := &g.rasterizer
	z.Reset(r.Dx(), r.Dy())
	x := func(p opentype.SegmentPoint) float32 { return float32(p.X*perUnit) + shift - float32(r.Min.X) }
	y := func(p opentype.SegmentPoint) float32 { return -float32(p.Y*perUnit) - float32(r.Min.Y) }
	for _, s := range outline.Segments {
		a := s.Args
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x(a[0]), y(a[0]))
		case opentype.SegmentOpLineTo:
			z.LineTo(x(a[0]), y(a[0]))
		case opentype.SegmentOpQuadTo:
			z.QuadTo(x(a[0]), y(a[0]), x(a[1]), y(a[1]))
		case opentype.SegmentOpCubeTo:
			z.CubeTo(x(a[0]), y(a[0]), x(a[1]), y(a[1]), x(a[2]), y(a[2]))
		}
	}
	z.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, r.Dx(), r.Dy()))
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return &glyphMask{at: r.Min, w: r.Dx(), h: r.Dy(), cover: mask.Pix}
}

// reachOf returns the pixels that an outline touches, from the pixel of its origin.
func reachOf(segments []opentype.Segment, perUnit, shift float32) image.Rectangle {
	x0, y0 := float32(math.Inf(1)), float32(math.Inf(1))
	x1, y1 := float32(math.Inf(-1)), float32(math.Inf(-1))
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			x0, x1 = min(x0, p.X), max(x1, p.X)
			y0, y1 = min(y0, p.Y), max(y1, p.Y)
		}
	}
	down := func(v float32) int { return int(math.Floor(held(float64(v)))) }
	up := func(v float32) int { return int(math.Ceil(held(float64(v)))) }
	return image.Rect(
		down(x0*perUnit+shift), down(-y1*perUnit),
		up(x1*perUnit+shift), up(-y0*perUnit),
	)
}
