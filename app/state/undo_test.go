package state

import (
	"testing"

	"dateline/parse"
)

func TestUndo(t *testing.T) {
	redated := war()
	redated.Events[0].When[0] = day("1931-05-05")
	peace := article("peace.txt", [2]string{"in June", "1921-06-01"})
	// Each step is a message; the state after it is told by the articles' names
	// and the first event's date.
	type outcome struct{ articles, first, undo, redo string }
	tests := []struct {
		name string
		msg  func(Model) Msg
		want outcome
	}{
		{"nothing to undo", func(Model) Msg { return Undo{} }, outcome{"", "", "", ""}},
		{"open", func(Model) Msg { return Loaded{Readings: []*parse.Reading{war()}} }, outcome{"war.txt ", "1921-05-05", "open “war.txt”", ""}},
		{"open another", func(Model) Msg { return Loaded{Readings: []*parse.Reading{peace}} }, outcome{"war.txt peace.txt ", "1921-05-05", "open “peace.txt”", ""}},
		{"date the first", func(m Model) Msg { return Dated{m.Articles[0].ID, day("1931-05-06"), redated} }, outcome{"war.txt peace.txt ", "1921-05-07", "change the date of “war.txt”", ""}},
		{"select, which is no step", func(m Model) Msg { return Select{m.Timeline.Events[0].ID} }, outcome{"war.txt peace.txt ", "1921-05-07", "change the date of “war.txt”", ""}},
		{"undo", func(Model) Msg { return Undo{} }, outcome{"war.txt peace.txt ", "1921-05-05", "open “peace.txt”", "change the date of “war.txt”"}},
		{"undo again", func(Model) Msg { return Undo{} }, outcome{"war.txt ", "1921-05-05", "open “war.txt”", "open “peace.txt”"}},
		{"redo", func(Model) Msg { return Redo{} }, outcome{"war.txt peace.txt ", "1921-05-05", "open “peace.txt”", "change the date of “war.txt”"}},
		{"redo again", func(Model) Msg { return Redo{} }, outcome{"war.txt peace.txt ", "1921-05-07", "change the date of “war.txt”", ""}},
		{"nothing to redo", func(Model) Msg { return Redo{} }, outcome{"war.txt peace.txt ", "1921-05-07", "change the date of “war.txt”", ""}},
		{"close the first", func(m Model) Msg { return CloseArticle{m.Articles[0].ID} }, outcome{"peace.txt ", "1921-06-01", "close “war.txt”", ""}},
		{"undo the closing", func(Model) Msg { return Undo{} }, outcome{"war.txt peace.txt ", "1921-05-07", "change the date of “war.txt”", "close “war.txt”"}},
		{"a new step ends redo", func(m Model) Msg { return CloseArticle{m.Articles[1].ID} }, outcome{"war.txt ", "1921-05-07", "close “peace.txt”", ""}},
	}
	m, _ := after(New(), Resize{1000, 600, 630})
	for _, tt := range tests {
		m, _ = after(m, tt.msg(m))
		got := outcome{undo: m.CanUndo().String(), redo: m.CanRedo().String()}
		for _, a := range m.Articles {
			got.articles += a.Name() + " "
		}
		if len(m.Timeline.Events) > 0 {
			got.first = m.Timeline.Events[0].When.EDTF()
		}
		if got != tt.want {
			t.Fatalf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestUndoLeavesEarlierModelsAlone(t *testing.T) {
	first := opened(t, war())
	second, _ := after(first, Undo{})
	after(second, Loaded{Readings: []*parse.Reading{article("b.txt", [2]string{"now", "1921-05-05"})}})
	if first.CanUndo().String() != "open “war.txt”" || len(first.Articles) != 1 {
		t.Errorf("the first model has changed: %q, %d articles", first.CanUndo(), len(first.Articles))
	}
	if second.CanRedo().String() != "open “war.txt”" {
		t.Errorf("the second model has changed: redo is %q", second.CanRedo())
	}
}

func TestWhatIsGoneIsNotSelected(t *testing.T) {
	m := opened(t, war())
	tests := []struct {
		name string
		msg  Msg
	}{
		{"an event", Select{m.Timeline.Events[0].ID}},
		{"an article", Browse{m.Articles[0].ID}},
		{"a date", EditDate{m.Articles[0].ID}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			shown, _ := after(m, tt.msg)
			if shown.Panel == NoPanel {
				t.Fatal("no panel is open")
			}
			gone, _ := after(shown, Undo{})
			if gone.Panel != NoPanel || gone.Selected != "" || gone.Reader.Article != "" || gone.Entry.Article != "" {
				t.Errorf("after undo panel %v, selected %q, reader %+v, entry %+v", gone.Panel, gone.Selected, gone.Reader, gone.Entry)
			}
		})
	}
}
