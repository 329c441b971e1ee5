package project

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestRecordRoundTrip(t *testing.T) {
	whole := event("e1")
	whole.Status, whole.Inferred, whole.Tags, whole.Color = timeline.Hypothetical, true, []string{"a", "b; c"}, "#102030"
	whole.Article, whole.Gone = "a1", true
	edited := whole.Edit(func(e *timeline.Event) { e.Title, e.When = "Opened", when.One(when.Date(1921, 5, 2).Unit(when.Week)) })
	dismissed := event("e2")
	dismissed.State = Dismissed
	for _, want := range []Record{event("e0"), whole, edited, dismissed} {
		body, err := want.encode()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := decodeRecord(body); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("decode(encode) = %+v, %v\nwant %+v", got, err, want)
		}
	}
}

func TestEdit(t *testing.T) {
	told := event("e1")
	told.Article = "a1"
	once := told.Edit(func(e *timeline.Event) { e.Title = "Opened" })
	twice := once.Edit(func(e *timeline.Event) { e.Title = "Opened again" })
	if once.State != Kept || once.Draft.Title != told.Title || twice.Draft.Title != told.Title || twice.Title != "Opened again" {
		t.Errorf("Edit gives %+v, then %+v", once, twice)
	}
	if told.Draft != nil || told.State != New {
		t.Error("Edit changed the record that it was called on")
	}
	if own := event("e1").Edit(func(e *timeline.Event) { e.Title = "Opened" }); own.Draft != nil {
		t.Error("an event that no article tells has a draft")
	}
}

func FuzzDecodeRecord(f *testing.F) {
	for _, r := range []Record{event("e0"), {Article: "a"}} {
		body, err := r.encode()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Add(`{"title":"x","when":"1921","intervals":[{"grain":"day","start":5,"end":4}],"draft":{}}`)
	f.Fuzz(func(t *testing.T, body string) {
		r, err := decodeRecord(body)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("error is not ErrDamaged: %v", err)
			}
			return
		}
		if _, err := r.encode(); err != nil {
			t.Errorf("what was decoded cannot be encoded: %v", err)
		}
	})
}

// TestDamagedFiles opens projects in which random bytes were changed. They may
// be refused, and must not be believed blindly.
func TestDamagedFiles(t *testing.T) {
	p := newProject(t)
	for _, id := range []string{"a1", "a2", "a3"} {
		if err := addArticle(p, article(id), []Record{event("e" + id), event("f" + id)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		damaged := append([]byte(nil), sound...)
		for range 1 + rnd.IntN(30) {
			damaged[headerSize+rnd.IntN(len(damaged)-headerSize)] = byte(rnd.IntN(256))
		}
		path := filepath.Join(t.TempDir(), "damaged.dateline")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		useDamaged(path)
	}
}

// useDamaged calls what an open project offers, whatever comes of it.
func useDamaged(path string) {
	p, err := Open(path)
	if err != nil {
		return
	}
	for _, err := range p.Events() {
		if err != nil {
			break
		}
	}
	_, _ = p.Article("a2")
	_ = p.Rename("ea2", "x")
	_, _ = p.Undo()
	_ = p.Check()
	_ = p.Close()
}
