package subset

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"math/bits"
	"slices"
	"unicode/utf16"
)

// TrueType returns the font as a TrueType file, fit for PDF and for browsers.
// The same glyphs used in the same order give the same bytes.
func (s *Subset) TrueType() []byte {
	glyf, loca, box, most := s.outlines()
	ascent, descent := s.Extents()
	widest := 0
	for _, g := range s.glyphs {
		widest = max(widest, g.advance)
	}
	return file([]table{
		{"OS/2", s.os2(ascent, descent)},
		{"cmap", s.cmap()},
		{"glyf", glyf},
		{"head", head(box)},
		{"hhea", words(
			1, 0, ascent, descent, 0, widest, 0, 0, box.x1, 1, 0, 0, 0, 0, 0, 0, 0, len(s.glyphs),
		)},
		{"hmtx", s.hmtx()},
		{"kern", s.kern()},
		{"loca", loca},
		{"maxp", words(1, 0, len(s.glyphs), most.points, most.contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", s.names()},
		{"post", words(3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)},
	})
}

// table is a table of a font file.
type table struct {
	tag  string
	data []byte
}

// file puts tables, sorted by tag, together; empty ones are left out.
func file(tables []table) []byte {
	tables = slices.DeleteFunc(tables, func(t table) bool { return len(t.data) == 0 })
	n := len(tables)
	log := bits.Len(uint(n)) - 1
	out := words(1, 0, n, 16<<log, log, 16*n-16<<log)
	at := len(out) + 16*n
	headAt := 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = at
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(t.data)&3)...)
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum returns the sum of the data as big-endian numbers of four bytes.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}

// words returns the numbers as big-endian 16-bit words.
func words(values ...int) []byte {
	out := make([]byte, 0, 2*len(values))
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

// bounds is a box in units.
type bounds struct{ x0, y0, x1, y1 int }

// maxima is what the most demanding glyph needs.
type maxima struct{ points, contours int }

// outlines returns the tables glyf and loca, and what all glyphs reach.
func (s *Subset) outlines() (glyf, loca []byte, box bounds, most maxima) {
	for _, g := range s.glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		cs := contours(g.segments)
		if len(cs) == 0 {
			continue
		}
		b := reach(cs)
		glyf = append(glyf, outline(cs, b)...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		box = bounds{min(box.x0, b.x0), min(box.y0, b.y0), max(box.x1, b.x1), max(box.y1, b.y1)}
		points := 0
		for _, c := range cs {
			points += len(c)
		}
		most = maxima{max(most.points, points), max(most.contours, len(cs))}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), box, most
}

// reach returns the box around the contours.
func reach(cs [][]point) bounds {
	b := bounds{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}
	for _, c := range cs {
		for _, p := range c {
			x, y := int(p.x), int(p.y)
			b = bounds{min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)}
		}
	}
	return b
}

// Flags of a point in a glyf table.
const (
	onCurve = 1 << iota
	xShort
	yShort
	_ // repeat
	xSame
	ySame
)

// outline returns the entry of one glyph in the glyf table.
func outline(cs [][]point, b bounds) []byte {
	out := words(len(cs), b.x0, b.y0, b.x1, b.y1)
	end := -1
	for _, c := range cs {
		end += len(c)
		out = binary.BigEndian.AppendUint16(out, uint16(end))
	}
	out = append(out, 0, 0) // no instructions
	var xs, ys []byte
	x, y := 0, 0
	for _, c := range cs {
		for _, p := range c {
			var flag byte
			if p.on {
				flag |= onCurve
			}
			xs, flag = delta(xs, int(p.x)-x, flag, xShort, xSame)
			ys, flag = delta(ys, int(p.y)-y, flag, yShort, ySame)
			out = append(out, flag)
			x, y = int(p.x), int(p.y)
		}
	}
	return append(append(out, xs...), ys...)
}

// delta appends a difference of coordinates and sets the flags that say how.
func delta(to []byte, d int, flag, short, same byte) ([]byte, byte) {
	switch {
	case d == 0:
		return to, flag | same
	case d > 0 && d < 256:
		return append(to, byte(d)), flag | short | same
	case d < 0 && d > -256:
		return append(to, byte(-d)), flag | short
	}
	return binary.BigEndian.AppendUint16(to, uint16(d)), flag
}

