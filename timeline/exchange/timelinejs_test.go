package exchange

import (
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestWriteTimelineJS(t *testing.T) {
	tests := map[string]string{
		"day":       `"start_date":{"year":2021,"month":3,"day":18},"text"`,
		"BCE":       `"start_date":{"year":-44},"text"`,
		"1 BCE":     `"start_date":{"year":-1},"text"`,
		"minute":    `"hour":15,"minute":4}`,
		"from to":   `"start_date":{"year":1914},"end_date":{"year":1918},"text"`,
		"about":     `"start_date":{"year":1850},"display_date":"about 1850"`,
		"before":    `"start_date":{"year":1065},"display_date":"before 1066"`,
		"deep past": `"scale": "cosmological"`,
	}
	for name, want := range tests {
		e := timeline.Event{ID: "x", Title: "a < b", When: times[name]}
		out := write(t, "timelinejs", timeline.New("R & D", []timeline.Event{e}))
		if !strings.Contains(out, want) || !strings.Contains(out, `"headline":"a &lt; b"`) || !strings.Contains(out, `"headline":"R &amp; D"`) {
			t.Errorf("%s: no %s in\n%s", name, want, out)
		}
	}
}

func TestReadTimelineJS(t *testing.T) {
	text := `{"title": {"text": {"headline": "R &amp; D"}},
"eras": [{"start_date": {"year": "1900"}, "end_date": {"year": "1909"}, "text": {"headline": "Era"}}],
"events": [{"start_date": {"year": "-44", "month": "3", "day": "15", "hour": ""}, "display_date": "the Ides",
"text": {"headline": "<i>Murder</i>", "text": "<p>One</p><p>Two</p>"}, "media": {"url": "https://example.org/p.jpg"}, "group": "Rome"}]}`
	tl := read(t, "timelinejs", text, ReadOptions{})
	if tl.Title != "R & D" || len(tl.Events) != 2 {
		t.Fatalf("read %+v", tl)
	}
	e := tl.Events[0]
	if e.When.EDTF() != "-0043-03-15" || e.Title != "Murder" || e.Note != "One\n\nTwo" || e.Sources[0].URL != "https://example.org/p.jpg" || e.Tags[0] != "Rome" {
		t.Errorf("read %+v", e)
	}
	if era := tl.Events[1]; era.When.EDTF() != "1900/1909" {
		t.Errorf("read %+v", era)
	}
}

// TestDisplayDates reads what a display date says if someone can, and if it does
// not contradict the dates.
func TestDisplayDates(t *testing.T) {
	about := times["about"]
	options := ReadOptions{Date: func(string) (when.Choice, error) { return about, nil }}
	for year, want := range map[string]string{"1850": "1850~", "1920": "1920"} {
		text := `{"events": [{"start_date": {"year": ` + year + `}, "display_date": "about then", "text": {"headline": "x"}}]}`
		if got := read(t, "timelinejs", text, options).Events[0].When.EDTF(); got != want {
			t.Errorf("%s displayed as about 1850 is read as %s, want %s", year, got, want)
		}
	}
}
