package story_test

import "testing"

func TestDates(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Veit came to Lindau on Monday for a two-day visit.", "1921-05-02/1921-05-03"},
		{"The ferries have been idle since March.", "1921-03/.."},
		{"It was the worst flood since March 1900.", "1900-03"},
		{"Horn ran the school until 1912.", "1912"},
		{"Horn ran the school from 1898 to 1912.", "1898/1912"},
		{"The pier burned in early April.", "1921-04"},
		{"The pier burned last week.", "1921-W17"},
		{"The pier burned last night.", "1921-05-04"},
		{"The town will keep in July the 20th anniversary of the founding of the school.", "1921-07"},
	}
	for _, tt := range tests {
		drafts := tell(t, tt.text)
		if len(drafts) == 0 || drafts[0].Date() != tt.want {
			t.Errorf("%q: %+v, want %s", tt.text, drafts, tt.want)
		}
	}
}
