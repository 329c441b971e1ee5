package timex

import (
	"fmt"
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

// varied are hostile texts of which hardly two places are alike, by the number
// of the place.
var varied = map[string]func(i int) string{
	"other years":   func(i int) string { return fmt.Sprintf("%d ", 1000+i*7919%1999) },
	"other days":    func(i int) string { return fmt.Sprintf("%d May %d, ", 1+i*31%28, 1000+i*7919%1999) },
	"other hours":   func(i int) string { return fmt.Sprintf("from %d to %d ", i*7919%23, i*7927%29) },
	"other slashes": func(i int) string { return fmt.Sprintf("%d/%d/", 1+i*7%12, 1+i*31%28) },
	"other numerals": func(i int) string {
		return [...]string{"one ", "hundred ", "and ", "seven ", "twenty "}[(i*i*7+i/3+i/11)%5]
	},
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
	r.Resolve(found, newsDay)
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

// BenchmarkDocuments reads the documents of the corpora side by side; compare
// -cpu 1,2.
func BenchmarkDocuments(b *testing.B) {
	r := NewReader(english(b), Options{})
	var docs []*text.Document
	size := 0
	for _, d := range readGold(b, "timebank") {
		docs = append(docs, text.FromPlain("", d.Text))
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			for _, doc := range docs {
				read(r, doc)
			}
		}
	})
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
	texts := map[string]string{}
	for name, unit := range hostile {
		texts[name] = strings.Repeat(unit, 1<<17/len(unit))
	}
	for name, unit := range varied {
		var b strings.Builder
		for i := 0; b.Len() < 1<<17; i++ {
			b.WriteString(unit(i))
		}
		texts[name] = b.String()
	}
	for name, content := range texts {
		b.Run(name, func(b *testing.B) {
			doc := &text.Document{Text: content}
			before := processorTime()
			for range b.N {
				read(r, doc)
			}
			used := processorTime() - before
			b.ReportMetric(float64(len(doc.Text))*float64(b.N)/1e6/used.Seconds(), "MB/cpu-s")
		})
	}
}

// TestHostileIsLinear counts the steps of rules that hostile texts of two sizes
// cost: eight times the text may take hardly more than eight times as many, and
// no byte many.
func TestHostileIsLinear(t *testing.T) {
	const perByte = 20
	r := NewReader(english(t), Options{})
	steps := func(s string) int { return r.scan(&text.Document{Text: s}).steps }
	for name, unit := range hostile {
		small := steps(strings.Repeat(unit, 1<<11/len(unit)))
		large := steps(strings.Repeat(unit, 1<<14/len(unit)))
		if large > 9*small+1000 {
			t.Errorf("%s: %d steps for 2 KiB but %d for 16 KiB", name, small, large)
		}
		if large > perByte<<14 {
			t.Errorf("%s: %d steps for 16 KiB, want at most %d a byte", name, large, perByte)
		}
	}
}

// TestProseTakesFewSteps counts the steps of rules that prose costs: most words
// begin no expression, and a place that does is looked up before it is read.
func TestProseTakesFewSteps(t *testing.T) {
	r := NewReader(english(t), Options{})
	const plain = "They went on and said nothing of it, for the door was shut and the rain came in from the hills. "
	const dated = "The bridge was opened on 3 May 1921 and closed again two years later, on a Friday in June. "
	for unit, most := range map[string]int{plain: 30, dated: 500} {
		doc := &text.Document{Text: strings.Repeat(unit, 20)}
		if steps := r.scan(doc).steps; 100*steps > most*len(doc.Text) {
			t.Errorf("%q: %d steps for %d bytes, want at most %d for 100 bytes", unit, steps, len(doc.Text), most)
		}
	}
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
