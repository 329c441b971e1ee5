//go:build unix

package source

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestOpenDoesNotWaitForAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	names, problems := collect(t, Options{}, path)
	if len(names) != 0 || len(problems) != 1 || !strings.Contains(problems[0], "a pipe") {
		t.Errorf("read %q, problems %q", names, problems)
	}
}
