package layout

import (
	"cmp"
	"math"
	"slices"

	"dateline/parse/when"
	"dateline/timeline/axis"
)

// placer decides rows and coarsest zooms for the items of one lane.
type placer struct {
	items  []item  // in order of start
	ranked []int32 // indices of items, most important first
	rows   int     // most rows
	origin when.Instant
	whole  float64 // the scale at which the whole timeline is in view

	members []bitset // for each row, the items placed in it
}

// levelsPerOctave is how many zooms the levels of detail take to double the scale.
const levelsPerOctave = 4

// place fills in row and scale of every item and returns the number of rows used.
//
// First comes the view of the whole timeline: the most important events that
// have room there get rows in order of time, so that neighbours read downwards.
// Then finer and finer zooms, where each event left over takes the first free
// row, the most important first.
func (p *placer) place() int {
	if len(p.items) == 0 {
		return 0
	}
	p.members = make([]bitset, p.rows)
	shown := p.choose()
	used := p.stack(shown)
	p.outlast(shown)
	for row := range p.members {
		p.members[row] = newBitset(len(p.items))
	}
	for _, i := range shown {
		p.members[p.items[i].row].add(int(i))
	}
	return max(used, p.refine())
}

// cell is the width in pixels of the columns in which choose counts.
const cell = 2

// choose returns the items shown in the view of the whole timeline, in order of
// start: the most important first, as many as rows hold over each column.
func (p *placer) choose() []int32 {
	width := 0.0
	for i := range p.items {
		width = math.Max(width, p.items[i].right(p.origin, p.whole))
	}
	low := p.items[0].left(p.origin, p.whole)
	for i := range p.items {
		low = math.Min(low, p.items[i].left(p.origin, p.whole))
	}
	depth := make([]int16, int(math.Min((width-low)/cell, 1<<20))+2)
	var shown []int32
	for _, i := range p.ranked {
		it := &p.items[i]
		from := min(int((it.left(p.origin, p.whole)-low)/cell), len(depth)-1)
		to := min(int((it.right(p.origin, p.whole)-low)/cell), len(depth)-1)
		if !isFree(depth[from:to+1], int16(p.rows)) {
			continue
		}
		for c := from; c <= to; c++ {
			depth[c]++
		}
		shown = append(shown, i)
	}
	slices.Sort(shown)
	return shown
}

func isFree(depth []int16, rows int16) bool {
	for _, d := range depth {
		if d >= rows {
			return false
		}
	}
	return true
}

// stack gives each of the shown items, taken in order of time, the first row
// that is free where it starts. It returns the number of rows used.
func (p *placer) stack(shown []int32) int {
	used := 0
	ends := make([]float64, p.rows)
	for i := range ends {
		ends[i] = math.Inf(-1)
	}
	byLeft := slices.Clone(shown)
	slices.SortStableFunc(byLeft, func(a, b int32) int {
		return cmp.Compare(p.items[a].left(p.origin, p.whole), p.items[b].left(p.origin, p.whole))
	})
	for _, i := range byLeft {
		it := &p.items[i]
		left := it.left(p.origin, p.whole)
		for row := range ends {
			if ends[row] <= left {
				it.row, it.scale = int16(row), float32(p.whole)
				ends[row] = it.right(p.origin, p.whole)
				used = max(used, row+1)
				break
			}
		}
	}
	return used
}

// outlast decides how far out each of the shown items stays when one zooms
// further out: until it touches a more important one of its row that is still shown.
func (p *placer) outlast(shown []int32) {
	rows := make([][]int32, p.rows)
	byRank := slices.Clone(shown)
	slices.SortFunc(byRank, func(a, b int32) int { return cmp.Compare(p.items[a].rank, p.items[b].rank) })
	for _, i := range byRank {
		it := &p.items[i]
		scale := axis.Coarsest
		for _, j := range rows[it.row] {
			other := &p.items[j]
			c := clearance(it, other)
			if j < i {
				c = clearance(other, it)
			}
			if c < float64(other.scale) {
				scale = math.Min(scale, c)
			}
		}
		it.scale = below(math.Max(scale, p.whole))
		rows[it.row] = append(rows[it.row], i)
	}
}

