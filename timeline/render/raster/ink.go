package raster

import (
	"encoding/binary"

	"dateline/timeline/scene"
)

// ink is a colour whose channels are multiplied by its alpha, each 0 to 255.
type ink struct{ r, g, b, a uint32 }

// inkOf returns the ink of a colour.
func inkOf(c scene.Color) ink {
	a := uint32(c.A)
	return ink{by255(uint32(c.R) * a), by255(uint32(c.G) * a), by255(uint32(c.B) * a), a}
}

// by255 returns v/255, rounded to nearest, for v up to 255*255.
func by255(v uint32) uint32 {
	return (v + 128 + (v+128)>>8) >> 8
}

// times returns k thinned to cover/255.
func (k ink) times(cover uint32) ink {
	return ink{by255(k.r * cover), by255(k.g * cover), by255(k.b * cover), by255(k.a * cover)}
}

// fainter returns k thinned to the given strength, 0 to 1.
func (k ink) fainter(strength float64) ink {
	return k.times(uint32(strength*255 + 0.5))
}

// replace sets every pixel of the row to k.
func (k ink) replace(row []uint8) {
	if len(row) == 0 {
		return
	}
	row[0], row[1], row[2], row[3] = uint8(k.r), uint8(k.g), uint8(k.b), uint8(k.a)
	for n := 4; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// fill lays k over every pixel of the row.
func (k ink) fill(row []uint8) {
	if k.a == 255 {
		k.replace(row)
		return
	}
	blend := blender{}
	for ; len(row) >= 4; row = row[4:] {
		blend.pixel(row, k, 255)
	}
}

// cover lays k over the pixels of the row, each as far as its byte of mask says.
// The mask has one byte per pixel.
func (k ink) cover(row, mask []uint8) {
	blend := blender{}
	for _, m := range mask {
		switch {
		case m == 0:
		case m == 255 && k.a == 255:
			row[0], row[1], row[2], row[3] = uint8(k.r), uint8(k.g), uint8(k.b), 255
		default:
			blend.pixel(row, k, m)
		}
		row = row[4:]
	}
}

// blender lays ink over pixels and remembers the last one: most pixels of a row
// are like the one before.
type blender struct {
	under, over uint32 // the last pixel before and after
	mask        uint8  // and how far it was covered; 0 before the first
}

// pixel lays k over the first pixel of the row as far as mask, not 0, says.
func (b *blender) pixel(row []uint8, k ink, mask uint8) {
	under := binary.LittleEndian.Uint32(row)
	if under != b.under || mask != b.mask {
		t := k.times(uint32(mask))
		rest := 255 - t.a
		b.under, b.mask = under, mask
		b.over = t.r + by255(under&0xFF*rest) |
			(t.g+by255(under>>8&0xFF*rest))<<8 |
			(t.b+by255(under>>16&0xFF*rest))<<16 |
			(t.a+by255(under>>24*rest))<<24
	}
	binary.LittleEndian.PutUint32(row, b.over)
}
