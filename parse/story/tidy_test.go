package story_test

import "testing"

func TestEndsOfTitle(t *testing.T) {
	checkTitles(t, []titleTest{
		{"adverb before the date", "Shortly after May 3, 1912, the pier burned.", "The pier burned"},
	})
}
