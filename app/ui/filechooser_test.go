package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestEntriesOf(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", ".hidden"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "z"), 0o700); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink("nowhere", filepath.Join(folder, "broken")) // not every system has links
	got, err := entriesOf(folder)
	if want := []folderEntry{{"z", true}, {"a.txt", false}, {"b.txt", false}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("the folder has %v (%v), want %v", got, err, want)
	}
	if _, err := entriesOf(filepath.Join(folder, "missing")); err == nil {
		t.Error("a folder that is missing has entries")
	}
}

func TestFileChooserPicksSeveral(t *testing.T) {
	test.NewTempApp(t)
	c := newFileChooser(nil)
	if !c.open.Disabled() {
		t.Error("nothing can be opened before it is picked")
	}
	c.show("/one", []folderEntry{{"a.txt", false}, {"b.txt", false}})
	c.choose(0)
	c.choose(1)
	c.choose(1)
	c.show("/two", []folderEntry{{"c.txt", false}})
	c.choose(0)
	if len(c.picked) != 2 || !c.picked["/one/a.txt"] || !c.picked["/two/c.txt"] || c.open.Disabled() {
		t.Errorf("picked are %v", c.picked)
	}
}
