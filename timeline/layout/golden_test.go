package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

var update = flag.Bool("update", false, "rewrite the golden scenes")

// written writes a scene as text, one primitive per line, groups indented.
func written(s *scene.Scene) string {
	w := &writer{}
	fmt.Fprintf(&w.text, "scene %gx%g on %s %q\n", s.Width, s.Height, tint(s.Background), s.Title)
	s.Paint(w)
	return w.text.String()
}

type writer struct {
	text   strings.Builder
	indent string
}

var _ scene.Painter = (*writer)(nil)

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.text, w.indent+format+"\n", args...)
}

func (w *writer) Box(b scene.Box) {
	w.line("box %.1f,%.1f %.1fx%.1f r%g fill %s stroke %s %g fade %.1f %.1f",
		b.X, b.Y, b.W, b.H, b.Radius, tint(b.Fill), tint(b.Stroke), b.Width, b.FadeLeft, b.FadeRight)
}

func (w *writer) Line(l scene.Line) {
	w.line("line %.1f,%.1f %.1f,%.1f %s %g dash %d", l.From.X, l.From.Y, l.To.X, l.To.Y, tint(l.Stroke), l.Width, l.Dash)
}

func (w *writer) Path(p scene.Path) {
	first, last := p.Points[0], p.Points[len(p.Points)-1]
	w.line("path of %d from %.1f,%.1f to %.1f,%.1f fill %s stroke %s %g",
		len(p.Points), first.X, first.Y, last.X, last.Y, tint(p.Fill), tint(p.Stroke), p.Width)
}

func (w *writer) Text(t scene.Text) {
	w.line("text %.1f,%.1f %q size %g bold %v %s wide %.1f", t.At.X, t.At.Y, t.String, t.Size, t.Bold, tint(t.Color), t.Advance)
}

func (w *writer) Group(g scene.Group) {
	w.line("group %s %q %q", g.ID, g.Label, g.Desc)
	w.indent += "  "
	for _, item := range g.Items {
		item.Paint(w)
	}
	w.indent = w.indent[2:]
}

func tint(c scene.Color) string { return fmt.Sprintf("%02x%02x%02x.%02x", c.R, c.G, c.B, c.A) }

// everyKind returns an event of each kind that has a mark of its own.
func everyKind() []timeline.Event {
	day := func(m, d int) when.Interval { return when.Date(1921, m, d).Unit(when.Day) }
	month := func(m int) when.Interval { return when.Date(1921, m, 1).Unit(when.Month) }
	circa := func(iv when.Interval) when.Interval { iv.Circa = true; return iv }
	throughout := func(iv when.Interval) when.Interval { iv.Throughout = true; return iv }
	events := []timeline.Event{
		{ID: "moment", Title: "The lamps go out", When: when.One(when.Civil{Year: 1921, Month: 1, Day: 5, Hour: 18, Minute: 40}.Instant().Unit(when.Minute))},
		{ID: "day", Title: "A ship leaves Odessa", When: when.One(day(1, 25)), Importance: 0.9},
		{ID: "days", Title: "The congress sits", When: when.One(throughout(when.Interval{Start: when.Date(1921, 2, 8), End: when.Date(1921, 2, 22), Grain: when.Day}))},
		{ID: "month", Title: "The bridge gives way", When: when.One(month(3))},
		{ID: "season", Title: "Harvest", When: when.One(throughout(when.Date(1921, 6, 1).Unit(when.Season)))},
		{ID: "about", Title: "The first wireless concert", When: when.One(circa(month(4)))},
		{ID: "before", Title: "The archive is moved", When: when.One(when.Interval{Start: when.First, End: when.Date(1921, 5, 5), Grain: when.Day})},
		{ID: "after", Title: "The borders are open", When: when.One(when.Interval{Start: when.Date(1921, 9, 1), End: when.Last, Grain: when.Month, Throughout: true})},
		{ID: "either", Title: "Two letters cross", When: when.Choice{day(7, 2), day(7, 16)}},
		{ID: "inferred", Title: "The mill is twenty years old", When: when.One(day(8, 3)), Inferred: true},
		{ID: "planned", Title: "The tunnel opens", When: when.One(month(10)), Status: timeline.Planned},
		{ID: "denied", Title: "No meeting took place", When: when.One(day(11, 3)), Status: timeline.Denied},
		{ID: "hypothetical", Title: "If the frost comes early", When: when.One(day(12, 1)), Status: timeline.Hypothetical},
		{ID: "year", Title: "A long and winding title that no label has room for, told with every detail there is", When: when.One(when.Date(1921, 1, 1).Unit(when.Year))},
	}
	return events
}

func TestScenes(t *testing.T) {
	still := Style{Theme: Light(), Heading: true, Legend: true, Summary: true, Settled: true}
	for _, tt := range []struct {
		name  string
		scene func() *scene.Scene
	}{
		{"kinds", func() *scene.Scene {
			l := New(timeline.New("Every kind of mark", everyKind()), ruler{}, Options{Width: 1200})
			v := l.Fit(1200)
			return l.Frame(v, l.Height(v, still), still).Scene
		}},
		{"kinds-dark-close", func() *scene.Scene {
			l := New(timeline.New("Every kind of mark", everyKind()), ruler{}, Options{Width: 900, Rows: 3})
			return l.Frame(l.Fit(900).Zoom(5, 300), 400, Style{Theme: Dark(), Left: 50, Selected: "month"}).Scene
		}},
		{"folded", func() *scene.Scene {
			l := New(timeline.New("More than fits", manyEvents(500)), ruler{}, Options{Width: 800, Rows: 3})
			return l.Frame(l.Fit(800), 320, Style{Theme: Light(), Summary: true}).Scene
		}},
		{"lanes", func() *scene.Scene {
			events := everyKind()
			for i := range events {
				events[i].Tags = []string{[]string{"Sea", "Land"}[i%2]}
			}
			eras := timeline.New("Lanes", events)
			eras.Eras = []timeline.Era{{Title: "First half", When: when.Interval{Start: when.First, End: when.Date(1921, 7, 1), Grain: when.Month}, Color: "#aa5500"}}
			l := New(eras, ruler{}, Options{Width: 1000, Lanes: ByTag, Order: []string{"Land"}, Collapsed: []string{"Sea"}})
			v := l.Fit(1000)
			return l.Frame(v, l.Height(v, still), still).Scene
		}},
		{"overview", func() *scene.Scene {
			l := New(timeline.New("Overview", everyKind()), ruler{}, Options{Width: 600})
			return l.Overview(l.Fit(600).Zoom(3, 200), 40, Style{Theme: Light()})
		}},
		{"empty", func() *scene.Scene {
			l := New(timeline.New("", nil), ruler{}, Options{})
			return l.Frame(l.Fit(600), 200, still).Scene
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := written(tt.scene())
			path := filepath.Join("..", "testdata", tt.name+".scene")
			if *update {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the scene differs from %s; go test -update rewrites it, and the difference wants reading:\n%s", path, firstDifference(got, string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}
