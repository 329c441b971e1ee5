package source

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decode returns data as UTF-8 with LF line ends. The order of trust is: byte
// order mark; UTF-16 by the places of its zero bytes, which are valid UTF-8 too
// but in no text; valid UTF-8 over the whole input; the charset that the file
// declares, which may be empty; windows-1252. Input that is UTF-8 but for a few bytes has just those read as windows-1252.
func decode(data []byte, declared string) string {
	return lineEnds(decodeBytes(data, declared))
}

func decodeBytes(data []byte, declared string) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return mixedUTF8(data[3:])
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")):
		return decodeUTF32(data[4:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return decodeUTF32(data[4:], binary.BigEndian)
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	if order := zeroBytes(data); order != nil {
		return decodeUTF16(data, order)
	}
	if utf8.Valid(data) {
		return string(data)
	}
	if mostlyUTF8(data) {
		return mixedUTF8(data)
	}
	if enc, err := htmlindex.Get(declared); err == nil {
		if name, _ := htmlindex.Name(enc); name != "utf-8" && name != "replacement" {
			if s, err := enc.NewDecoder().Bytes(data); err == nil {
				return string(s)
			}
		}
	}
	return latin(data)
}

// latin reads data as windows-1252.
func latin(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		b.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return b.String()
}

// mixedUTF8 reads data as UTF-8, and bytes that are not as windows-1252.
func mixedUTF8(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	var b strings.Builder
	b.Grow(len(data))
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return b.String()
}

// mostlyUTF8 reports whether data has more characters of several bytes that are
// whole than bytes that belong to none: two letters of windows-1252 seldom make
// one of UTF-8.
func mostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			whole++
		}
		data = data[n:]
	}
	return whole > 2*broken
}

// zeroBytes returns the byte order of UTF-16 without a mark: Latin letters have
// a zero in every second place, at odd places if the low byte comes first. It
// returns nil if data does not look like UTF-16.
func zeroBytes(data []byte) binary.ByteOrder {
	const enough = 4096
	data = data[:min(len(data), enough)&^1]
	var zeros [2]int
	for i, c := range data {
		if c == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(data) / 2
	switch {
	case pairs < 2:
		return nil
	case zeros[1] > pairs*4/10 && zeros[0] <= pairs/50:
		return binary.LittleEndian
	case zeros[0] > pairs*4/10 && zeros[1] <= pairs/50:
		return binary.BigEndian
	}
	return nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

func decodeUTF32(data []byte, order binary.ByteOrder) string {
	var b strings.Builder
	for ; len(data) >= 4; data = data[4:] {
		b.WriteRune(rune(order.Uint32(data)))
	}
	return b.String()
}

// lineEnds turns CR LF and CR into LF.
func lineEnds(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

var (
	metaCharset = pattern(`(?i)<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)`)
	xmlEncoding = pattern(`^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)`)
)

// declaredCharset returns the charset that a page or an XML file names near its
// beginning, or the empty string.
func declaredCharset(data []byte) string {
	const near = 8192
	data = data[:min(len(data), near)]
	for _, re := range []*regexp.Regexp{xmlEncoding(), metaCharset()} {
		if m := re.FindSubmatch(data); m != nil {
			return string(m[1])
		}
	}
	return ""
}

// strange reports whether s cannot be the text of an article: binary data, or
// text whose encoding was not found out. Of the letters in a text by a European
// that was read in the right charset, far less than half lie beyond ASCII
// in Latin-1; other alphabets read as windows-1252 are made of nothing else.
func strange(s string) (binaryData, wrongCharset bool) {
	const enough = 1 << 16
	controls, high, letters, runes := 0, 0, 0, 0
	for _, r := range s[:min(len(s), enough)] {
		runes++
		switch {
		case r < ' ' && r != '\n' && r != '\t' && r != '\f' && r != '\r', r == utf8.RuneError, r >= 0x7f && r < 0xa0:
			controls++
		case r >= 0xa0 && r <= 0xff:
			high++
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r > 0xff:
			letters++
		}
	}
	return controls*50 > runes, high > 20 && high > letters
}
