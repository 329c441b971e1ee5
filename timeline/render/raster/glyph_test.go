package raster

import (
	"testing"

	"dateline/timeline/render/specimen"

	"github.com/go-text/typesetting/font"
)

func TestGlyphCacheStartsAnew(t *testing.T) {
	run := specimen.Setter(t).Shape("A", 1, false)[0]
	cache := newGlyphCache()
	key := glyphKey{font: run.Font, id: run.Glyphs[0].ID, size: 20}
	first := cache.get(key)
	if cache.get(key) != first {
		t.Error("the same glyph was drawn twice")
	}
	cache.bytes = maxGlyphBytes + 1
	key.size = 21
	cache.get(key)
	if len(cache.masks) != 1 {
		t.Errorf("a full cache holds %d masks after one more, want 1", len(cache.masks))
	}
}

func TestGlyphOfNoShape(t *testing.T) {
	run := specimen.Setter(t).Shape("A", 1, false)[0]
	cache := newGlyphCache()
	for _, key := range []glyphKey{
		{font: run.Font, id: font.GID(65_000), size: 20},
		{font: run.Font, id: run.Glyphs[0].ID, size: 0},
		{font: run.Font, id: run.Glyphs[0].ID, size: 1e7},
	} {
		if m := cache.get(key); len(m.cover) != 0 {
			t.Errorf("glyph %d at size %g has a mask of %d × %d", key.id, key.size, m.w, m.h)
		}
	}
}
