package layout

import (
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestCaption(t *testing.T) {
	e := timeline.Event{ID: "e7", Title: "Two\nlines", When: when.One(when.Interval{Start: when.First, End: when.Date(1066, 1, 1), Grain: when.Year})}
	want := caption{id: "event-e7", title: "Two lines", date: "before 1066", desc: "Two lines. Before 1066."}
	if got := *newCaption(&e); got != want {
		t.Errorf("the caption is %+v, want %+v", got, want)
	}
}

func TestCaptionsAreKeptWithinBounds(t *testing.T) {
	var kept captions
	e := timeline.Event{ID: "e", When: when.One(when.Date(1921, 5, 5).Unit(when.Day))}
	first := kept.of(0, &e)
	if kept.of(0, &e) != first {
		t.Error("a caption is written twice")
	}
	for i := range int32(3 * maxCaptions) {
		kept.of(i, &e)
		if len(kept.byEvent) > maxCaptions {
			t.Fatalf("%d captions are kept", len(kept.byEvent))
		}
	}
}
