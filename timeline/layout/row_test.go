package layout

import (
	"math/rand"
	"testing"
)

func TestRowFindsWhatIsShown(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for _, n := range []int{0, 1, 2, 3, 7, 8, 9, 100} {
		items := make([]item, n)
		for i := range items {
			items[i].scale = float32(1 + r.Intn(20))
		}
		rows := newRows(items, 1)
		for range 300 {
			scale := float64(r.Intn(24))
			from := r.Intn(n + 2)
			next := from
			for next < n && float64(items[next].scale) < scale {
				next++
			}
			previous := min(from, n) - 1
			for previous >= 0 && float64(items[previous].scale) < scale {
				previous--
			}
			if got := rows[0].next(from, scale); got != min(next, n) {
				t.Fatalf("%d items: next(%d, %v) = %d, want %d", n, from, scale, got, min(next, n))
			}
			if got := rows[0].previous(min(from, n), scale); got != previous {
				t.Fatalf("%d items: previous(%d, %v) = %d, want %d", n, min(from, n), scale, got, previous)
			}
		}
	}
}

func TestRowsLeaveOutWhatHasNone(t *testing.T) {
	items := []item{{scale: 1, row: 1}, {scale: 0}, {scale: 2, row: 0}}
	rows := newRows(items, 2)
	if len(rows[0].items) != 1 || len(rows[1].items) != 1 || rows[0].items[0] != 2 {
		t.Errorf("the rows hold %v and %v", rows[0].items, rows[1].items)
	}
}
