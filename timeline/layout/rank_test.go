package layout

import (
	"math/rand"
	"testing"
)

func TestLeaderIsTheMostImportantOfTheFolded(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	for _, n := range []int{1, 7, 8, 9, 64, 1000} {
		items := make([]item, n)
		for i, rank := range r.Perm(n) {
			items[i].rank, items[i].scale = int32(rank), float32(r.Intn(10))
		}
		tree := newRankTree(items)
		for range 300 {
			from := r.Intn(n)
			to := from + r.Intn(n-from+1)
			scale := float64(r.Intn(12))
			want := -1
			for i := from; i < to; i++ {
				if float64(items[i].scale) < scale && (want < 0 || items[i].rank < items[want].rank) {
					want = i
				}
			}
			if got := tree.leader(from, to, scale); got != want {
				t.Fatalf("%d items: leader(%d, %d, %v) = %d, want %d", n, from, to, scale, got, want)
			}
		}
	}
}
