package parse

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

var update = flag.Bool("update", false, "rewrite testdata/eval.txt")

// shared is where the annotated articles and corpora lie. They are not part of
// the project; without them the measurements are skipped.
const shared = "../../shared"

// golden holds the figures reached so far. They may only rise.
const golden = "testdata/eval.txt"

// figure is a line of the table.
type figure struct {
	name  string
	value float64
}

// TestEval measures the events found in annotated articles against what people
// found, and fails if a figure falls below the golden one.
func TestEval(t *testing.T) {
	if _, err := os.Stat(filepath.Join(shared, "articles/events.jsonl")); err != nil {
		t.Skip("no annotated articles in ../shared: nothing is measured")
	}
	var table []figure
	for _, measure := range []func(*testing.T) []figure{evalSeed, evalEvents, evalMeantime, evalT17} {
		table = append(table, measure(t)...)
	}
	var b strings.Builder
	for _, f := range table {
		fmt.Fprintf(&b, "%-44s %.3f\n", f.name, f.value)
	}
	t.Log("\n" + b.String())
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	reached := readGolden(t)
	for _, f := range table {
		if f.value < reached[f.name]-0.0005 {
			t.Errorf("%s = %.3f, was %.3f", f.name, f.value, reached[f.name])
		}
	}
}

// readGolden reads the table of figures.
func readGolden(t *testing.T) map[string]float64 {
	content, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	reached := map[string]float64{}
	for line := range strings.Lines(string(content)) {
		i := strings.LastIndexByte(strings.TrimSpace(line), ' ')
		if v, err := strconv.ParseFloat(strings.TrimSpace(line[i+1:]), 64); err == nil {
			reached[strings.TrimSpace(line[:i])] = v
		}
	}
	return reached
}

