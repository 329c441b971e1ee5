package state

import (
	"testing"

	"dateline/parse/text"
)

func TestSearch(t *testing.T) {
	m := opened(t, war())
	first, last := m.Timeline.Events[0].ID, m.Timeline.Events[2].ID
	m, effect := after(m, ShowSearch{}, TypeSearch{"may"})
	if f, ok := effect.(Find); !ok || f.Words != "may" || f.Timeline != m.Timeline || len(f.Articles) != 1 {
		t.Fatalf("typing asks for %+v", effect)
	}
	passage := Hit{Article: m.Articles[0].ID, Span: text.Span{Start: 2, End: 9}}
	m, _ = after(m, Found{Words: "ma", Hits: []Hit{{Event: last}}})
	if len(m.Search.Found.Hits) != 0 {
		t.Error("hits of words from before are shown")
	}
	m, _ = after(m, Found{Words: "may", Hits: []Hit{{Event: first}, {Event: "gone"}, passage}})
	if got := m.HitEvents(); len(got) != 1 || got[0].ID != first {
		t.Errorf("found are the events %v", got)
	}
	// Each row goes on from the one before.
	tests := []struct {
		name     string
		msg      Msg
		selected string
		panel    Panel
	}{
		{"an event", PickHit{Hit{Event: first}}, first, SearchPanel},
		{"an event that is gone", PickHit{Hit{Event: "gone"}}, first, SearchPanel},
		{"a paragraph of no article", PickHit{Hit{Article: "none"}}, first, SearchPanel},
		{"a paragraph", PickHit{passage}, first, ArticlePanel},
		{"again", ShowSearch{}, first, SearchPanel},
		{"closed", ShowSearch{}, first, NoPanel},
		{"typed while closed", TypeSearch{"june"}, first, NoPanel},
	}
	for _, tt := range tests {
		m, _ = after(m, tt.msg)
		if m.Selected != tt.selected || m.Panel != tt.panel {
			t.Fatalf("%s: selected is %q in panel %v", tt.name, m.Selected, m.Panel)
		}
	}
	if m.Reader.Focus != passage.Span || m.Search.Words != "may" || m.HitEvents() != nil {
		t.Errorf("the reader is at %v, the search at %q", m.Reader.Focus, m.Search.Words)
	}
}

func TestSearchFollowsTheTimeline(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, Select{m.Timeline.Events[0].ID}, ShowSearch{}, TypeSearch{"may"})
	_, effect := after(m, Dismiss{})
	for {
		several, ok := effect.(Effects)
		if !ok {
			break
		}
		effect = several[0]
	}
	if f, ok := effect.(Find); !ok || len(f.Timeline.Events) != 2 {
		t.Errorf("a dismissal asks for %+v", effect)
	}
}
