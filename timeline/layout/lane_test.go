package layout

import (
	"fmt"
	"slices"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestLanes(t *testing.T) {
	on := func(d int) when.Choice { return when.One(when.Date(2021, 3, d).Unit(when.Day)) }
	events := []timeline.Event{
		{ID: "a", When: on(1), Tags: []string{"Lavrov", "Beijing"}, Sources: []timeline.Source{{Document: "one.txt"}}},
		{ID: "b", When: on(2), Tags: []string{"Blinken"}, Sources: []timeline.Source{{Document: "two.txt"}}},
		{ID: "c", When: on(3), Sources: []timeline.Source{{Document: "one.txt"}, {Document: "two.txt"}}},
		{ID: "d", When: on(4), Tags: []string{"Blinken", "Beijing"}},
	}
	type lanes map[string][]string
	for _, tt := range []struct {
		name    string
		options Options
		order   []string
		want    lanes
	}{
		{"together", Options{}, []string{""}, lanes{"": {"a", "b", "c", "d"}}},
		{"by source", Options{Lanes: BySource}, []string{"one.txt", "two.txt", "Other"}, lanes{"one.txt": {"a", "c"}, "two.txt": {"b"}, "Other": {"d"}}},
		{"by tag", Options{Lanes: ByTag}, []string{"Beijing", "Blinken", "Other"}, lanes{"Beijing": {"a", "d"}, "Blinken": {"b"}, "Other": {"c"}}},
		{"by some tags", Options{Lanes: ByTag, Among: map[string]bool{"Lavrov": true, "Blinken": true}}, []string{"Lavrov", "Blinken", "Other"}, lanes{"Lavrov": {"a"}, "Blinken": {"b", "d"}, "Other": {"c"}}},
		{"by chosen tags", Options{Lanes: ByTag, Order: []string{"Beijing", "Nobody"}}, []string{"Beijing", "Blinken", "Other"}, lanes{"Beijing": {"a", "d"}, "Blinken": {"b"}, "Other": {"c"}}},
		{"others first", Options{Lanes: ByTag, Order: []string{"Other"}}, []string{"Other", "Beijing", "Blinken"}, lanes{"Beijing": {"a", "d"}, "Blinken": {"b"}, "Other": {"c"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := New(timeline.New("Lanes", events), ruler{}, tt.options)
			var order []string
			for i := range l.lanes {
				n := &l.lanes[i]
				order = append(order, n.name)
				var ids []string
				for _, it := range n.items {
					ids = append(ids, l.timeline.Events[it.event].ID)
				}
				if !slices.Equal(ids, tt.want[n.name]) {
					t.Errorf("lane %q holds %q, want %q", n.name, ids, tt.want[n.name])
				}
			}
			if !slices.Equal(order, tt.order) {
				t.Errorf("the lanes are %q, want %q", order, tt.order)
			}
		})
	}
}

func TestCollapsedLanesFoldEverything(t *testing.T) {
	events := everyKind()
	l := New(timeline.New("Collapsed", events), ruler{}, Options{Collapsed: []string{""}})
	f := l.Frame(l.Fit(1000), 600, Style{Theme: Light()})
	if f.Drawn != 0 || f.Folded != len(events) || len(f.Folds) == 0 {
		t.Errorf("%d drawn, %d folded in %d marks, want 0, %d", f.Drawn, f.Folded, len(f.Folds), len(events))
	}
}

func TestRareTagsShareALane(t *testing.T) {
	var events []timeline.Event
	for i := range 3 * mostLanes {
		tag := string(rune('A' + i))
		for j := range 1 + i%2 {
			events = append(events, timeline.Event{
				ID: fmt.Sprint(tag, j), Title: tag, When: when.One(when.Date(1900+i, 1, 1+j).Unit(when.Day)), Tags: []string{tag},
			})
		}
	}
	l := New(timeline.New("Many", events), ruler{}, Options{Lanes: ByTag})
	if len(l.lanes) != mostLanes+1 || l.lanes[mostLanes].name != others {
		t.Fatalf("there are %d lanes, the last %q", len(l.lanes), l.lanes[len(l.lanes)-1].name)
	}
	for _, n := range l.lanes[:mostLanes] {
		if len(n.items) != 2 {
			t.Errorf("lane %q has %d events while rarer ones were left out", n.name, len(n.items))
		}
	}
}
