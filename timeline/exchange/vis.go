package exchange

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// vis-timeline (https://visjs.github.io/vis-timeline) takes its dates from
// JavaScript, where years outside 0 to 9999 have six digits and a sign, and no
// date lies further than jsYears from 1970. Its texts are HTML. Items may have
// fields of one's own, of which "event" holds the whole event.

// jsYears is the reach of a JavaScript date, to the year.
const jsYears = 271_000

type visDocument struct {
	Title  string            `json:"title,omitempty"`
	Groups []visGroup        `json:"groups"`
	Items  []json.RawMessage `json:"items"`
}

type visGroup struct {
	ID      visID  `json:"id"`
	Content string `json:"content"`
}

type visItem struct {
	ID      visID           `json:"id,omitempty"`
	Group   visID           `json:"group,omitempty"`
	Type    string          `json:"type,omitempty"`
	Content string          `json:"content"`
	Title   string          `json:"title,omitempty"`
	Start   string          `json:"start"`
	End     string          `json:"end,omitempty"`
	Style   string          `json:"style,omitempty"`
	Event   json.RawMessage `json:"event,omitempty"`
}

// visID is an ID, which may be a number in a file.
type visID string

// UnmarshalJSON reads a string or a number.
func (id *visID) UnmarshalJSON(data []byte) error {
	s := string(data)
	if s == "null" {
		return nil
	}
	if strings.HasPrefix(s, `"`) {
		return json.Unmarshal(data, (*string)(id))
	}
	if strings.Trim(s, "+-.eE0123456789") != "" {
		return fmt.Errorf("%s is no ID", s)
	}
	*id = visID(s)
	return nil
}

func holdsVis(e timeline.Event) bool {
	first, last, _ := pointAndEnd(e.When)
	return first.Year > -jsYears && last.Year < jsYears && (first != stamp{})
}

func writeVis(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "{")
	if t.Title != "" {
		title, err := marshal(t.Title)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "\n\"title\": %s,", title)
	}
	groups := visGroups(t.Events)
	fmt.Fprint(b, "\n\"groups\": ")
	if err := writeLines(b, len(groups), func(i int) (any, error) { return groups[i], nil }); err != nil {
		return err
	}
	fmt.Fprint(b, ",\n\"items\": ")
	if err := writeLines(b, len(t.Events), func(i int) (any, error) { return newVisItem(t.Events[i]) }); err != nil {
		return err
	}
	fmt.Fprintln(b, "}")
	return b.Flush()
}

// visGroups makes a group of each first tag.
func visGroups(events []timeline.Event) []visGroup {
	var groups []visGroup
	for _, l := range lanes(events) {
		if l.name != "" {
			groups = append(groups, visGroup{visID(l.name), escapeInline(l.name)})
		}
	}
	return groups
}

func newVisItem(e timeline.Event) (visItem, error) {
	whole, err := marshal(NewJSONEvent(e))
	if err != nil {
		return visItem{}, err
	}
	item := visShown(e)
	item.Event = json.RawMessage(whole)
	return item, nil
}

// visShown returns what vis-timeline shows of an event.
func visShown(e timeline.Event) visItem {
	first, last, _ := pointAndEnd(e.When)
	item := visItem{
		ID: visID(e.ID), Group: visID(firstTag(e)), Type: "box",
		Content: escapeInline(e.Title), Title: toHTML(describe(e)), Start: jsDate(first.interval().Start, first.grain),
	}
	if last != first || first.grain > when.Day {
		item.Type = "range"
		item.End = jsDate(last.interval().End, last.grain)
	}
	if e.Color != "" {
		item.Style = "background-color: " + e.Color
	}
	return item
}

// jsDate writes an instant so that JavaScript reads it, in local time: as a day
// where that is enough.
func jsDate(t when.Instant, g when.Grain) string {
	s := stamp{t.Civil(), when.Day}
	if g < when.Day {
		s.grain = when.Second
	}
	year := fmt.Sprintf("%04d", s.Year)
	if s.Year < 0 {
		year = fmt.Sprintf("-%06d", -s.Year)
	} else if s.Year > 9999 {
		year = fmt.Sprintf("+%06d", s.Year)
	}
	return year + s.rest()
}

