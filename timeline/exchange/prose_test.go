package exchange

import (
	"reflect"
	"testing"

	"dateline/timeline"
)

func TestDescribe(t *testing.T) {
	source := func(document, url, quote string, page int) timeline.Source {
		return timeline.Source{Document: document, URL: url, Quote: quote, Page: page}
	}
	tests := []struct {
		name, want string
		event      timeline.Event
	}{
		{"nothing", "", timeline.Event{}},
		{"note", "One.\n\nTwo.", timeline.Event{Note: "One.\n\nTwo."}},
		{"quote", "“It began.”\n— log.pdf, p. 3", timeline.Event{Sources: []timeline.Source{source("log.pdf", "", "It began.", 3)}}},
		{"address", "— https://example.org/a,b", timeline.Event{Sources: []timeline.Source{source("", "https://example.org/a,b", "", 0)}}},
		{"comma in the name", "“Q”\n— a, b.pdf, https://x", timeline.Event{Sources: []timeline.Source{source("a, b.pdf", "https://x", "Q", 0)}}},
		{"page alone", "— p. 7", timeline.Event{Sources: []timeline.Source{source("", "", "", 7)}}},
		{
			"all", "Note.\n\n“A”\n— x\n\n“B”",
			timeline.Event{Note: "Note.", Sources: []timeline.Source{source("x", "", "A", 0), source("", "", "B", 0)}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := describe(tt.event)
			if got != tt.want {
				t.Errorf("describe = %q, want %q", got, tt.want)
			}
			if note, sources := undescribe(got); note != tt.event.Note || !reflect.DeepEqual(sources, tt.event.Sources) {
				t.Errorf("undescribe(%q) = %q, %+v", got, note, sources)
			}
		})
	}
}

func TestUndescribeLeavesProseAlone(t *testing.T) {
	for _, s := range []string{"“Hello”, she said.", "A dash — here", "“open", "close”", "-- x"} {
		if note, sources := undescribe(s); note != s || sources != nil {
			t.Errorf("undescribe(%q) = %q, %+v", s, note, sources)
		}
	}
}

func TestHTML(t *testing.T) {
	for _, s := range []string{"", "plain", "a < b & c > d", "one\ntwo\n\nthree", `"quotes" 'too'`, "&amp; as it is", "<script>x</script>"} {
		if got := fromHTML(toHTML(s)); got != s {
			t.Errorf("%q becomes %q by way of %q", s, got, toHTML(s))
		}
	}
	for s, want := range map[string]string{
		"<b>bold</b> &eacute;":          "bold é",
		"a<br>b<BR/>c":                  "a\nb\nc",
		"<p>a</p><p class=x>b</p>":      "a\n\nb",
		"3 < 4 and 5 > 4":               "3 < 4 and 5 > 4",
		"cut <a href=":                  "cut <a href=",
		`<a href="https://x">link</a>.`: "link.",
		"<ul><li>a</li><li>b</li></ul>": "a\nb",
	} {
		if got := fromHTML(s); got != want {
			t.Errorf("fromHTML(%q) = %q, want %q", s, got, want)
		}
	}
}
