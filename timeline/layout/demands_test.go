package layout

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// ruler measures every letter as 55 % of the font size, bold ones as 60 %.
type ruler struct{}

func (ruler) Advance(s string, size float64, bold bool) float64 {
	share := 0.55
	if bold {
		share = 0.6
	}
	return share * size * float64(utf8.RuneCountInString(s))
}

// sampleEvents returns random events of every kind, some of them in crowds.
func sampleEvents(r *rand.Rand, n int) []timeline.Event {
	base := when.Date(1900+r.Intn(100), 1, 1)
	spread := int64(1) << (8 + r.Intn(34))
	events := make([]timeline.Event, n)
	for i := range events {
		start := base + when.Instant(r.Int63n(spread))
		if r.Intn(4) == 0 {
			start = base + when.Instant(r.Int63n(spread)>>12)
		}
		if r.Intn(10) == 0 && i > 0 {
			start = events[i-1].When[0].Start
		}
		events[i] = timeline.Event{
			ID:         "e" + strconv.Itoa(i),
			Title:      strings.Repeat("Some words ", 1+r.Intn(6)) + strconv.Itoa(i),
			When:       sampleChoice(r, start, spread),
			Importance: float64(r.Intn(20)) / 20,
			Status:     timeline.Status(r.Intn(8) / 5 * r.Intn(4)),
			Inferred:   r.Intn(8) == 0,
			Tags:       []string{"tag" + strconv.Itoa(r.Intn(3))},
		}
	}
	return events
}

func sampleChoice(r *rand.Rand, start when.Instant, spread int64) when.Choice {
	unit := start.Unit(when.Grain(1 + r.Intn(int(when.Century))))
	switch r.Intn(8) {
	case 0:
		return when.One(when.Interval{Start: start, End: start + when.Instant(r.Int63n(spread/4+1)), Grain: when.Day, Throughout: true})
	case 1:
		return when.One(when.Interval{Start: when.First, End: start, Grain: when.Year})
	case 2:
		return when.One(when.Interval{Start: start, End: when.Last, Grain: when.Year})
	case 3:
		unit.Circa = true
		return when.One(unit)
	case 4:
		return when.Choice{start.Unit(when.Day), (start + when.Instant(r.Int63n(spread/8+1)) + 86400).Unit(when.Day)}
	case 5:
		return when.One(start.Unit(when.Second))
	}
	return when.One(unit)
}

// walk calls visit with viewports that a reader might come by.
func walk(r *rand.Rand, l *Layout, steps int, visit func(axis.Viewport)) {
	v := l.Fit(1200)
	for range steps {
		switch r.Intn(4) {
		case 0:
			v = v.Pan(r.Float64()*800 - 400)
		case 1:
			v.Width = 300 + r.Float64()*1500
		default:
			v = v.Zoom(math.Exp(r.Float64()*3-1.2), r.Float64()*v.Width)
		}
		visit(v)
	}
}

// groups returns the groups of a frame whose ID starts with the prefix.
func groups(f *Frame, prefix string) map[string]scene.Group {
	found := make(map[string]scene.Group)
	for _, item := range f.Scene.Items {
		if g, ok := item.(scene.Group); ok && strings.HasPrefix(g.ID, prefix) {
			found[g.ID] = g
		}
	}
	return found
}

// body returns the box that a group's texts and marks fill.
func body(g scene.Group) scene.Rect {
	left, right, top, bottom := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	extend := func(x0, y0, x1, y1 float64) {
		left, right = math.Min(left, x0), math.Max(right, x1)
		top, bottom = math.Min(top, y0), math.Max(bottom, y1)
	}
	for _, item := range g.Items {
		switch i := item.(type) {
		case scene.Box:
			extend(i.X, i.Y, i.Right(), i.Bottom())
		case scene.Text:
			extend(i.At.X, i.At.Y-i.Size, i.At.X+i.Advance, i.At.Y+i.Size/4)
		case scene.Path:
			for _, p := range i.Points {
				extend(p.X, p.Y, p.X, p.Y)
			}
		case scene.Line:
			extend(math.Min(i.From.X, i.To.X), math.Min(i.From.Y, i.To.Y), math.Max(i.From.X, i.To.X), math.Max(i.From.Y, i.To.Y))
		}
	}
	return scene.Rect{X: left, Y: top, W: right - left, H: bottom - top}
}

// forLayouts runs a property over layouts of random timelines of many sizes.
func forLayouts(t *testing.T, property func(t *testing.T, r *rand.Rand, l *Layout)) {
	for seed := range int64(40) {
		r := rand.New(rand.NewSource(seed))
		n := [...]int{0, 1, 2, 7, 40, 300, 2000}[seed%7]
		options := Options{Rows: r.Intn(30), Lanes: Lanes(r.Intn(3)), Gaps: Gaps(r.Intn(2)), Width: 600 + 1000*r.Float64()}
		l := New(timeline.New("Random", sampleEvents(r, n)), ruler{}, options)
		t.Run(fmt.Sprintf("seed %d, %d events", seed, n), func(t *testing.T) { property(t, r, l) })
	}
}

// tall is high enough for every row that a test may have.
const tall = 20_000

