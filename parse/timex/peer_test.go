package timex

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/parse/text"
	"dateline/parse/when"
)

// peerCase is a test case of another date parser, as peer-suites/README.md of
// the corpora describes it.
type peerCase struct {
	ID      string          `json:"id"`
	Ref     string          `json:"ref"`
	Config  string          `json:"config"`
	Options json.RawMessage `json:"options"`
	Latent  bool            `json:"latent"`
	Input   string          `json:"input"`
	Expect  []peerResult    `json:"expect"`
}

// peerResult is an expected expression; offsets are code points.
type peerResult struct {
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Text         string `json:"text"`
	Type         string `json:"type"`
	Timex        string `json:"timex"`
	StartTime    string `json:"start_time"`
	Grain        string `json:"grain"`
	Mod          string `json:"mod"`
	Holiday      string `json:"holiday"`
	Alternatives []struct {
		StartTime string `json:"start_time"`
	} `json:"alternatives"`
}

var zones = map[string]bool{"GMT": true, "CST": true, "BST": true, "PST": true, "EST": true, "MST": true, "CET": true, "GET": true, "cst": true, "pst": true, "IST": true, "UTC": true}

// used reports whether a case can be held against any parser: no options that
// only its own has, no zones, no modifiers, no bare numbers.
func (c *peerCase) used() bool {
	for _, word := range strings.Fields(c.Input) {
		if zones[strings.Trim(word, "().,?")] {
			return false
		}
	}
	if c.Latent || c.Config != "" && c.Config != "casual" || len(c.Options) > 0 && c.Config != "" {
		return false
	}
	for _, e := range c.Expect {
		if e.Mod != "" || e.Type == "timezone" || e.Holiday != "" {
			return false
		}
	}
	return true
}

func clockTime(s string) when.Instant {
	var c when.Civil
	if n, _ := fmt.Sscanf(s, "%d-%d-%dT%d:%d:%d", &c.Year, &c.Month, &c.Day, &c.Hour, &c.Minute, &c.Second); n < 6 {
		return when.First
	}
	return c.Instant()
}

var peerGrains = map[string]when.Grain{
	"second": when.Second, "minute": when.Minute, "hour": when.Hour, "day": when.Day, "week": when.Day,
	"month": when.Month, "quarter": when.Month, "year": when.Year, "": when.Minute,
}

// verdict is how a case went.
type verdict uint8

const (
	failed  verdict = iota
	foreign         // right by our convention, which differs from the suite's
	passed
)

// judge compares our readings with an expected one.
func (e *peerResult) judge(found []Timex, placed []Placement, points []int) verdict {
	best := failed
	for i := range found {
		if points[2*i] >= e.End || points[2*i+1] <= e.Start {
			continue
		}
		best = max(best, e.compare(&found[i], &placed[i]))
	}
	return best
}

// compare holds one reading against the expected one.
func (e *peerResult) compare(t *Timex, p *Placement) verdict {
	if e.Type == "duration" || e.Type == "set" {
		if p.Value == e.Timex || e.Type == "set" && t.Type == Set {
			return passed
		}
		return unlike(p.Value)
	}
	if len(p.When) == 0 && t.Type == Duration || e.StartTime == "" {
		return foreign // a bare length of time is no date to us; a bare season has no start to them
	}
	if len(p.When) == 0 {
		return unlike(p.Value)
	}
	grain := peerGrains[e.Grain]
	ours := p.When[0]
	wants := []string{e.StartTime}
	for _, a := range e.Alternatives {
		wants = append(wants, a.StartTime)
	}
	best := failed
	for _, s := range wants {
		want := clockTime(s)
		switch {
		case ours.Start.Floor(grain) == want.Floor(grain):
			return passed
		case t.elsewhere(ours, want, grain):
			best = foreign
		}
	}
	return best
}

// unlike tells a value that is vague to us from one that is wrong.
func unlike(value string) verdict {
	if strings.Contains(value, "X") {
		return foreign
	}
	return failed
}

// elsewhere reports whether a reading differs from the wanted one by convention
// only: a date without a year, month or week that lies one of them away, or one
// that we know less exactly and that holds the wanted moment.
func (t *Timex) elsewhere(ours when.Interval, want when.Instant, grain when.Grain) bool {
	if ours.Grain == when.Weekend { // whether a weekend starts on Friday
		return ours.Start.Add(-2, when.Day) <= want && want <= ours.End
	}
	if ours.Grain > grain && ours.Grain >= when.Week && ours.Contains(want) {
		return true
	}
	switch e := t.Expr.(type) {
	case when.PartOfDayOf: // the hours of the parts of day
		days := int((ours.Start.Floor(when.Day) - want.Floor(when.Day)) / 86400)
		return days == 0 || t.open(when.Week) && (days == 7 || days == -7)
	case when.Years: // whether a century starts in the year 1 or 0
		return ours.Start.Add(-1, when.Year) <= want && want <= ours.Start
	case when.Nth:
		return t.open(when.Year) && ours.Start.Add(-380, when.Day) < want && want < ours.Start.Add(380, when.Day)
	case when.Shift:
		if ours.Contains(want) {
			return true
		}
	case when.Clock: // whether 3 is in the morning
		if e.Half && ours.Start.Add(12, when.Hour).Floor(grain) == want.Floor(grain) {
			return true
		}
	case when.Stretch: // whether the unit that runs now counts
		unit := e.By.Finest()
		return ours.Start.Add(-1, unit) <= want && want <= ours.Start.Add(1, unit) || ours.End.Floor(grain) == want.Floor(grain)
	case when.Part: // how much of a unit is early or late
		return ours.Overlaps(when.Interval{Start: want.Add(-1, when.Day), End: want.Add(1, when.Month)})
	}
	for _, step := range []when.Grain{when.Day, when.Week, when.Month, when.Year} {
		for _, n := range []int{-1, 1} {
			if ours.Start.Add(n, step).Floor(grain) == want.Floor(grain) && t.open(step) {
				return true
			}
		}
	}
	return false
}

