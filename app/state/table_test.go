package state

import (
	"strings"
	"testing"
)

// rows lists the days in the rows of the table.
func rows(m Model) string {
	var all []string
	for i := range m.Timeline.Events {
		all = append(all, m.Row(i).When.EDTF())
	}
	return strings.Join(all, " ")
}

func TestSortTable(t *testing.T) {
	m := opened(t, article("a.txt", [2]string{"b", "1921-01-01"}, [2]string{"C", "1922-01-01"}, [2]string{"a", "1923-01-01"}))
	last := m.Timeline.Events[2].ID
	tests := []struct {
		name string
		msg  Msg
		want string
	}{
		{"open", ShowTable{}, "1921-01-01 1922-01-01 1923-01-01"},
		{"by date again", SortTable{DateColumn}, "1923-01-01 1922-01-01 1921-01-01"},
		{"by title", SortTable{TitleColumn}, "1923-01-01 1921-01-01 1922-01-01"},
		{"by title, backwards", SortTable{TitleColumn}, "1922-01-01 1921-01-01 1923-01-01"},
		{"by source", SortTable{SourceColumn}, "1921-01-01 1922-01-01 1923-01-01"},
		{"by state", SortTable{StateColumn}, "1921-01-01 1922-01-01 1923-01-01"},
		{"the first kept", Accept{}, "1921-01-01 1922-01-01 1923-01-01"},
		{"by certainty", SortTable{CertaintyColumn}, "1921-01-01 1922-01-01 1923-01-01"},
		{"without one", Dismiss{last}, "1921-01-01 1922-01-01"},
	}
	for _, tt := range tests {
		m, _ = after(m, tt.msg)
		if got := rows(m); got != tt.want {
			t.Fatalf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestStepRow(t *testing.T) {
	m := opened(t, article("a.txt", [2]string{"b", "1921-01-01"}, [2]string{"C", "1922-01-01"}, [2]string{"a", "1923-01-01"}))
	m, _ = after(m, ShowTable{}, SortTable{TitleColumn})
	for i, want := range []string{"Start of a", "Start of b", "Start of C", "Start of C"} {
		m, _ = after(m, StepRow{1})
		if e, _, _ := m.Event(m.Selected); e.Title != want {
			t.Errorf("step %d selects %q, want %q", i+1, e.Title, want)
		}
	}
	m, _ = after(m, StepRow{-1})
	if got := m.RowOf(m.Selected); got != 1 {
		t.Errorf("a step back selects row %d, want 1", got)
	}
	if m.RowOf("none") != -1 {
		t.Error("an event that is not there has a row")
	}
	if m, effect := after(New(), StepRow{1}); effect != nil || m.Selected != "" {
		t.Error("a step in an empty table selects something")
	}
}
