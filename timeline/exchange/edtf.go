package exchange

import (
	"fmt"

	"dateline/parse/when"
)

// parseEDTF reads a time in EDTF.
func parseEDTF(s string) (when.Choice, error) {
	return nil, fmt.Errorf("%q is not a date", s)
}
