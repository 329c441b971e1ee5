package source

import (
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	tests := []struct {
		name, file string
		titles     string
	}{
		{"object", `{"title":"one","text":"It was built in 1921.","date":"2021-03-22"}`, "one"},
		{"list", `[{"headline":"one","body":"a","published":"2021-03-22"},{"title":"two","content":"<p>b</p>"},{"title":"no text"}]`, "one two"},
		{"lines", `{"title":"one","text":"a","dct":"2021-03-22"}` + "\n" + `{"title":"two","text":"b"}`, "one two"},
		{"feed", `{"version":"https://jsonfeed.org/version/1.1","title":"The Valley","items":[{"title":"one","content_html":"<p>a</p>","date_published":"2021-03-22T10:00:00Z","authors":[{"name":"Ada"}]}]}`, "one"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var titles []string
			docs := readAll(t, "a.json", []byte(tt.file))
			for _, d := range docs {
				titles = append(titles, d.Title)
			}
			if strings.Join(titles, " ") != tt.titles || days(docs[0]) != "2021-03-22" {
				t.Errorf("titles %q, want %q; dates %q", titles, tt.titles, days(docs[0]))
			}
		})
	}
}

func TestJSONIsRefused(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"no articles", `{"a":1}`, "no articles"},
		{"broken", `{"text":`, "not JSON that can be read"},
		{"too long", `{"text":"` + strings.Repeat("in 1921 ", maxText/8+1) + `"}`, "longer than 16 MB"},
		{"too deep", strings.Repeat(`{"a":`, 20_000), "not JSON that can be read"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.json", []byte(tt.file)); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
