package state

import (
	"slices"
	"testing"

	"dateline/parse"
	"dateline/timeline"
)

// letters are two that tell of the same bridge, and of a ferry on different days.
func letters() []*parse.Reading {
	one := article("one.txt", [2]string{"in May", "1921-05-05"}, [2]string{"on Monday", "1921-05-09"})
	two := article("two.txt", [2]string{"that Thursday", "1921-05-05"}, [2]string{"on Tuesday", "1921-05-10"})
	for _, r := range []*parse.Reading{one, two} {
		r.Events[0].Title, r.Events[0].Importance = "Horn opened the harbour bridge", 0.5
		r.Events[1].Title = "Lindau ferry sank in the storm"
	}
	return []*parse.Reading{one, two}
}

// ids returns those of the first events of two letters, as told by each, and of
// the timeline's events.
func ids(m Model) (one, two string, all []string) {
	for _, e := range m.Timeline.Events {
		all = append(all, e.ID)
	}
	return m.Articles[0].Review.IDs[0], m.Articles[1].Review.IDs[0], all
}

func TestToldTwice(t *testing.T) {
	m := opened(t, letters()...)
	one, two, all := ids(m)
	if len(all) != 3 || !slices.Contains(all, one) || slices.Contains(all, two) {
		t.Fatalf("the timeline has %q, want %q and two others", all, one)
	}
	e, o, ok := m.Event(two)
	if !ok || e.ID != one || o.Article != 0 {
		t.Errorf("what the second letter tells is %q of article %d, %v, want %q of the first", e.ID, o.Article, ok, one)
	}
	if len(e.Sources) != 2 || e.Sources[0].Document != "one.txt" || e.Sources[1].Document != "two.txt" || e.Importance != 0.75 {
		t.Errorf("the event is %+v, want one of both letters that weighs more", e)
	}
	if got := m.EventOf(m.Articles[1].ID, 0); got != one {
		t.Errorf("the words of the second letter date %q, want %q", got, one)
	}
	if c := m.Counts(); c.Found != 3 || c.Events != 3 {
		t.Errorf("%d found, %d shown, want 3", c.Found, c.Events)
	}
}

func TestConflicts(t *testing.T) {
	readings := letters()
	for _, r := range readings {
		for i := range r.Events {
			r.Events[i].Confidence = 0.9
		}
	}
	m := opened(t, readings...)
	first, second := m.Timeline.Events[1], m.Timeline.Events[2]
	if len(first.Conflicts) != 1 || first.Conflicts[0].Event != second.ID || first.Conflicts[0].Source.Document != "two.txt" {
		t.Errorf("%q conflicts with %+v, want what the second letter says", first.Title, first.Conflicts)
	}
	if first.Confidence != 0.45 || m.Timeline.Events[0].Confidence != 0.9 {
		t.Errorf("a date that another article denies has the confidence %v, another %v", first.Confidence, m.Timeline.Events[0].Confidence)
	}
	if len(second.Conflicts) != 1 || second.Conflicts[0].When.EDTF() != "1921-05-09" {
		t.Errorf("%q conflicts with %+v, want May 9", second.Title, second.Conflicts)
	}
	m, _ = after(m, Dismiss{Event: second.ID})
	if e := m.Timeline.Events[1]; len(e.Conflicts) != 0 {
		t.Errorf("it conflicts with %+v, which was dismissed", e.Conflicts)
	}
}

func TestReviewOfToldTwice(t *testing.T) {
	alone := opened(t, letters()[1])
	second := alone.Articles[0].Review.IDs[0]
	tests := []struct {
		name  string
		msgs  []Msg // before the other letter is opened
		more  func(id string) []Msg
		title string // of the event; empty if it is not shown
	}{
		{"nothing done", nil, nil, "Horn opened the harbour bridge"},
		{"renamed", []Msg{Rename{second, "The bridge"}}, nil, "The bridge"},
		{"dismissed", []Msg{Dismiss{second}}, nil, ""},
		{"dismissed and restored", []Msg{Dismiss{second}}, func(string) []Msg { return []Msg{Restore{second}} }, "Horn opened the harbour bridge"},
		{"kept and dismissed", []Msg{Accept{second}}, func(id string) []Msg { return []Msg{Dismiss{id}} }, ""},
		{"dismissed later by its other name", nil, func(string) []Msg { return []Msg{Dismiss{second}} }, ""},
		{"dismissed and undone", []Msg{Accept{second}}, func(id string) []Msg { return []Msg{Dismiss{id}, Undo{}} }, "Horn opened the harbour bridge"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, _ := after(alone, tt.msgs...)
			m, _ = after(m, Loaded{Asked: 1, Readings: letters()[:1]})
			if tt.more != nil {
				m, _ = after(m, tt.more(second)...)
			}
			i := slices.IndexFunc(m.Timeline.Events, func(e timeline.Event) bool { return e.When.EDTF() == "1921-05-05" })
			switch {
			case i < 0 && tt.title != "":
				t.Errorf("the event is not shown, want %q", tt.title)
			case i >= 0 && m.Timeline.Events[i].Title != tt.title:
				t.Errorf("the event is %q, want %q", m.Timeline.Events[i].Title, tt.title)
			case i >= 0 && len(m.Timeline.Events[i].Sources) != 2:
				t.Errorf("the event has the sources %+v, want two", m.Timeline.Events[i].Sources)
			}
		})
	}
}

func TestDismissBothKept(t *testing.T) {
	one, two := letters()[0], letters()[1]
	m := opened(t, two, one)
	first := m.Articles[1].Review.IDs[0]
	m.Articles[0] = m.Articles[0].edited(m.Articles[0].Review.IDs[0], Edit{Decision: Kept})
	m.Articles[1] = m.Articles[1].edited(m.Articles[1].Review.IDs[0], Edit{Decision: Kept})
	m, _ = after(m, Dismiss{Event: first})
	if _, _, ok := m.Event(first); ok || len(m.Dismissed()) != 2 {
		t.Errorf("the event is still shown: %v; %d dismissed, want both accounts", ok, len(m.Dismissed()))
	}
}

func TestSelectionFollows(t *testing.T) {
	m := opened(t, letters()[1])
	second := m.Articles[0].Review.IDs[0]
	m, _ = after(m, Select{Event: second}, Loaded{Asked: 1, Readings: letters()[:1]})
	if e, _, ok := m.Event(m.Selected); !ok || e.ID != m.Selected {
		t.Errorf("selected is %q, want the event that %q is part of now", m.Selected, second)
	}
}
