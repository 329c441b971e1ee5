package story_test

import (
	"testing"

	"dateline/parse"
	"dateline/parse/text"
	"dateline/parse/when"
)

func TestDateOf(t *testing.T) {
	tests := []struct {
		name, text, want string // want is empty where no date is to be found
		inferred         bool
	}{
		{"date line", "May 5, 1921\n\nThe bridge opened on Monday.", "1921-05-05", false},
		{"dateline", "LINDAU, May 5, 1921 (LP) — The bridge opened on Monday.", "1921-05-05", false},
		{"weekday and date", "Veit left on Thursday. He had come on May 5, 1921.", "1921-05-05", true},
		{"pair after a year", "In 1919 the pier burned. On Thursday (May 5) it opened again.", "1921-05-05", true},
		{"today with its date", "The bridge opens today, May 5, 1921, at noon.", "1921-05-05", true},
		{"weekday alone", "The bridge opened on Monday.", "", false},
		{"history", "The bridge was built in 1898 and fell on May 5, 1921.", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := parse.Article(text.FromPlain("", tt.text), parse.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if r.Date.Known() {
				got = r.Date.When.EDTF()
			}
			if got != tt.want || r.Date.Inferred != tt.inferred {
				t.Errorf("date = %q, inferred %v, %s, want %q, inferred %v", got, r.Date.Inferred, r.Date.Reason, tt.want, tt.inferred)
			}
		})
	}
}

func TestDateOfTrustsTheSource(t *testing.T) {
	d := text.FromPlain("", "May 6, 1921\n\nThe bridge opened on Monday.")
	d.Dates = []text.Stamp{
		{When: when.Date(1921, 5, 5).Unit(when.Day), Origin: "the page's metadata"},
		{When: when.Date(1921, 5, 7).Unit(when.Day), Origin: "the file"},
	}
	r, err := parse.Article(d, parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Date.When.EDTF() != "1921-05-05" || r.Date.Reason != "the page's metadata" || len(r.Date.Others) != 1 {
		t.Errorf("date = %+v, want the first stamp, and the other one to pick from", r.Date)
	}
}
