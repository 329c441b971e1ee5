package exchange

import (
	"slices"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestWriteICS(t *testing.T) {
	e := full()
	e.Title = strings.Repeat("長い題名; ", 12)
	out := write(t, "ics", timeline.New("Ferries, boats", []timeline.Event{e}))
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "X-WR-CALNAME:Ferries\\, boats\r\n", "UID:e1@dateline\r\n",
		"DTSTART;VALUE=DATE:19210505\r\nDTEND;VALUE=DATE:19210506\r\n", "CATEGORIES:Harbour,Port Board\r\n", "STATUS:TENTATIVE\r\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	for line := range strings.SplitSeq(out, "\r\n") {
		if len(line) > icsLineBytes || strings.Contains(line, "\n") || strings.ToValidUTF8(line, "?") != line {
			t.Errorf("line of %d bytes: %q", len(line), line)
		}
	}
}

func TestReadICS(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"day", "DTSTART;VALUE=DATE:20210318", "2021-03-18"},
		{"day without its type", "DTSTART:20210318", "2021-03-18"},
		{"days", "DTSTART;VALUE=DATE:20210318\nDTEND;VALUE=DATE:20210320", "2021-03-18/2021-03-19"},
		{"month", "DTSTART;VALUE=DATE:20210301\nDTEND;VALUE=DATE:20210401", "2021-03"},
		{"end on the start", "DTSTART;VALUE=DATE:20210318\nDTEND;VALUE=DATE:20210318", "2021-03-18"},
		{"hours", "DTSTART;TZID=\"Etc:Odd\":20210318T150000\nDTEND:20210318T163000Z", "2021-03-18T15:00:00/2021-03-18T16:29:00"},
		{"folded", "DTSTART;VALUE=DATE:2021\n 0318", "2021-03-18"},
		{"lower case", "dtstart;value=date:20210318", "2021-03-18"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSUMMARY:A\\, b\\nc\n" + tt.lines + "\nBEGIN:VALARM\nDESCRIPTION:no\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n"
			tl := read(t, "ics", strings.ReplaceAll(text, "\n", "\r\n"), ReadOptions{})
			if len(tl.Events) != 1 || tl.Events[0].When.EDTF() != tt.want || tl.Events[0].Title != "A, b\nc" || tl.Events[0].Note != "" {
				t.Errorf("read %+v, want %s", tl.Events, tt.want)
			}
		})
	}
}

// TestEditedCalendar moves and renames an event as a calendar program would: the
// change wins, and what the program does not know stays.
func TestEditedCalendar(t *testing.T) {
	e := full()
	e.When = when.One(when.Interval{Start: when.Date(1850, 1, 1), End: when.Date(1851, 1, 1), Grain: when.Year, Circa: true})
	out := write(t, "ics", timeline.New("", []timeline.Event{e}))
	same := read(t, "ics", out, ReadOptions{}).Events[0]
	if !slices.Equal(same.When, e.When) {
		t.Errorf("the time came back as %v", same.When)
	}
	out = strings.Replace(out, "SUMMARY:Ferry service begins", "SUMMARY:Ferries", 1)
	renamed := read(t, "ics", out, ReadOptions{}).Events[0]
	if renamed.Title != "Ferries" || !slices.Equal(renamed.When, e.When) || renamed.Confidence != e.Confidence {
		t.Errorf("renamed: %+v", renamed)
	}
	out = strings.Replace(out, "DTEND;VALUE=DATE:18510101", "DTEND;VALUE=DATE:18500201", 1)
	moved := read(t, "ics", out, ReadOptions{}).Events[0]
	if moved.When.EDTF() != "1850-01" || moved.Sources[0].Why != "as written" {
		t.Errorf("moved: %+v", moved)
	}
}
