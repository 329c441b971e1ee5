package timex

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"dateline/parse/text"
	"dateline/parse/when"
)

// corpora is where annotated texts lie on the machines that have them; they may
// not be shipped with the project.
const corpora = "../../../shared/corpora"

// goldTimex is an annotated expression; offsets are code points.
type goldTimex struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
	Type   string `json:"type"`
	Value  string `json:"value"`
	InMeta bool   `json:"in_meta"`
}

// goldDoc is an annotated text.
type goldDoc struct {
	ID    string      `json:"id"`
	DCT   string      `json:"dct"`
	Text  string      `json:"text"`
	Timex []goldTimex `json:"timex"`
	// Partial is set where not every expression is annotated.
	Partial bool `json:"partial"`
}

// readGold reads a corpus, or skips the test where it is missing.
func readGold(tb testing.TB, name string) []goldDoc {
	tb.Helper()
	var docs []goldDoc
	eachLine(tb, filepath.Join(corpora, name+".jsonl"), func(line []byte) {
		var d goldDoc
		if err := json.Unmarshal(line, &d); err != nil {
			tb.Fatal(err)
		}
		docs = append(docs, d)
	})
	return docs
}

func eachLine(tb testing.TB, path string, do func([]byte)) {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Skipf("no corpus here: %v", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		if len(lines.Bytes()) > 0 {
			do(lines.Bytes())
		}
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
}

// parseMoment reads "2021-03-22" or "2021-03-22T10:30:00".
func parseMoment(s string) when.Interval {
	var c when.Civil
	n, _ := fmt.Sscanf(s, "%d-%d-%dT%d:%d:%d", &c.Year, &c.Month, &c.Day, &c.Hour, &c.Minute, &c.Second)
	if n < 3 {
		return when.Interval{}
	}
	return c.Instant().Unit(when.Day)
}

// readMarks annotates a text; offsets are code points as in the corpora.
func readMarks(r *Reader, body string, dct when.Interval) []goldTimex {
	doc := text.FromPlain("", body)
	found := r.Find(doc)
	marks := Marks(found, r.Resolve(found, dct))
	points := text.NewCodePoints(body)
	out := make([]goldTimex, len(marks))
	for i, m := range marks {
		out[i] = goldTimex{Start: points.At(m.Start), End: points.At(m.End), Text: doc.Slice(m.Span), Type: m.Type.String(), Value: m.Value}
	}
	return out
}

// tally counts as TempEval-3 does: see score.py of the corpora.
type tally struct{ gold, pred, relaxed, strict, types, values int }

func (a tally) plus(b tally) tally {
	return tally{a.gold + b.gold, a.pred + b.pred, a.relaxed + b.relaxed, a.strict + b.strict, a.types + b.types, a.values + b.values}
}

func f1(hit, pred, gold int) float64 {
	if pred+gold == 0 {
		return 100
	}
	return 200 * float64(hit) / float64(pred+gold)
}

// figures returns strict, relaxed, type and value F1 in percent.
func (a tally) figures() [4]float64 {
	relaxed := f1(a.relaxed, a.pred, a.gold)
	share := func(n int) float64 { return relaxed * float64(n) / float64(max(a.relaxed, 1)) }
	return [4]float64{f1(a.strict, a.pred, a.gold), relaxed, share(a.types), share(a.values)}
}

// evalError is a difference between an annotation and ours.
type evalError struct {
	kind, doc  string
	gold, pred *goldTimex
}

func overlap(a, b goldTimex) bool { return max(a.Start, b.Start) < min(a.End, b.End) }

// scoreDoc pairs gold and predicted expressions from left to right and counts.
func scoreDoc(id string, gold, pred []goldTimex) (tally, []evalError) {
	gold, pred = withoutMeta(gold, pred)
	c := tally{gold: len(gold), pred: len(pred)}
	used := make([]bool, len(pred))
	var errs []evalError
	i := 0
	for k := range gold {
		g := &gold[k]
		for i < len(pred) && pred[i].End <= g.Start {
			i++
		}
		paired := false
		for j := i; j < len(pred) && pred[j].Start < g.End; j++ {
			if used[j] || !overlap(*g, pred[j]) {
				continue
			}
			used[j], paired = true, true
			if kind := c.pair(*g, pred[j]); kind != "" {
				errs = append(errs, evalError{kind, id, g, &pred[j]})
			}
			break
		}
		if !paired {
			errs = append(errs, evalError{"missed", id, g, nil})
		}
	}
	for j := range pred {
		if !used[j] {
			errs = append(errs, evalError{"spurious", id, nil, &pred[j]})
		}
	}
	return c, errs
}

// pair counts a pair and returns in what it differs.
func (a *tally) pair(g, p goldTimex) string {
	var kinds []string
	a.relaxed++
	for _, f := range []struct {
		name  string
		same  bool
		count *int
	}{
		{"extent", g.Start == p.Start && g.End == p.End, &a.strict},
		{"type", g.Type == p.Type, &a.types},
		{"value", g.Value == p.Value, &a.values},
	} {
		if f.same {
			*f.count++
		} else {
			kinds = append(kinds, f.name)
		}
	}
	return strings.Join(kinds, "+")
}

// withoutMeta drops the date line of a document and what was read in it.
func withoutMeta(gold, pred []goldTimex) (g, p []goldTimex) {
	byStart := func(list []goldTimex) {
		sort.SliceStable(list, func(i, j int) bool {
			return list[i].Start < list[j].Start || list[i].Start == list[j].Start && list[i].End < list[j].End
		})
	}
	var meta []goldTimex
	for _, t := range gold {
		if t.InMeta {
			meta = append(meta, t)
		} else {
			g = append(g, t)
		}
	}
next:
	for _, t := range pred {
		for _, m := range meta {
			if overlap(t, m) {
				continue next
			}
		}
		p = append(p, t)
	}
	byStart(g)
	byStart(p)
	return g, p
}

// TestEvalCorpora prints how close the engine comes to the annotated corpora.
// DATELINE_ERRORS=timebank lists the differences on one corpus;
// DATELINE_HALF=0 or 1 restricts it to the even or odd documents.
func TestEvalCorpora(t *testing.T) {
	r := NewReader(english(t), Options{})
	golden := readGolden(t)
	for _, name := range []string{"timebank", "aquaint", "wikiwars-01-11", "tweets-train", "meantime-en-train", "gum-train", "timebank-dense-train"} {
		var total tally
		for i, d := range readGold(t, name) {
			if half := os.Getenv("DATELINE_HALF"); half != "" && fmt.Sprint(i%2) != half {
				continue
			}
			c, errs := scoreDoc(d.ID, d.Timex, readMarks(r, d.Text, parseMoment(d.DCT)))
			if d.Partial {
				c.pred = c.gold // what is read besides may well be right: only recall counts
			}
			total = total.plus(c)
			if os.Getenv("DATELINE_ERRORS") == name {
				printErrors(d, errs)
			}
		}
		f := total.figures()
		golden.hold(t, name, f[:])
		t.Logf("%-22s strict %5.1f  relaxed %5.1f  type %5.1f  value %5.1f   (gold %d, read %d)", name, f[0], f[1], f[2], f[3], total.gold, total.pred)
	}
}

// printErrors writes differences with the text around them.
func printErrors(d goldDoc, errs []evalError) {
	runes := []rune(d.Text)
	for _, e := range errs {
		at := e.gold
		if at == nil {
			at = e.pred
		}
		before := string(runes[max(0, at.Start-70):at.Start])
		after := string(runes[at.End:min(len(runes), at.End+40)])
		show := func(t *goldTimex) string {
			if t == nil {
				return "-"
			}
			return fmt.Sprintf("%q %s %s", t.Text, t.Type, t.Value)
		}
		context := strings.Join(strings.Fields(before+"[["+at.Text+"]]"+after), " ")
		fmt.Printf("%s | gold %s | pred %s | dct %s | %s | %s\n", e.kind, show(e.gold), show(e.pred), d.DCT, context, d.ID)
	}
}

var update = flag.Bool("update", false, "raise the figures in testdata/eval.txt to those reached")

const goldenFile = "testdata/eval.txt"

// goldenFigures are the figures reached before, in percent. They may only rise.
type goldenFigures struct {
	lines map[string][]float64
	order []string
}

func readGolden(t *testing.T) *goldenFigures {
	t.Helper()
	g := &goldenFigures{lines: map[string][]float64{}}
	content, err := os.ReadFile(goldenFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(content), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		var figures []float64
		for _, field := range fields[1:] {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				t.Fatalf("%s: %v", fields[0], err)
			}
			figures = append(figures, x)
		}
		g.order = append(g.order, fields[0])
		g.lines[fields[0]] = figures
	}
	t.Cleanup(func() {
		if *update {
			g.write(t)
		}
	})
	return g
}

