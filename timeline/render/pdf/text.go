package pdf

import (
	"strconv"
	"unicode/utf16"

	"dateline/timeline/render/subset"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// maxSize is the font size from which text is left out, as larger than any page.
const maxSize = 1e6

// Text writes one line of text, letter by letter where the setter put them.
func (p *painter) Text(t scene.Text) {
	if t.String == "" || t.Color.A == 0 || !(t.Size > 0 && t.Size < maxSize) {
		return
	}
	p.tags.text(p)
	clipped := t.Clip.W > 0 && t.Clip.H > 0
	if clipped {
		p.push()
		p.rect(t.Clip)
		p.op(" W n\n")
	}
	p.fill(t.Color)
	runs := p.setter.Shape(t.String, t.Size, t.Bold)
	spread := 1.0
	if width := advance(runs); t.Advance > 0 && width > 0 {
		spread = t.Advance / width
	}
	p.since.take(scene.Rect{X: t.At.X - t.Size, Y: t.At.Y - 1.5*t.Size, W: advance(runs)*spread + 2*t.Size, H: 2 * t.Size})
	for _, run := range runs {
		p.run(t, run, spread)
	}
	if clipped {
		p.pop()
	}
	p.tags.end(p)
}

// advance returns the width of all runs.
func advance(runs []typeset.Run) float64 {
	sum := 0.0
	for _, r := range runs {
		sum += r.Advance
	}
	return sum
}

// run writes a run of glyphs. A run whose glyphs do not spell its text, because
// several stand for one letter or none for any, says what its text is. Text from
// right to left is spelt from left to right, as readers expect it.
func (p *painter) run(t scene.Text, run typeset.Run, spread float64) {
	font := p.fonts.use(run.Font)
	spelt := true
	numbers := make([]uint16, len(run.Glyphs))
	for i, g := range run.Glyphs {
		runes := subset.Characters(run, i)
		numbers[i] = font.subset.Use(g.ID, runes)
		spelt = spelt && numbers[i] != 0 && string(runes) == string(font.subset.Text(numbers[i]))
	}
	if !spelt {
		p.op("/Span <</ActualText ")
		p.out = appendString(p.out, run.Text)
		p.op(">> BDC\n")
	}
	p.op("BT ")
	p.font(font, run.Size)
	for i := 0; i < len(run.Glyphs); {
		i = p.level(t, run, spread, font, numbers, i)
	}
	p.op("ET\n")
	if !spelt {
		p.op("EMC\n")
	}
}

// level writes the glyphs from number i on that stand at the same height, and
// returns the number of the first that does not.
func (p *painter) level(t scene.Text, run typeset.Run, spread float64, font *fontUse, numbers []uint16, i int) int {
	first, start := i, run.Glyphs[i]
	p.op("1 0 0 -1 ")
	p.place(t.At.X+start.X*spread, t.At.Y+start.Y)
	p.op(" Tm [<")
	pen := start.X * spread
	perUnit := run.Size / subset.UnitsPerEm
	for ; i == first || i < len(run.Glyphs) && run.Glyphs[i].Y == start.Y; i++ {
		if back := (pen - run.Glyphs[i].X*spread) / perUnit; back >= 0.5 || back <= -0.5 {
			whole := int(back + 0.5)
			if back < 0 {
				whole = int(back - 0.5)
			}
			p.op(">")
			p.out = strconv.AppendInt(p.out, int64(whole), 10)
			p.op("<")
			pen -= float64(whole) * perUnit
		}
		p.out = appendHex(p.out, numbers[i])
		pen += float64(font.subset.Advance(numbers[i])) * perUnit
	}
	p.op(">] TJ\n")
	return i
}

// appendHex appends a number as four hexadecimal digits.
func appendHex(to []byte, n uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(to, digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15])
}

// appendString appends text as a PDF string: in parentheses if it is plain ASCII,
// in UTF-16 otherwise.
func appendString(to []byte, text string) []byte {
	plain := true
	for _, c := range []byte(text) {
		plain = plain && ' ' <= c && c <= '~'
	}
	if !plain {
		to = append(to, "<FEFF"...)
		for _, u := range utf16.Encode([]rune(text)) {
			to = appendHex(to, u)
		}
		return append(to, '>')
	}
	to = append(to, '(')
	for _, c := range []byte(text) {
		if c == '(' || c == ')' || c == '\\' {
			to = append(to, '\\')
		}
		to = append(to, c)
	}
	return append(to, ')')
}
