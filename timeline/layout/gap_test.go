package layout

import (
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func onDays(days ...when.Instant) []timeline.Event {
	events := make([]timeline.Event, len(days))
	for i, d := range days {
		events[i] = timeline.Event{ID: string(rune('a' + i)), Title: "Something", When: when.One(d.Unit(when.Day))}
	}
	return events
}

func TestLongGapsAreBroken(t *testing.T) {
	d := when.Date
	for _, tt := range []struct {
		name   string
		days   []when.Instant
		breaks []string
	}{
		{"nothing", nil, nil},
		{"one event", []when.Instant{d(2021, 3, 18)}, nil},
		{"evenly spread", []when.Instant{d(2001, 1, 1), d(2002, 1, 1), d(2003, 1, 1), d(2004, 1, 1)}, nil},
		{"one far back", []when.Instant{d(2001, 7, 1), d(2020, 9, 1), d(2021, 3, 18), d(2021, 7, 1)}, []string{"19 years"}},
		{"two far back", []when.Instant{d(1945, 5, 8), d(2001, 7, 1), d(2021, 1, 1), d(2021, 3, 18), d(2021, 3, 19)}, []string{"56 years", "20 years"}},
		{"same instant", []when.Instant{d(2021, 3, 18), d(2021, 3, 18)}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := New(timeline.New("Gaps", onDays(tt.days...)), ruler{}, Options{Gaps: BreakGaps})
			var got []string
			for _, br := range l.breaks.All() {
				got = append(got, Duration(br.Start, br.End))
			}
			if len(got) > len(tt.breaks) {
				got = got[:len(tt.breaks)+1]
			}
			for i, want := range tt.breaks {
				if i >= len(got) || got[i] != want {
					t.Fatalf("the breaks leave out %q, want %q", got, tt.breaks)
				}
			}
			if len(tt.breaks) == 0 && len(got) > 0 {
				t.Errorf("the breaks leave out %q, want none", got)
			}
		})
	}
}

func TestBrokenGapsStandInThePicture(t *testing.T) {
	days := []when.Instant{when.Date(2001, 7, 1), when.Date(2020, 9, 1), when.Date(2021, 3, 18), when.Date(2021, 7, 1)}
	l := New(timeline.New("Gaps", onDays(days...)), ruler{}, Options{Width: 1200, Gaps: BreakGaps})
	f := l.Frame(l.Fit(1200), 400, Style{Theme: Light()})
	if g, ok := groups(f, "break-axis-")["break-axis-0"]; !ok || g.Desc != "19 years without events are left out here." {
		t.Errorf("the break on the axis is %+v", g)
	}
	if _, ok := groups(f, "break-")["break-0"]; !ok {
		t.Error("no break stands behind the lanes")
	}
	kept := New(timeline.New("Gaps", onDays(days...)), ruler{}, Options{Width: 1200})
	if n := len(groups(kept.Frame(kept.Fit(1200), 400, Style{Theme: Light()}), "break-")); n > 0 {
		t.Errorf("%d breaks stand in a picture that keeps its gaps", n)
	}
}

func TestDuration(t *testing.T) {
	for seconds, want := range map[when.Instant]string{
		0: "0 seconds", 1: "1 second", 50: "1 minute", 7200: "2 hours", 86400 * 10: "10 days",
		86400 * 45: "1 month", 86400 * 365: "1 year", 86400 * 365 * 12_000: "11,992 years",
	} {
		if got := Duration(0, seconds); got != want {
			t.Errorf("duration of %d seconds = %q, want %q", seconds, got, want)
		}
	}
}
