package state

import (
	"testing"

	"dateline/parse"
)

func TestReached(t *testing.T) {
	m, _ := after(New(), Reached{2, "late.txt"})
	if m.Reached.Files != 0 {
		t.Error("the reading has come further after it ended")
	}
	m, _ = after(m, Open{[]string{"a", "b"}}, Reached{1, "a"})
	if m.Reached != (Reached{1, "a"}) {
		t.Errorf("the reading has come to %+v", m.Reached)
	}
	if m, _ = after(m, Loaded{Asked: 2}); m.Reached.Files != 0 || m.Loading != 0 {
		t.Errorf("after the end, %d are read and it has come to %+v", m.Loading, m.Reached)
	}
}

func TestStopLoading(t *testing.T) {
	if _, effect := after(New(), StopLoading{}); effect != nil {
		t.Errorf("nothing is read, and %+v follows", effect)
	}
	if _, effect := after(New(), Open{[]string{"a"}}, StopLoading{}); effect != (CancelLoads{}) {
		t.Errorf("%+v follows", effect)
	}
}

func TestPaste(t *testing.T) {
	if m, effect := after(New(), Paste{""}); effect != nil || m.Loading != 0 {
		t.Errorf("pasting nothing leads to %+v", effect)
	}
	if m, effect := after(New(), Paste{"words"}); effect != (LoadWords{"words"}) || m.Loading != 1 {
		t.Errorf("pasting words leads to %+v", effect)
	}
}

func TestSameWordsAreLeftOut(t *testing.T) {
	copied := war()
	copied.Document.Path = "/elsewhere/war.txt"
	for _, m := range []Model{
		first(after(opened(t, war()), Loaded{Asked: 1, Readings: []*parse.Reading{copied}})),
		first(after(New(), Loaded{Asked: 2, Readings: []*parse.Reading{war(), copied}})),
	} {
		if len(m.Articles) != 1 || len(m.Notices) != 1 {
			t.Errorf("there are %d articles and the notices %+v", len(m.Articles), m.Notices)
		}
	}
}

func first(m Model, _ Effect) Model { return m }
