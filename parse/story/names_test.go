package story_test

import "testing"

func TestNames(t *testing.T) {
	d := tell(t, "Mayor Ilse Horn of the Lake Council met Anton Veit in Vienna on Monday. Horn of the Harbour Company left Vienna.")[0]
	if len(d.People) != 2 || d.People[0] != "Ilse Horn" || d.People[1] != "Anton Veit" {
		t.Errorf("people = %q, want Ilse Horn and Anton Veit", d.People)
	}
	if len(d.Places) != 1 || d.Places[0] != "Vienna" {
		t.Errorf("places = %q, want Vienna", d.Places)
	}
	if len(d.Groups) != 1 || d.Groups[0] != "Lake Council" {
		t.Errorf("groups = %q, want Lake Council", d.Groups)
	}
}

func TestFullNames(t *testing.T) {
	checkTitles(t, []titleTest{
		{"small word with a capital", "Ilse Horn ran the ferry. But Horn was tired. Like Horn, all were tired. Horn left the town in 1912.", "Ilse Horn left the town"},
		{"with and without a middle name", "Anton R. Veit was an engineer. Anton Veit was a diver. Veit left the town in 1912.", "Anton R. Veit left the town"},
		{"two of one last name", "Anton Veit was an engineer. Ilse Veit was a diver. Veit left the town in 1912.", "Veit left the town"},
	})
}
