package exchange

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seeds are openings that each reader gets further with.
var seeds = map[string][]string{
	"csv":            {"title,when\nFerry,1921-05-05\n", "sep=;\ntitle;start;end\n\"a\nb\";1921;1922\n", "title,when\n'=x,\"1921", "\uFEFFtitle\twhen\nx\t1921~\n"},
	"excel":          {"title;when\nFerry;1921\n"},
	"json":           {`{"format":"dateline","version":1,"events":[{"title":"x","when":"1921","intervals":[{"start":1,"end":2,"grain":"day"}]}]}`, `{"format":"dateline","events":[1,null,{}]}`},
	"jsonl":          {"{\"format\":\"dateline\",\"version\":1}\n{\"title\":\"x\",\"when\":\"1921\"}\n"},
	"timelinejs":     {`{"events":[{"start_date":{"year":"-44","month":3},"end_date":{"year":5},"text":{"headline":"a&amp;b","text":"<p>x<br>y"}}],"eras":[{}]}`},
	"timelinejs-csv": {"Year,Month,Day,Time,Headline,Type\n-44,3,15,,x,\n,,,,t,title\n2021,1,1,10:30,y,era\n"},
	"vis":            {`{"groups":[{"id":1,"content":"g"}],"items":[{"id":2,"group":1,"content":"x","start":"-000043-03-15","end":"0001-01-01"}]}`, `[{"content":"x","start":"1921-05-05T10:00:00.000Z"}]`},
	"ics":            {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=\"a:b\":20210318T150000Z\r\nDTEND:20210319T\r\n 150000\r\nCATEGORIES:a,b\\,c\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"},
	"timeline":       {"<timeline><version>2</version><timetype>gregoriantime</timetype><events><event><start>-43-03-15 00:00:00</start><end>-43-03-15 00:00:00</end><text>[1]x</text><fuzzy>True</fuzzy><category>c</category><default_color>1,2,3</default_color></event></events></timeline>"},
	"markwhen":       {"title: x\n\n# S\n44 BCE - 30 BCE: y #t\nid: \"a\"\ntags: [\"x, y\"]\n> “q”\n> — d, p. 3, https://x\n\n!a 3 weeks: z\n// c\n2021-03-18T15:00:00Z - 2021-03-18T16:00:00Z: w\n"},
}

// FuzzRead feeds every reader with anything. A reader may refuse, with an error
// that names the file; what it accepts must be fit to be written and read again.
func FuzzRead(f *testing.F) {
	for id, all := range seeds {
		for _, s := range all {
			f.Add(id, s)
		}
	}
	for _, format := range Formats() {
		if format.Reads() {
			f.Add(format.ID, "")
		}
	}
	f.Fuzz(func(t *testing.T, id, text string) {
		format, ok := ByID(id)
		if !ok || !format.Reads() {
			t.Skip()
		}
		_, _ = ForReading("x"+format.Extensions[0], []byte(text))
		tl, err := format.Read(strings.NewReader(text), "file", ReadOptions{})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "exchange: file") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		ids := map[string]bool{}
		for _, e := range tl.Events {
			if e.ID == "" || ids[e.ID] {
				t.Fatalf("ID %q is empty or twice", e.ID)
			}
			ids[e.ID] = true
			if hull := e.When.Hull(); hull.Start >= hull.End {
				t.Fatalf("event %q ends before it starts: %v", e.Title, e.When)
			}
		}
		if _, err := format.Losses(tl); err != nil {
			t.Errorf("what was read cannot be written: %v", err)
		}
	})
}

