package exchange

import (
	"strings"
	"testing"

	"dateline/timeline"
)

func TestWriteTimelineJSCSV(t *testing.T) {
	e := timeline.Event{Title: "=Murder", When: times["BCE day"], Tags: []string{"Rome"}}
	out := write(t, "timelinejs-csv", timeline.New("Ides", []timeline.Event{e}))
	want := strings.Join(timelineJSHeader, ",") + "\n" +
		",,,,,,,,,Ides,,,,,,,title,,\n" +
		"-44,3,15,,,,,,,'=Murder,,,,,,,,Rome,\n"
	if out != want {
		t.Errorf("wrote\n%s\nwant\n%s", out, want)
	}
}

func TestReadTimelineJSCSV(t *testing.T) {
	text := "Headline,Year,Month,Day,Time,End Year,Tag\nA,2021,3,18,10:30,,old\nB,-44,,,,-30,\nC,\"2021\",3,,,,\n"
	tl := read(t, "timelinejs-csv", text, ReadOptions{})
	want := []string{"-0043/-0029", "2021-03", "2021-03-18T10:30:00"}
	if len(tl.Events) != len(want) {
		t.Fatalf("read %+v", tl.Events)
	}
	for i, e := range tl.Events {
		if e.When.EDTF() != want[i] {
			t.Errorf("event %d is at %s, want %s", i, e.When.EDTF(), want[i])
		}
	}
	if tag := tl.Events[2].Tags; len(tag) != 1 || tag[0] != "old" {
		t.Errorf("tags = %v", tag)
	}
}
