package layout

import "math/bits"

// bitset is a set of small numbers that finds the neighbours of a number
// quickly: every level summarises 64 words of the one below in one.
type bitset [][]uint64

// newBitset returns an empty set for the numbers 0 to n-1.
func newBitset(n int) bitset {
	var levels bitset
	for {
		n = (n + 63) / 64
		levels = append(levels, make([]uint64, max(n, 1)))
		if n <= 1 {
			return levels
		}
	}
}

// add puts i into the set.
func (s bitset) add(i int) {
	for _, level := range s {
		level[i>>6] |= 1 << (i & 63)
		i >>= 6
	}
}

// before returns the largest member below i, or -1.
func (s bitset) before(i int) int {
	for up, level := range s {
		if word := level[i>>6] & (1<<(i&63) - 1); word != 0 {
			return s.descendLast(up, i&^63|(63-bits.LeadingZeros64(word)))
		}
		i >>= 6
	}
	return -1
}

// after returns the smallest member above i, or -1.
func (s bitset) after(i int) int {
	for up, level := range s {
		if word := level[i>>6] &^ (2<<(i&63) - 1); word != 0 {
			return s.descendFirst(up, i&^63|bits.TrailingZeros64(word))
		}
		i >>= 6
	}
	return -1
}

func (s bitset) descendLast(up, i int) int {
	for ; up > 0; up-- {
		i = i<<6 | (63 - bits.LeadingZeros64(s[up-1][i]))
	}
	return i
}

func (s bitset) descendFirst(up, i int) int {
	for ; up > 0; up-- {
		i = i<<6 | bits.TrailingZeros64(s[up-1][i])
	}
	return i
}
