package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/text/encoding/htmlindex"
)

// element is an element of an XML file that is being read, with what its
// surroundings say.
type element struct {
	name string // without prefix
	attr []xml.Attr
}

// get returns the value of an attribute, whatever its prefix.
func (e *element) get(name string) string {
	for _, a := range e.attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// handler is told what stands in an XML file.
type handler struct {
	// start is called at the beginning of an element. If it returns false the
	// whole element is passed over.
	start func(e element) bool
	end   func(name string)
	chars func(s string)
}

var (
	errTooDeep = errors.New("its elements are nested too deeply")
	errCut     = errors.New("it ends in the middle")
)

// walkXML reads an XML file. Entities other than those of XML itself are an
// error, so no file can grow in memory; elements may be nested maxDepth deep.
func walkXML(data []byte, h handler) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(r), nil
	}
	depth, skip := 0, 0 // skip is the depth of the element that is passed over, or 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			if depth > 0 {
				return errCut
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errTooDeep
			}
			if skip == 0 && !h.start(element{t.Name.Local, t.Attr}) {
				skip = depth
			}
		case xml.EndElement:
			switch {
			case skip == 0:
				h.end(t.Name.Local)
			case skip == depth:
				skip = 0
			}
			depth--
		case xml.CharData:
			if skip == 0 {
				h.chars(string(t))
			}
		}
	}
}
