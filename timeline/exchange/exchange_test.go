package exchange

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

// day returns the choice of one day.
func day(y, m, d int) when.Choice { return when.One(when.Date(y, m, d).Unit(when.Day)) }

// full is an event with something in every field.
func full() timeline.Event {
	return timeline.Event{
		ID: "e1", Title: "Ferry service begins", When: day(1921, 5, 5), Status: timeline.Planned, Inferred: true,
		Confidence: 0.75, Importance: 0.5, Tags: []string{"Harbour", "Port Board"}, Note: "Check the\nminutes.", Color: "#a13bbb",
		Sources: []timeline.Source{
			{Document: "minutes.pdf", URL: "https://example.org/m", Page: 3, Quote: "It begins on 5 May, 1921.", TimeWords: "5 May, 1921", Start: 10, End: 35, Why: "as written"},
			{Document: "letter.txt", Quote: "Since that Thursday; it runs.", TimeWords: "that Thursday", End: 29, Why: "the Thursday before"},
		},
	}
}

// times are times of every kind that a text can tell.
var times = map[string]when.Choice{
	"day":        day(2021, 3, 18),
	"month":      when.One(when.Date(2021, 7, 1).Unit(when.Month)),
	"year":       when.One(when.Date(1850, 1, 1).Unit(when.Year)),
	"minute":     when.One(when.Civil{Year: 2021, Month: 3, Day: 18, Hour: 15, Minute: 4}.Instant().Unit(when.Minute)),
	"second":     when.One(when.Civil{Year: 2021, Month: 3, Day: 18, Hour: 15, Minute: 4, Second: 9}.Instant().Unit(when.Second)),
	"hour":       when.One(when.Civil{Year: 2021, Month: 3, Day: 18, Hour: 15}.Instant().Unit(when.Hour)),
	"week":       when.One(when.Date(2021, 3, 15).Unit(when.Week)),
	"quarter":    when.One(when.Date(2021, 7, 1).Unit(when.Quarter)),
	"summer":     when.One(when.Date(2021, 7, 1).Unit(when.Season)),
	"decade":     when.One(when.Date(1925, 1, 1).Unit(when.Decade)),
	"century":    when.One(when.Date(1850, 1, 1).Unit(when.Century)),
	"about":      when.One(when.Interval{Start: when.Date(1850, 1, 1), End: when.Date(1851, 1, 1), Grain: when.Year, Circa: true}),
	"from to":    when.One(when.Interval{Start: when.Date(1914, 1, 1), End: when.Date(1919, 1, 1), Grain: when.Year, Throughout: true}),
	"between":    when.One(when.Interval{Start: when.Date(1914, 1, 1), End: when.Date(1919, 1, 1), Grain: when.Year}),
	"days":       when.One(when.Interval{Start: when.Date(2021, 3, 22), End: when.Date(2021, 3, 24), Grain: when.Day, Throughout: true}),
	"either":     {day(2021, 3, 19)[0], day(2021, 3, 22)[0]},
	"before":     when.One(when.Interval{Start: when.First, End: when.Date(1066, 1, 1), Grain: when.Year}),
	"since":      when.One(when.Interval{Start: when.Date(2014, 1, 1), End: when.Last, Grain: when.Year, Throughout: true}),
	"BCE":        when.One(when.Date(-43, 1, 1).Unit(when.Year)),
	"BCE day":    day(-43, 3, 15),
	"1 BCE":      when.One(when.Date(0, 1, 1).Unit(when.Year)),
	"far future": when.One(when.Date(12_000, 1, 1).Unit(when.Year)),
	"deep past":  when.One(when.Date(-66_000_000, 1, 1).Unit(when.Year)),
}

// rich returns a timeline of full events at every kind of time.
func rich() *timeline.Timeline {
	var events []timeline.Event
	for name, c := range times {
		e := full()
		e.ID, e.Title, e.When = name, "It was "+name, c
		events = append(events, e)
	}
	return timeline.New("Ferries & harbours", events)
}

