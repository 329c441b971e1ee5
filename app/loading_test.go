package app

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/text"
	"dateline/parse/when"
)

func TestLoaded(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "bridge.txt", bridge)
	missing := filepath.Join(dir, "missing.txt")
	tests := []struct {
		name     string
		paths    []string
		stdin    string
		readings int
		opened   []string
		problems []string // parts of them
	}{
		{"a file", []string{good}, "", 1, []string{good}, nil},
		{"a folder", []string{dir}, "", 1, []string{dir}, nil},
		{"standard input", []string{"-"}, bridge, 1, nil, nil},
		{"a missing file", []string{missing}, "", 0, nil, []string{"missing.txt: there is no such file"}},
		{"one of two", []string{missing, good}, "", 1, []string{good}, []string{"missing.txt"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := loaded(context.Background(), state.Load{Paths: tt.paths}, sourceOptions(strings.NewReader(tt.stdin))).(state.Loaded)
			if !ok || got.Asked != len(tt.paths) || len(got.Readings) != tt.readings || !slices.Equal(got.Opened, tt.opened) {
				t.Errorf("loaded %+v, want %d readings and %q opened", got, tt.readings, tt.opened)
			}
			if len(got.Problems) != len(tt.problems) {
				t.Fatalf("problems are %q, want %q", got.Problems, tt.problems)
			}
			for i, p := range got.Problems {
				if !strings.Contains(p, tt.problems[i]) || !strings.HasSuffix(p, ".") || strings.HasPrefix(p, "source:") {
					t.Errorf("problem %d is %q, want a sentence with %q", i, p, tt.problems[i])
				}
			}
		})
	}
}

func TestLoadedSample(t *testing.T) {
	got, ok := loadedSample(context.Background(), files).(state.Loaded)
	if !ok || len(got.Readings) != 1 || len(got.Problems) > 0 || len(got.Opened) > 0 {
		t.Fatalf("the sample gives %+v", got)
	}
	if len(got.Readings[0].Events) < 10 {
		t.Errorf("the sample has %d events, want ten at least", len(got.Readings[0].Events))
	}
}

func TestOpenedPaths(t *testing.T) {
	at := func(path string) *parse.Reading { return &parse.Reading{Document: &text.Document{Path: path}} }
	tests := []struct {
		path, article string
		want          bool
	}{
		{"/a/b.txt", "/a/b.txt", true},
		{"/a", "/a/b.txt", true},
		{"/a/", "/a/b.txt", true},
		{"/a/b.zip", "/a/b.zip!c.txt", true},
		{"/a/b", "/a/b.txt", false},
		{"/a/b.txt", "/a", false},
		{"-", "-", false},
	}
	for _, tt := range tests {
		if got := len(openedPaths([]string{tt.path}, []*parse.Reading{at(tt.article)})) == 1; got != tt.want {
			t.Errorf("%s was opened for %s: %v, want %v", tt.path, tt.article, got, tt.want)
		}
	}
}

func TestReadDate(t *testing.T) {
	tests := []struct {
		words string
		want  when.Interval
	}{
		{"5 May 1921", when.Date(1921, 5, 5).Unit(when.Day)},
		{"1921-05-05", when.Date(1921, 5, 5).Unit(when.Day)},
		{"May 1921", when.Date(1921, 5, 1).Unit(when.Month)},
		{"1921", when.Date(1921, 1, 1).Unit(when.Year)},
		{"", when.Interval{}},
		{"soon", when.Interval{}},
		{"for three years", when.Interval{}},
	}
	for _, tt := range tests {
		got, ok := readDate(state.ReadDate{Article: "a", Words: tt.words}).(state.DateRead)
		if !ok || got.Article != "a" || got.Words != tt.words || got.When != tt.want {
			t.Errorf("readDate(%q) = %+v, want %+v", tt.words, got, tt.want)
		}
	}
}

