package state

import "testing"

func TestLanes(t *testing.T) {
	r := war()
	r.Events[0].People, r.Events[1].Places, r.Events[2].Groups = []string{"Ann"}, []string{"Dover"}, []string{"Navy"}
	m := opened(t, r)
	m, _ = Update(m, ClosePanel{})
	m, effect := Update(m, ShowLanes{ByPerson})
	a, ok := effect.(Arrange)
	if !ok || a.Lanes != ByPerson || !a.Names.People["Ann"] || a.Names.People["Dover"] || !a.Names.Places["Dover"] || !a.Names.Groups["Navy"] {
		t.Fatalf("choosing lanes asks for %+v with %+v", effect, a.Names)
	}
	if _, effect := Update(m, ShowLanes{ByPerson}); effect != nil {
		t.Errorf("choosing the same lanes asks for %+v", effect)
	}
	if m, _ = Update(m, Arranged{Arrange: Arrange{Timeline: m.Timeline, Room: m.Room}, Arrangement: nil}); m.Arrangement == nil {
		t.Error("an arrangement without the lanes is taken")
	}
}

func TestShortenGaps(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, Zoom{4, 100})
	if m.Fitted {
		t.Fatal("a zoom leaves the whole timeline fitted")
	}
	m, effect := Update(m, ShortenGaps{})
	if a, ok := effect.(Arrange); !ok || !a.ShortGaps || !m.Fitted {
		t.Errorf("shortening asks for %+v", effect)
	}
	if m, _ = Update(m, ShortenGaps{}); m.ShortGaps {
		t.Error("the second time leaves the gaps short")
	}
}
