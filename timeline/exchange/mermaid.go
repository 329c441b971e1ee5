package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// Mermaid (https://mermaid.js.org) draws a timeline, which has words for its
// dates and no axis, and a gantt chart, whose axis knows the years 1 to 9999.
// Its texts have no way to write the characters that its grammar uses.

var mermaidText = strings.NewReplacer("#", "＃", ":", "：", ";", "；", "%", "％", "{", "｛", "}", "｝", "<", "＜", ">", "＞")

// mermaidLine returns s as one line that is nothing but text to Mermaid.
func mermaidLine(s string) string {
	s = mermaidText.Replace(oneLine(s))
	if s == "" {
		return "…"
	}
	return s
}

func writeMermaidTimeline(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "timeline\n")
	if t.Title != "" {
		fmt.Fprintf(b, "    title %s\n", mermaidLine(t.Title))
	}
	last := ""
	for _, e := range t.Events {
		period := mermaidLine(e.When.Words(when.Short))
		if period == last {
			fmt.Fprintf(b, "    %s : %s\n", strings.Repeat(" ", len(period)), mermaidLine(marked(e)))
		} else {
			fmt.Fprintf(b, "    %s : %s\n", period, mermaidLine(marked(e)))
		}
		last = period
	}
	return b.Flush()
}

// marked returns the title of an event, with its status if it did not happen.
func marked(e timeline.Event) string {
	if e.Status == timeline.Happened {
		return e.Title
	}
	return fmt.Sprintf("%s (%s)", e.Title, e.Status)
}

func holdsMermaidGantt(e timeline.Event) bool { return holdsICS(e) }

func writeMermaidGantt(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "gantt\n")
	if t.Title != "" {
		fmt.Fprintf(b, "    title %s\n", mermaidLine(t.Title))
	}
	fmt.Fprintf(b, "    dateFormat YYYY-MM-DD\n    axisFormat %%Y-%%m-%%d\n")
	for _, lane := range lanes(t.Events) {
		if lane.name != "" {
			fmt.Fprintf(b, "    section %s\n", mermaidLine(lane.name))
		}
		for _, i := range lane.events {
			e := t.Events[i]
			first, last, _ := pointAndEnd(e.When)
			start, end := first.interval().Start.Floor(when.Day), (last.interval().End-1).Floor(when.Day).Add(1, when.Day)
			task := "e" + strconv.Itoa(i+1)
			if end == start.Add(1, when.Day) {
				fmt.Fprintf(b, "    %s :milestone, %s, %s, 0d\n", mermaidLine(marked(e)), task, ganttDay(start))
			} else {
				fmt.Fprintf(b, "    %s :%s, %s, %s\n", mermaidLine(marked(e)), task, ganttDay(start), ganttDay(end))
			}
		}
	}
	return b.Flush()
}

func ganttDay(t when.Instant) string { return stamp{t.Civil(), when.Day}.String() }

// lane is the events that share their first tag.
type lane struct {
	name   string
	events []int
}

// lanes groups events by their first tag, in the order in which tags come up;
// events without one come first.
func lanes(events []timeline.Event) []lane {
	all := []lane{{}}
	index := map[string]int{"": 0}
	for i, e := range events {
		tag := firstTag(e)
		at, ok := index[tag]
		if !ok {
			at = len(all)
			index[tag] = at
			all = append(all, lane{name: tag})
		}
		all[at].events = append(all[at].events, i)
	}
	return all
}
