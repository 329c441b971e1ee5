package exchange

import (
	"encoding/xml"
	"strings"
	"testing"

	"dateline/timeline"
)

func TestWriteTTP(t *testing.T) {
	tests := map[string]string{
		"day":     "<start>2021-03-18 00:00:00</start><end>2021-03-18 00:00:00</end><text> [a] &lt; b</text><fuzzy>False</fuzzy>",
		"month":   "<start>2021-07-01 00:00:00</start><end>2021-08-01 00:00:00</end><text> [a] &lt; b</text><fuzzy>True</fuzzy>",
		"from to": "<start>1914-01-01 00:00:00</start><end>1919-01-01 00:00:00</end><text> [a] &lt; b</text><fuzzy>False</fuzzy>",
		"BCE day": "<start>-43-03-15 00:00:00</start>",
	}
	for name, want := range tests {
		e := full()
		e.Title, e.When = "[a] < b", times[name]
		out := write(t, "timeline", timeline.New("", []timeline.Event{e}))
		for _, want := range []string{want, "<category><name>Harbour</name>", "<category>Harbour</category><categories><category>Port Board</category></categories>", "<default_color>161,59,187</default_color>", "<hyperlink>https://example.org/m</hyperlink>"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %s in\n%s", name, want, out)
			}
		}
		if err := xml.Unmarshal([]byte(out), new(struct{})); err != nil {
			t.Errorf("not XML: %v", err)
		}
	}
}

func TestReadTTP(t *testing.T) {
	text := `<?xml version="1.0"?><timeline><version>2.3.0</version><timetype>gregoriantime</timetype>
<eras><era><name>Truce</name><start>2025-08-01 00:00:00</start><end>2025-11-10 00:00:00</end><color>1,2,3</color></era></eras>
<events><event><start>2021-07-01 00:00:00</start><end>2021-08-01 00:00:00</end><text>(1)Part</text><fuzzy>True</fuzzy><category>A</category><categories><category>A</category><category>B</category></categories></event>
<event><start>2021-03-18 15:04:00</start><end>2021-03-18 15:04:00</end><text> (not a part)</text></event></events>
<view><displayed_period><start>2021-03-01 00:00:00</start></displayed_period></view></timeline>`
	tl := read(t, "timeline", text, ReadOptions{})
	if len(tl.Events) != 3 {
		t.Fatalf("read %+v", tl.Events)
	}
	point, month, era := tl.Events[0], tl.Events[1], tl.Events[2]
	if point.Title != "(not a part)" || point.When.EDTF() != "2021-03-18T15:04:00" {
		t.Errorf("read %+v", point)
	}
	if month.Title != "Part" || month.When.EDTF() != "2021-07" || month.When[0].Throughout || strings.Join(month.Tags, " ") != "A B" {
		t.Errorf("read %+v", month)
	}
	if era.Color != "#010203" || era.When.EDTF() != "2025-08-01/2025-11-09" {
		t.Errorf("read %+v", era)
	}
}
