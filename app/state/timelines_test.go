package state

import (
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestTimelinesAreBrought(t *testing.T) {
	brought := timeline.New("ferries.csv", []timeline.Event{
		{ID: "a", Title: "The ferry sank", When: when.One(day("1921-05-05")), Note: "off the pier", Confidence: 1},
		{ID: "b", Title: "The ferry sank", When: when.One(day("1921-05-06"))},
		{ID: "c", Title: "The inquiry closed", When: when.One(day("1922-01-01")), Color: "#00ff00", Tags: []string{"court"}},
	})
	load := Loaded{Asked: 1, Timelines: []*timeline.Timeline{brought}}
	m, _ := after(opened(t, war()), load)
	own, ok := m.Article(ownID)
	if !ok || len(own.Reading.Events) != 3 || m.CanUndo().String() != "open the timeline “ferries.csv”" {
		t.Fatalf("there are %d events of the reader's own; the step is %q", len(own.Reading.Events), m.CanUndo())
	}
	last, _, _ := m.Event(own.Review.IDs[2])
	if last.Title != "The inquiry closed" || last.Color != "#00ff00" || len(last.Tags) != 1 {
		t.Errorf("the last is %+v", last)
	}
	again, _ := after(m, load)
	if n := len(again.Timeline.Events); n != len(m.Timeline.Events) || len(again.Notices) != len(m.Notices)+1 {
		t.Errorf("brought twice, there are %d events and the notices %+v", n, again.Notices)
	}
	if back, _ := after(m, Undo{}); len(back.Articles) != 1 {
		t.Errorf("taken back, %d articles are left", len(back.Articles))
	}
}
