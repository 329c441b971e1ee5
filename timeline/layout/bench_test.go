package layout

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
	"dateline/timeline/typeset"
)

// setter returns the metrics that the program uses.
func setter(t testing.TB) *typeset.Setter {
	t.Helper()
	var fonts typeset.Fonts
	for name, data := range map[string]*[]byte{"Regular": &fonts.Regular, "Bold": &fonts.Bold} {
		file, err := os.ReadFile("../../assets/fonts/NotoSans-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		*data = file
	}
	s, err := typeset.New(fonts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var nouns = []string{"treaty", "battle", "election", "summit", "flood", "coronation", "expedition", "strike", "verdict"}

// manyEvents returns n events of three centuries, one in four a stretch.
func manyEvents(n int) []timeline.Event {
	r := rand.New(rand.NewSource(1921))
	events := make([]timeline.Event, n)
	for i := range events {
		day := when.Date(1700+r.Intn(320), 1+r.Intn(12), 1+r.Intn(28))
		iv := (day + when.Instant(r.Intn(86400))).Unit(when.Day)
		switch r.Intn(8) {
		case 0:
			iv = day.Unit(when.Month)
		case 1:
			iv = when.Interval{Start: day, End: day.Add(1+r.Intn(400), when.Day), Grain: when.Day, Throughout: true}
		}
		events[i] = timeline.Event{
			ID: strconv.Itoa(i), Importance: r.Float64(), When: when.One(iv),
			Title: fmt.Sprintf("The %s and the %s of %d", nouns[r.Intn(len(nouns))], nouns[r.Intn(len(nouns))], i),
		}
	}
	return events
}

var sizes = []int{1_000, 10_000, 100_000, 1_000_000}

// inWindow returns the options of a window of 1400 by 800 pixels.
func inWindow() Options { return Options{Width: 1400, Rows: RowsIn(800)} }

func BenchmarkNew(b *testing.B) {
	metrics := setter(b)
	for _, n := range sizes {
		t := timeline.New("Many", manyEvents(n))
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			var before, after runtime.MemStats
			var l *Layout
			runtime.GC()
			runtime.ReadMemStats(&before)
			for b.Loop() {
				l = New(t, metrics, inWindow())
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "B/event")
			runtime.KeepAlive(l)
		})
	}
}

func BenchmarkFrame(b *testing.B) {
	metrics := setter(b)
	for _, n := range sizes {
		l := New(timeline.New("Many", manyEvents(n)), metrics, inWindow())
		for _, motion := range []struct {
			name string
			move func(v axis.Viewport, i int) axis.Viewport
		}{
			{"pan", func(v axis.Viewport, i int) axis.Viewport { return v.Zoom(8, 700).Pan(float64(i%1000) * 5) }},
			{"zoom", func(v axis.Viewport, i int) axis.Viewport { return v.Zoom(1+float64(i%200)*0.5, 700) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", motion.name, n), func(b *testing.B) {
				b.ReportAllocs()
				v := l.Fit(1400)
				style := Style{Theme: Light()}
				for i := 0; b.Loop(); i++ {
					l.Frame(motion.move(v, i), 800, style)
				}
			})
		}
	}
}

// BenchmarkFrameGrowth draws the same views of 10,000 and of 1,000,000 events in
// turn and reports the ratio of the times that they take.
func BenchmarkFrameGrowth(b *testing.B) {
	metrics := setter(b)
	few := New(timeline.New("Few", manyEvents(10_000)), metrics, inWindow())
	many := New(timeline.New("Many", manyEvents(1_000_000)), metrics, inWindow())
	style := Style{Theme: Light()}
	var fewTime, manyTime time.Duration
	for i := 0; b.Loop(); i++ {
		v := few.Fit(1400).Zoom(1+float64(i%200)*0.5, 700)
		start := time.Now()
		few.Frame(v, 800, style)
		middle := time.Now()
		many.Frame(v, 800, style)
		fewTime += middle.Sub(start)
		manyTime += time.Since(middle)
	}
	b.ReportMetric(manyTime.Seconds()/fewTime.Seconds(), "1M:10k")
}
