package ui

import (
	"testing"

	"dateline/app/state"
	"dateline/parse/when"
	"dateline/timeline"
)

func TestCitation(t *testing.T) {
	met := when.One(when.Date(1921, 5, 5).Unit(when.Day))
	tests := []struct {
		name  string
		event timeline.Event
		want  string
	}{
		{"of one's own", timeline.Event{When: met, Title: "They met"}, "Thursday, May 5, 1921: They met\n"},
		{"with a note", timeline.Event{When: met, Title: "They met", Note: "in the hall"}, "Thursday, May 5, 1921: They met\nin the hall\n"},
		{
			"told twice",
			timeline.Event{When: met, Title: "They met", Sources: []timeline.Source{
				{Document: "The Bridge", Page: 3, Quote: "They met on 5 May 1921. "}, {Document: "The River", URL: "https://example.org/river", Quote: "They met."},
			}},
			"Thursday, May 5, 1921: They met\n“They met on 5 May 1921.”\n— The Bridge, page 3\n“They met.”\n— The River, https://example.org/river\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := citation(tt.event); got != tt.want {
				t.Errorf("citation = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWindowCopiesTheEvent(t *testing.T) {
	b := newBench(t)
	b.load()
	b.App.Clipboard().SetContent("before")
	b.copyEvent()
	if got := b.App.Clipboard().Content(); got != "before" {
		t.Errorf("without a selected event, %q is copied", got)
	}
	b.send(state.Select{Event: b.model.Timeline.Events[0].ID})
	b.copyEvent()
	if e := b.model.Timeline.Events[0]; b.App.Clipboard().Content() != citation(e) {
		t.Errorf("copied is %q", b.App.Clipboard().Content())
	}
}
