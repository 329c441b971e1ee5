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
