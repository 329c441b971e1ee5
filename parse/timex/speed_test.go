package timex

import (
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/parse/text"
	"dateline/parse/when"
)

// hostile are the worst inputs known, a unit of each to be repeated.
var hostile = map[string]string{
	"months":       "May ",
	"month names":  "March May March 1 May 2, ",
	"digits":       "1234567890",
	"short digits": "12 ",
	"years":        "1999 ",
	"slashes":      "12/",
	"alternatives": "March 1 or ",
	"or":           "or ",
	"numerals":     "one hundred and ",
	"amounts":      "two years and ",
	"the":          "the first of the ",
	"early":        "early late mid ",
	"clock":        "from 5 to 6 ",
	"cues":         "in the past in May on ",
	"blanks":       "            ",
	"dashes":       "--",
	"quotes":       "'’",
	"long word":    "abcdefghijkl",
	"accents":      "éüß ",
	"weekdays":     "Monday ",
}

// prose concatenates the annotated corpora.
func prose(tb testing.TB) string {
	var b strings.Builder
	for _, name := range []string{"timebank", "aquaint", "wikiwars-01-11", "meantime-en-train"} {
		for _, d := range readGold(tb, name) {
			b.WriteString(d.Text)
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

var newsDay = when.Date(1998, 3, 5).Unit(when.Day)

func read(r *Reader, doc *text.Document) {
	found := r.Find(doc)
	r.Resolve(doc, found, newsDay)
}

func BenchmarkProse(b *testing.B) {
	r := NewReader(english(b), Options{})
	doc := text.FromPlain("", prose(b))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	before := processorTime()
	for range b.N {
		read(r, doc)
	}
	used := processorTime() - before
	b.ReportMetric(float64(len(doc.Text))*float64(b.N)/1e6/used.Seconds(), "MB/cpu-s")
}

// processorTime is the time that this process has had a processor, which unlike
// the clock does not count what others on the machine do.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkHostile(b *testing.B) {
	r := NewReader(english(b), Options{})
	for name, unit := range hostile {
		b.Run(name, func(b *testing.B) {
			doc := &text.Document{Text: strings.Repeat(unit, 1<<17/len(unit))}
			before := processorTime()
			for range b.N {
				read(r, doc)
			}
			used := processorTime() - before
			b.ReportMetric(float64(len(doc.Text))*float64(b.N)/1e6/used.Seconds(), "MB/cpu-s")
		})
	}
}

// TestHostileIsLinear reads hostile texts of two sizes: eight times the text may
// take at most some sixteen times as long.
func TestHostileIsLinear(t *testing.T) {
	r := NewReader(english(t), Options{})
	for name, unit := range hostile {
		small := timeOf(r, strings.Repeat(unit, 1<<11/len(unit)))
		large := timeOf(r, strings.Repeat(unit, 1<<14/len(unit)))
		if large > 16*small+100*time.Millisecond {
			t.Errorf("%s: %v for 2 KiB but %v for 16 KiB", name, small, large)
		}
	}
}

// timeOf returns the processor time of the shorter of two readings.
func timeOf(r *Reader, s string) time.Duration {
	best := time.Hour
	for range 2 {
		before := processorTime()
		read(r, &text.Document{Text: s})
		best = min(best, processorTime()-before)
	}
	return best
}

// TestMemory asks for little memory beyond the text and what was found in it.
func TestMemory(t *testing.T) {
	const limit = 20 << 20
	r := NewReader(english(t), Options{})
	doc := &text.Document{Text: strings.Repeat("They went on and said nothing of it. ", 10<<20/37)}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	read(r, doc)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > limit {
		t.Errorf("reading 10 MB allocated %d bytes, want at most %d", used, limit)
	}
}
