package source

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"unicode/utf16"

	"dateline/parse/text"
)

// isWebArchive reports whether s is the beginning of a page saved by Safari.
func isWebArchive(s sample) bool { return bytes.HasPrefix(s.head, []byte("bplist00")) }

// readWebArchive reads the page in a web archive of Safari, which is a binary
// property list. Only the objects on the way to the page are looked at, so
// neither depth nor references can do harm.
func readWebArchive(ctx context.Context, in *input, visit Visit) error {
	p, err := openPropertyList(in.data)
	if err != nil {
		return visit(nil, in.failBundle("a web archive", err))
	}
	main, ok := p.lookup(p.top, "WebMainResource")
	if !ok {
		return visit(nil, in.fail("no page in this web archive", "save the page again in Safari", errNotArticle))
	}
	page := &input{name: in.name, path: in.path}
	if at, ok := p.lookup(main, "WebResourceData"); ok {
		page.data, _ = p.bytes(at, kindData)
	}
	charset := p.stringAt(main, "WebResourceTextEncodingName")
	address := p.stringAt(main, "WebResourceURL")
	page.data = []byte(decode(page.data, first(charset, declaredCharset(page.data))))
	return readPage(ctx, page, func(d *text.Document, err error) error {
		if err == nil {
			d.URL = first(d.URL, address)
		}
		return visit(d, err)
	})
}

// propertyList is a binary property list: objects that name each other by
// number.
type propertyList struct {
	data      []byte
	offsets   []byte // offsetSize bytes for each object
	offset    int    // bytes of an offset
	reference int    // bytes of the number of an object
	count     int
	top       int
}

// The kinds of objects that a web archive is made of.
const (
	kindData   = 0x4
	kindASCII  = 0x5
	kindUTF16  = 0x6
	kindDict   = 0xd
	kindNumber = 0x1
)

var errPropertyList = errors.New("it is damaged")

// openPropertyList reads the trailer of a property list.
func openPropertyList(data []byte) (*propertyList, error) {
	const trailer = 32
	if len(data) < trailer+8 {
		return nil, errPropertyList
	}
	t := data[len(data)-trailer:]
	count, top, table := binary.BigEndian.Uint64(t[8:]), binary.BigEndian.Uint64(t[16:]), binary.BigEndian.Uint64(t[24:])
	p := &propertyList{data: data, offset: int(t[6]), reference: int(t[7])}
	size := uint64(len(data) - trailer)
	if p.offset < 1 || p.offset > 8 || p.reference < 1 || p.reference > 8 || table > size || count > (size-table)/uint64(p.offset) || top >= count {
		return nil, errPropertyList
	}
	p.offsets, p.count, p.top = data[table:size], int(count), int(top)
	return p, nil
}

// number reads a big-endian number.
func number(b []byte) int {
	n := uint64(0)
	for _, c := range b {
		n = n<<8 | uint64(c)
	}
	return int(n & (1<<62 - 1))
}

// object returns the kind and the length of the object at index, and what
// follows its head.
func (p *propertyList) object(index int) (kind, length int, rest []byte) {
	if index < 0 || index >= p.count {
		return 0, 0, nil
	}
	at := number(p.offsets[index*p.offset : (index+1)*p.offset])
	if at >= len(p.data) {
		return 0, 0, nil
	}
	kind, length = int(p.data[at]>>4), int(p.data[at]&0xf)
	rest = p.data[at+1:]
	const long = 0xf
	if length == long && len(rest) > 0 && rest[0]>>4 == kindNumber {
		size := 1 << (rest[0] & 0xf)
		if size > 8 || len(rest) < 1+size {
			return 0, 0, nil
		}
		length, rest = number(rest[1:1+size]), rest[1+size:]
	}
	return kind, length, rest
}

// bytes returns the content of the object at index, if it is of that kind.
func (p *propertyList) bytes(index, want int) ([]byte, bool) {
	kind, length, rest := p.object(index)
	if kind != want || length > len(rest) {
		return nil, false
	}
	return rest[:length], true
}

// text returns the string at index.
func (p *propertyList) text(index int) string {
	if b, ok := p.bytes(index, kindASCII); ok {
		return string(b)
	}
	kind, length, rest := p.object(index)
	if kind != kindUTF16 || length > len(rest)/2 {
		return ""
	}
	units := make([]uint16, length)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(rest[2*i:])
	}
	return string(utf16.Decode(units))
}

// lookup returns the index of the value that the dictionary at index has for
// key.
func (p *propertyList) lookup(index int, key string) (value int, ok bool) {
	const most = 1000
	kind, length, rest := p.object(index)
	if kind != kindDict || length > most || 2*length*p.reference > len(rest) {
		return 0, false
	}
	for i := range length {
		if p.text(number(rest[i*p.reference:(i+1)*p.reference])) == key {
			at := (length + i) * p.reference
			return number(rest[at : at+p.reference]), true
		}
	}
	return 0, false
}

// stringAt returns the string that the dictionary at index has for key.
func (p *propertyList) stringAt(index int, key string) string {
	if at, ok := p.lookup(index, key); ok {
		return p.text(at)
	}
	return ""
}
