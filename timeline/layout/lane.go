package layout

import (
	"cmp"
	"maps"
	"slices"

	"dateline/timeline"
)

// Lanes is a way to spread events over lanes.
type Lanes uint8

// The ways to spread events: all in one lane, by the name of their first
// source, or by the most frequent of their tags.
const (
	Together Lanes = iota
	BySource
	ByTag
)

// lane is a horizontal band of rows.
type lane struct {
	name  string
	items []item // in order of start
	rows  []row
	index *rankTree
}

// others is the name of the lane for events without a source or tag.
const others = "Other"

// mostLanes is how many lanes tags are given. Events of rarer ones share a lane.
const mostLanes = 12

// laneTags returns the tags that have lanes, with their ranks: those named in
// Order as they stand there, then the most frequent.
func (l *Layout) laneTags() map[string]int {
	counts := map[string]int{}
	for i := range l.timeline.Events {
		for _, tag := range l.timeline.Events[i].Tags {
			if l.options.Among == nil || l.options.Among[tag] {
				counts[tag]++
			}
		}
	}
	tags := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(l.options.place(a), l.options.place(b)), cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	ranks := map[string]int{}
	for i, tag := range tags[:min(len(tags), max(mostLanes, len(l.options.Order)))] {
		ranks[tag] = i
	}
	return ranks
}

// place returns where Order has a lane, or that it comes after those; the lane for
// others comes last.
func (o *Options) place(name string) int {
	if i := slices.Index(o.Order, name); i >= 0 {
		return i
	}
	if name == others {
		return len(o.Order) + 1
	}
	return len(o.Order)
}

// laneName returns the name of the lane that an event belongs to.
func (o *Options) laneName(e *timeline.Event, tags map[string]int) string {
	switch {
	case o.Lanes == Together:
		return ""
	case o.Lanes == BySource && len(e.Sources) > 0:
		return e.Sources[0].Document
	case o.Lanes == ByTag:
		name, best := others, len(tags)
		for _, tag := range e.Tags {
			if rank, ok := tags[tag]; ok && rank < best {
				name, best = tag, rank
			}
		}
		return name
	}
	return others
}

// fillLanes makes a lane for each name that an event gives, in order.
func (l *Layout) fillLanes(items []item) {
	byName := make(map[string][]item)
	var names []string
	var tags map[string]int
	if l.options.Lanes == ByTag {
		tags = l.laneTags()
	}
	for _, it := range items {
		name := l.options.laneName(&l.timeline.Events[it.event], tags)
		if _, ok := byName[name]; !ok {
			names = append(names, name)
		}
		byName[name] = append(byName[name], it)
	}
	slices.SortStableFunc(names, func(a, b string) int { return l.options.place(a) - l.options.place(b) })
	for _, name := range names {
		l.lanes = append(l.lanes, lane{name: name, items: byName[name]})
	}
}

// rowsOf returns the most rows that a lane may have.
func (l *Layout) rowsOf(n *lane) int {
	if slices.Contains(l.options.Collapsed, n.name) {
		return 0
	}
	if l.options.Rows <= 0 {
		return MaxRows
	}
	return min(max(l.options.Rows/len(l.lanes), 1), MaxRows)
}

// placeLanes gives the items of every lane rows and makes the lanes ready for queries.
func (l *Layout) placeLanes(items []item) {
	byRank := make([]struct{ lane, item int32 }, len(items))
	for i := range l.lanes {
		for j := range l.lanes[i].items {
			byRank[l.lanes[i].items[j].rank] = struct{ lane, item int32 }{int32(i), int32(j)}
		}
	}
	ranked := make([][]int32, len(l.lanes))
	for _, at := range byRank {
		ranked[at.lane] = append(ranked[at.lane], at.item)
	}
	for i := range l.lanes {
		n := &l.lanes[i]
		p := placer{items: n.items, ranked: ranked[i], rows: l.rowsOf(n), origin: l.origin, whole: l.whole * slack}
		n.rows = newRows(n.items, p.place())
		l.widen(n)
		n.index = newRankTree(n.items)
	}
}
