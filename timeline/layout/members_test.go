package layout

import (
	"math/rand"
	"testing"
)

func TestMembersFindNeighbours(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for _, n := range []int{1, 2, 63, 64, 65, 4096, 4097, 300_000} {
		const rows = 3
		m := newMembers(n, rows)
		in := make([][]bool, rows)
		for row := range in {
			in[row] = make([]bool, n)
			for range 1 + n/200 {
				i := r.Intn(n)
				in[row][i] = true
				m.add(row, i)
			}
		}
		for range 300 {
			row, i := r.Intn(rows), r.Intn(n)
			before, after := i-1, i+1
			for before >= 0 && !in[row][before] {
				before--
			}
			for after < n && !in[row][after] {
				after++
			}
			if after == n {
				after = -1
			}
			if got := m.before(row, i); got != before {
				t.Fatalf("%d items: before(%d, %d) = %d, want %d", n, row, i, got, before)
			}
			if got := m.after(row, i); got != after {
				t.Fatalf("%d items: after(%d, %d) = %d, want %d", n, row, i, got, after)
			}
		}
	}
}
