package layout

import (
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

func TestRowsIn(t *testing.T) {
	const around = axisHeight + 2*lanePad + foldHeight
	tests := []struct {
		height float64
		want   int
	}{
		{around + 3*rowHeight, 3},
		{around + 3*rowHeight - 1, 2},
		{around + 4*rowHeight - 1, 3},
		{around, 1},
		{0, 1},
		{-5, 1},
	}
	for _, tt := range tests {
		if got := RowsIn(tt.height); got != tt.want {
			t.Errorf("RowsIn(%v) = %d, want %d", tt.height, got, tt.want)
		}
	}
}

func TestRowOfIsWhereTheEventIsDrawn(t *testing.T) {
	for _, style := range []Style{
		{Theme: Light()},
		{Theme: Light(), Heading: true, Settled: true},
		{Theme: Light(), Settled: true, KeepRoom: true},
	} {
		for _, lanes := range []Lanes{Together, ByTag} {
			events := manyEvents(300)
			for i := range events {
				events[i].Tags = []string{"odd", "even"}[i%2 : i%2+1]
			}
			l := New(timeline.New("Some", events), ruler{}, Options{Lanes: lanes, Rows: 20})
			v := l.Fit(1200)
			drawn := groups(l.Frame(v, tall, style), "event-")
			if len(drawn) < 10 {
				t.Fatalf("%d events are drawn", len(drawn))
			}
			for id, g := range drawn {
				top, height, ok := l.RowOf(strings.TrimPrefix(id, "event-"), v, style)
				if !ok || top != g.Hit.Y || height != g.Hit.H {
					t.Fatalf("%s is at %v, %v high (%v); drawn at %+v", id, top, height, ok, g.Hit)
				}
			}
			for _, it := range l.lanes[0].items {
				id := l.timeline.Events[it.event].ID
				if _, _, ok := l.RowOf(id, v, style); ok && float64(it.scale) < v.PerPixel {
					t.Fatalf("%s is folded and has a row", id)
				}
			}
		}
	}
}

func TestLabelsTakeRoomThatStaysFree(t *testing.T) {
	const long = "A title much longer than the share of the picture that titles get"
	day := func(n int) when.Choice { return when.One(when.Date(2020, 1, n).Unit(when.Day)) }
	event := func(id, title string, n int) timeline.Event {
		return timeline.Event{ID: id, Title: title, When: day(n)}
	}
	tests := []struct {
		name   string
		events []timeline.Event
		cut    bool
	}{
		{"alone in its row", []timeline.Event{event("a", long, 1), event("z", "End", 100)}, false},
		{"before another", []timeline.Event{event("a", long, 1), event("b", "Next", 60), event("z", "End", 100)}, true},
		{"at the end of all", []timeline.Event{event("y", "Start", 1), event("a", long, 100)}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := New(timeline.New("", tt.events), ruler{}, Options{Width: 800, Rows: 1})
			g := groups(l.Frame(l.Fit(800), 400, Style{Theme: Light()}), "event-")["event-a"]
			title := ""
			for _, item := range g.Items {
				if text, ok := item.(scene.Text); ok && text.Size == titleSize {
					title = text.String
				}
			}
			if cut := title != long; title == "" || cut != tt.cut {
				t.Errorf("the title is %q", title)
			}
		})
	}
}

func TestFoldsOfOneLaneStayInSight(t *testing.T) {
	l := New(timeline.New("Many", manyEvents(2000)), ruler{}, Options{Width: 1000, Rows: 20})
	f := l.Frame(l.Fit(1000), 400, Style{Theme: Light()})
	if f.Content <= 400 || len(f.Folds) == 0 || f.Lanes.Bottom() != 400-foldHeight {
		t.Fatalf("%v high, %d folds, lanes down to %v", f.Content, len(f.Folds), f.Lanes.Bottom())
	}
	for id, g := range groups(f, "fold-") {
		if g.Hit.Y < f.Lanes.Bottom() || g.Hit.Bottom() > 400 {
			t.Errorf("%s stands at %+v", id, g.Hit)
		}
	}
}
