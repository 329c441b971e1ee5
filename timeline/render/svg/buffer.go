package svg

import (
	"math"
	"strconv"
	"unicode/utf8"

	"dateline/timeline/scene"
)

// buffer collects the bytes of an XML file.
type buffer []byte

// str appends markup as it stands.
func (b *buffer) str(s string) { *b = append(*b, s...) }

// float appends a number with at most two decimals.
func (b *buffer) float(v float64) { *b = appendFloat(*b, v, 100) }

// appendFloat appends v, rounded to parts of a unit, 100 for two decimals. What
// is not a number or too large for any picture becomes 0 or is held back.
func appendFloat(to []byte, v float64, parts int64) []byte {
	if math.IsNaN(v) {
		v = 0
	}
	n := int64(math.Floor(min(max(v, -1e9), 1e9)*float64(parts) + 0.5))
	if n < 0 {
		to = append(to, '-')
		n = -n
	}
	to = strconv.AppendInt(to, n/parts, 10)
	rest := n % parts
	if rest == 0 {
		return to
	}
	to = append(to, '.')
	for rest > 0 {
		parts /= 10
		to = append(to, byte('0'+rest/parts))
		rest %= parts
	}
	return to
}

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
		*b = appendFloat(*b, float64(c.A)/255, 1000)
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
