package state

import (
	"slices"
	"strings"
	"testing"

	"dateline/parse"
)

func TestLoaded(t *testing.T) {
	tests := []struct {
		name     string
		first    []*parse.Reading // open already
		loaded   Loaded
		articles int
		notices  []string // parts of them
		undo     string
	}{
		{"one", nil, Loaded{Asked: 1, Readings: []*parse.Reading{war()}}, 1, nil, "open “war.txt”"},
		{
			"two at once", nil,
			Loaded{Asked: 2, Readings: []*parse.Reading{war(), article("b.txt", [2]string{"now", "1930-01-01"})}},
			2, nil, "open 2 articles",
		},
		{"a failure", nil, Loaded{Asked: 1, Problems: []string{"No such file."}}, 0, []string{"No such file."}, ""},
		{"one of two fails", nil, Loaded{Asked: 2, Readings: []*parse.Reading{war()}, Problems: []string{"Gone."}}, 1, []string{"Gone."}, "open “war.txt”"},
		{"the same again", []*parse.Reading{war()}, Loaded{Asked: 1, Readings: []*parse.Reading{war()}}, 1, []string{"open already"}, "open “war.txt”"},
		{"the same twice", nil, Loaded{Asked: 2, Readings: []*parse.Reading{war(), war()}}, 1, []string{"open already"}, "open “war.txt”"},
		{"no events", nil, Loaded{Asked: 1, Readings: []*parse.Reading{article("dull.txt")}}, 1, []string{"No dated events"}, "open “dull.txt”"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := opened(t, tt.first...)
			m.Loading = tt.loaded.Asked
			m, _ = after(m, tt.loaded)
			if len(m.Articles) != tt.articles || m.Loading != 0 {
				t.Errorf("%d articles are open and %d loading, want %d and 0", len(m.Articles), m.Loading, tt.articles)
			}
			if len(m.Notices) != len(tt.notices) {
				t.Fatalf("notices are %+v, want %q", m.Notices, tt.notices)
			}
			for i, n := range m.Notices {
				if !strings.Contains(n.Sentence.String(), tt.notices[i]) || n.Done {
					t.Errorf("notice %d is %+v, want a problem with %q", i, n, tt.notices[i])
				}
			}
			if got := m.CanUndo().String(); got != tt.undo {
				t.Errorf("CanUndo() = %q, want %q", got, tt.undo)
			}
		})
	}
}

func TestOpenAsksForLoading(t *testing.T) {
	m, effect := Update(New(), Open{Paths: []string{"a.txt", "b.txt"}})
	if l, ok := effect.(Load); !ok || len(l.Paths) != 2 || m.Loading != 2 {
		t.Errorf("Open gives %#v and %d loading", effect, m.Loading)
	}
	if m, effect = Update(m, Open{}); effect != nil || m.Loading != 2 {
		t.Errorf("opening nothing gives %#v and %d loading", effect, m.Loading)
	}
	if m, effect = Update(m, OpenSample{}); effect != (LoadSample{}) || m.Loading != 3 {
		t.Errorf("OpenSample gives %#v and %d loading", effect, m.Loading)
	}
}

func TestRecent(t *testing.T) {
	m := New()
	for _, name := range []string{"a", "b", "c", "a", "d", "e", "f", "g", "h", "i"} {
		m, _ = after(m, Loaded{Asked: 1, Opened: []string{"/articles/" + name}})
	}
	var want []string
	for _, name := range []string{"i", "h", "g", "f", "e", "d", "a", "c"} {
		want = append(want, "/articles/"+name)
	}
	if !slices.Equal(m.Recent, want) {
		t.Errorf("recent files are %q, want %q", m.Recent, want)
	}
	m, effect := after(m, Loaded{Asked: 1, Readings: []*parse.Reading{war()}})
	if kept, ok := effect.(Effects)[0].(Remember); !ok || !slices.Equal(m.Recent, want) || !slices.Equal(kept.Recent, want) {
		t.Errorf("an article from nowhere leaves %q, and does %#v", m.Recent, effect)
	}
}

func TestThemeIsRemembered(t *testing.T) {
	m, _ := Update(New(), Recall{Recent: []string{"a"}, Theme: DarkTheme})
	if m.Theme != DarkTheme || len(m.Recent) != 1 {
		t.Errorf("recalled %v and %v", m.Theme, m.Recent)
	}
	m, effect := Update(m, ChooseTheme{LightTheme})
	kept, ok := effect.(Remember)
	if m.Theme != LightTheme || !ok || kept.Theme != LightTheme || !slices.Equal(kept.Recent, m.Recent) {
		t.Errorf("the theme is %v, and %#v is kept", m.Theme, effect)
	}
}
