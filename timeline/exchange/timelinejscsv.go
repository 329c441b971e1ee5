package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// timelineJSHeader are the columns of TimelineJS's spreadsheets, whose names it
// wants exactly so.
var timelineJSHeader = []string{
	"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
	"Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
}

func writeTimelineJSCSV(w io.Writer, t *timeline.Timeline) error {
	c, err := plainCSV.writer(w)
	if err != nil {
		return err
	}
	if err := c.Write(timelineJSHeader); err != nil {
		return err
	}
	if t.Title != "" {
		if err := c.Write(timelineJSRow(map[string]string{"Headline": escapeInline(t.Title), "Type": "title"})); err != nil {
			return err
		}
	}
	for _, e := range t.Events {
		first, last, displayed := pointAndEnd(e.When)
		row := map[string]string{
			"Headline": escapeInline(e.Title), "Text": toHTML(describe(e)), "Group": firstTag(e), "Background": e.Color,
		}
		putTimelineJSDate(row, "", first)
		if last != first {
			putTimelineJSDate(row, "End ", last)
		}
		if displayed {
			row["Display Date"] = e.When.Words(when.Short)
		}
		if err := c.Write(timelineJSRow(row)); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// timelineJSRow puts cells in the order of the columns. Years are numbers and
// may be negative; all others are defused.
func timelineJSRow(cells map[string]string) []string {
	row := make([]string, len(timelineJSHeader))
	for i, name := range timelineJSHeader {
		row[i] = cells[name]
		if !strings.HasSuffix(name, "Year") {
			row[i] = defuse(row[i])
		}
	}
	return row
}

// putTimelineJSDate writes a date into the columns that start with prefix.
func putTimelineJSDate(row map[string]string, prefix string, s stamp) {
	row[prefix+"Year"] = fmt.Sprint(historical(s.Year))
	if s.grain <= when.Month {
		row[prefix+"Month"] = fmt.Sprint(s.Month)
	}
	if s.grain <= when.Day {
		row[prefix+"Day"] = fmt.Sprint(s.Day)
	}
	if s.grain == when.Minute {
		row[prefix+"Time"] = fmt.Sprintf("%02d:%02d", s.Hour, s.Minute)
	}
	if s.grain == when.Second {
		row[prefix+"Time"] = fmt.Sprintf("%02d:%02d:%02d", s.Hour, s.Minute, s.Second)
	}
}

func sniffTimelineJSCSV(head string) bool {
	in := &input{text: firstRow(head)}
	t, err := in.readTable()
	return err == nil && slices.Contains(t.header, "Year") && slices.Contains(t.header, "Headline")
}

func readTimelineJSCSV(in *input) (draft, error) {
	t, err := in.readTable()
	if err != nil {
		return draft{}, err
	}
	at := map[string]int{}
	for i, name := range t.header {
		at[strings.TrimSpace(name)] = i
	}
	for _, name := range []string{"Year", "Headline"} {
		if _, ok := at[name]; !ok {
			return draft{}, fmt.Errorf("exchange: %s:1: no column %q among %s", in.name, name, quoted(t.header))
		}
	}
	var d draft
	for i, row := range t.rows {
		get := func(name string) string {
			if j, ok := at[name]; ok {
				return arm(strings.TrimSpace(cell(row, j)))
			}
			return ""
		}
		if get("Type") == "title" {
			d.title = fromHTML(get("Headline"))
			continue
		}
		slide, err := newSlideOfRow(get)
		if err == nil {
			var e timeline.Event
			if e, err = slide.event(in); err == nil {
				d.events = append(d.events, e)
			}
		}
		if err != nil {
			in.problem(t.lines[i], "%v", err)
		}
	}
	return d, nil
}

// newSlideOfRow makes a slide of the cells of a row, found by the column's name.
func newSlideOfRow(get func(string) string) (timelineJSSlide, error) {
	s := timelineJSSlide{DisplayDate: get("Display Date"), Group: get("Group")}
	if s.Group == "" {
		s.Group = get("Tag")
	}
	s.Text.Headline, s.Text.Text = get("Headline"), get("Text")
	if url := get("Media"); url != "" {
		s.Media = &struct {
			URL     string `json:"url,omitempty"`
			Caption string `json:"caption,omitempty"`
		}{url, get("Media Caption")}
	}
	if c := get("Background"); c != "" {
		s.Background = &struct {
			Color string `json:"color,omitempty"`
		}{c}
	}
	var err error
	if s.Start, err = timelineJSDateOfRow(get, ""); err == nil {
		s.End, err = timelineJSDateOfRow(get, "End ")
	}
	return s, err
}

// timelineJSDateOfRow reads the date in the columns that start with prefix, nil
// if they are empty.
func timelineJSDateOfRow(get func(string) string, prefix string) (*timelineJSDate, error) {
	d := &timelineJSDate{Month: &looseInt{}, Day: &looseInt{}, Hour: &looseInt{}, Minute: &looseInt{}, Second: &looseInt{}}
	hour, rest, _ := strings.Cut(get(prefix+"Time"), ":")
	minute, second, _ := strings.Cut(rest, ":")
	empty := true
	for _, f := range []struct {
		cell string
		to   *looseInt
	}{
		{get(prefix + "Year"), &d.Year},
		{get(prefix + "Month"), d.Month},
		{get(prefix + "Day"), d.Day},
		{hour, d.Hour},
		{minute, d.Minute},
		{second, d.Second},
	} {
		if err := json.Unmarshal([]byte(`"`+strings.Trim(f.cell, `"\`)+`"`), f.to); err != nil {
			return nil, err
		}
		empty = empty && !f.to.given
	}
	if empty {
		return nil, nil
	}
	return d, nil
}
