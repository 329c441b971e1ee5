package state

import "testing"

func TestPicked(t *testing.T) {
	m := opened(t, war())
	a, b, c := m.Timeline.Events[0].ID, m.Timeline.Events[1].ID, m.Timeline.Events[2].ID
	m, _ = after(m, ShowTable{}, Pick{a}, Pick{b}, Pick{"none"}, Pick{b})
	if len(m.Picked) != 1 || !m.Picked[a] {
		t.Fatalf("picked are %v", m.Picked)
	}
	m, _ = after(m, Select{a}, PickTo{c})
	if len(m.Picked) != 3 || m.Selected != c {
		t.Fatalf("picked are %v, selected %q", m.Picked, m.Selected)
	}
	kept, _ := after(m, Accept{})
	for _, id := range []string{a, b, c} {
		if kept.Decision(id) != Kept {
			t.Errorf("event %s is not kept", id)
		}
	}
	if got := kept.CanUndo().String(); got != "keep 3 events" {
		t.Errorf("undo %q", got)
	}
	if kept, _ = after(kept, Undo{}); kept.Decision(b) != Undecided || len(kept.Picked) != 3 {
		t.Errorf("taken back, %v is decided and %d are picked", kept.Decision(b), len(kept.Picked))
	}
	painted, _ := after(m, Paint{"#942a00"})
	if e, _, _ := painted.Event(b); e.Color != "#942a00" {
		t.Errorf("the colour is %q", e.Color)
	}
	gone, _ := after(m, Dismiss{})
	if len(gone.Timeline.Events) != 0 || len(gone.Picked) != 0 {
		t.Errorf("dismissed, %d events are shown and %d picked", len(gone.Timeline.Events), len(gone.Picked))
	}
	if m, _ = after(m, ClosePanel{}, Back{}); len(m.Picked) != 0 || m.Selected != c {
		t.Errorf("stepping back leaves %v picked and %q selected", m.Picked, m.Selected)
	}
}

func TestPickAll(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, PickAll{})
	if len(m.Picked) != len(m.Timeline.Events) {
		t.Errorf("picked are %v", m.Picked)
	}
	if m, _ = after(m, PickAll{}); len(m.Picked) != 0 {
		t.Errorf("picked are %v", m.Picked)
	}
}

func TestMerge(t *testing.T) {
	m := opened(t, war(), article("peace.txt", [2]string{"in June", "1931-06-01"}))
	first, last := m.Timeline.Events[0], m.Timeline.Events[3]
	if alone, _ := after(m, Select{first.ID}, Merge{}); len(alone.Notices) != 1 || len(alone.Timeline.Events) != 4 {
		t.Errorf("one event is merged: %v", alone.Notices)
	}
	m, effect := after(m, Pick{first.ID}, Pick{last.ID}, Merge{})
	e, _, ok := m.Event(first.ID)
	if !ok || len(m.Timeline.Events) != 3 || e.Note != last.Title || m.Selected != first.ID || len(m.Picked) != 0 {
		t.Errorf("merged are %+v of %d, effect %+v", e, len(m.Timeline.Events), effect)
	}
	if got := m.CanUndo().String(); got != "merge 2 events" {
		t.Errorf("undo %q", got)
	}
	if m, _ = after(m, Undo{}); len(m.Timeline.Events) != 4 {
		t.Errorf("taken back, there are %d events", len(m.Timeline.Events))
	}
}

func TestDecidedWords(t *testing.T) {
	r := war()
	r.Events = append(r.Events, r.Events[1]) // the same words date another event
	r.Events[3].Title = "End of the war"
	m := opened(t, r)
	ids := m.Articles[0].Review.IDs
	tests := []struct {
		name string
		msgs []Msg
		want [4]Decision
	}{
		{"new", nil, [4]Decision{}},
		{"one kept", []Msg{Accept{ids[0]}}, [4]Decision{Kept}},
		{"one of two dismissed", []Msg{Dismiss{ids[1]}}, [4]Decision{}},
		{"both dismissed", []Msg{Dismiss{ids[1]}, Dismiss{ids[3]}}, [4]Decision{1: Dismissed}},
		{"one kept, the other dismissed", []Msg{Accept{ids[1]}, Dismiss{ids[3]}}, [4]Decision{1: Kept}},
	}
	for _, tt := range tests {
		m, _ := after(m, tt.msgs...)
		if got := [4]Decision(m.Articles[0].DecidedWords()); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
