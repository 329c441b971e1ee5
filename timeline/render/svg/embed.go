package svg

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"

	"dateline/timeline/render/parcel"
)

// carried finds what Write put into the metadata, also where another program has
// written the file anew.
var carried = regexp.MustCompile(`<(?:svg:)?metadata\s[^>]*\bid=["']` + parcel.Name + `["'][^>]*>([^<]*)<`)

// Embedded returns what an SVG file made by Write carries, or an error that wraps
// parcel.ErrNone if it carries nothing.
func Embedded(file []byte) ([]byte, error) {
	if !bytes.Contains(file, []byte("<svg")) {
		return nil, errors.New("svg: not an SVG file")
	}
	found := carried.FindSubmatch(file)
	if found == nil {
		return nil, fmt.Errorf("svg: SVG file: %w", parcel.ErrNone)
	}
	project, err := parcel.Unwrap(found[1])
	if err != nil {
		return nil, fmt.Errorf("svg: SVG file: %w", err)
	}
	return project, nil
}
