package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"dateline/timeline/render/subset"
	"dateline/timeline/typeset"
)

// fonts is what the text of a file is set in, in the order of first use.
type fonts struct {
	list  []*fontUse
	index map[*typeset.Font]*fontUse
}

// fontUse is a font and the glyphs taken from it.
type fontUse struct {
	name   string // of the resource
	subset *subset.Subset
}

// use returns the entry for a font, made now if it is new.
func (f *fonts) use(font *typeset.Font) *fontUse {
	u := f.index[font]
	if u == nil {
		if f.index == nil {
			f.index = make(map[*typeset.Font]*fontUse)
		}
		n := len(f.list) + 1
		u = &fontUse{name: "F" + strconv.Itoa(n), subset: subset.New(font.Face, fontName(n))}
		f.index[font] = u
		f.list = append(f.list, u)
	}
	return u
}

// fontName is the name of the nth font: six letters that mark a subset, and a
// name of our own.
func fontName(n int) string {
	tag := []byte("AAAAAA")
	for i := len(tag) - 1; n > 0; i, n = i-1, n/26 {
		tag[i] += byte(n % 26)
	}
	return string(tag) + "+DatelineSans"
}

// resources adds the fonts to the file and returns them as a dictionary.
func (f *fonts) resources(to *file) string {
	var dict strings.Builder
	for _, u := range f.list {
		fmt.Fprintf(&dict, " /%s %v", u.name, u.write(to))
	}
	return "<<" + dict.String() + " >>"
}

// write adds one font to the file.
func (u *fontUse) write(to *file) ref {
	data := u.subset.TrueType()
	program := to.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	ascent, descent := u.subset.Extents()
	const symbolic = 4
	descriptor := to.object("<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [-1000 %d 3000 %d] "+
		"/ItalicAngle 0 /Ascent %d /Descent %d /CapHeight 714 /StemV 80 /FontFile2 %v >>",
		u.subset.Name(), symbolic, descent, ascent, ascent, descent, program)
	widths := []byte("[0 [")
	for n := range u.subset.Len() {
		widths = strconv.AppendInt(append(widths, ' '), int64(u.subset.Advance(uint16(n))), 10)
	}
	widths = append(widths, "]]"...)
	descendant := to.object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s "+
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "+
		"/FontDescriptor %v /DW 1000 /W %s /CIDToGIDMap /Identity >>",
		u.subset.Name(), descriptor, widths)
	return to.object("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "+
		"/DescendantFonts [%v] /ToUnicode %v >>",
		u.subset.Name(), descendant, to.stream("", u.unicode()))
}

// unicode returns the map from glyphs to characters, by which text is searched
// and copied.
func (u *fontUse) unicode() []byte {
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var rows []string
	for n := range u.subset.Len() {
		text := u.subset.Text(uint16(n))
		if len(text) == 0 {
			continue
		}
		row := append(appendHex([]byte("<"), uint16(n)), "> <"...)
		for _, unit := range utf16.Encode(text) {
			row = appendHex(row, unit)
		}
		rows = append(rows, string(row)+">\n")
	}
	for len(rows) > 0 {
		n := min(len(rows), 100) // the most that a section may hold
		out = fmt.Appendf(out, "%d beginbfchar\n", n)
		for _, row := range rows[:n] {
			out = append(out, row...)
		}
		out = append(out, "endbfchar\n"...)
		rows = rows[n:]
	}
	return append(out, "endcmap CMapName currentdict /CMap defineresource pop "+strings.Repeat("end ", 2)...)
}
