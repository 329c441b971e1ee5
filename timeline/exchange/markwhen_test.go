package exchange

import (
	"strings"
	"testing"

	"dateline/timeline"
)

func TestWriteMarkwhen(t *testing.T) {
	tests := map[string]string{
		"day":        "\n2021-03-18: A ＃b #Harbour\n",
		"days":       "\n2021-03-22 / 2021-03-23: ",
		"from to":    "\n1914 / 1918: ",
		"BCE":        "\n44 BCE: ",
		"BCE day":    "\n44 BCE: A ＃b #Harbour\nid: \"e1\"\nwhen: \"-0043-03-15\"\n",
		"second":     "\n2021-03-18T15:04:09Z: ",
		"far future": "\n12000: ",
		"about":      "when: \"1850~\"\n",
	}
	for name, want := range tests {
		e := full()
		e.Title, e.When = "A\n#b", times[name]
		out := write(t, "markwhen", timeline.New("Port: \"x\"", []timeline.Event{e}))
		if !strings.Contains(out, want) || !strings.HasPrefix(out, "---\ntitle: \"Port: \\\"x\\\"\"\n") || !strings.Contains(out, "tags: [\"Port Board\"]\n") {
			t.Errorf("%s: no %q in\n%s", name, want, out)
		}
	}
}

func TestReadMarkwhen(t *testing.T) {
	text := `title: Harbour
dateFormat: d/M/y

# Ferries

2021-03-18: Service begins #news
id: begins
colour: red
It ran for an hour.

2021-03-22/2021-03-23: Two days
// not read
!begins 3 weeks: Follow-up

# Old
style: section

44 BCE - 30 BCE: Wars
1914 to 1918: War: a summary
2021-03-18T15:00:00Z - 2021-03-18T16:00:00Z: Hour
`
	tl := read(t, "markwhen", text, ReadOptions{})
	want := map[string]string{
		"Service begins": "2021-03-18", "Two days": "2021-03-22/2021-03-23", "Follow-up": "2021-03-19/2021-04-08",
		"Wars": "-0043/-0029", "War: a summary": "1914/1918", "Hour": "2021-03-18T15:00:00/2021-03-18T16:00:00",
	}
	for _, e := range tl.Events {
		if e.When.EDTF() != want[e.Title] {
			t.Errorf("%q is at %s, want %s", e.Title, e.When.EDTF(), want[e.Title])
		}
		if e.Title == "Service begins" && (e.ID != "begins" || strings.Join(e.Tags, " ") != "Ferries news" || e.Note != "colour: red\nIt ran for an hour.") {
			t.Errorf("read %+v", e)
		}
	}
	if tl.Title != "Harbour" || len(tl.Events) != len(want) {
		t.Errorf("read %q with %d events", tl.Title, len(tl.Events))
	}
}
