package state

import (
	"strings"
	"testing"

	"dateline/parse"
)

// inProject returns a model of a window with an article in a project.
func inProject(t *testing.T) Model {
	t.Helper()
	m, _ := after(opened(t, war()), ProjectCreated{Project{Path: "/work/ferries.dateline"}})
	return m
}

// keptIn returns what an effect writes to the project, or nil.
func keptIn(effect Effect) *Keep {
	switch e := effect.(type) {
	case Keep:
		return &e
	case Effects:
		for _, one := range e {
			if k := keptIn(one); k != nil {
				return k
			}
		}
	}
	return nil
}

func TestEveryChangeIsKept(t *testing.T) {
	m := inProject(t)
	id := m.Timeline.Events[0].ID
	article := m.Articles[0].ID
	peace := peaceReading()
	// Each row goes on from the one before.
	tests := []struct {
		name string
		msg  Msg
		deed string // empty if nothing is written
		way  Way
	}{
		{"select", Select{id}, "", Done},
		{"rename", Rename{id, "War"}, "rename “Start of in May”", Done},
		{"dismiss", Dismiss{id}, "dismiss “War”", Done},
		{"zoom", ZoomStep{2}, "", Done},
		{"undo", Undo{}, "dismiss “War”", Undone},
		{"redo", Redo{}, "dismiss “War”", Redone},
		{"redo nothing", Redo{}, "", Done},
		{"restore", Restore{id}, "restore “War”", Done},
		{"open", Loaded{Readings: []*parse.Reading{peace}}, "open “peace.txt”", Done},
		{"open again", Loaded{Readings: []*parse.Reading{peace}}, "", Done},
		{"date", Dated{article, day("1922-02-02"), war()}, "change the date of “war.txt”", Done},
		{"close", CloseArticle{article}, "close “war.txt”", Done},
	}
	for _, tt := range tests {
		var effect Effect
		m, effect = Update(m, tt.msg)
		k := keptIn(effect)
		switch {
		case k == nil && tt.deed != "":
			t.Errorf("%s: nothing is written, want %q", tt.name, tt.deed)
		case k != nil && (k.Name.String() != tt.deed || k.Way != tt.way):
			t.Errorf("%s: %q is written, as %v; want %q, %v", tt.name, k.Name, k.Way, tt.deed, tt.way)
		}
		m, _ = settle(m, effect)
	}
	loose, effect := Update(opened(t, war()), Dismiss{id})
	if keptIn(effect) != nil || loose.CanUndo().IsZero() {
		t.Error("a change outside a project is written")
	}
}

func peaceReading() *parse.Reading {
	return article("peace.txt", [2]string{"in June", "1921-06-01"})
}

func TestProjectOpensWhereThereIsRoom(t *testing.T) {
	found := Loaded{Asked: 1, Projects: []string{"/work/a.dateline"}}
	tests := []struct {
		name    string
		model   Model
		msg     Msg
		here    bool // opened in this window
		windows int
		notices int
	}{
		{"untouched", New(), found, true, 0, 0},
		{"articles open", opened(t, war()), found, false, 1, 0},
		{"another project", inProject(t), found, false, 1, 0},
		{"the same project", inProject(t), Loaded{Asked: 1, Projects: []string{"/work/ferries.dateline"}}, false, 0, 1},
		{"two", New(), Loaded{Asked: 2, Projects: []string{"/work/a.dateline", "/work/b.dateline"}}, true, 1, 0},
		{"with an article", New(), Loaded{Asked: 2, Projects: found.Projects, Readings: []*parse.Reading{war()}}, false, 1, 0},
		{"new, untouched", New(), NewProject{"/work/a.dateline"}, true, 0, 0},
		{"new, articles open", opened(t, war()), NewProject{"/work/a.dateline"}, false, 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, effect := Update(tt.model, tt.msg)
			here, windows := 0, 0
			for _, e := range flat(effect) {
				switch e.(type) {
				case OpenProject, CreateProject:
					here++
				case OpenWindow:
					windows++
				}
			}
			if here == 1 != tt.here || windows != tt.windows || len(m.Notices)-len(tt.model.Notices) != tt.notices {
				t.Errorf("%d here, %d in other windows, notices %v", here, windows, m.Notices)
			}
		})
	}
}

// flat returns the single effects of one.
func flat(effect Effect) []Effect {
	several, ok := effect.(Effects)
	if !ok {
		return []Effect{effect}
	}
	var all []Effect
	for _, e := range several {
		all = append(all, flat(e)...)
	}
	return all
}

