package state

import "testing"

func TestSelection(t *testing.T) {
	m := opened(t, war())
	first, second, last := m.Timeline.Events[0].ID, m.Timeline.Events[1].ID, m.Timeline.Events[2].ID
	id := m.Articles[0].ID
	tests := []struct {
		name     string
		msgs     []Msg
		selected string
		panel    Panel
		mention  int // of the reader
	}{
		{"nothing", nil, "", NoPanel, -1},
		{"click", []Msg{Select{first}}, first, EventPanel, -1},
		{"click again", []Msg{Select{first}, Select{first}}, first, ArticlePanel, 0},
		{"click another", []Msg{Select{first}, Select{second}}, second, EventPanel, -1},
		{"click beside", []Msg{Select{first}, Select{""}}, "", NoPanel, -1},
		{"click nothing known", []Msg{Select{"none"}}, "", NoPanel, -1},
		{"click while reading", []Msg{Select{first}, Select{first}, Select{last}}, last, ArticlePanel, 3},
		{"click beside while reading", []Msg{Select{first}, Select{first}, Select{""}}, "", ArticlePanel, 0},
		{"close the panel, click again", []Msg{Select{first}, ClosePanel{}, Select{first}}, first, EventPanel, -1},
		{"next", []Msg{Select{first}, Step{1}}, second, EventPanel, -1},
		{"next past the last", []Msg{Select{last}, Step{1}}, last, EventPanel, -1},
		{"before the first", []Msg{Select{first}, Step{-1}}, first, EventPanel, -1},
		{"next from nothing", []Msg{Step{1}}, first, EventPanel, -1},
		{"next from nothing, panned", []Msg{Pan{183.1}, Step{1}}, second, EventPanel, -1},
		{"last in sight", []Msg{Step{-1}}, last, EventPanel, -1},
		{"no step", []Msg{Step{0}}, "", NoPanel, -1},
		{"read", []Msg{Select{second}, OpenArticle{}}, second, ArticlePanel, 1},
		{"read nothing", []Msg{OpenArticle{}}, "", NoPanel, -1},
		{"words with an event", []Msg{PickWords{Words{id, 3}}}, last, ArticlePanel, 3},
		{"words without one", []Msg{Select{first}, PickWords{Words{id, 2}}}, "", ArticlePanel, 2},
		{"no such words", []Msg{PickWords{Words{id, 9}}}, "", NoPanel, -1},
		{"words of no article", []Msg{PickWords{Words{"none", 0}}}, "", NoPanel, -1},
		{"browse", []Msg{Browse{id}}, "", ArticlePanel, -1},
		{"browse nothing", []Msg{Browse{"none"}}, "", NoPanel, -1},
		{"tray", []Msg{ShowTray{}}, "", TrayPanel, -1},
		{"tray again", []Msg{ShowTray{}, ShowTray{}}, "", NoPanel, -1},
		{"back from the article", []Msg{Select{first}, OpenArticle{}, Back{}}, first, EventPanel, 0},
		{"back from the event", []Msg{Select{first}, Back{}}, first, NoPanel, -1},
		{"back from everything", []Msg{Select{first}, Back{}, Back{}}, "", NoPanel, -1},
		{"back from an article without an event", []Msg{Browse{id}, Back{}}, "", NoPanel, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := after(m, tt.msgs...)
			if got.Selected != tt.selected || got.Panel != tt.panel || got.Reader.Mention != tt.mention {
				t.Errorf("selected %q, panel %v, mention %d; want %q, %v, %d",
					got.Selected, got.Panel, got.Reader.Mention, tt.selected, tt.panel, tt.mention)
			}
		})
	}
}

func TestSelectingBringsIntoSight(t *testing.T) {
	m := opened(t, war())
	last := m.Timeline.Events[2]
	m, _ = after(m, Pan{-5000})
	if _, effect := Update(m, Select{last.ID}); effect == nil {
		t.Fatal("nothing moves to an event out of sight")
	}
	m, _ = after(m, Select{last.ID})
	if x := m.Viewport.X(last.When.Hull().Start); x < 400 || x > 600 {
		t.Errorf("the event stands at %v of 1000", x)
	}
	if _, effect := Update(m, Step{1}); effect != nil {
		t.Errorf("selecting an event in sight does %#v", effect)
	}
}

func TestSelectingInTheWholeTimelineMovesNothing(t *testing.T) {
	m := opened(t, war())
	m.Viewport = m.Viewport.Pan(m.Viewport.X(m.Timeline.Events[0].When.Hull().Start) - 2) // close to the edge
	if got, effect := Update(m, Select{m.Timeline.Events[0].ID}); effect != nil || !got.Fitted {
		t.Errorf("selecting does %#v, fitted %v", effect, got.Fitted)
	}
	m.Fitted = false
	if _, effect := Update(m, Select{m.Timeline.Events[0].ID}); effect == nil {
		t.Error("an event at the edge of a part of the timeline stays there")
	}
}
