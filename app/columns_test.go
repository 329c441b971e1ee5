package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportMap(t *testing.T) {
	dir := t.TempDir()
	table := write(t, dir, "ledger.csv", "Ref,Matter,Heard On\n7,Lighthouse keeper appointed,1887-03-04\n")
	tests := []struct {
		name  string
		flags []string
		code  int
		says  string // in the events, or in the complaint
	}{
		{"both columns", []string{"--map", "title=Matter,when=Heard On"}, exitDone, "Lighthouse keeper appointed"},
		{"in two flags", []string{"--map", "title=Matter", "--map", " when = Heard On "}, exitDone, "1887-03-04"},
		{"no time", []string{"--map", "title=Matter"}, exitFailed, `ledger.csv:1: no column for the title or for the time`},
		{"a header that is not there", []string{"--map", "title=Headline,when=Heard On"}, exitFailed, `"Headline" cannot be read as "title"; the file has "Ref", "Matter"`},
		{"a column that is not ours", []string{"--map", "headline=Matter"}, exitMisused, `"headline" is none of id, title`},
		{"no header", []string{"--map", "title="}, exitMisused, "write it as title=Headline"},
		{"no pair", []string{"--map", "Matter"}, exitMisused, "write it as title=Headline"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out.csv")
			code, _, says := run("", append(append([]string{"export", "-o", out}, tt.flags...), table)...)
			if code == exitDone {
				b, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				says = string(b)
			}
			if code != tt.code || !strings.Contains(says, tt.says) {
				t.Errorf("exits %d with %q, want %d with %q", code, says, tt.code, tt.says)
			}
		})
	}
}
