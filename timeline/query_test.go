package timeline

import (
	"fmt"
	"testing"
)

func TestQuery(t *testing.T) {
	tests := []struct {
		query, text string
		want        bool
	}{
		{"harbour", "The old Harbour closed", true},
		{"harb", "The old Harbour closed", true},
		{"arbour", "The old Harbour closed", false},
		{"HARBOUR old", "The old Harbour closed", true},
		{"harbour new", "The old Harbour closed", false},
		{"cafe", "Ein Café in Wien", true},
		{"café", "A CAFE in Vienna", true},
		{"ein", "ein", true},
		{"1921", "in 1921.", true},
		{"921", "in 1921.", false},
		{"zürich", "nach Zu\u0308rich", true},
		{"rich", "nach Zürich", false},
		{"москва", "в Москва-Сити", true},
		{"京", "東京で", true},
		{"", "anything", false},
		{" ", "anything", false},
		{"x", "", false},
	}
	for _, tt := range tests {
		if got := NewQuery(tt.query).Finds(tt.text); got != tt.want {
			t.Errorf("%q finds %q: %v, want %v", tt.query, tt.text, got, tt.want)
		}
	}
}

func TestQueryFindsEvent(t *testing.T) {
	e := Event{Title: "Ferry runs", Note: "see log", Tags: []string{"Dover"}, Sources: []Source{{Quote: "The first ferry ran."}}}
	for query, want := range map[string]bool{"ferry first": true, "dover log": true, "calais": false, "ferry calais": false} {
		if got := NewQuery(query).FindsEvent(&e); got != want {
			t.Errorf("%q finds the event: %v, want %v", query, got, want)
		}
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("caf", "Café \xff 東京")
	f.Fuzz(func(t *testing.T, query, text string) {
		if NewQuery(query).Finds(text) && text == "" {
			t.Error("something is found in nothing")
		}
	})
}

func BenchmarkQuery(b *testing.B) {
	events := make([]Event, 100_000)
	for i := range events {
		events[i] = Event{
			Title:   fmt.Sprintf("The council of town %d decided to build a bridge", i),
			Sources: []Source{{Quote: fmt.Sprintf("On that day the council of town %d decided to build a bridge over the river, which opened two years later.", i)}},
		}
	}
	q := NewQuery("quarry")
	for b.Loop() {
		for i := range events {
			q.FindsEvent(&events[i])
		}
	}
}
