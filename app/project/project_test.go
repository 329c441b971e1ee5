package project

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
	"dateline/timeline"
)

// newProject creates an empty project in a folder of the test.
func newProject(t testing.TB) *Project {
	t.Helper()
	p, err := Create(filepath.Join(t.TempDir(), "work.dateline"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// reopen closes a project and opens it again.
func reopen(t testing.TB, p *Project) *Project {
	t.Helper()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	return again
}

// day returns the choice of one day.
func day(y, m, d int) when.Choice { return when.One(when.Date(y, m, d).Unit(when.Day)) }

// event returns a record with the given ID.
func event(id string) Record {
	return Record{Event: timeline.Event{
		ID: id, Title: "Opening of " + id, When: day(1921, 5, 5), Importance: 0.5,
		Sources: []timeline.Source{{Document: "harbour.txt", Quote: "The harbour opened on 5 May 1921.", TimeWords: "5 May 1921", Start: 0, End: 33, Why: "as written"}},
	}}
}

// article returns an article of one sentence.
func article(id string) Article {
	doc := text.FromPlain("harbour.txt", "The harbour opened on 5 May 1921.\n\nIt closed in 1990.")
	doc.Dates = []text.Stamp{{When: when.Date(2001, 2, 3).Unit(when.Day), Origin: "the page", Raw: "2001-02-03"}}
	return Article{
		ID: id, Hash: Hash([]byte(doc.Text)), Document: doc,
		Date: story.ArticleDate{When: when.Date(2001, 2, 3).Unit(when.Day), Reason: "the page", Others: doc.Dates},
		Mentions: []Mention{{
			Span: text.Span{Start: 22, End: 32}, Sentence: text.Span{Start: 0, End: 33}, Type: timex.Date, Rule: "day",
			Value: "1921-05-05", When: day(1921, 5, 5), Anchor: timex.Itself, Borrow: when.NoGrain, Why: "as written",
		}},
	}
}

// addArticle adds one article.
func addArticle(p *Project, a Article, events []Record) error {
	return p.AddArticles(Reading{a, events})
}

// all returns every event of a project by its ID.
func all(t testing.TB, p *Project) map[string]Record {
	t.Helper()
	events := map[string]Record{}
	for batch, err := range p.Events() {
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range batch {
			events[r.ID] = r
		}
	}
	return events
}

func TestCreateLeavesOneFileThatOpensAgain(t *testing.T) {
	p := newProject(t)
	if err := p.Put("add", event("a")); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(p.Path()))
	if err != nil || len(entries) != 1 {
		t.Errorf("folder holds %v, %v, want the project alone", entries, err)
	}
	head, err := os.ReadFile(p.Path())
	if err != nil || !IsProject(head) {
		t.Errorf("the file does not open with the signature of a project: %v", err)
	}
}

func TestCreateDoesNotOverwrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.dateline")
	if err := os.WriteFile(path, []byte("Dear reader"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Create = %v, want fs.ErrExist", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "Dear reader" {
		t.Errorf("the file was changed to %q", data)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	closed := newProject(t)
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(closed.Path())
	if err != nil {
		t.Fatal(err)
	}
	newer := append([]byte(nil), sound...)
	newer[63] = 99 // user_version
	other := append([]byte(nil), sound...)
	other[applicationIDAt] ^= 0xFF
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"empty.dateline", nil, ErrNotProject},
		{"text.dateline", []byte(strings.Repeat("not a database ", 20)), ErrNotProject},
		{"other.dateline", other, ErrNotProject},
		{"newer.dateline", newer, ErrNewer},
		{"cut.dateline", sound[:len(sound)/2], ErrDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(dir, tt.name)
			if err := os.WriteFile(path, tt.data, 0o600); err != nil {
				t.Fatal(err)
			}
			p, err := Open(path)
			if err == nil {
				err = errors.Join(p.Check(), p.Close())
			}
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.name) {
				t.Errorf("Open = %v, want %v with the file's name", err, tt.want)
			}
			if after, _ := os.ReadFile(path); len(after) != len(tt.data) {
				t.Errorf("the file went from %d to %d bytes", len(tt.data), len(after))
			}
		})
	}
	if _, err := Open(filepath.Join(dir, "missing.dateline")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open of a missing file = %v", err)
	}
}

func TestOpenTwice(t *testing.T) {
	p := newProject(t)
	if second, err := Open(p.Path()); !errors.Is(err, ErrInUse) {
		t.Errorf("second Open = %v, %v, want ErrInUse", second, err)
	}
	if err := p.Put("add", event("a")); err != nil {
		t.Errorf("the first cannot write any more: %v", err)
	}
	p = reopen(t, p)
	if _, err := p.Event("a"); err != nil {
		t.Error(err)
	}
}

func TestArticleRoundTrip(t *testing.T) {
	p := newProject(t)
	want := article("a1")
	if err := addArticle(p, want, []Record{event("e1"), event("e2")}); err != nil {
		t.Fatal(err)
	}
	p = reopen(t, p)
	got, err := p.Article("a1")
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("Article = %+v, %v\nwant %+v", got, err, want)
	}
	if same, err := p.Duplicates(want.Hash); err != nil || !reflect.DeepEqual(same, []string{"a1"}) {
		t.Errorf("Duplicates = %v, %v", same, err)
	}
	wantEvent := event("e1")
	wantEvent.Article = "a1"
	if e := all(t, p); len(e) != 2 || !reflect.DeepEqual(e["e1"], wantEvent) {
		t.Errorf("Events = %+v", e)
	}
	if err := addArticle(p, want, nil); err == nil {
		t.Error("an article was added twice")
	}
}

func TestSaveCopy(t *testing.T) {
	p := newProject(t)
	if err := addArticle(p, article("a1"), []Record{event("e1")}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "copy.dateline")
	if err := p.SaveCopy(path); err != nil {
		t.Fatal(err)
	}
	if err := p.SaveCopy(path); err != nil {
		t.Errorf("a copy over an older copy: %v", err)
	}
	if err := p.SaveCopy(p.Path()); err == nil {
		t.Error("a project was copied onto itself")
	}
	c, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := all(t, c); !reflect.DeepEqual(got, all(t, p)) {
		t.Errorf("copy holds %v", got)
	}
}

func TestSaveWithoutHistory(t *testing.T) {
	p := newProject(t)
	secret := article("a2")
	secret.Document = text.FromPlain("secret.txt", "The zeppelin was hidden.")
	steps := errors.Join(
		addArticle(p, article("a1"), []Record{event("e1")}),
		addArticle(p, secret, []Record{told("e2", "The zeppelin was hidden.", "then", day(1921, 1, 1))}),
		p.RemoveArticle("a2"),
	)
	if steps != nil {
		t.Fatal(steps)
	}
	holds := func(save func(string) error) bool {
		path := filepath.Join(t.TempDir(), "copy.dateline")
		if err := save(path); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if events := all(t, c); len(events) != 1 {
			t.Errorf("the copy holds %v", events)
		}
		return strings.Contains(strings.ToLower(string(data)), "zeppelin")
	}
	if !holds(p.SaveCopy) {
		t.Error("a copy lacks what could be undone")
	}
	if holds(p.SaveWithoutHistory) {
		t.Error("a copy without history holds a word of a removed article")
	}
	if _, err := p.Undo(); err != nil {
		t.Errorf("the project itself lost its history: %v", err)
	}
}
