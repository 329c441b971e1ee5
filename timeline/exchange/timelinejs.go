package exchange

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// TimelineJS (https://timeline.knightlab.com) counts years without a year 0:
// 44 BCE is -44. It has no uncertain dates; what a date means is in its display
// date, in words. Its texts are HTML.

type timelineJS struct {
	Scale  string            `json:"scale,omitempty"`
	Title  *timelineJSSlide  `json:"title,omitempty"`
	Events []json.RawMessage `json:"events"`
	Eras   []json.RawMessage `json:"eras,omitempty"`
}

type timelineJSSlide struct {
	ID          string          `json:"unique_id,omitempty"`
	Start       *timelineJSDate `json:"start_date,omitempty"`
	End         *timelineJSDate `json:"end_date,omitempty"`
	DisplayDate string          `json:"display_date,omitempty"`
	Text        struct {
		Headline string `json:"headline,omitempty"`
		Text     string `json:"text,omitempty"`
	} `json:"text"`
	Media *struct {
		URL     string `json:"url,omitempty"`
		Caption string `json:"caption,omitempty"`
	} `json:"media,omitempty"`
	Group      string `json:"group,omitempty"`
	Background *struct {
		Color string `json:"color,omitempty"`
	} `json:"background,omitempty"`
}

// timelineJSDate holds numbers, which files also write as strings.
type timelineJSDate struct {
	Year   looseInt  `json:"year"`
	Month  *looseInt `json:"month,omitempty"`
	Day    *looseInt `json:"day,omitempty"`
	Hour   *looseInt `json:"hour,omitempty"`
	Minute *looseInt `json:"minute,omitempty"`
	Second *looseInt `json:"second,omitempty"`
}

// looseInt is a number that may stand in quotes. An empty string is no number.
type looseInt struct {
	n     int
	given bool
}

// MarshalJSON writes a number.
func (i looseInt) MarshalJSON() ([]byte, error) { return strconv.AppendInt(nil, int64(i.n), 10), nil }

// UnmarshalJSON reads a number with or without quotes.
func (i *looseInt) UnmarshalJSON(data []byte) error {
	s := strings.TrimSpace(strings.Trim(string(data), `"`))
	if s == "" || s == "null" {
		return nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
	*i = looseInt{n, true}
	if err != nil {
		return fmt.Errorf("%q is not a whole number", s)
	}
	return nil
}

// cosmological is the year beyond which TimelineJS wants its other scale.
const cosmological = 200_000

func writeTimelineJS(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "{")
	hull := t.Hull()
	if hull.Start.Civil().Year < -cosmological || hull.End.Civil().Year > cosmological {
		fmt.Fprint(b, "\n\"scale\": \"cosmological\",")
	}
	if t.Title != "" {
		var slide timelineJSSlide
		slide.Text.Headline = escapeInline(t.Title)
		line, err := marshal(slide)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "\n\"title\": %s,", line)
	}
	fmt.Fprint(b, "\n\"events\": ")
	err := writeLines(b, len(t.Events), func(i int) (any, error) { return newTimelineJSSlide(t.Events[i]), nil })
	if err != nil {
		return err
	}
	fmt.Fprintln(b, "}")
	return b.Flush()
}

// escapeInline writes plain text as HTML without paragraphs.
func escapeInline(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(toHTML(s), "<p>"), "</p>")
}

func newTimelineJSSlide(e timeline.Event) timelineJSSlide {
	s := timelineJSSlide{ID: e.ID, Group: firstTag(e)}
	s.Text.Headline = escapeInline(e.Title)
	s.Text.Text = toHTML(describe(e))
	first, last, displayed := pointAndEnd(e.When)
	s.Start = newTimelineJSDate(first)
	if last != first {
		s.End = newTimelineJSDate(last)
	}
	if displayed {
		s.DisplayDate = e.When.Words(when.Short)
	}
	if e.Color != "" {
		s.Background = &struct {
			Color string `json:"color,omitempty"`
		}{e.Color}
	}
	return s
}

// pointAndEnd returns the first and last unit of a time for formats that need a
// start. An open start becomes the end, an open end the start. The words of a
// time that is more than these two say are to be displayed with it.
func pointAndEnd(c when.Choice) (first, last stamp, displayed bool) {
	hull := c.Hull()
	first, last, hasFirst, hasLast := stamps(hull)
	if !hasFirst {
		first = last
	}
	if !hasLast {
		last = first
	}
	iv, err := first.through(last)
	return first, last, err != nil || len(c) != 1 || iv != c[0]
}

