package exchange

import (
	"strings"
	"testing"

	"dateline/timeline"
)

func TestWriteVis(t *testing.T) {
	tests := map[string]string{
		"day":        `"type":"box","content":"a &lt; b","start":"2021-03-18","event"`,
		"days":       `"type":"range","content":"a &lt; b","start":"2021-03-22","end":"2021-03-24"`,
		"BCE day":    `"start":"-000043-03-15"`,
		"BCE":        `"start":"-000043-01-01","end":"-000042-01-01"`,
		"1 BCE":      `"start":"0000-01-01","end":"0001-01-01"`,
		"far future": `"start":"+012000-01-01","end":"+012001-01-01"`,
		"minute":     `"start":"2021-03-18T15:04:00"`,
	}
	for name, want := range tests {
		out := write(t, "vis", timeline.New("", []timeline.Event{{Title: "a < b", When: times[name]}}))
		if !strings.Contains(out, want) {
			t.Errorf("%s: no %s in\n%s", name, want, out)
		}
	}
}

func TestReadVis(t *testing.T) {
	text := `{"groups": [{"id": 7, "content": "<b>Rome</b>"}], "items": [
{"id": 1, "group": 7, "content": "Murder", "start": "-000043-03-15"},
{"id": "b", "group": "none", "content": "March", "start": "2021-03-01T00:00:00.000Z", "end": "2021-04-01T00:00:00.000Z"}]}`
	tl := read(t, "vis", text, ReadOptions{})
	if len(tl.Events) != 2 {
		t.Fatalf("read %+v", tl.Events)
	}
	a, b := tl.Events[0], tl.Events[1]
	if a.ID != "1" || a.Tags[0] != "Rome" || a.When.EDTF() != "-0043-03-15" {
		t.Errorf("read %+v", a)
	}
	if b.ID != "b" || b.Tags[0] != "none" || b.When.EDTF() != "2021-03" {
		t.Errorf("read %+v", b)
	}
}
