package layout

import "math/bits"

// members holds which items are in which row, and finds the neighbours of an
// item in a row quickly. It is a bit per item and row; every level summarises
// 64 words of the one below in one. The words of all rows for the same items
// stand side by side, since they are asked for one after the other.
type members struct {
	rows   int
	levels [][]uint64
}

// newMembers returns empty rows for the items 0 to n-1.
func newMembers(n, rows int) members {
	m := members{rows: rows}
	for {
		n = max((n+63)/64, 1)
		m.levels = append(m.levels, make([]uint64, n*rows))
		if n == 1 {
			return m
		}
	}
}

// add puts item i into a row.
func (m members) add(row, i int) {
	for _, level := range m.levels {
		level[i>>6*m.rows+row] |= 1 << (i & 63)
		i >>= 6
	}
}

// before returns the last item of a row before i, or -1.
func (m members) before(row, i int) int {
	for up, level := range m.levels {
		if word := level[i>>6*m.rows+row] & (1<<(i&63) - 1); word != 0 {
			return m.last(row, up, i&^63|(63-bits.LeadingZeros64(word)))
		}
		i >>= 6
	}
	return -1
}

// after returns the first item of a row after i, or -1.
func (m members) after(row, i int) int {
	for up, level := range m.levels {
		if word := level[i>>6*m.rows+row] &^ (2<<(i&63) - 1); word != 0 {
			return m.first(row, up, i&^63|bits.TrailingZeros64(word))
		}
		i >>= 6
	}
	return -1
}

// last returns the last item below word i of a level.
func (m members) last(row, up, i int) int {
	for ; up > 0; up-- {
		i = i<<6 | (63 - bits.LeadingZeros64(m.levels[up-1][i*m.rows+row]))
	}
	return i
}

// first returns the first item below word i of a level.
func (m members) first(row, up, i int) int {
	for ; up > 0; up-- {
		i = i<<6 | bits.TrailingZeros64(m.levels[up-1][i*m.rows+row])
	}
	return i
}
