package parse

import (
	"strings"
	"testing"

	"dateline/parse/text"
	"dateline/parse/when"
)

func TestDateAt(t *testing.T) {
	const news = "Horn opens the bridge of the 1921 fair\n\nOn Tuesday Horn opened the bridge. " +
		"He praised the builders. The bridge has two towers. The ferry has carried guests since 1904."
	tests := []struct {
		name, at, want string
	}{
		{"dated clause", "opened", "1921-05-03"},
		{"undated past takes the date of the news", "praised", "1921-05-03"},
		{"undated present takes the article's date", "has two", "1921-05-05"},
		{"noun beside a present verb", "towers", "1921-05-03"},
		{"since when", "carried", "1904"},
		{"year of a name in the title", "opens", "1921-05-03"},
	}
	r, err := Article(text.FromPlain("fair.txt", news), Options{Date: when.Date(1921, 5, 5).Unit(when.Day)})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := r.DateAt(strings.Index(news, tt.at)).EDTF(); got != tt.want {
				t.Errorf("date of %q = %q, want %q", tt.at, got, tt.want)
			}
		})
	}
}

func TestDateAtUnknown(t *testing.T) {
	r, err := Article(text.FromPlain("", "Horn opened the bridge."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.DateAt(5); len(got) > 0 {
		t.Errorf("date without any = %v, want none", got)
	}
	for _, r := range []*Reading{{Document: text.FromPlain("", "")}, {Document: text.FromPlain("", "Horn left.")}} {
		if got := r.DateAt(0); len(got) > 0 {
			t.Errorf("date of a reading put together by hand = %v, want none", got)
		}
	}
}
