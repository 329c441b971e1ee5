package source

import (
	"bytes"
	"compress/zlib"
	"io"
)

var (
	xmpDate = pattern(`(?:prism:publicationDate|prism:coverDate|dc:date|xmp:CreateDate)(?:\s*=\s*["']|>\s*(?:<rdf:(?:Seq|Bag|Alt)>\s*<rdf:li[^>]*>)?\s*)([0-9TZ:+.-]{4,35})`)
	// xmpStream is the beginning of a stream of a PDF that holds XMP.
	xmpStream = pattern(`<<(?:[^<>]|<<[^<>]*>>)*/Subtype\s*/XML(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n`)
)

// xmpDates returns the dates in what a PDF says about itself in XMP, as elements
// or as attributes.
func xmpDates(data []byte) []rawStamp {
	const most = 4
	var list []rawStamp
	for _, m := range xmpDate().FindAllSubmatch(xmpOf(data), most) {
		list = append(list, rawStamp{string(m[1]), "the file's properties (XMP)"})
	}
	return list
}

// xmpOf returns the XMP of a PDF, compressed or not, or nothing.
func xmpOf(data []byte) []byte {
	const longest, tries = 64 << 10, 8
	start := []byte("<x:xmpmeta")
	if at := bytes.Index(data, start); at >= 0 {
		return data[at:min(len(data), at+longest)]
	}
	if !bytes.Contains(data, []byte("/XML")) {
		return nil
	}
	for _, at := range xmpStream().FindAllIndex(data, tries) {
		unpacked, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue // packed otherwise, or encrypted
		}
		packet, _ := io.ReadAll(io.LimitReader(unpacked, longest)) // of a broken one the beginning counts
		if bytes.Contains(packet, start) || bytes.Contains(packet, []byte("<rdf:RDF")) {
			return packet
		}
	}
	return nil
}
