package story_test

import "testing"

func TestNamesInTitle(t *testing.T) {
	checkTitles(t, []titleTest{
		{"pronoun", "Ilse Horn runs the ferries. She bought a steamer in 1919.", "Ilse Horn bought a steamer"},
		{"company", "The Lindau Ferry Company is small. The company bought a steamer in 1919.", "Lindau Ferry Company bought a steamer"},
		{"two countries", "Austria and Italy trade by rail. The two countries signed a treaty on Monday.", "Austria and Italy signed a treaty"},
		{"two of three countries", "Austria, Spain and Italy trade. The two countries signed a treaty on Monday.", "The two countries signed a treaty"},
		{"two pairs of countries", "Austria and Italy trade. Spain and Portugal do not. The two countries signed a treaty on Monday.", "The two countries signed a treaty"},
		{"signed", "The bridge is safe.\n\n— Ilse Horn (@horn) May 3, 1921", "Ilse Horn: The bridge is safe"},
		{
			"office in a long title", "Foreign Minister Ilse Horn signed the long lake treaty with Deputy Mayor Anton Veit in Lindau on Monday.",
			"Ilse Horn signed the long lake treaty with Anton Veit in Lindau",
		},
		{"name that looks like a plural", "Ilse Jakobs, born in 1912, runs the ferry.", "Ilse Jakobs was born"},
		{"two persons", "Ilse Horn and Anton Jakobs, seen in Lindau in 1912, ran the ferry.", "Ilse Horn and Anton Jakobs were seen in Lindau"},
		{
			"row of a list", "The Lake Band plays on. The Lake Band tours. The Lake Band sings. The Lake Band rests.\n\n5/20 – Lindau, Harbour Hall",
			"The Lake Band: Lindau, Harbour Hall",
		},
	})
}