func TestReadTime(t *testing.T) {
	anchor := when.Date(2021, 3, 25).Unit(when.Day)
	tests := []struct{ words, want string }{
		{"5 May 1921", "1921-05-05"},
		{"  1921-05 ", "1921-05"},
		{"1850~", "1850~"},
		{"c. 1850", "1850~"},
		{"mid-March 2021", "[2021-03-11~..2021-03-21~]"},
		{"44 BC", "-0043"},
		{"March 19 or 22, 2021", "[2021-03-19,2021-03-22]"},
		{"3–7 May 1921", "1921-05-03/1921-05-07"},
		{"last Monday", "2021-03-22"},
		{"", ""},
		{"soon", ""},
	}
	for _, tt := range tests {
		got, ok := readTime(state.ReadTime{Words: tt.words, Anchor: anchor}).(state.TimeRead)
		if !ok || got.Words != tt.words || got.When.EDTF() != tt.want {
			t.Errorf("readTime(%q) is %q, want %q", tt.words, got.When.EDTF(), tt.want)
		}
	}
}

func TestReread(t *testing.T) {
	readings, _ := readAll(context.Background(), []string{"-"}, sourceOptions(strings.NewReader("It rained on Monday.")), parse.Options{})
	date := when.Date(1921, 5, 5).Unit(when.Day)
	got, ok := reread(state.Reread{Article: state.Article{ID: "a", Reading: readings[0]}, Date: date}).(state.Dated)
	if !ok || got.Article != "a" || got.Date != date || got.Reading.Document != readings[0].Document {
		t.Fatalf("reread gives %+v", got)
	}
	if when := got.Reading.Mentions[0].When.EDTF(); when != "1921-05-02" {
		t.Errorf("Monday is %s, want 1921-05-02", when)
	}
}

func TestLoadedTimelines(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "bridge.txt", bridge)
	for _, name := range []string{"bridge.png", "bridge.svg", "bridge.pdf", "bridge.csv", "bridge.json", "bridge.ics"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name)
			if code, _, problem := run("", "export", "-o", path, article); code != 0 {
				t.Fatal(problem)
			}
			got := loaded(t.Context(), state.Load{Paths: []string{path}}, sourceOptions(nil)).(state.Loaded)
			if len(got.Timelines) != 1 || len(got.Readings) != 0 || len(got.Problems) != 0 || !slices.Equal(got.Opened, []string{path}) {
				t.Fatalf("loaded %+v", got)
			}
			m, _ := state.Update(state.New(), got)
			if len(m.Timeline.Events) != 3 {
				t.Errorf("the timeline has %d events, want 3", len(m.Timeline.Events))
			}
		})
	}
}

func TestLoadingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := write(t, t.TempDir(), "bridge.txt", bridge)
	got := loaded(ctx, state.Load{Paths: []string{path}}, sourceOptions(nil)).(state.Loaded)
	if got.Asked != 1 || len(got.Readings) > 0 || len(got.Problems) != 1 {
		t.Errorf("stopped before it began, loaded %+v", got)
	}
}

func TestLoadedWords(t *testing.T) {
	path := write(t, t.TempDir(), "two words.txt", bridge)
	tests := []struct {
		name, words string
		want        string // path of the article, else its name
	}{
		{"an article", bridge, "The Bridge"},
		{"a path", path + "\n", path},
		{"a path in quotes", `"` + path + `"`, path},
		{"an address", "file://" + strings.ReplaceAll(path, " ", "%20"), path},
		{"a path to nothing", path + "s", "…"},
		{"a path within the working folder", "loading.go", "loading.go"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := loadedWords(t.Context(), state.LoadWords{Words: tt.words}, sourceOptions(nil)).(state.Loaded)
			if got.Asked != 1 || len(got.Readings) != 1 {
				t.Fatalf("loaded %+v", got)
			}
			doc := got.Readings[0].Document
			if name := cmp.Or(doc.Path, doc.Name); !strings.HasSuffix(name, tt.want) {
				t.Errorf("it is %q, want %q", name, tt.want)
			}
		})
	}
}
