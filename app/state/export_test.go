package state

import "testing"

func TestExport(t *testing.T) {
	if m, effect := Update(New(), Export{Path: "a.png"}); effect != nil || len(m.Notices) != 1 {
		t.Errorf("exporting nothing gives %#v and the notices %v", effect, m.Notices)
	}
	m := opened(t, war())
	m, effect := Update(m, Export{Path: "a.png"})
	if effect != (Write{Path: "a.png", Timeline: m.Timeline, Names: m.Names()}) {
		t.Errorf("exporting gives %#v", effect)
	}
	seen := Print{Visible: true, Theme: "dark"}
	_, effect = Update(m, Export{"a.png", seen})
	if effect != (Write{Path: "a.png", Timeline: m.Timeline, Span: m.Viewport.Visible(), Print: seen, Names: m.Names()}) {
		t.Errorf("exporting what is in sight gives %#v", effect)
	}
	m, _ = Update(m, Exported{Path: "a.png"})
	if len(m.Notices) != 1 || !m.Notices[0].Done {
		t.Errorf("notices are %v, want that it is done", m.Notices)
	}
	if m, _ = Update(m, DismissNotices{}); len(m.Notices) != 0 {
		t.Errorf("notices are %v after dismissing them", m.Notices)
	}
}
