package state

import (
	"slices"
	"testing"

	"dateline/parse"
)

func TestCompile(t *testing.T) {
	m := opened(t, war())
	e := m.Timeline.Events[0]
	if e.Title != "Start of in May" || e.When.EDTF() != "1921-05-05" {
		t.Errorf("the first event is %q at %s", e.Title, e.When.EDTF())
	}
	if want := []string{"Ada", "Paris"}; !slices.Equal(e.Tags, want) {
		t.Errorf("tags are %q, want %q", e.Tags, want)
	}
	source := e.Sources[0]
	if source.Quote != "It began in May." || source.TimeWords != "in May" || source.Page != 3 {
		t.Errorf("the source is %+v", source)
	}
}

func TestEventIDs(t *testing.T) {
	ids := func(readings ...*parse.Reading) []string {
		var ids []string
		for _, e := range opened(t, readings...).Timeline.Events {
			ids = append(ids, e.ID)
		}
		slices.Sort(ids)
		return ids
	}
	first := ids(war())
	if again := ids(war()); !slices.Equal(first, again) {
		t.Errorf("IDs are %q, and %q the next time", first, again)
	}
	redated := war()
	for i := range redated.Events {
		redated.Events[i].When[0] = day("1931-05-05")
	}
	if again := ids(redated); !slices.Equal(first, again) {
		t.Errorf("IDs are %q, and %q with other dates", first, again)
	}
	same := article("twice.txt", [2]string{"in May", "1921-05-05"})
	same.Events = append(same.Events, same.Events[0])
	if got := ids(same); len(slices.Compact(got)) != 2 {
		t.Errorf("two events of the same words have the IDs %q", got)
	}
	other := ids(article("other.txt", [2]string{"in May", "1921-05-05"}))
	if slices.Contains(first, other[0]) {
		t.Errorf("events of two articles have the ID %q", other[0])
	}
}

func TestTitle(t *testing.T) {
	headed := war()
	headed.Document.Title = "A War"
	tests := []struct {
		name     string
		readings []*parse.Reading
		want     string
	}{
		{"nothing", nil, ""},
		{"a file", []*parse.Reading{war()}, "war.txt"},
		{"a headline", []*parse.Reading{headed}, "A War"},
		{"several", []*parse.Reading{headed, article("b.txt"), article("c.txt")}, "A War and 2 more"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := opened(t, tt.readings...).Timeline.Title; got != tt.want {
				t.Errorf("the title is %q, want %q", got, tt.want)
			}
		})
	}
}
