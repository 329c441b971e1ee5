package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/parse/text"
)

// tree makes files in a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// collect opens paths and returns the names of what was read, and the errors.
func collect(t *testing.T, opt Options, paths ...string) (names, problems []string) {
	t.Helper()
	err := Open(context.Background(), paths, opt, func(d *text.Document, err error) error {
		if err != nil {
			problems = append(problems, err.Error())
		} else {
			names = append(names, d.Name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names, problems
}

func TestOpenFolder(t *testing.T) {
	root := tree(t, map[string]string{
		"b.txt": "It was built.", "a/one.html": "<p>It fell.", "a/two.wrong": "# Two", "pic.png": "\x89PNG\r\n\x1a\n",
		".hidden": "no", ".git/x.txt": "no", "bad.rtf": `{\rtf1}`, "noise.bin": "\x00\x01\x02\x03\x04\x05",
	})
	if err := os.Symlink(root, filepath.Join(root, "loop")); err != nil {
		t.Skip(err)
	}
	names, problems := collect(t, Options{}, root)
	if got, want := strings.Join(names, " "), "one.html two.wrong b.txt"; got != want {
		t.Errorf("read %q, want %q", got, want)
	}
	if len(problems) != 1 || !strings.Contains(problems[0], "bad.rtf") {
		t.Errorf("problems %q, want one about bad.rtf", problems)
	}
}

func TestOpenKeepsTheOrder(t *testing.T) {
	files := map[string]string{}
	var want []string
	for i := range 200 {
		name := fmt.Sprintf("%03d.txt", i)
		files[name] = strings.Repeat("It was built. ", 1+(i%7)*500)
		want = append(want, name)
	}
	if names, _ := collect(t, Options{}, tree(t, files)); strings.Join(names, " ") != strings.Join(want, " ") {
		t.Errorf("read in the order %q", names)
	}
}

func TestOpenRefuses(t *testing.T) {
	root := tree(t, map[string]string{"pic.png": "\x89PNG\r\n\x1a\n", "large.txt": strings.Repeat("a", 100), "secret.txt": "a"})
	empty, pictures := t.TempDir(), tree(t, map[string]string{"a/pic.png": "\x89PNG\r\n\x1a\n"})
	loop := filepath.Join(root, "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Skip(err)
	}
	tests := []struct{ name, path, want string }{
		{"missing", filepath.Join(root, "none.txt"), "there is no such file"},
		{"picture", filepath.Join(root, "pic.png"), "text recognition"},
		{"folder of pictures", pictures, "no articles in this folder"},
		{"folder without files", empty, "no articles in this folder"},
		{"too large", filepath.Join(root, "large.txt"), "--max-file-size"},
		{"link to itself", loop, "cannot be opened"},
		{"strange name", filepath.Join(root, "a\u202e\x1b.txt"), `a\u202e\u001b.txt`},
	}
	if runtime.GOOS == "linux" {
		tests = append(tests, []struct{ name, path, want string }{
			{"device", "/dev/zero", "a device"},
			{"state of the kernel", "/proc/self/maps", "a window into the system"},
		}...)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			names, problems := collect(t, Options{MaxFileSize: 50}, tt.path)
			if len(names) != 0 || len(problems) != 1 || !strings.Contains(problems[0], tt.want) || !strings.HasPrefix(problems[0], "source: ") {
				t.Errorf("read %q, problems %q, want one about %q", names, problems, tt.want)
			}
		})
	}
}

func TestOpenGoesOnAfterAFailure(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "It was built.", "b.txt": "", "c.txt": "It fell."})
	names, problems := collect(t, Options{}, filepath.Join(root, "a.txt"), filepath.Join(root, "b.txt"), filepath.Join(root, "c.txt"))
	if strings.Join(names, " ") != "a.txt c.txt" || len(problems) != 1 {
		t.Errorf("read %q, problems %q", names, problems)
	}
}

func TestOpenEndsWhenAsked(t *testing.T) {
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprint(i)] = "It was built."
	}
	root := tree(t, files)
	enough := errors.New("enough")
	n := 0
	err := Open(context.Background(), []string{root}, Options{}, func(*text.Document, error) error { n++; return enough })
	if !errors.Is(err, enough) || n != 1 {
		t.Errorf("error %v after %d visits", err, n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	done := make(chan error, 1)
	go func() { done <- Open(ctx, []string{root}, Options{}, func(*text.Document, error) error { return nil }) }()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want that of the context", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("did not end")
	}
}

func TestOpenTellsItsProgress(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "It was built.", "b.txt": "", "c.txt": "It fell."})
	var last Progress
	collect(t, Options{Progress: func(p Progress) { last = p }}, root)
	if last.Files != 3 || last.Articles != 2 || filepath.Base(last.Path) != "c.txt" {
		t.Errorf("last progress %+v", last)
	}
}

func TestOpenReadsStandardInput(t *testing.T) {
	names, problems := collect(t, Options{Stdin: strings.NewReader("It was built.")}, "-")
	if strings.Join(names, " ") != "standard input" || len(problems) != 0 {
		t.Errorf("read %q, problems %q", names, problems)
	}
}
