package story_test

import "testing"

func TestSubjectOfTitle(t *testing.T) {
	checkTitles(t, []titleTest{
		{"apposition", "Anton Veit, an engineer from Bregenz, drew the bridge in 1912.", "Anton Veit drew the bridge"},
		{"dashes", "The suspect -- Anton Veit -- was arrested in Lindau on Monday.", "The suspect was arrested in Lindau"},
		{"dateline", "LINDAU — The council opened a school on Monday.", "The council opened a school"},
		{"short phrase in a clause", "After a 1912 fire, the mayor of Lindau opened a school.", "The mayor of Lindau opened a school"},
		{"firm with a comma in its name", "They like Lindau Ferries, Inc., which has been running steamers since 1912.", "Lindau Ferries, Inc. has been running steamers"},
		{"emphasis", "The mayor himself opened the school on Monday.", "The mayor opened the school"},
		{"dash behind the subject", "The bank of the lake - was opened in Lindau on Monday.", "The bank of the lake was opened in Lindau"},
		{"list", "Horn, Veit and Lange left the town in 1912.", "Horn, Veit and Lange left the town"},
	})
}