// TestLosses pins down what each format loses of events that have everything.
func TestLosses(t *testing.T) {
	jsUnable := []string{"deep past"}
	tests := map[string]struct {
		fields []Field  // lost of at least one event
		times  []string // whose time is not what it was
		whole  []string // events that are left out
	}{
		"json":  {},
		"jsonl": {},
		"csv":   {fields: []Field{TimelineTitle}},
		"excel": {fields: []Field{TimelineTitle}},
		"vis":   {fields: []Field{Whole}, whole: jsUnable},
		"ics":   {fields: []Field{Whole}, whole: []string{"1 BCE", "BCE", "BCE day", "deep past", "far future"}},
		"timelinejs": {
			fields: []Field{When, Status, Inferred, Confidence, Importance, Tags, Sources},
			times:  []string{"about", "before", "between", "century", "decade", "either", "hour", "quarter", "since", "summer", "week"},
		},
		"timelinejs-csv": {
			fields: []Field{ID, When, Status, Inferred, Confidence, Importance, Tags, Sources},
			times:  []string{"about", "before", "between", "century", "decade", "either", "hour", "quarter", "since", "summer", "week"},
		},
		"timeline": {
			fields: []Field{Whole, TimelineTitle, ID, When, Status, Inferred, Confidence, Importance, Sources},
			times:  []string{"about", "before", "century", "decade", "either", "hour", "quarter", "since", "summer", "week"},
			whole:  []string{"deep past"},
		},
		"markwhen": {
			fields: []Field{Whole, Inferred, Confidence, Importance, Color, Sources},
			whole:  []string{"deep past"},
		},
		"mermaid":       {fields: []Field{ID, Inferred, Confidence, Importance, Tags, Note, Color, Sources}},
		"mermaid-gantt": {},
		"markdown":      {fields: []Field{ID, Inferred, Confidence, Importance, Color}},
		"text":          {fields: []Field{ID, Inferred, Confidence, Importance, Color}},
		"docx":          {fields: []Field{ID, Inferred, Confidence, Importance, Tags, Color}},
	}
	for _, f := range Formats() {
		t.Run(f.ID, func(t *testing.T) {
			want, ok := tests[f.ID]
			if !ok {
				t.Fatal("no row for this format")
			}
			losses, err := f.Losses(rich())
			if err != nil {
				t.Fatal(err)
			}
			fields, _ := Tally(losses)
			var times, whole []string
			for _, l := range losses {
				if l.Field == When {
					times = append(times, l.Event)
				}
				if l.Field == Whole {
					whole = append(whole, l.Event)
				}
			}
			slices.Sort(times)
			slices.Sort(whole)
			if f.ID == "mermaid-gantt" {
				return // its times are cut to days, which is no list of names
			}
			if !slices.Equal(fields, want.fields) {
				t.Errorf("lost fields %v, want %v", fields, want.fields)
			}
			if !slices.Equal(times, want.times) {
				t.Errorf("lost times %v, want %v", times, want.times)
			}
			if !slices.Equal(whole, want.whole) {
				t.Errorf("left out %v, want %v", whole, want.whole)
			}
		})
	}
}

// TestRoundTrip writes and reads random timelines: what comes back differs in
// what Losses says and in nothing else.
func TestRoundTrip(t *testing.T) {
	for _, f := range Formats() {
		if !f.Reads() {
			continue
		}
		t.Run(f.ID, func(t *testing.T) {
			for seed := range uint64(60) {
				before := random(rand.New(rand.NewPCG(seed, 7)))
				losses, err := f.Losses(before)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				checkRoundTrip(t, f, before, losses)
				if t.Failed() {
					t.Fatalf("seed %d", seed)
				}
			}
		})
	}
}

// lossless are the formats that give back every field of the events they hold.
var lossless = []string{"json", "jsonl", "csv", "excel", "vis", "ics"}

func checkRoundTrip(t *testing.T, f Format, before *timeline.Timeline, losses []Loss) {
	t.Helper()
	var buf bytes.Buffer
	if err := f.Write(&buf, before); err != nil {
		t.Fatal(err)
	}
	after, err := f.Read(bytes.NewReader(buf.Bytes()), "file", ReadOptions{})
	if err != nil {
		t.Fatalf("%v\n%s", err, buf.String())
	}
	gone := 0
	for _, l := range losses {
		if l.Field == Whole {
			gone++
		} else if slices.Contains(lossless, f.ID) && l.Event != "" {
			t.Errorf("lost %v: %q became %q", l.Field, l.From, l.To)
		}
	}
	if len(after.Events) != len(before.Events)-gone {
		t.Fatalf("%d events became %d, %d should be left out", len(before.Events), len(after.Events), gone)
	}
	if len(losses) == 0 && fmt.Sprintf("%#v", before) != fmt.Sprintf("%#v", after) {
		t.Errorf("no loss was told, but\n%#v\nbecame\n%#v", before, after)
	}
	var again bytes.Buffer
	if err := f.Write(&again, before); err != nil || !bytes.Equal(buf.Bytes(), again.Bytes()) {
		t.Errorf("writing twice gives different bytes, %v", err)
	}
}

// words are what random texts are made of: what formats take for their own.
var words = []string{
	"ferry", "Ōsaka", "東京", "=1+1", "+2", "-3", "@x", "a;b", "c,d", `"quoted"`, "<b>", "&amp;", "#tag", "1999:", "2001-02-03: x",
	"[x]", "(y)", "END:VEVENT", `back\slash`, "“curly”", "— dash", ">", "---", "'", "%41", "`", "…",
}

