package layout

import (
	"fmt"
	"math"
	"slices"

	"dateline/parse/when"
	"dateline/timeline/scene"
)

// foldWidth is the least width in pixels of the stretches in which events are folded.
const foldWidth = 120

// folds draws a lane's strip of folded events: the window is cut at round
// instants into stretches, and each names how many events it folds and the most
// important of them.
func (f *frame) folds(n *lane, number int, y float64) {
	power := max(int(math.Ceil(math.Log2(foldWidth*f.v.PerPixel))), 0)
	window := f.flat.Visible()
	if power > 62 {
		return
	}
	for b := window.Start >> power; b <= (window.End-1)>>power; b++ {
		f.fold(n, number, b<<power, power, y)
	}
}

// fold draws the events of the lane that start in the stretch of 2^power seconds
// from the given instant and are not drawn at this zoom.
func (f *frame) fold(n *lane, number int, from when.Instant, power int, y float64) {
	to := from + 1<<power
	if to < from {
		to = when.Last
	}
	lo, hi := n.startsAt(from), n.startsAt(to)
	count := hi - lo - n.shown(lo, hi, f.v.PerPixel)
	if count == 0 {
		return
	}
	leader := n.index.leader(lo, hi, f.v.PerPixel)
	fold := Fold{
		ID:     fmt.Sprintf("fold-%d-%d-%d", number, power, from>>power),
		Count:  count,
		Leader: int(n.items[leader].event),
		Span:   when.Interval{Start: f.l.breaks.Real(n.items[lo].start), End: f.l.breaks.Real(n.items[hi-1].start) + 1},
	}
	f.Folds = append(f.Folds, fold)
	if y+foldHeight <= f.top || y >= f.bottom {
		return
	}
	f.foldMark(fold, f.flat.X(from), f.flat.X(to), y)
}

// foldMark draws a fold between two pixels.
func (f *frame) foldMark(fold Fold, from, to, y float64) {
	t := f.style.Theme
	title := clean(f.l.timeline.Events[fold.Leader].Title)
	box := scene.Rect{X: from + 2, Y: y + 2, W: to - from - 4, H: foldHeight - 6}
	g := scene.Group{
		ID:    fold.ID,
		Label: title,
		Desc:  fmt.Sprintf("%s and %s more without room for their own marks.", title, grouped(fold.Count-1)),
		Hit:   box,
		Items: []scene.Item{scene.Box{Rect: box, Radius: 4, Fill: t.Shade}},
	}
	if fold.Count == 1 {
		g.Desc = title + ", without room for its own mark."
	}
	x := math.Max(box.X+8, f.style.Left+edge)
	count := f.text(x, y+17, "+"+grouped(fold.Count), smallSize, true, t.Ink)
	if x+count.Advance <= box.Right()-4 {
		g.Items = append(g.Items, count)
		x += count.Advance + 6
		if title = elide(f.l.metrics, title, smallSize, false, box.Right()-6-x); title != "" {
			g.Items = append(g.Items, f.text(x, y+17, title, smallSize, false, t.Quiet))
		}
	}
	f.add(g)
}

// startsAt returns the number of items that start before t.
func (n *lane) startsAt(t when.Instant) int {
	i, _ := slices.BinarySearchFunc(n.items, t, func(it item, t when.Instant) int {
		if it.start < t {
			return -1
		}
		return 1
	})
	return i
}

// shown returns how many of the items [lo, hi) are drawn at the scale.
func (n *lane) shown(lo, hi int, scale float64) int {
	count := 0
	for r := range n.rows {
		row := &n.rows[r]
		at, _ := slices.BinarySearch(row.items, int32(lo))
		for at = row.next(at, scale); at < len(row.items) && int(row.items[at]) < hi; at = row.next(at+1, scale) {
			count++
		}
	}
	return count
}
