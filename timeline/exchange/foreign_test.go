package exchange

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

// nodeModules names a folder into which the formats' own parsers were installed:
//
//	npm install --prefix DIR ical.js @markwhen/parser vis-data vis-util uuid
//	DATELINE_NODE_MODULES=DIR/node_modules go test ./timeline/exchange
const nodeModules = "DATELINE_NODE_MODULES"

// simple is a timeline of dates that every program can hold.
func simple() *timeline.Timeline {
	e := func(title string, c when.Choice) timeline.Event {
		return timeline.Event{ID: strings.ToLower(title), Title: title, When: c, Note: "A note: with, marks; and\nlines", Tags: []string{"Port"}}
	}
	return timeline.New("Port", []timeline.Event{
		e("Caesar", times["BCE"]), e("War", times["from to"]), e("Month", times["month"]), e("Day", times["day"]), e("Days", times["days"]), e("Minute", times["minute"]),
	})
}

// TestForeignParsers has files read by the formats' own parsers.
func TestForeignParsers(t *testing.T) {
	modules := os.Getenv(nodeModules)
	if modules == "" {
		t.Skip("no parsers of other programs here; set", nodeModules)
	}
	tests := map[string][][3]string{
		"ics": {
			{"War", "1914-01-01", "1919-01-01"},
			{"Month", "2021-07-01", "2021-08-01"},
			{"Day", "2021-03-18", "2021-03-19"},
			{"Minute", "2021-03-18T15:04:00", "2021-03-18T15:05:00"},
			{"Days", "2021-03-22", "2021-03-24"},
		},
		"markwhen": {
			{"Caesar", "-000043-01-01T00:00:00.000Z", "-000042-01-01T00:00:00.000Z"},
			{"War", "1914-01-01T00:00:00.000Z", "1919-01-01T00:00:00.000Z"},
			{"Month", "2021-07-01T00:00:00.000Z", "2021-08-01T00:00:00.000Z"},
			{"Day", "2021-03-18T00:00:00.000Z", "2021-03-19T00:00:00.000Z"},
			{"Minute", "2021-03-18T15:04:00.000Z", "2021-03-18T15:04:00.000Z"},
			{"Days", "2021-03-22T00:00:00.000Z", "2021-03-24T00:00:00.000Z"},
		},
		"vis": {
			{"Caesar", "-000043-01-01T00:00:00.000Z", "-000042-01-01T00:00:00.000Z"},
			{"War", "1914-01-01T00:00:00.000Z", "1919-01-01T00:00:00.000Z"},
			{"Month", "2021-07-01T00:00:00.000Z", "2021-08-01T00:00:00.000Z"},
			{"Day", "2021-03-18T00:00:00.000Z", ""},
			{"Minute", "2021-03-18T15:04:00.000Z", ""},
			{"Days", "2021-03-22T00:00:00.000Z", "2021-03-24T00:00:00.000Z"},
		},
	}
	for id, want := range tests {
		t.Run(id, func(t *testing.T) {
			f, _ := ByID(id)
			path := filepath.Join(t.TempDir(), "file"+f.Extensions[0])
			var b bytes.Buffer
			if err := f.Write(&b, simple()); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command("node", filepath.Join("testdata", "foreign", id+".cjs"), path)
			cmd.Env = append(os.Environ(), "NODE_PATH="+modules, "TZ=UTC")
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			got := map[string][3]string{}
			var rows [][3]string
			if err := json.Unmarshal(out, &rows); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			for _, r := range rows {
				got[r[0]] = r
			}
			wanted := map[string][3]string{}
			for _, r := range want {
				wanted[r[0]] = r
			}
			if !reflect.DeepEqual(got, wanted) {
				t.Errorf("the program reads %v\nwant %v", got, wanted)
			}
		})
	}
}

// TestWordByPandoc has pandoc read the Word document.
func TestWordByPandoc(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("no pandoc here")
	}
	f, _ := ByID("docx")
	path := filepath.Join(t.TempDir(), "file.docx")
	var b bytes.Buffer
	if err := f.Write(&b, rich()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pandoc", path, "-t", "plain", "--standalone", "--columns=500").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, want := range []string{"Ferries & harbours", "19th century", "It was century (planned)", "“It begins on 5 May, 1921.”", "minutes.pdf, p. 3, https://example.org/m", "Check the"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("pandoc does not find %q", want)
		}
	}
}
