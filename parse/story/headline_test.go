package story_test

import (
	"testing"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// tell reads a text that was written on Thursday, 5 May 1921.
func tell(t *testing.T, s string) []story.Draft {
	t.Helper()
	r, err := parse.Article(text.FromPlain("", s), parse.Options{Date: when.Date(1921, 5, 5).Unit(when.Day)})
	if err != nil {
		t.Fatal(err)
	}
	return r.Events
}

// titleTest is a text and the title of the last event in it.
type titleTest struct{ name, text, want string }

// checkTitles runs tests of titles.
func checkTitles(t *testing.T, tests []titleTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			drafts := tell(t, tt.text)
			if len(drafts) == 0 {
				t.Fatalf("no event in %q", tt.text)
			}
			if got := drafts[len(drafts)-1].Title; got != tt.want {
				t.Errorf("title of %q = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestTitle(t *testing.T) {
	checkTitles(t, []titleTest{
		{"plain", "The council opened the new harbour bridge on Monday.", "The council opened the new harbour bridge"},
		{"under it", "By 1912 it was clear that the ferry company had lost its passengers.", "The ferry company had lost its passengers"},
	})
}