func TestPanningChangesOnlyX(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		walk(r, l, 30, func(v axis.Viewport) {
			v, dx := l.view(v), r.Float64()*300-150
			if back := v.Pan(dx).Pan(-dx); math.Abs(back.X(v.Origin)-v.X(v.Origin)) > 1e-6 {
				return // stopped at the end of the calendar
			}
			here, there := l.Frame(v, tall, Style{Theme: Light()}), l.Frame(v.Pan(dx), tall, Style{Theme: Light()})
			before, after := groups(here, "event-"), groups(there, "event-")
			for id, a := range before {
				b, ok := after[id]
				box := body(a)
				inside := box.X > edge && box.Right() < v.Width && box.X-dx > edge && box.Right()-dx < v.Width
				if !inside {
					continue
				}
				if !ok {
					t.Fatalf("%s goes missing by panning %v pixels", id, dx)
				}
				moved := body(b)
				if math.Abs(moved.X+dx-box.X) > 1e-3 || moved.Y != box.Y || math.Abs(moved.W-box.W) > 1e-3 || moved.H != box.H {
					t.Fatalf("%s is at %+v, and at %+v after panning %v pixels", id, box, moved, dx)
				}
			}
		})
	})
}

func TestZoomingInOnlyAdds(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		walk(r, l, 30, func(v axis.Viewport) {
			v = l.view(v)
			closer := v.Zoom(1+r.Float64()*r.Float64()*20, r.Float64()*v.Width)
			before := groups(l.Frame(v, tall, Style{Theme: Light()}), "event-")
			after := groups(l.Frame(closer, tall, Style{Theme: Light()}), "event-")
			window := closer.Visible()
			for i := range l.timeline.Events {
				e := &l.timeline.Events[i]
				start, end := extent(e.When.Hull(), l.nowhere)
				if !(start < window.End && end > window.Start) {
					continue
				}
				a, drawn := before["event-"+e.ID]
				if !drawn {
					continue
				}
				b, still := after["event-"+e.ID]
				if !still {
					t.Fatalf("%s is drawn at %v seconds per pixel, not at %v", e.ID, v.PerPixel, closer.PerPixel)
				}
				if a.Hit.Y != b.Hit.Y {
					t.Fatalf("%s moves from height %v to %v by zooming in", e.ID, a.Hit.Y, b.Hit.Y)
				}
			}
		})
	})
}

func TestNothingOverlaps(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		walk(r, l, 30, func(v axis.Viewport) {
			f := l.Frame(v, tall, Style{Theme: Light()})
			var boxes []scene.Rect
			var ids []string
			for _, prefix := range []string{"event-", "fold-"} {
				for id, g := range groups(f, prefix) {
					boxes, ids = append(boxes, body(g)), append(ids, id)
				}
			}
			for i, a := range boxes {
				for j := range boxes[:i] {
					if a.Overlaps(boxes[j]) {
						t.Fatalf("at %v seconds per pixel %s %+v overlaps %s %+v", v.PerPixel, ids[i], a, ids[j], boxes[j])
					}
				}
			}
		})
	})
}

func TestLabelsStayRightOfTheLeftEdge(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		left := r.Float64() * 200
		walk(r, l, 30, func(v axis.Viewport) {
			for id, g := range groups(l.Frame(v, tall, Style{Theme: Light(), Left: left}), "event-") {
				for _, item := range g.Items {
					if text, ok := item.(scene.Text); ok && text.At.X < left+edge-1e-9 {
						t.Fatalf("the label %q of %s starts at %v, left of %v", text.String, id, text.At.X, left+edge)
					}
				}
			}
		})
	})
}

func TestThePictureDependsOnTimelineAndViewportAlone(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		shuffled := append([]timeline.Event(nil), l.timeline.Events...)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again := New(timeline.New("Random", shuffled), ruler{}, l.options)
		walk(r, l, 10, func(v axis.Viewport) {
			if a, b := l.Frame(v, 800, Style{Theme: Light()}), again.Frame(v, 800, Style{Theme: Light()}); !reflect.DeepEqual(a, b) {
				t.Fatalf("two layouts of the same events differ at %+v", v)
			}
		})
	})
}

func TestEveryEventIsDrawnOrFolded(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		walk(r, l, 30, func(v axis.Viewport) {
			f := l.Frame(v, tall, Style{Theme: Light()})
			window := l.view(v).Flat().Visible()
			inWindow, drawn := 0, 0
			for i := range l.lanes {
				for _, it := range l.lanes[i].items {
					if it.start < window.End && max(it.end, it.start+1) > window.Start {
						inWindow++
						if float64(it.scale) >= v.PerPixel {
							drawn++
						}
					}
				}
			}
			if f.Events != inWindow || f.Drawn != drawn || f.Folded != inWindow-drawn {
				t.Fatalf("%d events, %d drawn, %d folded; want %d, %d, %d", f.Events, f.Drawn, f.Folded, inWindow, drawn, inWindow-drawn)
			}
			if got := len(groups(f, "event-")); got != drawn {
				t.Fatalf("the scene holds %d events, want %d", got, drawn)
			}
		})
	})
}

func TestFoldsCountAndNameWhatTheyHold(t *testing.T) {
	forLayouts(t, func(t *testing.T, r *rand.Rand, l *Layout) {
		walk(r, l, 30, func(v axis.Viewport) {
			folded := make(map[int]bool)
			for i := range l.lanes {
				for _, it := range l.lanes[i].items {
					if float64(it.scale) < v.PerPixel {
						folded[int(it.event)] = true
					}
				}
			}
			total := 0
			for _, fold := range l.Frame(v, tall, Style{Theme: Light()}).Folds {
				total += fold.Count
				if !folded[fold.Leader] {
					t.Fatalf("the fold %+v is named by an event that is drawn", fold)
				}
			}
			window := l.view(v).Flat().Visible()
			for event := range folded {
				start, _ := extent(l.timeline.Events[event].When.Hull(), l.nowhere)
				start = l.breaks.Drawn(start)
				if window.Contains(start) {
					total--
				}
			}
			if total < 0 {
				t.Fatalf("%d folded events that start in the window are in no fold", -total)
			}
		})
	})
}
