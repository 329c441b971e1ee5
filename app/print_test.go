//go:build !headless

package app

import (
	"strings"
	"testing"

	"dateline/app/state"
	"dateline/parse/when"
	"dateline/timeline"
)

func TestPreview(t *testing.T) {
	s, err := newStudio(files)
	if err != nil {
		t.Fatal(err)
	}
	year := func(y int) when.Choice { return when.One(when.Date(y, 1, 1).Unit(when.Year)) }
	all := timeline.New("Wars", []timeline.Event{
		{ID: "a", Title: "War", When: year(1914), Confidence: 0.5}, {ID: "b", Title: "Peace", When: year(1919)},
	})
	tests := []struct {
		name  string
		print state.Print
		span  when.Interval
		image bool
		text  string
		lost  bool
		fails string
	}{
		{"a picture", state.Print{Format: "png"}, when.Interval{}, true, "", false, ""},
		{"a sheet", state.Print{Format: "pdf", Paper: "A4-landscape", Columns: 2, Rows: 1, Theme: "print"}, when.Interval{}, true, "", false, ""},
		{"a table", state.Print{Format: "csv"}, when.Interval{}, false, "Peace", true, ""},
		{"a chronology", state.Print{Format: "text"}, when.Interval{}, false, "War", true, ""},
		{"Word", state.Print{Format: "docx"}, when.Interval{}, false, "", true, ""},
		{"a part", state.Print{Format: "csv"}, when.Date(1919, 1, 1).Unit(when.Year), false, "Peace", true, ""},
		{"nothing", state.Print{Format: "png"}, when.Date(1950, 1, 1).Unit(when.Year), false, "", false, "no event lies between"},
		{"no such paper", state.Print{Format: "png", Paper: "wall"}, when.Interval{}, false, "", false, "wall"},
	}
	for _, tt := range tests {
		got := s.preview(state.Write{Timeline: all, Print: tt.print, Span: tt.span}, 300, 200)
		if (got.Image != nil) != tt.image || !strings.Contains(got.Text, tt.text) || (got.Lost != "") != tt.lost || !strings.Contains(got.Problem, tt.fails) || (got.Problem != "") != (tt.fails != "") {
			t.Errorf("%s: %+v", tt.name, got)
		}
		if tt.image && (got.Image.Bounds().Dx() > 300 || got.Image.Bounds().Dy() > 200) {
			t.Errorf("%s: the preview is %v", tt.name, got.Image.Bounds())
		}
	}
	if part := s.preview(state.Write{Timeline: all, Print: state.Print{Format: "csv"}, Span: tests[5].span}, 300, 200); strings.Contains(part.Text, "War,") {
		t.Errorf("the part holds the whole: %s", part.Text)
	}
}

func TestEveryOutputIsOffered(t *testing.T) {
	for _, o := range printOutputs() {
		if o.ID == "" || o.Extension == "" || o.Name == "" && !o.Drawn && o.ID != outputHTML {
			t.Errorf("the output %+v cannot be chosen", o)
		}
	}
	for _, p := range papers {
		if o, err := printed(state.Write{Print: state.Print{Paper: p, Columns: 2}}); err != nil || o.Page.Check() != nil {
			t.Errorf("%s: %v, %v", p, err, o.Page.Check())
		}
	}
}