// eachLine calls f for every line of a file under ../shared.
func eachLine[T any](t *testing.T, path string, f func(T)) {
	file, err := os.Open(filepath.Join(shared, path))
	if err != nil {
		t.Skipf("%v: nothing is measured", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		f(v)
	}
}

// read reads a text that was written on a day in ISO form, or on no known day.
func read(t *testing.T, name, s, day string) *Reading {
	doc := text.FromPlain(name, s)
	if iv := dayOf(day); !iv.IsZero() {
		doc.Dates = []text.Stamp{{When: iv, Origin: "the corpus", Raw: day}}
	}
	r, err := Article(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func dayOf(s string) when.Interval {
	d, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	if err != nil {
		return when.Interval{}
	}
	return when.Date(d.Year(), int(d.Month()), d.Day()).Unit(when.Day)
}

// evalSeed counts the expected events of the seed article that are found.
func evalSeed(t *testing.T) []figure {
	content, err := os.ReadFile(filepath.Join(shared, "seed/article.txt"))
	if err != nil {
		t.Skipf("%v: nothing is measured", err)
	}
	expected, err := os.ReadFile(filepath.Join(shared, "seed/expected.json"))
	if err != nil {
		t.Skipf("%v: nothing is measured", err)
	}
	var want struct {
		Events []struct {
			When  string
			About []string
		}
	}
	if err := json.Unmarshal(expected, &want); err != nil {
		t.Fatal(err)
	}
	r := read(t, "seed", string(content), "")
	used := map[int]bool{}
	for _, w := range want.Events {
		i := slices.IndexFunc(r.Events, func(d story.Draft) bool {
			return d.When.EDTF() == w.When && isAbout(d.Title+" "+d.Speaker, w.About)
		})
		if i < 0 || used[i] && !otherAbout(r.Events, used, w.When, w.About) {
			t.Logf("seed: no event %s about %v", w.When, w.About)
			continue
		}
		used[i] = true
	}
	return []figure{{"seed, found of those expected", float64(len(used)) / float64(len(want.Events))}}
}

// isAbout reports whether s has one of the alternatives, which "|" separates, of
// every entry.
func isAbout(s string, about []string) bool {
	for _, a := range about {
		if !slices.ContainsFunc(strings.Split(strings.ToLower(a), "|"), func(w string) bool { return strings.Contains(strings.ToLower(s), w) }) {
			return false
		}
	}
	return true
}

// otherAbout marks another event that fits, one that is not used yet.
func otherAbout(events []story.Draft, used map[int]bool, at string, about []string) bool {
	for i, d := range events {
		if !used[i] && d.When.EDTF() == at && isAbout(d.Title+" "+d.Speaker, about) {
			used[i] = true
			return true
		}
	}
	return false
}

// event is an event as articles/score_events.py reads it.
type event struct {
	When      string `json:"when"`
	Title     string `json:"title"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	TimeStart int    `json:"time_start"`
	TimeEnd   int    `json:"time_end"`
}

// evalEvents scores the events of the annotated articles with the script that
// lies beside them.
func evalEvents(t *testing.T) []figure {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 for score_events.py: nothing is measured")
	}
	var out bytes.Buffer
	var sure, right float64
	eachLine(t, "articles/events.jsonl", func(gold struct {
		ID, Dct string
		Source  string `json:"dct_source"`
		Events  []struct{ When, Quote string }
	},
	) {
		paths, _ := filepath.Glob(filepath.Join(shared, "articles/expected", gold.ID+"-*.txt"))
		if len(paths) == 0 {
			t.Fatalf("no text for %s", gold.ID)
		}
		content, err := os.ReadFile(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		day := gold.Dct
		if gold.Source == "text" {
			day = ""
		}
		r := read(t, gold.ID, string(content), day)
		for _, d := range r.Events {
			if d.Confidence < 0.9 {
				continue
			}
			for _, g := range gold.Events {
				if at := strings.Index(string(content), g.Quote); at >= 0 && d.TimeWords[0].Start >= at && d.TimeWords[0].Start < at+len(g.Quote) {
					sure++
					if d.Date() == g.When {
						right++
					}
					break
				}
			}
		}
		line, _ := json.Marshal(map[string]any{"id": gold.ID, "events": asEvents(r)})
		out.Write(append(line, '\n'))
	})
	pred := filepath.Join(t.TempDir(), "pred.jsonl")
	if err := os.WriteFile(pred, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(shared, "articles/score_events.py")
	table, err := exec.Command(python, script, "--json", filepath.Join(shared, "articles/events.jsonl"), pred).Output()
	if err != nil {
		t.Fatalf("score_events.py: %v", err)
	}
	var scores map[string]any
	if err := json.Unmarshal(table, &scores); err != nil {
		t.Fatal(err)
	}
	number := func(name string) float64 { v, _ := scores[name].(float64); return v }
	f1, _ := scores["events"].(map[string]any)["f1"].(float64)
	return []figure{
		{"articles, events F1", f1},
		{"articles, exact date of matched", number("exact when, of matched")},
		{"articles, recall of salience 3", number("recall, salience 3")},
		{"articles, title ROUGE-1 F1", number("title rouge-1 f1")},
		{"articles, titles of at most 12 words", 1 - number("titles over 12 words")},
		{"articles, right among confidence >= 0.9", right / max(1, sure)},
	}
}

func asEvents(r *Reading) []event {
	points := text.NewCodePoints(r.Document.Text)
	events := make([]event, len(r.Events))
	for i, d := range r.Events {
		last := d.TimeWords[len(d.TimeWords)-1]
		events[i] = event{d.Date(), d.Title, points.At(d.Evidence.Start), points.At(d.Evidence.End), points.At(d.TimeWords[0].Start), points.At(last.End)}
	}
	return events
}

// evalMeantime counts the event mentions whose date by a person is the one that
// the article gives for their place.
func evalMeantime(t *testing.T) []figure {
	all, right := 0, 0
	eachLine(t, "corpora/timelines/meantime-event-dates.jsonl", func(d struct {
		ID, Dct, Text string
		Events        []struct {
			Start int
			Date  *string
		}
	},
	) {
		r := read(t, d.ID, d.Text, d.Dct)
		runes := []rune(d.Text)
		for _, e := range d.Events {
			if e.Date == nil || strings.HasPrefix(*e.Date, "X") {
				continue
			}
			all++
			if r.DateAt(len(string(runes[:e.Start]))).EDTF() == strings.ReplaceAll(*e.Date, "-XX", "") {
				right++
			}
		}
	})
	return []figure{{"meantime, mentions with their exact date", float64(right) / float64(max(1, all))}}
}

// evalT17 ranks the days of each topic by the importance of their events and
// compares as many as journalists' timelines have with those.
func evalT17(t *testing.T) []figure {
	days := map[string]map[string]float64{}
	eachLine(t, "corpora/timelines/articles-t17.jsonl", func(d struct{ ID, Topic, Dct, Text string }) {
		if days[d.Topic] == nil {
			days[d.Topic] = map[string]float64{}
		}
		for _, e := range read(t, d.ID, d.Text, d.Dct).Events {
			if at := e.When.Hull(); at.Grain <= when.Day && !at.Open() {
				days[d.Topic][at.Start.Unit(when.Day).EDTF()] += e.Importance
			}
		}
	})
	sum, n := 0.0, 0
	eachLine(t, "corpora/timelines/timelines.jsonl", func(d struct {
		Topic   string
		Entries []struct{ Date string }
	},
	) {
		if ranked := days[d.Topic]; ranked != nil {
			wanted := map[string]bool{}
			for _, e := range d.Entries {
				wanted[e.Date] = true
			}
			sum += dateF1(ranked, wanted)
			n++
		}
	})
	return []figure{{"t17 haiti and h1n1, date F1", sum / float64(max(1, n))}}
}

// dateF1 takes as many of the best ranked days as are wanted and returns the
// share that is.
func dateF1(ranked map[string]float64, wanted map[string]bool) float64 {
	days := make([]string, 0, len(ranked))
	for day := range ranked {
		days = append(days, day)
	}
	slices.SortFunc(days, func(a, b string) int {
		return cmp.Or(cmp.Compare(ranked[b], ranked[a]), strings.Compare(a, b))
	})
	hits := 0
	for _, day := range days[:min(len(days), len(wanted))] {
		if wanted[day] {
			hits++
		}
	}
	return float64(hits) / float64(max(1, len(wanted)))
}
