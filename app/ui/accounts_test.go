package ui

import (
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestAccounts(t *testing.T) {
	one := timeline.Source{Document: "one.txt", Quote: "Horn opened the bridge."}
	two := timeline.Source{Document: "two.txt", Quote: "The bridge was opened."}
	alone := timeline.Event{Sources: []timeline.Source{one}}
	both := timeline.Event{Sources: []timeline.Source{one, two}}
	disputed := alone
	disputed.Conflicts = []timeline.Conflict{{When: when.One(when.Date(1921, 5, 6).Unit(when.Day)), Source: two}}
	tests := []struct {
		name          string
		event         timeline.Event
		others, dates string
	}{
		{"one source", alone, "", ""},
		{"two sources", both, "two.txt\n“The bridge was opened.”", ""},
		{"another date", disputed, "", "Friday, May 6, 1921 · two.txt\n“The bridge was opened.”"},
		{"added by hand", timeline.Event{}, "", ""},
	}
	for _, tt := range tests {
		if got := otherSources(tt.event); got != tt.others {
			t.Errorf("%s: others are %q, want %q", tt.name, got, tt.others)
		}
		if got := otherDates(tt.event); got != tt.dates {
			t.Errorf("%s: dates are %q, want %q", tt.name, got, tt.dates)
		}
	}
}
