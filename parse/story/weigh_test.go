package story_test

import (
	"testing"

	"dateline/parse"
	"dateline/parse/text"
	"dateline/parse/when"
)

// TestImportance compares the last events of two articles.
func TestImportance(t *testing.T) {
	tests := []struct {
		name, title, more, less string
	}{
		{
			"earlier in the article", "",
			"The pier burned. The mill burned on 5 May 1912. Nobody was hurt, and the council met soon after.",
			"The pier burned. Nobody was hurt, and the council met soon after. The mill burned on 5 May 1912.",
		},
		{"dated to the day", "", "The pier burned on 5 May 1912.", "The pier burned in May 1912."},
		{
			"day told of again", "",
			"On 5 May 1912 it rained. The pier burned on 5 May 1912.",
			"On 4 May 1912 it rained. The pier burned on 5 May 1912.",
		},
		{"name in the title", "Horn and the pier", "Ilse Horn left on 5 May 1912.", "Anna Veit left on 5 May 1912."},
		{"told by the article", "", "On 5 May 1912 Ilse Horn burned the pier down.", "Ilse Horn said that the pier burned on 5 May 1912."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if more, less := importance(t, tt.title, tt.more), importance(t, tt.title, tt.less); more <= less {
				t.Errorf("%q has %v, not more than %v of %q", tt.more, more, less, tt.less)
			}
		})
	}
}

// importance returns that of the last event in an article.
func importance(t *testing.T, title, s string) float64 {
	t.Helper()
	doc := text.FromPlain("", s)
	doc.Title = title
	r, err := parse.Article(doc, parse.Options{Date: when.Date(1921, 5, 5).Unit(when.Day)})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) == 0 {
		t.Fatalf("no event in %q", s)
	}
	return r.Events[len(r.Events)-1].Importance
}
