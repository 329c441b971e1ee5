package svg

import (
	"strconv"
	"unicode/utf8"

	"dateline/timeline/render/decimal"
	"dateline/timeline/scene"
)

// buffer collects the bytes of an XML file.
type buffer []byte

// str appends markup as it stands.
func (b *buffer) str(s string) { *b = append(*b, s...) }

// float appends a place of the picture.
func (b *buffer) float(v float64) { *b = decimal.Append(*b, v, decimal.Places) }

// number appends an attribute with a number. The name comes with the space
// before it.
func (b *buffer) number(name string, v float64) {
	b.str(name + `="`)
	b.float(v)
	b.str(`"`)
}

// attribute appends an attribute with any text.
func (b *buffer) attribute(name, value string) {
	b.str(" " + name + `="`)
	b.text(value)
	b.str(`"`)
}

// element appends an element with any text, or nothing if there is no text.
func (b *buffer) element(name, text string) {
	if text == "" {
		return
	}
	b.str("<" + name + ">")
	b.text(text)
	b.str("</" + name + ">\n")
}

// paint appends a colour as the attribute fill or stroke.
func (b *buffer) paint(name string, c scene.Color) {
	const digits = "0123456789abcdef"
	b.str(" " + name + `="#`)
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		*b = append(*b, digits[v>>4], digits[v&15])
	}
	b.str(`"`)
	if c.A < 255 {
		b.str(" " + name + `-opacity="`)
		*b = decimal.Append(*b, float64(c.A)/255, decimal.Shares)
		b.str(`"`)
	}
}

// text appends character data. Characters that XML cannot hold, and bytes that
// are no character, become U+FFFD.
func (b *buffer) text(s string) {
	for i, r := range s {
		switch {
		case r == '&':
			b.str("&amp;")
		case r == '<':
			b.str("&lt;")
		case r == '>':
			b.str("&gt;")
		case r == '"':
			b.str("&quot;")
		case r == '\t', r == '\n', r == '\r':
			b.str("&#" + strconv.Itoa(int(r)) + ";")
		case r < ' ', r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError:
			b.str("\uFFFD")
		default:
			*b = append(*b, s[i:i+utf8.RuneLen(r)]...)
		}
	}
}
