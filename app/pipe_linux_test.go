package app

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPipesAreNotWaitedFor never ends if they are.
func TestPipesAreNotWaitedFor(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"extract", pipe},
		{"export", "-o", filepath.Join(t.TempDir(), "out.png"), pipe},
	} {
		var out, said strings.Builder
		code := Main(args, Streams{In: strings.NewReader(""), Out: &out, Err: &said}, Files{})
		if code != 1 || !strings.Contains(said.String(), pipe) {
			t.Errorf("dateline %s: exit code %d, said %q", args[0], code, said.String())
		}
	}
}
