package story_test

import "testing"

func TestNoEvent(t *testing.T) {
	tests := []struct{ name, text string }{
		{"habit", "The pier closes in November."},
		{"today means nowadays", "Today the town has two bridges."},
		{"length", "The works took three weeks."},
		{"number in a name", "The steamer Regatta-1920 is fast."},
		{"repeated", "The town meets every Monday."},
		{"vague", "Recently the pier burned."},
		{"year of a name ahead", "They sold the 1950 bond."},
		{"a source looked up", "Retrieved 4 May 1921."},
		{"when it was published", "Published: 4 May 1921"},
		{"the dateline alone", "LINDAU, May 4 (Lake Press) --"},
		{"authors of a paper", "Ferries are safe (Horn & Veit, 1912)."},
		{"pages of a book", "Ferries are safe (Horn, 1912: 103)."},
		{"the day it is", "It is Thursday."},
		{"an address on the web", "https://example.org/1921/05/04/ferry.html"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if drafts := tell(t, tt.text); len(drafts) > 0 {
				t.Errorf("%q makes %q on %s", tt.text, drafts[0].Title, drafts[0].Date())
			}
		})
	}
}