func TestProjectOpened(t *testing.T) {
	articles := opened(t, war()).Articles
	p := Project{Path: "/work/ferries.dateline", ReadOnly: true}
	m, effect := after(New(), Resize{1000, 600, 630}, Loaded{Asked: 1, Projects: []string{p.Path}}, ProjectOpened{Project: p, Articles: articles})
	if m.Project.Name() != "ferries" || m.Loading != 0 || len(m.Timeline.Events) != 3 || !m.CanUndo().IsZero() {
		t.Errorf("project %q, %d loading, %d events, undo %q", m.Project.Name(), m.Loading, len(m.Timeline.Events), m.CanUndo())
	}
	if len(m.Notices) != 1 || m.Recent[0] != p.Path {
		t.Errorf("notices %v, recent %q", m.Notices, m.Recent)
	}
	if kept := flat(effect)[0].(Remember); kept.Recent[0] != p.Path {
		t.Errorf("remembered are %q", kept.Recent)
	}
	failed, _ := after(New(), Loaded{Asked: 1, Projects: []string{p.Path}}, ProjectFailed{"It is open already."})
	if failed.Loading != 0 || len(failed.Notices) != 1 || failed.Project != (Project{}) {
		t.Errorf("after failing %d are loading, notices %v", failed.Loading, failed.Notices)
	}
}

func TestWrote(t *testing.T) {
	full := Wrote{1, "The disk is full."}
	tests := []struct {
		name    string
		msgs    []Msg
		notices []string
		again   Effect
	}{
		{"well", []Msg{Wrote{}}, nil, nil},
		{"not", []Msg{full}, []string{"The disk is full."}, KeepLater{}},
		{"not, twice", []Msg{full, Wrote{2, "The disk is full."}}, []string{"The disk is full."}, KeepLater{}},
		{"at last", []Msg{full, Wrote{}}, []string{"The disk is full.", "Everything is written"}, nil},
		{"try again", []Msg{full, WriteAgain{}}, []string{"The disk is full."}, KeepAgain{}},
		{"try nothing", []Msg{WriteAgain{}}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, effect := after(inProject(t), tt.msgs...)
			if effect != tt.again || len(m.Notices) != len(tt.notices) {
				t.Fatalf("effect %#v, notices %v; want %#v, %q", effect, m.Notices, tt.again, tt.notices)
			}
			for i, n := range m.Notices {
				if !strings.Contains(n.Sentence.String(), tt.notices[i]) {
					t.Errorf("notice %d is %q, want %q in it", i, n.Sentence.String(), tt.notices[i])
				}
			}
		})
	}
}

func TestWork(t *testing.T) {
	m := opened(t, war())
	m, _ = after(m, Rename{m.Timeline.Events[0].ID, "War"}, Dismiss{m.Timeline.Events[1].ID}, Undo{}, Undo{})
	_, effect := Update(m, SaveProject{"/work/a.dateline"})
	work := effect.(CreateProject).Work
	var names []string
	for _, d := range work.Deeds {
		names = append(names, d.Name.String())
	}
	if got := strings.Join(names, ", "); got != "open “war.txt”, rename “Start of in May”, dismiss “Start of two days later”" || work.Undone != 2 || work.Base != nil {
		t.Errorf("the work is %q, %d undone, on top of %d", got, work.Undone, len(work.Base))
	}
	for _, msg := range []Msg{SaveProject{}, SaveCopy{"a"}} {
		if got, effect := Update(m, msg); effect != nil || len(got.Notices) != 1 {
			t.Errorf("%#v gives %#v and notices %v", msg, effect, got.Notices)
		}
	}
	if got, effect := Update(inProject(t), SaveCopy{}); effect != nil || len(got.Notices) != 1 {
		t.Errorf("a copy without a name gives %#v", effect)
	}
}

func TestUnkept(t *testing.T) {
	id := opened(t, war()).Timeline.Events[0].ID
	tests := []struct {
		name string
		msgs []Msg
		want bool
	}{
		{"an article was opened", nil, false},
		{"an event was kept", []Msg{Accept{id}}, true},
		{"that was taken back", []Msg{Accept{id}, Undo{}}, false},
		{"a project has it", []Msg{Accept{id}, ProjectCreated{Project{Path: "a.dateline"}}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if m, _ := after(opened(t, war()), tt.msgs...); m.Unkept() != tt.want {
				t.Errorf("Unkept() = %v, want %v", m.Unkept(), tt.want)
			}
		})
	}
}
