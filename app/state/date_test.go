package state

import (
	"testing"

	"dateline/parse/text"
	"dateline/parse/when"
)

func TestDateEntry(t *testing.T) {
	m := opened(t, war())
	id := m.Articles[0].ID
	m, _ = after(m, EditDate{})
	if m.Panel != DatePanel || m.Entry.Article != id {
		t.Fatalf("panel %v, entry %+v", m.Panel, m.Entry)
	}
	m, effect := Update(m, TypeDate{"May 1921"})
	if effect != (ReadDate{id, "May 1921"}) {
		t.Errorf("typing gives %#v", effect)
	}
	month := when.Date(1921, 5, 1).Unit(when.Month)
	tests := []struct {
		name string
		msg  Msg
		want when.Interval
	}{
		{"another article", DateRead{"none", "May 1921", month}, when.Interval{}},
		{"words from before", DateRead{id, "May 192", month}, when.Interval{}},
		{"these words", DateRead{id, "May 1921", month}, month},
		{"no date", DateRead{id, "May 1921", when.Interval{}}, when.Interval{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := Update(m, tt.msg); got.Entry.When != tt.want {
				t.Errorf("the entry is %+v, want %+v", got.Entry.When, tt.want)
			}
		})
	}
	if _, effect := Update(m, TypeDate{"May 1921"}); effect != nil {
		t.Errorf("typing nothing new gives %#v", effect)
	}
	if _, effect := Update(opened(t, war()), TypeDate{"May"}); effect != nil {
		t.Errorf("typing without the panel gives %#v", effect)
	}
}

func TestSetDate(t *testing.T) {
	m := opened(t, war())
	a := m.Articles[0]
	date := day("1922-02-02")
	if _, effect := Update(m, SetDate{a.ID, date}); effect != (Reread{a, date}) {
		t.Errorf("setting a date gives %#v", effect)
	}
	if _, effect := Update(m, SetDate{"none", date}); effect != nil {
		t.Errorf("setting the date of no article gives %#v", effect)
	}
	if _, effect := Update(m, SetDate{a.ID, when.Interval{}}); effect != nil {
		t.Errorf("going back to the date it has gives %#v", effect)
	}
	selected := m.Timeline.Events[1].ID
	m, _ = after(m, Select{selected}, EditDate{}, TypeDate{"x"}, Dated{a.ID, date, war()})
	if m.Articles[0].Date != date || m.Articles[0].ID != a.ID {
		t.Errorf("the article is %+v", m.Articles[0])
	}
	if m.Selected != selected {
		t.Errorf("the selected event is %q, want %q still", m.Selected, selected)
	}
	if m.Entry != (DateEntry{Article: a.ID}) {
		t.Errorf("the entry is %+v, want it empty", m.Entry)
	}
	if same, _ := after(m, Dated{"none", date, war()}); same.CanUndo() != m.CanUndo() {
		t.Error("an article that is gone was dated")
	}
}

func TestEditDateOfWhatIsShown(t *testing.T) {
	m := opened(t, war(), article("peace.txt", [2]string{"in June", "1921-06-01"}))
	second := m.Articles[1].ID
	tests := []struct {
		name string
		msgs []Msg
		want string
	}{
		{"the first", nil, m.Articles[0].ID},
		{"the selected event's", []Msg{Select{m.EventOf(second, 0)}}, second},
		{"the open one", []Msg{Browse{second}}, second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := after(m, append(tt.msgs, EditDate{})...)
			if got.Entry.Article != tt.want {
				t.Errorf("the entry is for %q, want %q", got.Entry.Article, tt.want)
			}
		})
	}
	if got, _ := after(New(), EditDate{}); got.Panel != NoPanel {
		t.Error("the date of no article can be edited")
	}
}

func TestOthers(t *testing.T) {
	r := war()
	r.Date.When = day("1921-05-05")
	r.Date.Others = []text.Stamp{{When: day("1921-05-05")}, {When: day("1921-05-06")}, {When: day("1921-05-06")}}
	got := newArticle(r).Others()
	if len(got) != 1 || got[0] != day("1921-05-06") {
		t.Errorf("Others() = %v", got)
	}
}
