// Package raster paints scenes as pixels: the screen's tiles and the PNG file
// come out of the same painter.
package raster

import (
	"image"
	"sync"

	"golang.org/x/image/vector"

	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// Painter turns scenes into pixels. It keeps the glyphs that it has drawn, so
// one Painter is meant to serve for long; it may be used from many goroutines
// at a time.
type Painter struct {
	setter   *typeset.Setter
	glyphs   *glyphCache
	lines    lineCache
	canvases sync.Pool
}

// New returns a painter that sets text with the given setter.
func New(setter *typeset.Setter) *Painter {
	return &Painter{setter: setter, glyphs: newGlyphCache()}
}

// Paint paints the part of s that dst covers, over the scene's background.
//
// The scale is the number of device pixels per unit of length. The bounds of dst
// say which part of the scaled picture is wanted, in device pixels, so a tile
// at column 2 of 512 pixels has bounds that begin at x = 1024; tiles of any
// size fit together without a seam. What lies outside of the scene shows
// the background too. A scale that is not positive leaves the background alone.
func (p *Painter) Paint(dst *image.RGBA, s *scene.Scene, scale float64) {
	c := p.canvas(dst, scale)
	defer p.canvases.Put(c)
	c.clear(s.Background)
	if !(scale > 0) {
		return
	}
	s.Paint(c)
}

// canvas returns a canvas for one call of Paint, with the scratch memory of an
// earlier one if there is any.
func (p *Painter) canvas(dst *image.RGBA, scale float64) *canvas {
	c, ok := p.canvases.Get().(*canvas)
	if !ok {
		c = &canvas{painter: p, rasterizer: vector.NewRasterizer(1, 1)}
	}
	c.dst, c.clip, c.scale = dst, dst.Bounds(), scale
	return c
}