func random(rnd *rand.Rand) *timeline.Timeline {
	text := func(most int, breaks bool) string {
		var parts []string
		for range rnd.IntN(most + 1) {
			parts = append(parts, words[rnd.IntN(len(words))])
		}
		s := strings.Join(parts, " ")
		if breaks && len(parts) > 2 {
			s = strings.Replace(s, " ", "\n", 1)
		}
		return s
	}
	var kinds []string
	for name := range times {
		kinds = append(kinds, name)
	}
	slices.Sort(kinds)
	var events []timeline.Event
	for i := range rnd.IntN(8) {
		e := timeline.Event{ID: fmt.Sprint("id", i), Title: "T" + text(5, false), When: times[kinds[rnd.IntN(len(kinds))]], Note: text(4, true)}
		if rnd.IntN(2) == 0 {
			e.Confidence, e.Importance, e.Inferred = rnd.Float64(), rnd.Float64(), true
			e.Status = timeline.Status(rnd.IntN(4))
			e.Tags = []string{"L" + text(2, false), "a; b"}
			e.Color = "#00ff7f"
		}
		for range rnd.IntN(3) {
			e.Sources = append(e.Sources, timeline.Source{Document: "D" + text(2, false), Page: rnd.IntN(3), Quote: "Q" + text(5, true), TimeWords: text(1, false), Start: rnd.IntN(9), End: 9, Why: text(2, false)})
		}
		events = append(events, e)
	}
	return timeline.New("T"+text(3, false), events)
}

func TestForReading(t *testing.T) {
	tests := []struct{ path, head, want string }{
		{"a.json", `{"format": "dateline", "version": 1, "events": []}` + "\n", "json"},
		{"a.json", `{"format": "dateline", "version": 1}` + "\n" + `{"title": "x", "when": "1921"}`, "jsonl"},
		{"a.json", "{\n \"format\": \"dateline\", \"version\": 1,\n \"events\": []}", "json"},
		{"a.txt", "{\n \"format\": \"dateline\", \"version\": 1,\n \"events\": []}", "json"},
		{"a.json", `{"events": [{"start_date": {"year": 1921}, "text": {"headline": "x"}}]}`, "timelinejs"},
		{"a.json", `{"groups": [], "items": [{"content": "x", "start": "1921-05-05"}]}`, "vis"},
		{"a.json", `[{"content": "x", "start": "1921-05-05"}]`, "vis"},
		{"a.json", `{"name": "something else"}`, ""},
		{"a.csv", "title,when\nx,1921", "csv"},
		{"a.csv", "\uFEFFTitle;Start Date\r\n", "csv"},
		{"a.csv", "Year,Month,Day,Headline\n", "timelinejs-csv"},
		{"a.csv", "one,two\n", ""},
		{"notes.txt", "title,when\nx,1921", ""},
		{"a.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "ics"},
		{"a.timeline", "<?xml version=\"1.0\"?>\n<timeline>\n<version>2.3.0</version>", "timeline"},
		{"a.timeline", `{"slides": []}`, ""},
		{"a.mw", "title: x\n\n1921: Ferries\n", "markwhen"},
		{"a.txt", "1921: Ferries\n", ""},
		{"a.md", "# Ferries\n\nThey began in 1921.", ""},
		{"a.csv", "title,when\n\xff\xff", ""},
		{"a", "", ""},
	}
	for _, tt := range tests {
		f, ok := ForReading(tt.path, []byte(tt.head))
		if f.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("ForReading(%q, %q) = %q, %v, want %q", tt.path, tt.head, f.ID, ok, tt.want)
		}
	}
}

func TestForWriting(t *testing.T) {
	tests := map[string]string{"a.csv": "csv", "a.JSON": "json", "a.ics": "ics", "a.mw": "markwhen", "a.mmd": "mermaid", "a.docx": "docx", "a.timeline": "timeline", "a.exe": "", "a": ""}
	for path, want := range tests {
		if f, ok := ForWriting(path); f.ID != want || ok != (want != "") {
			t.Errorf("ForWriting(%q) = %q, %v, want %q", path, f.ID, ok, want)
		}
	}
}

// TestReadsFilesOfOtherPrograms reads the samples that the formats' own programs
// were found to accept.
func TestReadsFilesOfOtherPrograms(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "facts", "samples")
	tests := map[string]struct {
		format string
		events int
	}{
		"timelinejs.json": {"timelinejs", 4}, "timelinejs.csv": {"timelinejs-csv", 5}, "own.csv": {"csv", 3}, "storyteller.csv": {"csv", 2},
		"sample.ics": {"ics", 1}, "sample.timeline": {"timeline", 5}, "sample.mw": {"markwhen", 5}, "vis.json": {"vis", 5},
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Skip("no samples of other programs here:", err)
			}
			f, _ := ForReading(name, data)
			if f.ID != want.format {
				t.Fatalf("taken for %q", f.ID)
			}
			tl, err := f.Read(bytes.NewReader(data), name, ReadOptions{})
			if err != nil || len(tl.Events) != want.events {
				t.Fatalf("read %+v, %v, want %d events", tl, err, want.events)
			}
			for _, e := range tl.Events {
				if e.Title == "" || e.ID == "" {
					t.Errorf("an event lacks its title or ID: %+v", e)
				}
				t.Log(e.When.EDTF(), e.Title, e.Tags, e.Sources)
			}
		})
	}
}
