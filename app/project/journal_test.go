package project

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"
)

func TestUndoRedo(t *testing.T) {
	p := newProject(t)
	steps := []struct {
		name string
		do   func() error
	}{
		{"add “harbour.txt”", func() error { return addArticle(p, article("a1"), []Record{event("e1"), event("e2")}) }},
		{"rename “Opened”", func() error { return p.Rename("e1", "Opened") }},
		{"move “Opened”", func() error { return p.Move("e1", day(1921, 5, 6)) }},
		{"dismiss", func() error { return p.Decide("dismiss", Dismissed, "e2") }},
		{"add", func() error { return p.Put("add", event("e3")) }},
		{"delete", func() error { return p.Remove("delete", "e3", "e1") }},
		{"title “Docks”", func() error { return p.SetTitle("Docks") }},
		{"remove “harbour.txt”", func() error { return p.RemoveArticle("a1") }},
	}
	states := []string{snapshot(t, p)}
	for _, s := range steps {
		if err := s.do(); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		states = append(states, snapshot(t, p))
	}
	for range 2 { // once as it is, once after a restart
		for i, s := range slices.Backward(steps) {
			c, err := p.Undo()
			if err != nil || c.Step != s.name || !c.any() {
				t.Errorf("Undo = %+v, %v, want %s", c, err, s.name)
			}
			if got := snapshot(t, p); got != states[i] {
				t.Errorf("undo of %s gives\n%s\nwant\n%s", s.name, got, states[i])
			}
		}
		if _, err := p.Undo(); !errors.Is(err, ErrNothing) {
			t.Errorf("Undo of nothing = %v", err)
		}
		p = reopen(t, p)
		for i, s := range steps {
			if c, err := p.Redo(); err != nil || c.Step != s.name {
				t.Errorf("Redo = %+v, %v, want %s", c, err, s.name)
			}
			if got := snapshot(t, p); got != states[i+1] {
				t.Errorf("redo of %s gives\n%s\nwant\n%s", s.name, got, states[i+1])
			}
		}
		if _, err := p.Redo(); !errors.Is(err, ErrNothing) {
			t.Errorf("Redo of nothing = %v", err)
		}
	}
}

// snapshot returns all of a project that undo must bring back.
func snapshot(t testing.TB, p *Project) string {
	t.Helper()
	events := all(t, p)
	out := ""
	for _, id := range slices.Sorted(maps.Keys(events)) {
		out += fmt.Sprintf("%+v\n", events[id].Event)
		out += fmt.Sprintln(events[id].State, events[id].Article, events[id].Draft != nil)
	}
	title, err := p.Title()
	articles, err2 := p.Articles()
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	return out + fmt.Sprintln(title, articles)
}

func TestNewStepDropsWhatWasUndone(t *testing.T) {
	p := newProject(t)
	for _, name := range []string{"one", "two", "three"} {
		if err := p.Put(name, event(name)); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if _, err := p.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := p.History(9); err != nil || !reflect.DeepEqual(got, []Step{{"one", false}, {"two", true}, {"three", true}}) {
		t.Errorf("History = %v, %v", got, err)
	}
	if err := p.Put("four", event("four")); err != nil {
		t.Fatal(err)
	}
	if got, err := p.History(9); err != nil || !reflect.DeepEqual(got, []Step{{"one", false}, {"four", false}}) {
		t.Errorf("History = %v, %v", got, err)
	}
	var images int
	if err := p.db.QueryRow("SELECT count(*) FROM change").Scan(&images); err != nil || images != 2 {
		t.Errorf("%d images are kept, %v, want 2", images, err)
	}
}

func TestStepThatChangesNothingIsNone(t *testing.T) {
	p := newProject(t)
	if err := p.Put("add", event("a")); err != nil {
		t.Fatal(err)
	}
	if err := p.Put("add again", event("a")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if err := p.Put("nothing"); err != nil {
		t.Fatal(err)
	}
	if c, err := p.Redo(); err != nil || c.Step != "add" {
		t.Errorf("an empty step dropped what could be redone: %v, %v", c, err)
	}
}

func TestFailedStepChangesNothing(t *testing.T) {
	p := newProject(t)
	if err := p.Put("add", event("a")); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, p)
	fails := map[string]error{
		"unknown event": p.Decide("keep", Kept, "a", "b"),
		"no id":         p.Put("add", event("c"), Record{}),
		"no title":      p.Rename("b", "x"),
		"no time":       p.Move("a", nil),
	}
	for name, err := range fails {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if !errors.Is(fails["unknown event"], ErrUnknown) {
		t.Errorf("unknown event = %v", fails["unknown event"])
	}
	if after := snapshot(t, p); after != before {
		t.Errorf("after = %s\nbefore = %s", after, before)
	}
}

func TestFileRemovedWhileOpen(t *testing.T) {
	p := newProject(t)
	if err := p.Put("add", event("a")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(p.Path()); err != nil {
		t.Fatal(err)
	}
	if err := p.Put("add", event("b")); !errors.Is(err, ErrGone) {
		t.Errorf("Put = %v, want ErrGone", err)
	}
	path := p.Path() + ".saved"
	if err := p.SaveCopy(path); err != nil {
		t.Fatal(err)
	}
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.Event("a"); err != nil {
		t.Errorf("the copy lacks the event: %v", err)
	}
}

// TestUndoOfAnything undoes random steps and compares with what was there.
func TestUndoOfAnything(t *testing.T) {
	p := newProject(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	states := []string{snapshot(t, p)}
	for i := range 60 {
		id := fmt.Sprint("e", rnd.IntN(8))
		r := event(id)
		r.Title, r.Importance = fmt.Sprint("Opening ", i), rnd.Float64()
		do := func() error { return p.Put(fmt.Sprint(i), r, event("twice"), r) }
		if _, err := p.Event(id); err == nil && rnd.IntN(2) == 0 {
			do = func() error { return p.Remove(fmt.Sprint(i), id) }
		}
		if err := do(); err != nil {
			t.Fatal(err)
		}
		states = append(states, snapshot(t, p))
	}
	for i := len(states) - 2; i >= 0; i-- {
		if _, err := p.Undo(); err != nil {
			t.Fatal(err)
		}
		if got := snapshot(t, p); got != states[i] {
			t.Fatalf("step %d: got\n%s\nwant\n%s", i, got, states[i])
		}
	}
}
