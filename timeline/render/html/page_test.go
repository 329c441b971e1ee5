package html

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline"
)

// shown opens a page of the timeline in a browser.
func shown(t *testing.T, tl *timeline.Timeline) *browser {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, written(t, tl, Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

const (
	statusText = "document.getElementById('status').textContent"
	under      = "document.getElementById('picture').title" // what the pointer is on
	detail     = "document.getElementById('panel').hidden ? '' : document.getElementById('detail').textContent"
)

// find moves the pointer over the picture until it is on an event in the middle,
// and then to the mark at its left end, which stays there when one zooms.
func find(t *testing.T, b *browser) (x, y float64, title string) {
	t.Helper()
	for y := 110.0; y < 640; y += 12 {
		for x := 500.0; x < 800; x += 40 {
			b.mouse("mouseMoved", x, y, nil)
			title, _ := b.eval(under).(string)
			if title == "" {
				continue
			}
			for b.eval(under) == title {
				x -= 4
				b.mouse("mouseMoved", x, y, nil)
			}
			x += 8
			b.mouse("mouseMoved", x, y, nil)
			return x, y, title
		}
	}
	t.Fatal("the pointer is on no event")
	return 0, 0, ""
}

func TestPageInBrowser(t *testing.T) {
	b := shown(t, many(25))
	if got := b.text(statusText); got != "25 events, 25 drawn" {
		t.Errorf("the page says %q", got)
	}
	x, y, title := find(t, b)
	name, _, _ := strings.Cut(title, "\n")

	b.wheel(x, y, -240)
	if got := b.text(statusText); got == "25 events, 25 drawn" {
		t.Error("the wheel does not zoom")
	}
	b.mouse("mouseMoved", x+1, y, nil)
	if got := b.text(under); got != title {
		t.Errorf("after zooming in, the pointer is on %q, want %q", got, title)
	}

	b.click(x, y)
	if got := b.text(detail); !strings.Contains(got, name) || !strings.Contains(got, "On that day, entry") {
		t.Errorf("a click shows %q, want %q and its sentence", got, name)
	}
	if got := b.text("document.querySelector('#detail mark').textContent + document.querySelector('#detail .from a').href"); got != "On that dayhttps://example.org/register" {
		t.Errorf("the detail marks and links %q", got)
	}
	b.key("Escape")
	if got := b.text(detail); got != "" {
		t.Errorf("after Escape the detail still shows %q", got)
	}

	b.mouse("mousePressed", x, y, leftButton)
	for i := range 8 {
		b.mouse("mouseMoved", x-float64(i+1)*20, y, map[string]any{"button": "left", "buttons": 1})
	}
	b.mouse("mouseReleased", x-160, y, map[string]any{"button": "left"})
	b.mouse("mouseMoved", x-159, y, nil)
	if got := b.text(under); got != title {
		t.Errorf("after dragging, the pointer is on %q, want %q", got, title)
	}
	if got := b.text(detail); got != "" {
		t.Errorf("dragging selects %q", got)
	}

	b.key("Home")
	b.key("/")
	b.call("Input.insertText", map[string]any{"text": "entry 12 was"}, nil)
	if got := b.text(statusText); !strings.HasPrefix(got, "1 found · 25 events, 25 drawn") {
		t.Errorf("a search says %q", got)
	}
	b.key("Enter")
	if got := b.text(detail); !strings.Contains(got, "entry 12 was made") {
		t.Errorf("Enter in the search shows %q", got)
	}

	b.eval("document.getElementById('search').value = ''; document.getElementById('search').dispatchEvent(new Event('input'))")
	b.key("Escape")
	b.key("ArrowDown")
	first := b.text(detail)
	b.key("ArrowDown")
	if second := b.text(detail); first == "" || second == "" || first == second {
		t.Errorf("arrow down goes from %q to %q", first, second)
	}

	b.eval("document.getElementById('all').open = true; document.querySelector('#e7 h2 a').click()")
	if got, want := b.text(detail), b.text("document.querySelector('#e7').textContent"); got != want {
		t.Errorf("the list shows %q, want %q", got, want)
	}
	if len(b.thrown) > 0 {
		t.Errorf("the script failed: %v", b.thrown)
	}
}

// TestPageIsSmooth turns the wheel over many events and measures the processor's
// time that the script takes for it, which does not depend on what else runs.
func TestPageIsSmooth(t *testing.T) {
	b := shown(t, many(10_000))
	b.call("Performance.enable", map[string]any{"timeDomain": "threadTicks"}, nil)
	scripts := func() (seconds float64) {
		var answer struct {
			Metrics []struct {
				Name  string
				Value float64
			}
		}
		b.call("Performance.getMetrics", nil, &answer)
		for _, m := range answer.Metrics {
			if m.Name == "ScriptDuration" {
				return m.Value
			}
		}
		t.Fatal("the browser does not measure scripts")
		return 0
	}
	const turns = 60
	before := scripts()
	for i := range turns {
		b.wheel(600, 400, []float64{-60, 40}[i/(turns/2)])
		b.text(statusText) // a frame is drawn
	}
	each := (scripts() - before) / turns
	t.Logf("%.1f ms of script for a turn of the wheel over 10,000 events", each*1000)
	if each > 0.016 || each <= 0 {
		t.Errorf("the script takes %.1f ms for a turn of the wheel, want at most 16", each*1000)
	}
	if len(b.thrown) > 0 {
		t.Errorf("the script failed: %v", b.thrown)
	}
}

// TestHostilePage opens a page whose events try to break out of it.
func TestHostilePage(t *testing.T) {
	tl := many(3)
	evil := `</h2><script>document.title="broken"</script><img src=x onerror='document.title="broken"'>"'`
	for i := range tl.Events {
		e := &tl.Events[i]
		e.Title, e.Note, e.Color = evil, evil, evil
		e.Sources[0].Quote, e.Sources[0].TimeWords, e.Sources[0].Why, e.Sources[0].Document = evil, "script", evil, evil
		e.Sources[0].URL = "javascript:document.title='broken'"
	}
	b := shown(t, tl)
	b.key("ArrowDown")
	b.eval("document.getElementById('picture').focus()")
	b.key("ArrowDown")
	if got := b.text(detail); !strings.Contains(got, "<script>") {
		t.Errorf("the detail shows %q, want the words as they are", got)
	}
	if got := b.text("document.title"); got == "broken" {
		t.Error("an event ran a script")
	}
	if got := b.text("document.querySelectorAll('#events a[href^=javascript], #events img, #events script').length"); got != "0" {
		t.Errorf("%s elements were broken in", got)
	}
}
