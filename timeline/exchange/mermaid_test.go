package exchange

import (
	"testing"

	"dateline/timeline"
)

func TestWriteMermaid(t *testing.T) {
	tl := timeline.New("A: b", []timeline.Event{
		{Title: "Talks; 50%", When: times["day"]},
		{Title: "Vote", When: times["day"], Status: timeline.Planned, Tags: []string{"#Port"}},
		{Title: "", When: times["BCE"]},
	})
	want := "timeline\n    title A： b\n    44 BCE : …\n    Mar 18, 2021 : Talks； 50％\n                 : Vote (planned)\n"
	if got := write(t, "mermaid", tl); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
	want = "gantt\n    title A： b\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m-%d\n" +
		"    Talks； 50％ :milestone, e1, 2021-03-18, 0d\n    section ＃Port\n    Vote (planned) :milestone, e2, 2021-03-18, 0d\n"
	if got := write(t, "mermaid-gantt", tl); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
}