// TestBadInput pins down what is said about files that cannot be read.
func TestBadInput(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><timeline><version>&b;</version></timeline>`
	tests := []struct{ name, format, text, want string }{
		{"CSV without a row", "csv", "", "empty; a row with the names"},
		{"CSV without our columns", "csv", "one,two\n1,2\n", `f:1: no column for the title or for the time among "one", "two"`},
		{"CSV with an open quote", "csv", "title,when\n\"x,1921\n", "f:2: "},
		{"CSV with a bad date", "csv", "title,when\nx,1921\ny,soon\n", "f:3: "},
		{"CSV with no date", "csv", "title,when\nx,\n", "f:2: no date"},
		{"CSV with IDs twice", "csv", "id,title,when\na,x,1921\nb,y,1922\na,z,1923\n", `f:4: id "a" is already used on line 2`},
		{"CSV with a bad number", "csv", "title,when,confidence\nx,1921,high\n", `f:2: confidence is "high"`},
		{"CSV with a number out of range", "csv", "title,when,confidence\nx,1921,7\n", "f:2: confidence is 7"},
		{"CSV that ends before it starts", "csv", "title,start,end\nx,1921,1920\n", "f:2: the end 1920 lies before the start 1921"},
		{"CSV in Latin-1", "csv", "title,when\ncaf\xe9,1921\n", "f: line 2 is not UTF-8"},
		{"CSV in UTF-16", "csv", "\xff\xfet\x00i\x00", "UTF-16"},
		{"JSON cut short", "json", "{\"format\":\"dateline\",\"version\":1,\n\"events\":[{", "f:2: not JSON"},
		{"JSON of another kind", "json", `{"name":"x"}`, "another kind"},
		{"JSON of a newer version", "json", `{"format":"dateline","version":9,"events":[]}`, "version 9"},
		{"JSON of wrong types", "json", "{\"format\":\"dateline\",\"version\":1,\"events\":[\n{\"title\":7}]}", `f:2: "title" is a JSON number`},
		{"JSON with IDs twice", "jsonl", "{\"id\":\"a\",\"title\":\"x\",\"when\":\"1921\"}\n{\"id\":\"a\",\"title\":\"x\",\"when\":\"1921\"}\n", `f:2: id "a" is already used on line 1`},
		{"JSON Lines with a broken line", "jsonl", "{\"title\":\"x\",\"when\":\"1921\"}\n{oops\n", "f:2: not JSON"},
		{"TimelineJS without a date", "timelinejs", "{\"events\":[\n{\"text\":{\"headline\":\"x\"}}]}", "f:2: "},
		{"TimelineJS on February 30", "timelinejs", `{"events":[{"start_date":{"year":2021,"month":2,"day":30}}]}`, "no date 2021-02-30"},
		{"vis with a bad date", "vis", "[\n{\"content\":\"x\",\"start\":\"soon\"}]", `f:2: "soon" is not a date`},
		{"calendar cut short", "ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n", "ends inside of VEVENT"},
		{"calendar without a start", "ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "f:2: the event has no DTSTART"},
		{"calendar that repeats", "ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20210318\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "f:2: it repeats"},
		{"XML bomb", "timeline", bomb, "document type or entity"},
		{"XML of another kind", "timeline", "<html></html>", "another kind of XML"},
		{"XML cut short", "timeline", "<timeline>\n<events>\n<event><start>", "f:3: not XML"},
		{"another time type", "timeline", "<timeline><timetype>pharaonic</timetype></timeline>", "pharaonic"},
		{"markwhen without a date", "markwhen", "title: x\n\nJust prose.\n", `f:3: "Just prose." is not an entry`},
		{"markwhen until now", "markwhen", "2021-03-18 / now: x\n", "f:1: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			format, _ := ByID(tt.format)
			tl, err := format.Read(strings.NewReader(tt.text), "f", ReadOptions{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Read = %+v, %v, want an error with %q", tl, err, tt.want)
			}
		})
	}
}

// TestTruncated cuts good files at every length: no reader may stumble.
func TestTruncated(t *testing.T) {
	for _, f := range Formats() {
		if !f.Reads() {
			continue
		}
		var b strings.Builder
		if err := f.Write(&b, rich()); err != nil {
			t.Fatal(err)
		}
		whole := b.String()
		step := max(1, len(whole)/100)
		for n := 0; n < len(whole); n += step {
			_, _ = f.Read(strings.NewReader(whole[:n]), "f", ReadOptions{})
		}
	}
}

func TestManyProblemsAreNotAllTold(t *testing.T) {
	f, _ := ByID("csv")
	_, err := f.Read(strings.NewReader("title,when\n"+strings.Repeat("x,soon\n", 500)), "f", ReadOptions{})
	if err == nil || strings.Count(err.Error(), "\n") != maxProblems || !strings.HasSuffix(err.Error(), "and 480 more like these") {
		t.Errorf("Read = %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	events := rich().Events
	big := *rich()
	for len(big.Events) < 100_000 {
		big.Events = append(big.Events, events...)
	}
	for _, f := range Formats() {
		b.Run(f.ID, func(b *testing.B) {
			for b.Loop() {
				w, err := os.Create(filepath.Join(b.TempDir(), "x"))
				if err != nil {
					b.Fatal(err)
				}
				if err := f.Write(w, &big); err != nil {
					b.Fatal(err)
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
