package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/parse/source"
)

// TestMain lets the test's own binary read files for its parent, as the program
// does.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == source.ChildCommand {
		os.Exit(source.Child(os.Args[2:], os.Stdin, os.Stdout))
	}
	os.Exit(m.Run())
}

// files are those of the real program.
var files = Files{
	Regular:    assets.Regular,
	Bold:       assets.Bold,
	Icon:       assets.Icon,
	Sample:     assets.Sample,
	SampleName: assets.SampleName,
	Languages:  assets.Languages,
	Version:    "v1.2.3",
}

// bridge is an article with three dates of its own.
const bridge = `The Bridge

The town council met on 5 May 1921. Workers laid the first stone on 7 June 1922. The bridge was opened on 1 August 1924.
`

// run runs the program and returns what it leaves behind.
func run(stdin string, args ...string) (code int, out, err string) {
	var stdout, stderr bytes.Buffer
	code = Main(args, Streams{In: strings.NewReader(stdin), Out: &stdout, Err: &stderr}, files)
	return code, stdout.String(), stderr.String()
}

// write makes a file in dir.
func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMainCommands(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "bridge.txt", bridge)
	png := filepath.Join(dir, "bridge.png")
	tests := []struct {
		name  string
		stdin string
		args  []string
		code  int
		out   string // part of standard output
		err   string // part of standard error
	}{
		{"version", "", []string{"version"}, exitDone, "dateline v1.2.3 (go", ""},
		{"version of something", "", []string{"version", "x"}, exitMisused, "", `takes no arguments, got "x"`},
		{"help", "", []string{"help"}, exitDone, "usage:", ""},
		{"--help", "", []string{"--help"}, exitDone, "examples:", ""},
		{"-h after a file", "", []string{"a.txt", "-h"}, exitDone, "usage:", ""},
		{"help of a command", "", []string{"help", "export"}, exitDone, "usage: dateline export", ""},
		{"help of no command", "", []string{"help", "cook"}, exitMisused, "", `no command "cook"`},
		{"a command's help", "", []string{"extract", "--help"}, exitDone, "usage: dateline extract", ""},
		{"an unknown flag", "", []string{"export", "--colour"}, exitMisused, "", "there is no flag --colour; see dateline export --help"},
		{"a flag without its value", "", []string{"export", "-o"}, exitMisused, "", "a value is missing after --o"},
		{"a value that is no number", "", []string{"export", "--width", "wide", "-o", png, good}, exitMisused, "", `invalid value "wide" for flag --width`},

		{"extract a file", "", []string{"extract", good}, exitDone, `"when":"1921-05-05"`, ""},
		{"extract standard input", bridge, []string{"extract", "-"}, exitDone, `"when":"1924-08-01"`, ""},
		{"extract by default", bridge, []string{"extract"}, exitDone, `"when":"1924-08-01"`, ""},
		{"extract a missing file", "", []string{"extract", "missing.txt"}, exitFailed, "", "missing.txt"},
		{"extract the others", "", []string{"extract", "missing.txt", good}, exitFailed, `"when":"1921-05-05"`, "missing.txt"},
		{"extract with a date", "It rained on Monday.", []string{"extract", "--date", "1921-05-05", "-"}, exitDone, `"when":"1921-05-02"`, ""},
		{"extract in English", "It rained on 5 May 1921.", []string{"extract", "--lang", "en-GB", "-"}, exitDone, `"when":"1921-05-05"`, ""},
		{"extract in no language", "", []string{"extract", "--lang", "xx", good}, exitMisused, "", `--lang "xx" is not read; choose one of en`},
		{"extract merged", "It rained on 5 May 1921.", []string{"extract", "--merge", "-"}, exitDone, `"when":"1921-05-05"`, ""},
		{"extract merged lines", "", []string{"extract", "--merge", "--jsonl", "-"}, exitMisused, "", "leave out --merge or --jsonl"},
		{"extract with no date", "", []string{"extract", "--date", "soon", good}, exitMisused, "", `--date "soon" is not a date`},

		{"export", "", []string{"export", good, "-o", png}, exitDone, "", ""},
		{"export nothing", "", []string{"export", "-o", png}, exitMisused, "", "no article is named"},
		{"export to nothing", "", []string{"export", good}, exitMisused, "", "no file to write is named"},
		{"export an unknown format", "", []string{"export", "-o", "a.bmp", good}, exitMisused, "", "not written as .bmp; there are .png, .svg, .pdf, .html, .csv"},
		{"export no format", "", []string{"export", "-o", "a", good}, exitMisused, "", "has no extension"},
		{"export too wide", "", []string{"export", "--width", "1000000", "-o", png, good}, exitMisused, "", "--width 1000000 is out of range; choose 200 to 20000"},
		{"export backwards", "", []string{"export", "--height", "-5", "-o", png, good}, exitMisused, "", "--height -5 is out of range"},
		{"export at no scale", "", []string{"export", "--scale", "NaN", "-o", png, good}, exitMisused, "", "--scale NaN is out of range"},
		{"export in no theme", "", []string{"export", "--theme", "blue", "-o", png, good}, exitMisused, "", `invalid value "blue" for flag --theme: is none of dark, light, print`},
		{"export no events", "Nothing happened.", []string{"export", "-o", filepath.Join(dir, "none.png"), "-"}, exitFailed, "", "no dated events were found"},
		{"export a missing file", "", []string{"export", "-o", filepath.Join(dir, "none.png"), "missing.txt"}, exitFailed, "", "missing.txt"},
		{"export the others", "", []string{"export", "-o", png, "missing.txt", good}, exitFailed, "", "missing.txt"},
		{"export into no folder", "", []string{"export", "-o", filepath.Join(dir, "no", "a.png"), good}, exitFailed, "", "there is no folder"},
		{"export over a folder", "", []string{"export", "-o", dir + "/", good}, exitMisused, "", "has no extension"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, out, err := run(tt.stdin, tt.args...)
			if code != tt.code || !strings.Contains(out, tt.out) || !strings.Contains(err, tt.err) {
				t.Errorf("dateline %q exits %d, prints %q and %q; want %d, %q and %q", tt.args, code, out, err, tt.code, tt.out, tt.err)
			}
			if tt.err == "" && err != "" {
				t.Errorf("standard error has %q", err)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "none.png")); err == nil {
		t.Error("a file without events was written")
	}
	left, err := filepath.Glob(filepath.Join(dir, ".dateline-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files are left behind: %q, %v", left, err)
	}
}
