package exchange

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
)

// Field is a part of an event, or of the timeline, that a format may lose.
type Field uint8

// The fields.
const (
	Whole Field = iota // the event is not in the file at all
	TimelineTitle
	ID
	Title
	When
	Status
	Inferred
	Confidence
	Importance
	Tags
	Note
	Color
	Sources
)

var fieldNames = [...]string{
	"event", "timeline's title", "id", "title", "time", "status", "inferred", "confidence",
	"importance", "tags", "note", "color", "sources",
}

// String returns the field in a word or two of English.
func (f Field) String() string { return fieldNames[f] }

// Loss is something that a file of a format would not give back.
type Loss struct {
	Event string // ID of the event; empty for a loss of the timeline itself
	Title string // of the event
	Field Field
	From  string // what it is now, in the words of the format's texts
	To    string // what the file would say instead; often empty
}

// Losses returns what would be lost if t were written in the format. For a
// format that is also read, nothing is declared and everything measured: t is
// written, read again and compared. For others it is what the format leaves out.
func (f Format) Losses(t *timeline.Timeline) ([]Loss, error) {
	held := f.held(t)
	back := draft{title: t.Title, events: held.Events}
	if f.Reads() {
		var buf bytes.Buffer
		if err := f.Write(&buf, t); err != nil {
			return nil, err
		}
		var err error
		if back, err = f.parse(buf.Bytes(), f.ID, ReadOptions{}); err != nil {
			return nil, fmt.Errorf("exchange: %s does not read its own file: %w", f.Name, err)
		}
		if len(back.events) != len(held.Events) {
			return nil, fmt.Errorf("exchange: %s gave back %d of %d events", f.Name, len(back.events), len(held.Events))
		}
	}
	var losses []Loss
	if t.Title != back.title || !f.Reads() && t.Title != "" && !slices.Contains(f.carries, TimelineTitle) {
		losses = append(losses, Loss{Field: TimelineTitle, From: t.Title, To: back.title})
	}
	next := 0
	for _, e := range t.Events {
		if f.holds != nil && !f.holds(e) {
			losses = append(losses, Loss{Event: e.ID, Title: e.Title, Field: Whole, From: e.When.EDTF()})
			continue
		}
		losses = append(losses, f.eventLosses(e, back.events[next])...)
		next++
	}
	return losses, nil
}

// eventLosses compares an event with what a file gives back.
func (f Format) eventLosses(e, back timeline.Event) []Loss {
	var losses []Loss
	for _, p := range parts {
		from, to := p.value(e), p.value(back)
		if !f.Reads() && !slices.Contains(f.carries, p.field) {
			to = p.value(timeline.Event{})
		}
		if !reflect.DeepEqual(from, to) {
			losses = append(losses, Loss{Event: e.ID, Title: e.Title, Field: p.field, From: p.text(e), To: lostText(p, back, to)})
		}
	}
	return losses
}

func lostText(p part, back timeline.Event, to any) string {
	if reflect.DeepEqual(to, p.value(timeline.Event{})) {
		return ""
	}
	return p.text(back)
}

// part is how one field of an event is compared and shown.
type part struct {
	field Field
	value func(timeline.Event) any
	text  func(timeline.Event) string
}

var parts = []part{
	{ID, func(e timeline.Event) any { return e.ID }, func(e timeline.Event) string { return e.ID }},
	{Title, func(e timeline.Event) any { return e.Title }, func(e timeline.Event) string { return e.Title }},
	{When, func(e timeline.Event) any { return e.When }, func(e timeline.Event) string { return e.When.EDTF() }},
	{Status, func(e timeline.Event) any { return e.Status }, func(e timeline.Event) string { return e.Status.String() }},
	{Inferred, func(e timeline.Event) any { return e.Inferred }, func(e timeline.Event) string { return strconv.FormatBool(e.Inferred) }},
	{Confidence, func(e timeline.Event) any { return e.Confidence }, func(e timeline.Event) string { return formatFloat(e.Confidence) }},
	{Importance, func(e timeline.Event) any { return e.Importance }, func(e timeline.Event) string { return formatFloat(e.Importance) }},
	{Tags, func(e timeline.Event) any { return strings.Join(e.Tags, "\x00") }, func(e timeline.Event) string { return strings.Join(e.Tags, ", ") }},
	{Note, func(e timeline.Event) any { return e.Note }, func(e timeline.Event) string { return e.Note }},
	{Color, func(e timeline.Event) any { return e.Color }, func(e timeline.Event) string { return e.Color }},
	{Sources, func(e timeline.Event) any { return fmt.Sprintf("%#v", e.Sources) }, citations},
}

// Tally counts the losses of each field, in the order of the fields: what a
// dialog shows before the list.
func Tally(losses []Loss) (fields []Field, counts []int) {
	var n [len(fieldNames)]int
	for _, l := range losses {
		n[l.Field]++
	}
	for f, count := range n {
		if count > 0 {
			fields = append(fields, Field(f))
			counts = append(counts, count)
		}
	}
	return fields, counts
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
