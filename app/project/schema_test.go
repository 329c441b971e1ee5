package project

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"dateline/parse/when"
)

// older makes a project file of an earlier version from its text in testdata.
func older(t testing.TB, name string) string {
	t.Helper()
	statements, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.dateline")
	db, err := connect(path, "rwc", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(statements)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenBringsOlderVersionsUpToDate(t *testing.T) {
	for _, name := range []string{"v1.sql", "v2.sql"} {
		t.Run(name, func(t *testing.T) {
			p, err := Open(older(t, name))
			if err != nil {
				t.Fatal(err)
			}
			defer p.Close()
			if err := p.Check(); err != nil {
				t.Error(err)
			}
			if version, err := schemaVersion(p.db); version != len(migrations) {
				t.Errorf("version = %d, %v", version, err)
			}
			if a, err := p.Article("a1"); err != nil || !reflect.DeepEqual(a, article("a1")) {
				t.Errorf("Article = %+v, %v", a, err)
			}
			e, err := p.Event("e1")
			if err != nil || e.Title != "Harbour opens" || e.State != Kept || e.Draft.Title != "Opening of e1" || e.When[0].Grain != when.Day {
				t.Errorf("Event = %+v, %v", e, err)
			}
			if c, err := p.Redo(); err != nil || c.Step != "dismiss" || c.Events[0].State != Dismissed {
				t.Errorf("Redo = %+v, %v", c, err)
			}
		})
	}
}
