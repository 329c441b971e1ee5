package exchange

import (
	"testing"

	"dateline/timeline"
)

func TestWriteChronology(t *testing.T) {
	e := full()
	e.Title, e.Sources = "A *bold* [step]", e.Sources[:1]
	tl := timeline.New("Port_1", []timeline.Event{e})
	want := "# Port\\_1\n\n- **Thursday, May 5, 1921**: A \\*bold\\* \\[step\\] (planned)\n  (Harbour, Port Board)\n\n  Check the minutes.\n\n" +
		"  > It begins on 5 May, 1921.\n\n  — minutes.pdf, p. 3, <https://example.org/m>\n\n"
	if got := write(t, "markdown", tl); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
	want = "Port_1\n======\n\nThursday, May 5, 1921: A *bold* [step] (planned)\n    (Harbour, Port Board)\n    Check the\n    minutes.\n" +
		"    “It begins on 5 May, 1921.”\n    — minutes.pdf, p. 3, https://example.org/m\n\n"
	if got := write(t, "text", tl); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
}