// below returns the largest float32 that is not above x.
func below(x float64) float32 {
	f := float32(x)
	if float64(f) > x {
		f = math.Nextafter32(f, 0)
	}
	return f
}

// tileWidth is the width in pixels of the tiles in which refine counts failures,
// and maxFailures how many it takes per row and tile before it leaves the rest
// of a tile to the next finer zoom.
const (
	tileWidth   = 512
	maxFailures = 2
)

// refine places the items that the view of the whole timeline left over, zoom by
// zoom. It returns the number of rows used.
func (p *placer) refine() int {
	used := 0
	var rest []int32
	for _, i := range p.ranked {
		if p.items[i].scale == 0 {
			rest = append(rest, i)
		}
	}
	rest = p.dropCrowds(rest)
	retry := make([]float32, len(p.items))
	for _, i := range rest {
		retry[i] = float32(math.Inf(1))
	}
	step := math.Exp2(-1.0 / levelsPerOctave)
	for scale := p.whole * step; scale >= axis.Finest && len(rest) > 0; scale *= step {
		failures := newTally(len(rest))
		kept := rest[:0]
		for _, i := range rest {
			if float64(retry[i]) < scale {
				kept = append(kept, i)
				continue
			}
			it := &p.items[i]
			tile := int64(seconds(p.origin, it.start) / (tileWidth * scale))
			if failures.count(tile) >= maxFailures*p.rows {
				kept = append(kept, i)
				continue
			}
			row, best := p.freeRow(int(i), scale)
			if row >= 0 {
				it.row, it.scale = int16(row), below(scale)
				p.members[row].add(int(i))
				used = max(used, row+1)
				continue
			}
			failures.add(tile)
			if best >= axis.Finest {
				retry[i] = float32(best)
				kept = append(kept, i)
			}
		}
		rest = kept
	}
	return used
}

// freeRow returns the first row where item i is clear of its neighbours at the
// scale. If there is none it returns -1 and the coarsest scale at which one of
// the rows may still have room.
func (p *placer) freeRow(i int, scale float64) (row int, best float64) {
	it := &p.items[i]
	for row, members := range p.members {
		room := math.Inf(1)
		if before := members.before(i); before >= 0 {
			room = clearance(&p.items[before], it)
		}
		if room >= best {
			if after := members.after(i); after >= 0 {
				room = math.Min(room, clearance(it, &p.items[after]))
			}
		}
		if room >= scale {
			return row, room
		}
		best = math.Max(best, room)
	}
	return -1, best
}

// dropCrowds leaves out what can never have a row: of the items that start in
// the same second, those beyond the number of rows.
func (p *placer) dropCrowds(ranked []int32) []int32 {
	taken := newCounts(p.items)
	kept := ranked[:0]
	for _, i := range ranked {
		if taken.next(i) < p.rows {
			kept = append(kept, i)
		}
	}
	return kept
}

// counts counts items by the second that they start in.
type counts struct {
	first []int32 // for each item, the first that starts in the same second
	seen  []int32
}

func newCounts(items []item) counts {
	c := counts{first: make([]int32, len(items)), seen: make([]int32, len(items))}
	for i := range items {
		c.first[i] = int32(i)
		if i > 0 && items[i].start == items[i-1].start {
			c.first[i] = c.first[i-1]
		}
	}
	return c
}

// next returns how many of i's second were counted before, and counts it.
func (c counts) next(i int32) int {
	n := c.seen[c.first[i]]
	c.seen[c.first[i]]++
	return int(n)
}

// tally counts failures by tile in a table of bounded size. Tiles that share a
// slot share their count, which only makes refine more cautious.
type tally []uint16

func newTally(items int) tally {
	size := 64
	for size < 2*items && size < 1<<18 {
		size *= 2
	}
	return make(tally, size)
}

func (t tally) slot(tile int64) *uint16 {
	return &t[uint64(tile)*0x9E3779B97F4A7C15>>32&uint64(len(t)-1)]
}

func (t tally) count(tile int64) int { return int(*t.slot(tile)) }

func (t tally) add(tile int64) { *t.slot(tile)++ }
