package app

import (
	"strings"
	"testing"

	"dateline/app/state"
)

func TestFind(t *testing.T) {
	s := newSession(t)
	s.load("ferries.txt", ferries)
	s.load("many.txt", strings.Repeat("A gull was seen on 5 May 1921.\n\n", mostPassageHits+1))
	tests := []struct {
		words            string
		events, passages int
		more             bool
	}{
		{"ferry", 1, 1, false},
		{"FERRY ran", 1, 1, false},
		{"ferry gull", 0, 0, false},
		{"", 0, 0, false},
		{"gull", 1, mostPassageHits, true},
	}
	for _, tt := range tests {
		got, ok := find(state.Find{Words: tt.words, Timeline: s.model.Timeline, Articles: s.model.Articles}).(state.Found)
		events := 0
		for _, h := range got.Hits {
			if h.Event != "" {
				events++
			}
		}
		if !ok || got.Words != tt.words || events != tt.events || len(got.Hits)-events != tt.passages || got.More != tt.more {
			t.Errorf("%q: %d events, %d passages, more %v; want %d, %d, %v", tt.words, events, len(got.Hits)-events, got.More, tt.events, tt.passages, tt.more)
		}
	}
}