// open reports whether an expression leaves the choice of the unit open.
func (t *Timex) open(step when.Grain) bool {
	var open func(e when.Expr) bool
	open = func(e when.Expr) bool {
		switch e := e.(type) {
		case when.Calendar:
			return !e.HasYear && (step == when.Year && e.Month+e.Season+e.Quarter > 0 || step == when.Week && e.Weekday > 0 || step == when.Month && e.Day > 0 && e.Month == 0)
		case when.Toward:
			return step == when.Week && e.Of.Weekday > 0 || step == when.Year
		case when.Holiday:
			return !e.HasYear && step == when.Year
		case when.Clock:
			return step == when.Day && e.Day == nil || e.Day != nil && open(e.Day)
		case when.PartOfDayOf:
			return step == when.Day && e.Day == nil || e.Day != nil && open(e.Day)
		case when.Range:
			return open(e.From) || open(e.To)
		case when.Part:
			return open(e.Of)
		case when.About:
			return open(e.Of)
		case when.Nth:
			return open(e.Of)
		case when.Shift:
			return open(e.From)
		case when.Open:
			return open(e.Of)
		}
		return false
	}
	return open(t.Expr)
}

// TestEvalPeers prints how many cases of other parsers' suites are read as they
// expect. DATELINE_ERRORS=chrono lists the ones that fail.
func TestEvalPeers(t *testing.T) {
	r := NewReader(english(t), Options{})
	golden := readGolden(t)
	for _, name := range []string{"ms-recognizers", "chrono", "duckling", "dateparser", "olebedev-when"} {
		var count [3]int
		negative, quiet := 0, 0
		eachLine(t, filepath.Join(corpora, "peer-suites", name+".jsonl"), func(line []byte) {
			var c peerCase
			if err := json.Unmarshal(line, &c); err != nil {
				t.Fatal(err)
			}
			if !c.used() {
				return
			}
			found, placed, points := c.read(r)
			if len(c.Expect) == 0 {
				negative++
				if len(found) == 0 {
					quiet++
				} else if os.Getenv("DATELINE_ERRORS") == name {
					fmt.Printf("negative | %q | %v\n", c.Input, c.show(found, placed))
				}
				return
			}
			v := passed
			for i := range c.Expect {
				v = min(v, c.Expect[i].judge(found, placed, points))
			}
			count[v]++
			if v == failed && os.Getenv("DATELINE_ERRORS") == name {
				fmt.Printf("failed | %s | %q | want %s | got %s\n", c.Ref, c.Input, c.wants(), c.show(found, placed))
			}
		})
		shared := count[passed] + count[failed]
		golden.hold(t, name, []float64{100 * float64(count[passed]) / float64(max(shared, 1))})
		t.Logf("%-15s passed %4d of %4d shared, %5.1f %%   (other convention %d; silent on %d of %d negatives)",
			name, count[passed], shared, 100*float64(count[passed])/float64(max(shared, 1)), count[foreign], quiet, negative)
	}
}

// read reads the case and gives the places of what was found in code points.
func (c *peerCase) read(r *Reader) (found []Timex, placed []Placement, points []int) {
	doc := &text.Document{Text: c.Input}
	found = r.Find(doc)
	ref := clockTime(c.Ref)
	placed = r.Resolve(found, when.Interval{Start: ref, End: ref + 1, Grain: when.Second})
	count := text.NewCodePoints(c.Input)
	for _, t := range found {
		points = append(points, count.At(t.Start), count.At(t.End))
	}
	return found, placed, points
}

func (c *peerCase) wants() string {
	var out []string
	for _, e := range c.Expect {
		out = append(out, fmt.Sprintf("%q %s %s %s %s", e.Text, e.Type, e.Timex, e.StartTime, e.Grain))
	}
	return strings.Join(out, "; ")
}

func (c *peerCase) show(found []Timex, placed []Placement) string {
	var out []string
	for i := range found {
		out = append(out, fmt.Sprintf("%q %s %s", c.Input[found[i].Start:found[i].End], placed[i].Value, placed[i].When.EDTF()))
	}
	return strings.Join(out, "; ")
}
