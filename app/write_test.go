package app

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWriteFile(t *testing.T) {
	words := func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	}
	breaks := func(w io.Writer) error {
		if _, err := io.WriteString(w, "half"); err != nil {
			return err
		}
		return errors.New("no more ink")
	}
	tests := []struct {
		name  string
		path  string
		write func(io.Writer) error
		want  string // content afterwards
		err   string
	}{
		{"a new file", "new.txt", words, "new", ""},
		{"over an old file", "old.txt", words, "new", ""},
		{"a failure leaves the old file", "old.txt", breaks, "old", "no more ink"},
		{"a failure leaves no file", "new.txt", breaks, "", "no more ink"},
		{"no folder", "none/new.txt", words, "", "there is no folder"},
		{"a folder", "folder", words, "", "is not a file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, "folder"), 0o750); err != nil {
				t.Fatal(err)
			}
			write(t, dir, "old.txt", "old")
			err := writeFile(filepath.Join(dir, tt.path), tt.write)
			if (err != nil) != (tt.err != "") || err != nil && !strings.Contains(err.Error(), tt.err) {
				t.Errorf("the error is %v, want %q", err, tt.err)
			}
			content, _ := os.ReadFile(filepath.Join(dir, tt.path))
			if string(content) != tt.want {
				t.Errorf("the file holds %q, want %q", content, tt.want)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, ".dateline-*")); len(left) > 0 {
				t.Errorf("temporary files are left behind: %q", left)
			}
		})
	}
}

func TestWriteFileKeepsPermissions(t *testing.T) {
	path := write(t, t.TempDir(), "secret.txt", "old")
	err := writeFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	})
	info, statErr := os.Stat(path)
	if err != nil || statErr != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("errors %v, %v; mode %v, want 0600", err, statErr, info.Mode())
	}
}