func newTimelineJSDate(s stamp) *timelineJSDate {
	d := &timelineJSDate{Year: looseInt{historical(s.Year), true}}
	for _, f := range []struct {
		to    **looseInt
		value int
		grain when.Grain
	}{
		{&d.Month, s.Month, when.Month},
		{&d.Day, s.Day, when.Day},
		{&d.Hour, s.Hour, when.Minute},
		{&d.Minute, s.Minute, when.Minute},
		{&d.Second, s.Second, when.Second},
	} {
		if s.grain <= f.grain {
			*f.to = &looseInt{f.value, true}
		}
	}
	return d
}

// stamp reads a date, which counts as far as it is given.
func (d *timelineJSDate) stamp() (stamp, error) {
	if !d.Year.given {
		return stamp{}, fmt.Errorf("a date has no year")
	}
	s := stamp{when.Civil{Year: astronomical(d.Year.n), Month: 1, Day: 1}, when.Year}
	for _, f := range []struct {
		from  *looseInt
		to    *int
		grain when.Grain
	}{
		{d.Month, &s.Month, when.Month},
		{d.Day, &s.Day, when.Day},
		{d.Hour, &s.Hour, when.Minute},
		{d.Minute, &s.Minute, when.Minute},
		{d.Second, &s.Second, when.Second},
	} {
		if f.from == nil || !f.from.given {
			break
		}
		*f.to, s.grain = f.from.n, f.grain
	}
	if !s.exists() {
		return stamp{}, fmt.Errorf("there is no date %s", s)
	}
	return s, nil
}

func sniffTimelineJS(head string) bool {
	head = strings.TrimLeft(head, " \t\r\n")
	return strings.HasPrefix(head, "{") && strings.Contains(head, `"start_date"`) ||
		strings.HasPrefix(head, "{") && strings.Contains(head, `"headline"`) && strings.Contains(head, `"events"`)
}

func readTimelineJS(in *input) (draft, error) {
	var doc timelineJS
	if err := in.unmarshal(in.text, 0, &doc); err != nil {
		return draft{}, err
	}
	var d draft
	if doc.Title != nil {
		d.title = fromHTML(doc.Title.Text.Headline)
	}
	offset := 0
	for _, raw := range append(doc.Events, doc.Eras...) {
		at := strings.Index(in.text[offset:], string(raw))
		if at < 0 { // eras may stand before the events
			offset, at = 0, strings.Index(in.text, string(raw))
		}
		offset += at
		var slide timelineJSSlide
		if err := in.unmarshal(string(raw), offset, &slide); err != nil {
			in.problems = append(in.problems, err)
			continue
		}
		e, err := slide.event(in)
		if err != nil {
			in.problem(in.line(offset), "%v", err)
			continue
		}
		in.claim(e.ID, in.line(offset))
		d.events = append(d.events, e)
		offset += len(raw)
	}
	return d, nil
}

func (s timelineJSSlide) event(in *input) (timeline.Event, error) {
	e := timeline.Event{ID: s.ID, Title: fromHTML(s.Text.Headline)}
	if s.Start == nil {
		return e, fmt.Errorf("the event %q has no start_date", e.Title)
	}
	first, err := s.Start.stamp()
	if err != nil {
		return e, err
	}
	last := first
	if s.End != nil && s.End.Year.given {
		if last, err = s.End.stamp(); err != nil {
			return e, err
		}
	}
	if e.When, err = in.displayed(s.DisplayDate, first, last); err != nil {
		return e, err
	}
	e.Note, e.Sources = undescribe(fromHTML(s.Text.Text))
	if s.Media != nil && s.Media.URL != "" {
		e.Sources = append(e.Sources, timeline.Source{URL: s.Media.URL, Document: fromHTML(s.Media.Caption)})
	}
	if s.Group != "" {
		e.Tags = []string{s.Group}
	}
	if s.Background != nil && checkColor(s.Background.Color) == nil {
		e.Color = s.Background.Color
	}
	return e, nil
}

// displayed returns the time from first to last, or what the words displayed
// with it mean, if the reader's options can read them and they do not disagree.
func (in *input) displayed(words string, first, last stamp) (when.Choice, error) {
	iv, err := first.through(last)
	if err != nil {
		return nil, err
	}
	if in.opts.Date != nil && words != "" {
		if c, err := in.opts.Date(words); err == nil && len(c) > 0 && c.Hull().Overlaps(iv) {
			return c, nil
		}
	}
	return when.One(iv), nil
}

func firstTag(e timeline.Event) string {
	if len(e.Tags) == 0 {
		return ""
	}
	return e.Tags[0]
}
