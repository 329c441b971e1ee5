package svg

import (
	"encoding/base64"
	"strconv"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font/opentype"

	"dateline/timeline/render/decimal"
	"dateline/timeline/render/subset"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// fonts is what the text of a picture is set in, in the order of first use.
type fonts struct {
	list  []*fontUse
	index map[fontKey]*fontUse
}

// fontKey is a font and the weight of the text that it sets.
type fontKey struct {
	font *typeset.Font
	bold bool
}

type fontUse struct {
	key    fontKey
	subset *subset.Subset
}

// use returns the glyphs taken from a font so far.
func (f *fonts) use(key fontKey) *fontUse {
	u := f.index[key]
	if u == nil {
		if f.index == nil {
			f.index = make(map[fontKey]*fontUse)
		}
		u = &fontUse{key, subset.New(key.font.Face, "Dateline-"+strconv.Itoa(len(f.list)+1))}
		f.index[key] = u
		f.list = append(f.list, u)
	}
	return u
}

// Text writes a text element, or the outlines of its letters.
func (p *painter) Text(t scene.Text) {
	if t.String == "" || t.Color.A == 0 || !(t.Size > 0) {
		return
	}
	clip := ""
	if t.Clip.W > 0 && t.Clip.H > 0 {
		clip = p.clipped(t.Clip)
	}
	var runs []typeset.Run
	if p.lettering != Named {
		runs = p.setter.Shape(t.String, t.Size, t.Bold)
	}
	if p.lettering == Outlined {
		p.outlines(t, runs, clip)
		return
	}
	for _, run := range runs {
		collect(p.fonts.use(fontKey{run.Font, t.Bold}).subset, run)
	}
	p.out.str("<text")
	p.out.number(" x", t.At.X)
	p.out.number(" y", t.At.Y)
	p.out.number(" font-size", t.Size)
	if t.Bold {
		p.out.str(` class="b"`)
	}
	p.out.paint("fill", t.Color)
	if t.Advance > 0 {
		p.out.number(" textLength", t.Advance)
	}
	if leftward(t.String) {
		p.out.str(` direction="rtl" text-anchor="end"`)
	}
	if clip != "" {
		p.out.str(` clip-path="url(#` + clip + `)"`)
	}
	if strings.HasPrefix(t.String, " ") || strings.HasSuffix(t.String, " ") || strings.Contains(t.String, "  ") {
		p.out.str(` xml:space="preserve"`)
	}
	p.out.str(">")
	p.out.text(t.String)
	p.out.str("</text>\n")
}

// leftward reports whether the first letter of the text is written from right to
// left.
func leftward(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
		}
	}
	return false
}

// collect takes up the glyphs of a run and the distances between them. Glyphs
// that stand for several characters, or for one together with others, are left
// to the reader's fonts: the new font has no rules for joining letters.
func collect(s *subset.Subset, run typeset.Run) {
	var last uint16
	var gap float64 // between the last glyph and where its width ends
	for i, g := range run.Glyphs {
		runes := subset.Characters(run, i)
		if len(runes) != 1 || g.ID == 0 || joining(runes[0]) {
			last = 0
			continue
		}
		n := s.Use(g.ID, runes)
		if last != 0 {
			s.Kern(last, n, int(gap*subset.UnitsPerEm/run.Size+half(gap)))
		}
		last, gap = n, g.Advance-float64(s.Advance(n))*run.Size/subset.UnitsPerEm
	}
}

func half(v float64) float64 {
	if v < 0 {
		return -0.5
	}
	return 0.5
}

// joining reports whether the shape of r depends on its neighbours.
func joining(r rune) bool {
	return r > 0x2FF && !unicode.In(r,
		unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian, unicode.Hebrew, unicode.Latin,
		unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Common)
}

// style writes the style sheet, with the fonts in it.
func (p *painter) style(b *buffer) {
	b.str("<style type=\"text/css\">\n" +
		".c{shape-rendering:crispEdges}\n.h{fill:none;pointer-events:all}\n")
	defer b.str("</style>\n")
	if p.lettering == Outlined {
		return
	}
	families := []string{`"Dateline Sans"`}
	for _, u := range p.fonts.list {
		if u.subset.Len() == 1 {
			continue
		}
		family := `"Dateline Sans"`
		if !u.key.font.Own {
			family = `"` + u.subset.Name() + `"`
			families = append(families, family)
		}
		weight := "normal"
		if u.key.bold {
			weight = "bold"
		}
		b.str("@font-face{font-family:" + family + ";font-weight:" + weight +
			";src:url(data:font/ttf;base64,")
		*b = base64.StdEncoding.AppendEncode(*b, u.subset.TrueType())
		b.str(") format(\"truetype\")}\n")
	}
	families = append(families, fallback)
	b.str("text{font-family:" + strings.Join(families, ",") + "}\n.b{font-weight:bold}\n")
}

// fallback is what text is set in where the embedded fonts are not understood.
const fallback = `"Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif`

// outlines writes a text as references to the shapes of its glyphs.
func (p *painter) outlines(t scene.Text, runs []typeset.Run, clip string) {
	p.out.str("<g")
	p.out.paint("fill", t.Color)
	if clip != "" {
		p.out.str(` clip-path="url(#` + clip + `)"`)
	}
	p.out.str(">")
	p.out.element("title", t.String)
	for _, run := range runs {
		u := p.fonts.use(fontKey{run.Font, false})
		p.out.str(`<g transform="translate(`)
		p.out.float(t.At.X)
		p.out.str(" ")
		p.out.float(t.At.Y)
		p.out.str(") scale(")
		p.out = decimal.Append(p.out, t.Size/subset.UnitsPerEm, 1_000_000)
		p.out.str(`)">`)
		toUnits := subset.UnitsPerEm / t.Size
		for _, g := range run.Glyphs {
			n := u.subset.Use(g.ID, nil)
			p.out.str(`<use xlink:href="#` + shapeName(u, n) + `"`)
			p.out.number(" x", g.X*toUnits)
			if g.Y != 0 {
				p.out.number(" y", g.Y*toUnits)
			}
			p.out.str("/>")
		}
		p.out.str("</g>")
	}
	p.out.str("</g>\n")
}

// shapeName is the id of the shape of glyph n.
func shapeName(u *fontUse, n uint16) string {
	return u.subset.Name() + "-" + strconv.Itoa(int(n))
}

// shapes writes the glyphs that outlined text refers to.
func (p *painter) shapes(b *buffer) {
	if p.lettering != Outlined {
		return
	}
	b.str("<defs>\n")
	for _, u := range p.fonts.list {
		for n := range u.subset.Len() {
			b.str(`<path id="` + shapeName(u, uint16(n)) + `" d="`)
			for _, s := range u.subset.Segments(uint16(n)) {
				b.segment(s)
			}
			b.str("\"/>\n")
		}
	}
	b.str("</defs>\n")
}

// segment writes one piece of an outline as path data.
func (b *buffer) segment(s opentype.Segment) {
	b.str([...]string{
		opentype.SegmentOpMoveTo: "M", opentype.SegmentOpLineTo: "L",
		opentype.SegmentOpQuadTo: "Q", opentype.SegmentOpCubeTo: "C",
	}[s.Op])
	for i, p := range s.ArgsSlice() {
		if i > 0 {
			b.str(" ")
		}
		b.float(float64(p.X))
		b.str(" ")
		b.float(-float64(p.Y))
	}
}
