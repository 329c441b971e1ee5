package layout

import "math"

// rankTree finds the most important item that is not shown, in a stretch of a
// lane. It is an implicit binary tree over blocks of items.
type rankTree struct {
	items []item
	// best holds the smallest rank below each node, finest the smallest scale.
	best   []int32
	finest []float32
}

// block is the number of items below a leaf of a rankTree.
const block = 8

func newRankTree(items []item) *rankTree {
	leaves := treeSize((len(items) + block - 1) / block)
	t := &rankTree{items: items, best: make([]int32, 2*leaves), finest: make([]float32, 2*leaves)}
	for i := range t.best {
		t.best[i], t.finest[i] = math.MaxInt32, math.MaxFloat32
	}
	for i := range items {
		leaf := leaves + i/block
		t.best[leaf] = min(t.best[leaf], items[i].rank)
		t.finest[leaf] = min(t.finest[leaf], items[i].scale)
	}
	for i := leaves - 1; i > 0; i-- {
		t.best[i] = min(t.best[2*i], t.best[2*i+1])
		t.finest[i] = min(t.finest[2*i], t.finest[2*i+1])
	}
	return t
}

// leader returns the most important of the items [from, to) that are not shown
// at the scale, or -1 if all of them are shown.
func (t *rankTree) leader(from, to int, scale float64) int {
	found := search{tree: t, from: from, to: to, scale: scale, leader: -1, rank: math.MaxInt32}
	found.visit(1, 0, len(t.best)/2*block)
	return found.leader
}

type search struct {
	tree     *rankTree
	from, to int
	scale    float64
	leader   int
	rank     int32
}

// visit looks below a node that stands for the items [lo, hi).
func (s *search) visit(node, lo, hi int) {
	t := s.tree
	if hi <= s.from || s.to <= lo || t.best[node] >= s.rank || float64(t.finest[node]) >= s.scale {
		return
	}
	if hi-lo <= block {
		for i := max(lo, s.from); i < min(hi, s.to, len(t.items)); i++ {
			if it := &t.items[i]; float64(it.scale) < s.scale && it.rank < s.rank {
				s.leader, s.rank = i, it.rank
			}
		}
		return
	}
	mid := (lo + hi) / 2
	first, second := 2*node, 2*node+1
	if t.best[first] <= t.best[second] {
		s.visit(first, lo, mid)
		s.visit(second, mid, hi)
		return
	}
	s.visit(second, mid, hi)
	s.visit(first, lo, mid)
}
