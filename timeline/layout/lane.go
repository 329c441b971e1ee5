package layout

import (
	"slices"

	"dateline/timeline"
)

// Lanes is a way to spread events over lanes.
type Lanes uint8

// The ways to spread events: all in one lane, by the name of their first
// source, or by their first tag.
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

// laneName returns the name of the lane that an event belongs to.
func (o *Options) laneName(e *timeline.Event) string {
	switch {
	case o.Lanes == Together:
		return ""
	case o.Lanes == BySource && len(e.Sources) > 0:
		return e.Sources[0].Document
	case o.Lanes == ByTag && len(e.Tags) > 0:
		for _, name := range o.Order {
			if slices.Contains(e.Tags, name) {
				return name
			}
		}
		return e.Tags[0]
	}
	return others
}

// fillLanes makes a lane for each name that an event gives, in order.
func (l *Layout) fillLanes(items []item) {
	byName := make(map[string][]item)
	var names []string
	for _, it := range items {
		name := l.options.laneName(&l.timeline.Events[it.event])
		if _, ok := byName[name]; !ok {
			names = append(names, name)
		}
		byName[name] = append(byName[name], it)
	}
	place := func(name string) int {
		if i := slices.Index(l.options.Order, name); i >= 0 {
			return i
		}
		return len(l.options.Order)
	}
	slices.SortStableFunc(names, func(a, b string) int { return place(a) - place(b) })
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
