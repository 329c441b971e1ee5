package timeline

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"dateline/parse/when"
)

func ids(t *Timeline) []string {
	var found []string
	for i := range t.Events {
		found = append(found, t.Events[i].ID)
	}
	return found
}

func TestNewPutsEventsInOrder(t *testing.T) {
	day := func(d int) when.Choice { return when.One(when.Date(1921, 5, d).Unit(when.Day)) }
	events := []Event{
		{ID: "undated"},
		{ID: "later", When: day(6)},
		{ID: "b", Title: "B", When: day(5)},
		{ID: "a2", Title: "A", When: day(5)},
		{ID: "a1", Title: "A", When: day(5)},
		{ID: "weighty", Title: "Z", When: day(5), Importance: 1},
		{ID: "longer", When: when.One(when.Date(1921, 5, 5).Unit(when.Week))},
		{ID: "open", When: when.One(when.Interval{Start: when.First, End: when.Date(1900, 1, 1), Grain: when.Year})},
		{ID: "month", When: when.One(when.Interval{Start: when.Date(1921, 5, 5), End: when.Date(1921, 6, 5), Grain: when.Day})},
	}
	want := []string{"open", "longer", "month", "weighty", "a1", "a2", "b", "later"}
	r := rand.New(rand.NewSource(1))
	for range 20 {
		r.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		before := slices.Clone(events)
		got := New("Order", events)
		if !slices.Equal(ids(got), want) {
			t.Fatalf("the order is %q, want %q", ids(got), want)
		}
		if !reflect.DeepEqual(events, before) {
			t.Fatal("New changes the slice it is given")
		}
		if !slices.IsSortedFunc(got.Events, Compare) {
			t.Fatal("the events are not in the order of Compare")
		}
	}
}

func TestHull(t *testing.T) {
	d := when.Date
	day := func(d when.Instant) Event { return Event{When: when.One(d.Unit(when.Day))} }
	for _, tt := range []struct {
		name       string
		events     []Event
		start, end when.Instant
	}{
		{"no events", nil, 0, 0},
		{"one", []Event{day(d(1921, 5, 5))}, d(1921, 5, 5), d(1921, 5, 6)},
		{"two", []Event{day(d(1921, 5, 5)), day(d(-43, 3, 15))}, d(-43, 3, 15), d(1921, 5, 6)},
		{"a long one inside", []Event{{When: when.One(when.Interval{Start: d(1914, 1, 1), End: d(1919, 1, 1)})}, day(d(1916, 1, 1))}, d(1914, 1, 1), d(1919, 1, 1)},
		{"open start", []Event{{When: when.One(when.Interval{Start: when.First, End: d(1066, 1, 1)})}}, d(1066, 1, 1) - 1, d(1066, 1, 1)},
		{"open end", []Event{{When: when.One(when.Interval{Start: d(1993, 1, 1), End: when.Last})}}, d(1993, 1, 1), d(1993, 1, 1) + 1},
		{"open on both sides", []Event{{When: when.One(when.Interval{Start: when.First, End: when.Last})}, day(d(1921, 5, 5))}, d(1921, 5, 5), d(1921, 5, 6)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := New("Hull", tt.events).Hull(); got.Start != tt.start || got.End != tt.end {
				t.Errorf("Hull = %+v, want %d to %d", got, tt.start, tt.end)
			}
		})
	}
}

func TestDateWords(t *testing.T) {
	e := Event{When: when.One(when.Date(2021, 3, 18).Unit(when.Day))}
	if got := e.DateWords(when.Short); got != "Mar 18, 2021" {
		t.Errorf("DateWords(Short) = %q", got)
	}
	if got := e.DateWords(when.Long); got != "Thursday, March 18, 2021" {
		t.Errorf("DateWords(Long) = %q", got)
	}
}

func TestStatusWords(t *testing.T) {
	for status, want := range map[Status]string{Happened: "happened", Planned: "planned", Denied: "denied", Hypothetical: "hypothetical"} {
		if got := status.String(); got != want {
			t.Errorf("%d is %q, want %q", status, got, want)
		}
	}
}

func TestWithin(t *testing.T) {
	year := func(y int) when.Interval { return when.Date(y, 1, 1).Unit(when.Year) }
	all := New("Wars", []Event{{ID: "a", When: when.One(year(1914))}, {ID: "b", When: when.Choice{year(1918), year(1939)}}, {ID: "c", When: when.One(year(1950))}})
	all.Eras = []Era{{Title: "old", When: year(1900)}, {Title: "new", When: year(1945)}}
	part := all.Within(when.Interval{Start: year(1915).Start, End: year(1950).Start})
	if len(part.Events) != 1 || part.Events[0].ID != "b" || len(part.Eras) != 1 || part.Eras[0].Title != "new" || part.Title != "Wars" {
		t.Errorf("the part is %+v", part)
	}
}
