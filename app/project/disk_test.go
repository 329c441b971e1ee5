//go:build linux

package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk mounts a file system in memory, which only root may do.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("no small disk to fill, since this user may not mount one:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestDiskFull(t *testing.T) {
	p, err := Create(filepath.Join(smallDisk(t, "400k"), "full.dateline"))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	n := 0
	for ; err == nil && n < 10_000; n++ {
		r := event(fmt.Sprint("e", n))
		r.Note = strings.Repeat("Long note. ", 200)
		err = p.Put("add", r)
	}
	if !errors.Is(err, ErrFull) {
		t.Fatalf("after %d edits: %v, want ErrFull", n, err)
	}
	if count, err := p.Count(); err != nil || count != n-1 {
		t.Errorf("%d events, %v, want the %d that were acknowledged", count, err, n-1)
	}
	elsewhere := filepath.Join(t.TempDir(), "saved.dateline")
	if err := p.SaveCopy(elsewhere); err != nil {
		t.Fatal(err)
	}
	c, err := Open(elsewhere)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Put("add", event("after")); err != nil {
		t.Error(err)
	}
	if count, err := c.Count(); err != nil || count != n {
		t.Errorf("the copy has %d events, %v, want %d", count, err, n)
	}
	if err := p.SaveCopy(filepath.Join(filepath.Dir(p.Path()), "copy.dateline")); !errors.Is(err, ErrFull) {
		t.Errorf("a copy on the full disk: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(p.Path()), "*copy*")); len(left) > 0 {
		t.Errorf("half a copy was left: %v", left)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t, "4m")
	path := filepath.Join(dir, "old.dateline")
	p, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(addArticle(p, article("a1"), []Record{event("e1")}), p.Close()); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if p, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if !p.ReadOnly() {
		t.Error("ReadOnly = false on a disk that cannot be written")
	}
	if e := all(t, p); len(e) != 1 {
		t.Errorf("events = %v", e)
	}
	if err := p.Put("add", event("e2")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Put = %v, want ErrReadOnly", err)
	}
	if _, err := p.Undo(); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Undo = %v, want ErrReadOnly", err)
	}
	if err := p.SetView("zoom", "1"); err != nil {
		t.Errorf("SetView = %v", err)
	}
	if _, err := Create(filepath.Join(dir, "new.dateline")); !errors.Is(err, ErrReadOnly) {
		t.Errorf("Create = %v, want ErrReadOnly", err)
	}
	copied := filepath.Join(t.TempDir(), "copy.dateline")
	if err := p.SaveCopy(copied); err != nil {
		t.Fatal(err)
	}
	c, err := Open(copied)
	if err != nil || c.ReadOnly() {
		t.Fatalf("Open of the copy = %v, %v", c, err)
	}
	defer c.Close()
}

// TestReadOnlyFile opens a file that was not closed in order where nobody can
// write: what is in its log would be missing.
func TestReadOnlyFile(t *testing.T) {
	dir := smallDisk(t, "4m")
	p := newProject(t)
	if err := p.Put("add", event("e1")); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(p.Path() + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "torn.dateline"+end), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if p, err := Open(filepath.Join(dir, "torn.dateline")); !errors.Is(err, ErrUnfinished) {
		t.Errorf("Open = %v, %v, want ErrUnfinished", p, err)
	}
}
