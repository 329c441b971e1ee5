package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"", ""},
		{"Plain title", "Plain title"},
		{" spaces   and\ttabs ", "spaces and tabs"},
		{"two\nlines\r\nand more", "two lines and more"},
		{"\x00control\x1b[31m", "control [31m"},
		{"no\u00a0break", "no break"},
		{"سلام", "سلام"},
		{"turned \u202ebackwards", "turned backwards"},
		{"bad \xff bytes", "bad \ufffd bytes"},
		{strings.Repeat("x", maxTitle), strings.Repeat("x", maxTitle)},
		{strings.Repeat("x", maxTitle+1), strings.Repeat("x", maxTitle) + ellipsis},
		{strings.Repeat("x", maxTitle-1) + "é and more", strings.Repeat("x", maxTitle-1) + ellipsis},
	} {
		if got := clean(tt.title); got != tt.want {
			t.Errorf("clean(%q) = %q, want %q", tt.title, got, tt.want)
		}
	}
}

func TestElide(t *testing.T) {
	const size = 10 // a letter is 5.5 pixels wide
	for _, tt := range []struct {
		text  string
		width float64
		want  string
	}{
		{"short", 100, "short"},
		{"short", 27.5, "short"},
		{"a few words here", 70, "a few words…"},
		{"a few words, here", 73, "a few words…"},
		{"Incomprehensibilities", 60, "Incompreh…"},
		{"Of Incomprehensibilities", 60, "Of Incomp…"},
		{"anything", 6, ""},
		{"anything", -5, ""},
		{"", 0, ""},
		{"Ĺe\u0301a\u0301b long", 18, "Ĺ…"},
	} {
		got := elide(ruler{}, tt.text, size, false, tt.width)
		if got != tt.want {
			t.Errorf("elide(%q, %v) = %q, want %q", tt.text, tt.width, got, tt.want)
		}
		if got != "" && (ruler{}).Advance(got, size, false) > tt.width {
			t.Errorf("elide(%q, %v) = %q does not fit", tt.text, tt.width, got)
		}
	}
}

func TestExtent(t *testing.T) {
	lo, hi := when.Date(when.MinYear, 1, 1), when.Date(when.MaxYear, 1, 1)
	for _, tt := range []struct {
		name       string
		iv         when.Interval
		start, end when.Instant
	}{
		{"closed", when.Interval{Start: 5, End: 9}, 5, 9},
		{"backwards", when.Interval{Start: 9, End: 5}, 9, 9},
		{"open start", when.Interval{Start: when.First, End: 9}, 9, 9},
		{"open end", when.Interval{Start: 5, End: when.Last}, 5, 5},
		{"open on both sides", when.Interval{Start: when.First, End: when.Last}, 77, 77},
		{"beyond the calendar", when.Interval{Start: when.First + 1, End: when.Last - 1}, lo, hi},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if start, end := extent(tt.iv, 77); start != tt.start || end != tt.end {
				t.Errorf("extent = %d, %d, want %d, %d", start, end, tt.start, tt.end)
			}
		})
	}
}

// TestHostileEventsAreDrawn lays out what no article holds: nothing may panic,
// and every number stays a number.
func TestHostileEventsAreDrawn(t *testing.T) {
	all := when.Interval{Start: when.First, End: when.Last}
	hostile := map[string][]timeline.Event{
		"the ends of time":    {{ID: "a", Title: "a", When: when.One(when.Interval{Start: when.First + 1, End: when.Last - 1})}, {ID: "b", When: when.One(all)}},
		"only open":           {{ID: "a", Title: "a", When: when.One(all)}},
		"backwards":           {{ID: "a", Title: "a", When: when.One(when.Interval{Start: 100, End: -100})}},
		"odd grains":          {{ID: "a", Title: "a", When: when.One(when.Interval{Start: 0, End: 1, Grain: 200})}},
		"titles":              {{ID: "a", Title: strings.Repeat("long ", 20_000), When: when.One(when.Interval{End: 5})}, {ID: "b", Title: "\xff\xfe\n\n👩‍👩‍👧 e\u0301 سلام \u202e", When: when.One(when.Interval{End: 5})}},
		"colours":             {{ID: "a", Title: "a", Color: "#zzzzzz", When: when.One(when.Interval{End: 5})}, {ID: "b", Color: "red", When: when.One(when.Interval{End: 5})}},
		"far from each other": {{ID: "a", Title: "a", When: when.One(when.Date(when.MinYear, 1, 1).Unit(when.Day))}, {ID: "b", Title: "b", When: when.One(when.Date(when.MaxYear, 1, 1).Unit(when.Day))}},
		"one second":          sameSecond(5000),
	}
	for name, events := range hostile {
		t.Run(name, func(t *testing.T) {
			l := New(timeline.New(name, events), ruler{}, Options{Rows: 5})
			for _, v := range []axis.Viewport{l.Fit(1000), l.Fit(1000).Zoom(1e9, 10), l.Fit(1000).Zoom(1e-9, 990), l.Fit(1)} {
				f := l.Frame(v, 400, Style{Theme: Light(), Heading: true, Legend: true, Summary: true})
				f.Scene.Paint(&soundness{t: t})
				if f.Drawn+f.Folded != f.Events || f.Folded < 0 {
					t.Errorf("%d drawn and %d folded of %d events", f.Drawn, f.Folded, f.Events)
				}
			}
		})
	}
}

func sameSecond(n int) []timeline.Event {
	events := make([]timeline.Event, n)
	for i := range events {
		events[i] = timeline.Event{ID: strings.Repeat("i", i%50) + string(rune('a'+i%26)), Title: "At once", When: when.One(when.Interval{Start: 7, End: 8, Grain: when.Second})}
	}
	return events
}

// soundness reports primitives that no backend can paint.
type soundness struct{ t *testing.T }

func (s *soundness) check(what string, numbers ...float64) {
	for _, n := range numbers {
		if n != n || n > 1e7 || n < -1e7 {
			s.t.Errorf("%s has the number %v", what, n)
		}
	}
}

func (s *soundness) Box(b scene.Box) {
	s.check("a box", b.X, b.Y, b.W, b.H, b.FadeLeft, b.FadeRight)
	if b.W < 0 || b.H < 0 {
		s.t.Errorf("a box is %v by %v", b.W, b.H)
	}
}

func (s *soundness) Line(l scene.Line) { s.check("a line", l.From.X, l.From.Y, l.To.X, l.To.Y) }

func (s *soundness) Path(p scene.Path) {
	for _, q := range p.Points {
		s.check("a path", q.X, q.Y)
	}
}

func (s *soundness) Text(t scene.Text) {
	s.check("a text", t.At.X, t.At.Y, t.Advance)
	if !utf8.ValidString(t.String) || strings.ContainsAny(t.String, "\n\r\t\x00") || t.String == "" {
		s.t.Errorf("a text is %q", t.String)
	}
}

func (s *soundness) Group(g scene.Group) {
	for _, item := range g.Items {
		item.Paint(s)
	}
}
