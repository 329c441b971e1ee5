package story_test

import "testing"

func TestTitleOfPhrase(t *testing.T) {
	checkTitles(t, []titleTest{
		{"dust settled", "As the dust settled from the quarrel with Bregenz in Lindau on Monday, Ilse Horn left.", "Quarrel with Bregenz in Lindau"},
		{"their", "The Lindau Ferry Company sold its 1912 steamer with two funnels.", "Lindau Ferry Company’s steamer with two funnels"},
	})
}
