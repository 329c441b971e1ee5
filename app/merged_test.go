package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bridges are letters that tell of the same bridge, and date a ferry differently.
var bridges = map[string]string{
	"one.txt": "Ilse Horn opened the harbour bridge on 5 May 1921. The Lindau ferry sank in the storm on 9 May 1921.",
	"two.txt": "On 5 May 1921, Ilse Horn opened the new harbour bridge. The Lindau ferry sank in the storm on 10 May 1921.",
}

func TestExtractMerged(t *testing.T) {
	dir := t.TempDir()
	for name, content := range bridges {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	var problems []error
	report := func(err error) { problems = append(problems, err) }
	paths := []string{filepath.Join(dir, "one.txt"), filepath.Join(dir, "none.txt"), filepath.Join(dir, "two.txt")}
	err := ExtractMerged(context.Background(), &out, Extraction{Paths: paths, Source: sourceOptions(nil), Report: report})
	if err == nil || len(problems) != 1 {
		t.Errorf("the missing letter gives %v and the reports %v, want an error and one report", err, problems)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines, want a head and three events:\n%s", len(lines), out.String())
	}
	if n := strings.Count(lines[1], `"document"`); n != 2 {
		t.Errorf("the bridge has %d sources, want 2: %s", n, lines[1])
	}
	for _, want := range []string{`"conflicts"`, "1921-05-10", "sank in the storm on 10 May 1921"} {
		if !strings.Contains(lines[2], want) {
			t.Errorf("no %s in what is told of the ferry: %s", want, lines[2])
		}
	}
}
