package project

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/parse/text"
	"dateline/parse/when"
	"dateline/timeline"
)

// million is the size of a project that must still be quick to work with. With
// -short it is smaller, so that the benchmarks are over soon.
func million() int {
	if testing.Short() {
		return 20_000
	}
	return 1_000_000
}

// BenchmarkMillion measures what a reader waits for in a very large project.
func BenchmarkMillion(b *testing.B) {
	p := newProject(b)
	n := million()
	places := []string{"harbour", "mill", "bridge", "school", "station", "market", "chapel", "theatre", "library", "quarry"}
	start := time.Now()
	const batch = 20_000
	for at := 0; at < n; at += batch {
		records := make([]Record, min(batch, n-at))
		for i := range records {
			k := at + i
			r := event("e" + strconv.Itoa(k))
			at := when.Date(1700+k%300, 1+k%12, 1+k%28)
			r.Title = fmt.Sprintf("The %s of ward %d opens", places[k%len(places)], k%997)
			r.When, r.Importance = when.One(at.Unit(when.Day)), float64(k%1000)/1000
			r.Sources = []timeline.Source{{Document: "chronicle.txt", Quote: fmt.Sprintf("In that year the %s of ward %d was opened by the mayor.", places[k%len(places)], k%997), TimeWords: "that year", End: 60}}
			records[i] = r
		}
		if err := p.Put("import", records...); err != nil {
			b.Fatal(err)
		}
	}
	b.Logf("%d events imported in %v", n, time.Since(start).Round(time.Millisecond))
	b.Run("open to first batch", func(b *testing.B) {
		for b.Loop() {
			if err := p.Close(); err != nil {
				b.Fatal(err)
			}
			again, err := Open(p.Path())
			if err != nil {
				b.Fatal(err)
			}
			*p = *again
			for batch, err := range p.Events() {
				if err != nil || len(batch) == 0 {
					b.Fatal(err)
				}
				break
			}
		}
	})
	b.Run("load all", func(b *testing.B) {
		for b.Loop() {
			count := 0
			for batch, err := range p.Events() {
				if err != nil {
					b.Fatal(err)
				}
				count += len(batch)
			}
			if count != n {
				b.Fatalf("%d of %d events", count, n)
			}
		}
	})
	k := 0
	timed(b, "edit", func() error {
		k = (k + 7919) % n
		return p.Move("e"+strconv.Itoa(k), when.One(when.Date(1800+k%100, 1, 1).Unit(when.Day)))
	})
	timed(b, "undo", func() error { _, err := p.Undo(); return err })
}

// timed measures f, and reports the slowest percent beside the mean.
func timed(b *testing.B, name string, f func() error) {
	b.Run(name, func(b *testing.B) {
		var took []time.Duration
		for b.Loop() {
			start := time.Now()
			if err := f(); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)*99/100])/1e6, "p99-ms")
		b.ReportMetric(float64(took[len(took)-1])/1e6, "max-ms")
	})
}

// BenchmarkAddArticles measures a thousand articles of ten kilobytes with twenty
// events each.
func BenchmarkAddArticles(b *testing.B) {
	paragraph := "The council met in the old school and spoke about the harbour, the mill and the bridge for most of the evening. "
	var readings []Reading
	for i := range 1000 {
		a := article("a" + strconv.Itoa(i))
		a.Document = text.FromPlain("a.txt", strings.Repeat(strings.Repeat(paragraph, 5)+"\n\n", 10_000/len(paragraph)/5))
		r := Reading{Article: a}
		for k := range 20 {
			r.Events = append(r.Events, event(fmt.Sprint("e", i, "-", k)))
		}
		readings = append(readings, r)
	}
	for b.Loop() {
		p := newProject(b)
		for chunk := range slices.Chunk(readings, 50) {
			if err := p.AddArticles(chunk...); err != nil {
				b.Fatal(err)
			}
		}
	}
}
