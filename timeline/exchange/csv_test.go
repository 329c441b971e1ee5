package exchange

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

// read reads a text with the format of the given ID.
func read(t *testing.T, id, text string, opts ReadOptions) *timeline.Timeline {
	t.Helper()
	f, ok := ByID(id)
	if !ok {
		t.Fatalf("no format %q", id)
	}
	tl, err := f.Read(strings.NewReader(text), "file", opts)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// write writes a timeline in the format of the given ID.
func write(t *testing.T, id string, tl *timeline.Timeline) string {
	t.Helper()
	f, ok := ByID(id)
	if !ok {
		t.Fatalf("no format %q", id)
	}
	var b bytes.Buffer
	if err := f.Write(&b, tl); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadCSV(t *testing.T) {
	tests := []struct{ name, text, title, when string }{
		{"our columns", "title,when\nFerry,1850~\n", "Ferry", "1850~"},
		{"start and end", "Name;Start Date;End Date\nFerry;1914;1918\n", "Ferry", "1914/1918"},
		{"start alone", "name\tbegin\nFerry\t1914-05\n", "Ferry", "1914-05"},
		{"as Excel says it", "sep=;\r\nEvent;Date\r\n\"Ferry; new\";2021-03-18\r\n", "Ferry; new", "2021-03-18"},
		{"mark at the start", "\uFEFFtitle,when\nFerry,2021\n", "Ferry", "2021"},
		{"cell of two lines", "title,when\n\"Ferry\nservice\",2021\n", "Ferry\nservice", "2021"},
		{"blank rows", "title,when\n\n,\nFerry,2021\n", "Ferry", "2021"},
		{"short row", "when,title,note\n2021,Ferry\n", "Ferry", "2021"},
		{"before the common era", "title,when\nFerry,-0043\n", "Ferry", "-0043"},
		{"defused date", "title,when\nFerry,'-0043\n", "Ferry", "-0043"},
		{"week", "title,when,precision\nFerry,2021-03-15/2021-03-21,week\n", "Ferry", "2021-03-15/2021-03-21"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tl := read(t, "csv", tt.text, ReadOptions{})
			if len(tl.Events) != 1 || tl.Events[0].Title != tt.title || tl.Events[0].When.EDTF() != tt.when {
				t.Errorf("read %+v", tl.Events)
			}
		})
	}
}

func TestReadCSVByMapping(t *testing.T) {
	text := "what,day\nFerry,the fifth of May\n"
	dates := func(s string) (when.Choice, error) {
		if s == "the fifth of May" {
			return day(1921, 5, 5), nil
		}
		return nil, errors.New("no date")
	}
	tl := read(t, "csv", text, ReadOptions{Columns: map[string]string{"title": "what", "when": "day"}, Date: dates})
	if len(tl.Events) != 1 || tl.Events[0].Title != "Ferry" || !slices.Equal(tl.Events[0].When, day(1921, 5, 5)) {
		t.Errorf("read %+v", tl.Events)
	}
	f, _ := ByID("csv")
	for _, columns := range []map[string]string{{"title": "nothing"}, {"nothing": "what"}} {
		if _, err := f.Read(strings.NewReader(text), "file", ReadOptions{Columns: columns}); err == nil || !strings.Contains(err.Error(), `"what", "day"`) {
			t.Errorf("mapping %v: %v, want an error that lists the columns", columns, err)
		}
	}
}

func TestPreviewCSV(t *testing.T) {
	p, err := PreviewCSV([]byte("Headline;Start Date;Mood\nFerry;1921;glad\nPier;1922;\"cut in the mid"), "file")
	if err != nil || !slices.Equal(p.Header, []string{"Headline", "Start Date", "Mood"}) || len(p.Rows) != 1 ||
		!maps.Equal(p.Columns, map[string]string{"title": "Headline", "start": "Start Date"}) {
		t.Errorf("PreviewCSV = %+v, %v", p, err)
	}
	if _, err := PreviewCSV([]byte("a,b\n\xff\xff\xff\xff\n"), "file"); err == nil {
		t.Error("bytes that are no text have a preview")
	}
}

func TestCellsAreDefused(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+2": "'+2", "-3": "'-3", "@x": "'@x", "\tx": "'\tx", "'=x": "''=x", "''=x": "'''=x",
		"": "", "x=1": "x=1", "'quoted'": "'quoted'", "'": "'", "5": "5",
	} {
		if got := defuse(cell); got != want || arm(got) != cell {
			t.Errorf("defuse(%q) = %q and back %q, want %q", cell, got, arm(got), want)
		}
	}
	e := full()
	e.Title, e.Note, e.Tags = "=HYPERLINK(1)", "@SUM(A1)", []string{"-1"}
	out := write(t, "excel", timeline.New("", []timeline.Event{e}))
	if !strings.HasPrefix(out, "\uFEFFid;title;") || strings.Contains(out, ";=") || strings.Contains(out, ";@") || strings.Contains(out, ";-") {
		t.Errorf("a formula got into\n%s", out)
	}
}

func TestTags(t *testing.T) {
	for _, tags := range [][]string{nil, {"a"}, {"a", "b"}, {"a; b", "c;;d"}, {";"}} {
		if got := splitTags(joinTags(tags)); !slices.Equal(got, tags) {
			t.Errorf("%q becomes %q", tags, got)
		}
	}
}
