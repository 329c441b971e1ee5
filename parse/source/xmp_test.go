package source

import (
	"bytes"
	"compress/zlib"
	"testing"

	"dateline/parse/text"
)

// packed compresses s as streams of PDFs are.
func packed(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func TestXMPDates(t *testing.T) {
	const element = `<x:xmpmeta><rdf:RDF><dc:date><rdf:Seq><rdf:li>2021-03-22</rdf:li></rdf:Seq></dc:date></rdf:RDF></x:xmpmeta>`
	const attribute = `<x:xmpmeta><rdf:RDF><rdf:Description xmp:CreateDate="2021-03-22T10:00:00Z" xmp:ModifyDate="2022-01-01"/></rdf:RDF></x:xmpmeta>`
	metadata := func(filter, s string) string { return stream("/Type/Metadata/Subtype /XML"+filter, s) }
	tests := []struct{ name, data, want string }{
		{"element", "%PDF " + element, "2021-03-22"},
		{"attribute", "%PDF " + attribute, "2021-03-22"},
		{"packed", "%PDF 7 0 obj\n" + metadata("/Filter/FlateDecode", packed(attribute)), "2021-03-22"},
		{"packed, after a file", "%PDF 6 0 obj\n" + metadata("", "<a/>") + "7 0 obj\n" + metadata("/Filter/FlateDecode/DecodeParms<</Columns 1>>", packed(element)), "2021-03-22"},
		{"packed, cut", "%PDF 7 0 obj\n" + metadata("/Filter/FlateDecode", packed(attribute)[:20]), ""},
		{"packed otherwise", "%PDF 7 0 obj\n" + metadata("/Filter/LZWDecode", "\x80\x0b"), ""},
		{"packed, not metadata", "%PDF 7 0 obj\n" + stream("/Filter/FlateDecode", packed(attribute)), ""},
		{"no date", "%PDF <x:xmpmeta><dc:date>soon</dc:date>", ""},
		{"none", "%PDF", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := days(&text.Document{Dates: stamps(xmpDates([]byte(tt.data)))}); got != tt.want {
				t.Errorf("dates %q, want %q", got, tt.want)
			}
		})
	}
}
