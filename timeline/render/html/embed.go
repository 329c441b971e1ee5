package html

import (
	"bytes"
	"errors"
	"fmt"

	"dateline/timeline/render/parcel"
)

// Embedded returns what a page made by Write carries, or an error that wraps
// parcel.ErrNone if it carries nothing.
func Embedded(file []byte) ([]byte, error) {
	if !bytes.Contains(bytes.ToLower(file[:min(len(file), 1024)]), []byte("<html")) {
		return nil, errors.New("html: not an HTML page")
	}
	_, rest, found := bytes.Cut(file, []byte(`id="`+parcel.Name+`">`))
	line, _, closed := bytes.Cut(rest, []byte("</script>"))
	if !found || !closed {
		return nil, fmt.Errorf("html: page: %w", parcel.ErrNone)
	}
	project, err := parcel.Unwrap(line)
	if err != nil {
		return nil, fmt.Errorf("html: page: %w", err)
	}
	return project, nil
}
