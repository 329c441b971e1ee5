package layout

import (
	"math/bits"
	"slices"
)

// row holds the items of one row in order of start, with a tree that finds
// those shown at a scale without looking at the others.
type row struct {
	items []int32 // indices in the lane
	// widest is an implicit binary tree over items: each node holds the coarsest
	// scale below it. Leaves start at len(widest)/2.
	widest []float32
	height float64 // pixels
}

// newRows sorts placed items into rows.
func newRows(items []item, count int) []row {
	rows := make([]row, count)
	for i := range rows {
		rows[i].height = rowHeight
	}
	for i := range items {
		if items[i].scale > 0 {
			r := &rows[items[i].row]
			r.items = append(r.items, int32(i))
			r.height = max(r.height, items[i].height())
		}
	}
	for i := range rows {
		rows[i].items = slices.Clip(rows[i].items)
		rows[i].widest = make([]float32, 2*treeSize(len(rows[i].items)))
		rows[i].fill(items)
	}
	return rows
}

// treeSize returns the number of leaves of a tree over n items.
func treeSize(n int) int {
	if n <= 1 {
		return 1
	}
	return 1 << bits.Len(uint(n-1))
}

func (r *row) fill(items []item) {
	leaves := len(r.widest) / 2
	for i, at := range r.items {
		r.widest[leaves+i] = items[at].scale
	}
	for i := leaves - 1; i > 0; i-- {
		r.widest[i] = max(r.widest[2*i], r.widest[2*i+1])
	}
}

// next returns the first place at or after from whose item is shown at the
// scale, or len(r.items).
func (r *row) next(from int, scale float64) int {
	leaves := len(r.widest) / 2
	if from >= len(r.items) {
		return len(r.items)
	}
	node := leaves + from
	for float64(r.widest[node]) < scale {
		// Climb while this is a right child, then step to the right.
		for node&1 == 1 {
			node >>= 1
			if node <= 1 {
				return len(r.items)
			}
		}
		node++
	}
	for node < leaves {
		node *= 2
		if float64(r.widest[node]) < scale {
			node++
		}
	}
	return node - leaves
}

// previous returns the last place before the given one whose item is shown at
// the scale, or -1.
func (r *row) previous(before int, scale float64) int {
	leaves := len(r.widest) / 2
	if before <= 0 {
		return -1
	}
	node := leaves + before - 1
	for float64(r.widest[node]) < scale {
		for node&1 == 0 {
			node >>= 1
		}
		if node <= 1 {
			return -1
		}
		node--
	}
	for node < leaves {
		node = 2*node + 1
		if float64(r.widest[node]) < scale {
			node--
		}
	}
	return node - leaves
}
