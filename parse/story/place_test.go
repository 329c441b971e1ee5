package story_test

import "testing"

func TestTitleOfWhatIsDated(t *testing.T) {
	checkTitles(t, []titleTest{
		{"inside a phrase", "They praised the 1912 treaty with the town of Bregenz.", "Treaty with the town of Bregenz"},
		{"in brackets", "He wrote A History of Ferries (1912) by hand.", "A History of Ferries"},
		{"date with a year before a noun", "The May 3, 1920, bombings killed two people.", "The bombings killed two people"},
		{"next date behind a comma", "The steamer reached the new harbour on Monday, followed by a ferry on Tuesday.", "The steamer was followed by a ferry"},
	})
}
