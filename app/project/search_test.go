package project

import (
	"reflect"
	"slices"
	"testing"

	"dateline/parse/text"
	"dateline/timeline"
)

func TestSearch(t *testing.T) {
	p := newProject(t)
	add := func(id, title, sentence, note string) {
		r := event(id)
		r.Title, r.Note = title, note
		r.Sources = []timeline.Source{{Quote: sentence}}
		if err := p.Put("add", r); err != nil {
			t.Fatal(err)
		}
	}
	add("cafe", "Café opens", "The café on the quay opened.", "")
	add("osaka", "大阪で会談", "首脳は大阪で会談した。", "")
	add("moscow", "Переговоры в Москве", "Переговоры начались в Москве.", "ask Anna")
	add("odd", `Say "NEAR" OR not`, "rock'n'roll: C++ AND a*b", "")
	tests := []struct {
		query string
		want  []string
	}{
		{"cafe", []string{"cafe"}},
		{"CAF", []string{"cafe"}},
		{"quay café", []string{"cafe"}},
		{"quay harbour", nil},
		{"afe", nil},
		{"会談", []string{"osaka"}},
		{"談会", nil},
		{"москв", []string{"moscow"}},
		{"anna", []string{"moscow"}},
		{`"near"`, []string{"odd"}},
		{"a*b", []string{"odd"}},
		{`x" OR "cafe`, nil},
		{"title:cafe", nil},
		{"NOT cafe", nil},
		{"rock'n'roll", []string{"odd"}},
		{"", nil},
		{`"'*-^()`, nil},
		{"\x00\xff", nil},
	}
	for _, tt := range tests {
		got, err := p.SearchEvents(tt.query, 10)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("SearchEvents(%q) = %v, %v, want %v", tt.query, got, err, tt.want)
		}
	}
	if got, err := p.SearchEvents("o", 1); err != nil || len(got) != 1 {
		t.Errorf("a limit of 1 gave %v, %v", got, err)
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	p := newProject(t)
	if err := addArticle(p, article("a1"), []Record{event("e1")}); err != nil {
		t.Fatal(err)
	}
	search := func(query string) int {
		ids, err := p.SearchEvents(query, 10)
		passages, err2 := p.SearchArticles(query, 10)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		return len(ids)*10 + len(passages)
	}
	steps := []struct {
		do    func() error
		query string
		want  int
	}{
		{func() error { return nil }, "harbour", 11},
		{func() error { return p.Rename("e1", "Pier") }, "pier", 10},
		{func() error { return nil }, "opening", 0},
		{func() error { _, err := p.Undo(); return err }, "opening", 10},
		{func() error {
			a := article("a1")
			a.Document = text.FromPlain("x", "A lighthouse.")
			_, err := p.Reread(Reading{Article: a})
			return err
		}, "lighthouse", 1},
		{func() error { return nil }, "harbour", 0},
		{func() error { return p.RemoveArticle("a1") }, "lighthouse", 0},
	}
	for i, s := range steps {
		if err := s.do(); err != nil {
			t.Fatal(err)
		}
		if got := search(s.query); got != s.want {
			t.Errorf("step %d: %q found %d, want %d", i, s.query, got, s.want)
		}
	}
}

func TestSearchArticlesGivesTheParagraph(t *testing.T) {
	p := newProject(t)
	a := article("a1")
	if err := addArticle(p, a, nil); err != nil {
		t.Fatal(err)
	}
	got, err := p.SearchArticles("closed", 10)
	if err != nil || !reflect.DeepEqual(got, []Passage{{"a1", a.Document.Blocks[1].Span}}) {
		t.Errorf("SearchArticles = %v, %v", got, err)
	}
}

func FuzzMatchExpression(f *testing.F) {
	for _, s := range []string{"", `"`, "a b", "東京", "a\x00b", "NEAR(", "-x", "\xff"} {
		f.Add(s)
	}
	p, err := Create(f.TempDir() + "/x.dateline")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = p.Close() })
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := p.SearchEvents(query, 1); err != nil {
			t.Errorf("%q: %v", query, err)
		}
	})
}