func sniffVis(head string) bool {
	head = strings.TrimLeft(head, " \t\r\n")
	if strings.HasPrefix(head, "[") {
		return strings.Contains(head, `"content"`) && strings.Contains(head, `"start"`)
	}
	return strings.HasPrefix(head, "{") && (strings.Contains(head, `"items"`) || strings.Contains(head, `"groups"`)) && strings.Contains(head, `"content"`)
}

func readVis(in *input) (draft, error) {
	var doc visDocument
	var err error
	if strings.HasPrefix(strings.TrimLeft(in.text, " \t\r\n"), "[") {
		err = in.unmarshal(in.text, 0, &doc.Items)
	} else {
		err = in.unmarshal(in.text, 0, &doc)
	}
	if err != nil {
		return draft{}, err
	}
	groups := map[visID]string{}
	for _, g := range doc.Groups {
		groups[g.ID] = fromHTML(g.Content)
	}
	d := draft{title: doc.Title}
	offset := 0
	for _, raw := range doc.Items {
		offset += strings.Index(in.text[offset:], string(raw))
		var item visItem
		if err := in.unmarshal(string(raw), offset, &item); err != nil {
			in.problems = append(in.problems, err)
			continue
		}
		e, err := item.whole(groups)
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

// whole returns the event of an item, with the fields that vis-timeline does
// not know if the item has them.
func (item visItem) whole(groups map[visID]string) (timeline.Event, error) {
	seen, err := item.event(groups)
	if err != nil || item.Event == nil {
		return seen, err
	}
	var j JSONEvent
	if err := json.Unmarshal(item.Event, &j); err != nil {
		return timeline.Event{}, errors.New(`"event" is not an event as written by Dateline; remove it`)
	}
	stored, err := j.Event()
	if err != nil {
		return timeline.Event{}, err
	}
	shown, err := visShown(stored).event(map[visID]string{visID(firstTag(stored)): firstTag(stored)})
	return reconcile(stored, shown, seen), err
}

// event returns what the fields of vis-timeline alone say.
func (item visItem) event(groups map[visID]string) (timeline.Event, error) {
	e := timeline.Event{ID: string(item.ID), Title: fromHTML(item.Content)}
	e.Note, e.Sources = undescribe(fromHTML(item.Title))
	if name, ok := groups[item.Group]; ok && name != "" {
		e.Tags = []string{name}
	} else if item.Group != "" {
		e.Tags = []string{string(item.Group)}
	}
	if color := strings.TrimPrefix(item.Style, "background-color: "); checkColor(color) == nil {
		e.Color = html.UnescapeString(color)
	}
	first, err := parseStamp(item.Start)
	if err != nil {
		return e, err
	}
	iv := first.interval()
	if item.End != "" {
		end, err := parseStamp(item.End)
		if err != nil {
			return e, err
		}
		if iv, err = exclusive(first.interval().Start, end.interval().Start, min(first.grain, end.grain)); err != nil {
			return e, err
		}
	}
	e.When = when.One(iv)
	return e, nil
}

// exclusive returns the stretch between two instants, which is a calendar unit
// if it can be. Without any length it is the unit of grain g that starts there.
func exclusive(start, end when.Instant, g when.Grain) (when.Interval, error) {
	if end < start {
		return when.Interval{}, errors.New("it ends before it starts")
	}
	if start == end {
		return start.Unit(g), nil
	}
	iv := when.Interval{Start: start, End: end, Grain: g}
	if unit, ok := plainUnit(iv); ok {
		iv.Grain = unit
		return iv, nil
	}
	iv.Throughout = true
	iv.Grain = min(boundary(start, when.Year), boundary(end, when.Year))
	return iv, nil
}
