package source

import (
	"testing"

	"dateline/parse/text"
)

func TestTopLines(t *testing.T) {
	const prose = "The mill by the river was built by two brothers from the hills, and it worked for thirty years before the war of 1939 came over the valley and its people."
	tests := []struct{ name, file, want, days, author string }{
		{"byline and date", "The mill\n\nBy Ada Stone\n\nMarch 22, 2021\n\n" + prose, lines("p The mill", "f By Ada Stone", "f March 22, 2021", "p "+prose), "2021-03-22", "Ada Stone"},
		{"in one line", "The mill\n\nBy Ada Stone, March 22, 2021\n\n" + prose, lines("p The mill", "f By Ada Stone, March 22, 2021", "p "+prose), "2021-03-22", ""},
		{"updated", "The mill\n\nPublished 22 March 2021, updated 25 March 2021\n\n" + prose, lines("p The mill", "f Published 22 March 2021, updated 25 March 2021", "p "+prose), "2021-03-22", ""},
		{"a sentence", "The mill\n\nThe mill burned down on March 22, 2021.\n\n" + prose, lines("p The mill", "p The mill burned down on March 22, 2021.", "p "+prose), "", ""},
		{"an entry of a list", "The mill\n\n22 March 2021: the wheel breaks again\n\n" + prose, lines("p The mill", "p 22 March 2021: the wheel breaks again", "p "+prose), "", ""},
		{"nothing but a date", "March 22, 2021", lines("p March 22, 2021"), "", ""},
		{"after the prose", prose + "\n\nMarch 22, 2021", lines("p "+prose, "p March 22, 2021"), "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := readOne(t, "a.txt", []byte(tt.file))
			if got := outline(d); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if days(d) != tt.days || d.Author != tt.author {
				t.Errorf("dates %q, author %q, want %q, %q", days(d), d.Author, tt.days, tt.author)
			}
		})
	}
}

func TestHeadline(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"first line", "The mill\n\nIt was built.", "The mill"},
		{"a sentence", "It was built.\n\nIt fell.", ""},
		{"only line", "The mill", ""},
		{"heading", "# The mill\n\nIt was built.", "The mill"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readOne(t, "a", []byte(tt.file)).Title; got != tt.want {
				t.Errorf("title %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMergeStamps(t *testing.T) {
	a := stamps([]rawStamp{{"2021-03-22", "a"}})
	b := stamps([]rawStamp{{"2021-03-22T10:00:00Z", "b"}, {"2021-04-01", "b"}, {"soon", "b"}})
	got := text.Document{Dates: mergeStamps(a, b)}
	if days(&got) != "2021-03-22 2021-04-01" || got.Dates[0].Origin != "a" {
		t.Errorf("merged %v", got.Dates)
	}
}
