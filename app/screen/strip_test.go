package screen

import (
	"fmt"
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// bed is a strip of 400 units for 4,000 seconds, of which the timeline above
// shows those from 1,000 to 1,400: 100 to 140 on the strip.
type bed struct {
	*Strip
	events []string
	frames int
}

func newBed(t *testing.T) *bed {
	t.Helper()
	test.NewTempApp(t)
	b := &bed{}
	whole := axis.Viewport{PerPixel: 10, Width: 400}
	b.Strip = NewStrip(func(f StripFrame, done func(StripPicture)) {
		b.frames++
		done(StripPicture{
			Image: image.NewRGBA(image.Rect(0, 0, 400, int(f.Height))),
			Whole: whole,
			PartAt: func(at scene.Point) Part {
				from := whole.X(f.Viewport.At(0))
				to := from + f.Viewport.PerPixel*f.Viewport.Width/whole.PerPixel
				switch {
				case math.Abs(at.X-from) <= 4:
					return ViewStart
				case math.Abs(at.X-to) <= 4:
					return ViewEnd
				case at.X > from && at.X < to:
					return InView
				default:
					return Elsewhere
				}
			},
		})
	}, func(ev Event) { b.events = append(b.events, fmt.Sprintf("%T%+v", ev, ev)) })
	win := test.NewTempWindow(t, b.Strip)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(400, stripHeight))
	b.SetViewport(axis.Viewport{Origin: 1000, PerPixel: 1, Width: 400})
	return b
}

// drag presses at one place and drags to another.
func (b *bed) drag(from, to float32) {
	b.MouseDown(mouse(from, 20))
	ev := &fyne.DragEvent{}
	ev.Position = fyne.NewPos(to, 20)
	b.Dragged(ev)
	b.DragEnd()
}

func TestStrip(t *testing.T) {
	for _, tt := range []struct {
		name     string
		from, to float32
		start    int64 // of the view afterwards
		seconds  float64
	}{
		{"drag the view", 120, 150, 1300, 400},
		{"drag the view back", 120, 110, 900, 400},
		{"draw its start out", 100, 80, 800, 600},
		{"draw its start in", 101, 121, 1200, 200},
		{"draw its end out", 140, 180, 1000, 800},
		{"draw its end in", 138, 128, 1000, 300},
		{"click elsewhere", 300, 300, 2800, 400},
		{"drag from elsewhere", 300, 310, 2900, 400},
		{"an end stays behind its start", 140, 20, 1000, leastPart * 10},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBed(t)
			b.drag(tt.from, tt.to)
			start, seconds := int64(b.view.At(0)), b.view.PerPixel*b.view.Width
			if start != tt.start || math.Abs(seconds-tt.seconds) > 1e-5*tt.seconds {
				t.Errorf("shows %v seconds from %d, want %v from %d", seconds, start, tt.seconds, tt.start)
			}
			if len(b.events) == 0 {
				t.Error("nothing is reported")
			}
		})
	}
}

func TestStripReports(t *testing.T) {
	b := newBed(t)
	b.drag(120, 130)
	b.drag(150, 140)
	want := []string{"screen.Panned{DX:100}", "screen.Zoomed{Factor:1.3333333333333333 X:0}"}
	if fmt.Sprint(b.events) != fmt.Sprint(want) {
		t.Errorf("reported %q, want %q", b.events, want)
	}
}

func TestStripPaintsOnlyWhatChanged(t *testing.T) {
	b := newBed(t)
	b.frames = 0
	b.SetViewport(b.view)
	if b.frames != 0 {
		t.Errorf("painted %d times, though nothing has moved", b.frames)
	}
	b.SetViewport(b.view.Pan(1))
	if b.frames != 1 {
		t.Errorf("painted %d times, want once", b.frames)
	}
}