// head returns the table of that name, with no checksum and no dates.
func head(b bounds) []byte {
	return words(
		1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0b1011, UnitsPerEm,
		0, 0, 0, 0, 0, 0, 0, 0,
		b.x0, b.y0, b.x1, b.y1, 0, 6, 2, 1, 0,
	)
}

// hmtx returns the widths and left edges of the glyphs.
func (s *Subset) hmtx() []byte {
	var out []byte
	for _, g := range s.glyphs {
		left := 0
		if cs := contours(g.segments); len(cs) > 0 {
			left = reach(cs).x0
		}
		out = append(out, words(g.advance, left)...)
	}
	return out
}

// cmap returns the table from characters to glyphs, in formats 4 and 12.
func (s *Subset) cmap() []byte {
	runes := slices.Sorted(maps.Keys(s.runes))
	low, _ := slices.BinarySearch(runes, 0xFFFF)
	four, twelve := s.cmap4(runes[:low]), s.cmap12(runes)
	out := words(0, 2, 3, 1, 0, 20, 3, 10, 0, 20+len(four))
	return append(append(out, four...), twelve...)
}

// cmap4 returns a subtable for characters below U+FFFF, one segment for each.
func (s *Subset) cmap4(runes []rune) []byte {
	n := len(runes) + 1
	log := bits.Len(uint(n)) - 1
	out := words(4, 16+8*n, 0, 2*n, 2<<log, log, 2*n-2<<log)
	var ends, deltas []byte
	for _, r := range runes {
		ends = binary.BigEndian.AppendUint16(ends, uint16(r))
		deltas = binary.BigEndian.AppendUint16(deltas, s.runes[r]-uint16(r))
	}
	ends, deltas = append(ends, 0xFF, 0xFF), append(deltas, 0, 1)
	out = append(append(append(out, ends...), 0, 0), ends...)
	return append(append(out, deltas...), make([]byte, 2*n)...)
}

// cmap12 returns a subtable for all characters, one group for each.
func (s *Subset) cmap12(runes []rune) []byte {
	out := words(12, 0)
	for _, v := range []int{16 + 12*len(runes), 0, len(runes)} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	for _, r := range runes {
		out = binary.BigEndian.AppendUint32(out, uint32(r))
		out = binary.BigEndian.AppendUint32(out, uint32(r))
		out = binary.BigEndian.AppendUint32(out, uint32(s.runes[r]))
	}
	return out
}

// kern returns the pairs told to Kern, in format 0, or nothing if there are none.
// The format holds about 10,000 pairs; more are left out.
func (s *Subset) kern() []byte {
	pairs := slices.SortedFunc(maps.Keys(s.kerns), func(a, b [2]uint16) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	pairs = pairs[:min(len(pairs), 10_000)]
	n := len(pairs)
	if n == 0 {
		return nil
	}
	log := bits.Len(uint(n)) - 1
	out := words(0, 1, 0, 14+6*n, 1, n, 6<<log, log, 6*n-6<<log)
	for _, p := range pairs {
		out = append(out, words(int(p[0]), int(p[1]), int(s.kerns[p]))...)
	}
	return out
}

// names returns the table of the font's names.
func (s *Subset) names() []byte {
	values := []string{"", s.name, "Regular", s.name, s.name, "Version 1.0", s.name}
	out := words(0, len(values)-1, 6+12*(len(values)-1))
	var text []byte
	for id, v := range values {
		if id == 0 {
			continue
		}
		at := len(text)
		for _, u := range utf16.Encode([]rune(v)) {
			text = binary.BigEndian.AppendUint16(text, u)
		}
		out = append(out, words(3, 1, 0x409, id, len(text)-at, at)...)
	}
	return append(out, text...)
}

// os2 returns the table of that name, version 4.
func (s *Subset) os2(ascent, descent int) []byte {
	first, last := 0xFFFF, 0
	for r := range s.runes {
		first, last = min(first, int(r)), max(last, min(int(r), 0xFFFF))
	}
	out := words(4, UnitsPerEm/2, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0)
	out = append(out, make([]byte, 10+16)...) // no classification
	out = append(out, "NONE"...)
	out = append(out, words(0x40, first, last, ascent, descent, 0, ascent, -descent)...)
	out = append(out, make([]byte, 8)...) // no code pages
	return append(out, words(500, 700, 0, 32, 0)...)
}

func (s *Subset) round(units float32) int {
	return int(math.Floor(float64(units)*UnitsPerEm/float64(s.face.Upem()) + 0.5))
}
