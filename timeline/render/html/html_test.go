package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

// many returns a timeline of n events between 1900 and 2000.
func many(n int) *timeline.Timeline {
	var events []timeline.Event
	seed := uint32(1921)
	random := func(below int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % below
	}
	for i := range n {
		y, m, d := 1900+random(100), 1+random(12), 1+random(28)
		iv := when.Interval{Start: when.Date(y, m, d), Grain: when.Day}
		iv.End = iv.Start.Add(1, when.Day)
		switch i % 5 {
		case 1:
			iv = when.Interval{Start: when.Date(y, m, 1), End: when.Date(y, m, 1).Add(1, when.Month), Grain: when.Month}
		case 2:
			iv = when.Interval{Start: when.Date(y, 1, 1), End: when.Date(y+2, 1, 1), Grain: when.Year, Throughout: true}
		}
		events = append(events, timeline.Event{
			ID: fmt.Sprint(i), Title: fmt.Sprintf("Event %d of the register", i), When: when.One(iv),
			Importance: float64(random(1000)) / 1000, Status: timeline.Status(i % 7 % 4), Inferred: i%3 == 0,
			Sources: []timeline.Source{{
				Document: "The register", URL: "https://example.org/register", Page: 1 + i%9,
				Quote: fmt.Sprintf("On that day, entry %d was made.", i), TimeWords: "On that day", Why: "The register gives the day.",
			}},
		})
	}
	return timeline.New("A register <of> events", events)
}

// written returns the page of a timeline.
func written(t testing.TB, tl *timeline.Timeline, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	tl := many(3)
	tl.Events[0].When = when.Choice{
		{Start: when.First, End: when.Date(1066, 1, 1), Grain: when.Year, Circa: true},
		{Start: when.Date(-43, 1, 1), End: when.Date(-42, 1, 1), Grain: when.Year},
	}
	tl.Events[0].Status, tl.Events[0].Inferred = timeline.Planned, true
	tl.Events[0].Sources[0].TimeWords = "nowhere in the quote"
	tl.Events[1].Sources[0].URL = "javascript:alert(1)"
	tl.Events[2].Title = ""
	page := string(written(t, tl, Options{Words: func(when.Choice) string { return "in <words>" }}))
	for _, want := range []string{
		"<title>A register &lt;of&gt; events</title>",
		fmt.Sprintf(`data-when="-,%d,sc;%d,%d,s"`, when.Date(1066, 1, 1), when.Date(-43, 1, 1), when.Date(-42, 1, 1)),
		` data-status="planned" data-inferred`,
		"<time>in &lt;words&gt;</time>, planned, worked out</p>",
		"<blockquote>On that day, entry ",
		"<blockquote><mark>On that day</mark>, entry ",
		`href="https://example.org/register">The register</a>, page `,
		`<p class="from">The register, page `,
		">Untitled</a></h2>",
		"default-src 'none'",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	for _, no := range []string{"javascript:", "<of>", " src=", "@import"} {
		if strings.Contains(page, no) {
			t.Errorf("there is %q in the page", no)
		}
	}
	if again := string(written(t, tl, Options{Words: func(when.Choice) string { return "in <words>" }})); again != page {
		t.Error("two runs differ")
	}
}

func TestSizeOfAnEmptyPage(t *testing.T) {
	if n := len(written(t, timeline.New("", nil), Options{})); n > 200_000 {
		t.Errorf("a page without events takes %d bytes, want at most 200,000", n)
	}
}

// full is a writer that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteReportsTheWriter(t *testing.T) {
	err := Write(full{}, many(3), Options{})
	if !errors.Is(err, io.ErrShortWrite) || !strings.HasPrefix(err.Error(), "html: ") {
		t.Errorf("Write = %v, want the writer's error", err)
	}
}
