// Package decimal writes numbers as briefly as a picture needs them.
package decimal

import (
	"math"
	"strconv"
)

// The parts that numbers are rounded to: places of a picture, and shares of 1.
const (
	Places = 100
	Shares = 10_000
)

// limit is beyond the edge of any picture.
const limit = 1e9

// Append appends v rounded to a power of ten of parts of one, 100 for two decimals,
// without zeros at the end. What is not a number becomes 0, and what is beyond
// any picture is held to a thousand million.
func Append(to []byte, v float64, parts int64) []byte {
	if math.IsNaN(v) {
		v = 0
	}
	n := int64(math.Floor(min(max(v, -limit), limit)*float64(parts) + 0.5))
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