// hold fails the test if a figure has fallen, unless only half of the documents
// were read. With -update it keeps the higher of the two.
func (g *goldenFigures) hold(t *testing.T, name string, figures []float64) {
	t.Helper()
	if os.Getenv("DATELINE_HALF") != "" {
		return
	}
	before, known := g.lines[name]
	if !known {
		g.order = append(g.order, name)
		before = make([]float64, len(figures))
		g.lines[name] = before
	}
	for i, x := range figures {
		switch {
		case *update:
			before[i] = max(before[i], math.Floor(x*10)/10)
		case x < before[i]:
			t.Errorf("%s: figure %d fell from %.1f to %.2f", name, i+1, before[i], x)
		}
	}
}

func (g *goldenFigures) write(t *testing.T) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# what the engine reaches, in percent; raised with: go test ./parse/timex -run Eval -update\n")
	b.WriteString("# corpora: strict, relaxed, type and value F1; suites of other parsers: shared cases read alike\n")
	for _, name := range g.order {
		b.WriteString(name)
		for _, x := range g.lines[name] {
			fmt.Fprintf(&b, " %.1f", x)
		}
		b.WriteString("\n")
	}
	if err := os.WriteFile(goldenFile, []byte(b.String()), 0o644); err != nil {
		t.Error(err)
	}
}
