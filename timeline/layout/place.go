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

	members members
	room    []extents // of items, close together since refine asks for little else
}

// levelsPerOctave is how many zooms the levels of detail take to double the scale.
const levelsPerOctave = 2

// place fills in row and scale of every item and returns the number of rows used.
//
// First comes the view of the whole timeline: the most important events that
// have room there get rows in order of time, so that neighbours read downwards.
// Then finer and finer zooms, where each event left over takes the first free
// row, the most important first.
func (p *placer) place() int {
	if len(p.items) == 0 || p.rows == 0 {
		return 0
	}
	p.members = newMembers(len(p.items), p.rows)
	p.room = make([]extents, len(p.items))
	for i := range p.items {
		p.room[i] = p.items[i].extents
	}
	shown := p.choose()
	used := p.stack(shown)
	p.spread(shown)
	p.outlast(shown)
	for _, i := range shown {
		p.members.add(int(p.items[i].row), int(i))
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

// spread limits the room of the labels of the shown items to what the next ones
// of their rows leave them in the view of the whole timeline.
func (p *placer) spread(shown []int32) {
	next := make([]*item, p.rows)
	for _, i := range slices.Backward(shown) {
		it := &p.items[i]
		if after := next[it.row]; after != nil {
			it.room = max(it.label, min(it.room, freeBefore(it, after)))
		}
		next[it.row] = it
	}
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
			c := clearance(it.spread(), &other.extents)
			if j < i {
				c = clearance(other.spread(), &it.extents)
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
// of a tile to the next finer zoom. More of them find room for at most a tenth
// more labels and cost time in proportion.
const (
	tileWidth   = 512
	maxFailures = 1
)

// waiting is an item that has no row yet.
type waiting struct {
	item  int32
	retry float32 // no row has room at coarser scales than this, seconds per pixel
	start float64 // seconds from the origin
}

// refine places the items that the view of the whole timeline left over, zoom by
// zoom. It returns the number of rows used.
func (p *placer) refine() int {
	used := 0
	rest := p.waiting()
	step := math.Exp2(-1.0 / levelsPerOctave)
	grouped := false
	for scale := p.whole * step; scale >= axis.Finest && len(rest) > 0; scale *= step {
		if !grouped && scale <= p.groupingScale() {
			rest, grouped = p.group(rest), true
		}
		failures := newTally(len(rest))
		kept := rest[:0]
		for _, w := range rest {
			if float64(w.retry) < scale {
				kept = append(kept, w)
				continue
			}
			tile := int64(w.start / (tileWidth * scale))
			if failures.count(tile) >= maxFailures*p.rows {
				kept = append(kept, w)
				continue
			}
			row, best := p.freeRow(int(w.item), scale)
			switch {
			case row >= 0:
				it := &p.items[w.item]
				it.row, it.scale = int16(row), below(scale*stagger(it.rank))
				p.members.add(row, int(w.item))
				used = max(used, row+1)
			case best >= axis.Finest:
				w.retry = float32(best)
				kept = append(kept, w)
				failures.add(tile)
			}
		}
		rest = kept
	}
	return used
}

// groupSize is the number of neighbouring items that refine works on together
// once a group is groupWidth pixels wide: few enough for the processor's cache,
// and wide enough that the order of importance is broken at hardly any place.
const (
	groupSize  = 8192
	groupWidth = 4096
)

// groupingScale returns the zoom from which on items are worked on in groups.
func (p *placer) groupingScale() float64 {
	groups := float64(len(p.items)/groupSize + 1)
	return seconds(p.origin, p.items[len(p.items)-1].start) / (groups * groupWidth)
}

// group returns waiting items by groups of neighbours, in each of them in their
// former order.
func (p *placer) group(rest []waiting) []waiting {
	places := make([]int, len(p.items)/groupSize+2)
	for _, w := range rest {
		places[w.item/groupSize+1]++
	}
	for i := 1; i < len(places); i++ {
		places[i] += places[i-1]
	}
	grouped := make([]waiting, len(rest))
	for _, w := range rest {
		at := &places[w.item/groupSize]
		grouped[*at] = w
		*at++
	}
	return grouped
}

// stagger returns a factor a little below 1, so that the events of one level do
// not all appear at once.
func stagger(rank int32) float64 {
	const share = 1 << 10
	hash := uint32(rank) * 0x9E3779B1 >> 22
	return math.Exp2(-float64(hash) / share / levelsPerOctave / 2)
}

// waiting returns the items that were left over, most important first, without
// what can never have a row: of the items that start in the same second, those
// beyond the number of rows.
func (p *placer) waiting() []waiting {
	taken := newCounts(p.items)
	rest := make([]waiting, 0, len(p.items))
	for _, i := range p.ranked {
		it := &p.items[i]
		if it.scale == 0 && taken.next(i) < p.rows {
			rest = append(rest, waiting{item: i, retry: math.MaxFloat32, start: seconds(p.origin, it.start)})
		}
	}
	return rest
}

// freeRow returns the first row where item i is clear of its neighbours at the
// scale. If there is none it returns -1 and the coarsest scale at which one of
// the rows may still have room.
func (p *placer) freeRow(i int, scale float64) (row int, best float64) {
	it := &p.room[i]
	for row := range p.rows {
		room := math.MaxFloat64
		if before := p.members.before(row, i); before >= 0 {
			room = clearance(&p.room[before], it)
		}
		if room > best {
			if after := p.members.after(row, i); after >= 0 {
				room = min(room, clearance(it, &p.room[after]))
			}
		}
		if room >= scale {
			return row, room
		}
		best = max(best, room)
	}
	return -1, best
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
