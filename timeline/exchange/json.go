package exchange

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// The identity of the JSON format. A change that older readers would misread
// raises the version.
const (
	jsonFormat  = "dateline"
	jsonVersion = 1
)

// JSONEvent is an event as the JSON and JSON Lines formats write it, and as
// project files keep it. Keys with their zero value are left out.
type JSONEvent struct {
	ID    string `json:"id,omitempty"`
	Title string `json:"title"`
	JSONTime
	Status     string         `json:"status,omitempty"` // "planned", "denied", "hypothetical"; happened if left out
	Inferred   bool           `json:"inferred,omitempty"`
	Confidence float64        `json:"confidence,omitempty"`
	Importance float64        `json:"importance,omitempty"`
	Tags       []string       `json:"tags,omitempty"`
	Note       string         `json:"note,omitempty"`
	Color      string         `json:"color,omitempty"` // "#rrggbb"
	Sources    []JSONSource   `json:"sources,omitempty"`
	Conflicts  []JSONConflict `json:"conflicts,omitempty"`
}

// JSONTime is when something happened.
type JSONTime struct {
	// When is the time in EDTF, ISO 8601-2:2019.
	When string `json:"when"`
	// Intervals is written only where EDTF alone would not give the same time
	// back, a calendar week for instance. It is believed only if it still
	// agrees with When.
	Intervals []JSONInterval `json:"intervals,omitempty"`
}

// JSONInterval is one alternative of a time: seconds since 1970-01-01T00:00:00
// in the proleptic Gregorian calendar, left out where the interval is open.
type JSONInterval struct {
	Start      *int64 `json:"start,omitempty"`
	End        *int64 `json:"end,omitempty"`
	Grain      string `json:"grain"`
	Throughout bool   `json:"throughout,omitempty"`
	Circa      bool   `json:"circa,omitempty"`
}

// JSONSource is one piece of evidence.
type JSONSource struct {
	Document  string `json:"document,omitempty"`
	URL       string `json:"url,omitempty"`
	Page      int    `json:"page,omitempty"`
	Quote     string `json:"quote,omitempty"`
	TimeWords string `json:"timeWords,omitempty"`
	Start     int    `json:"start,omitempty"` // bytes of the quote in the article's text
	End       int    `json:"end,omitempty"`
	Why       string `json:"why,omitempty"`
}

// JSONConflict is another date that an article gives for an event.
type JSONConflict struct {
	Event string `json:"event,omitempty"` // ID of the event that stands at that date
	JSONTime
	Source JSONSource `json:"source"`
}

// NewJSONEvent returns e in the form of the JSON format.
func NewJSONEvent(e timeline.Event) JSONEvent {
	j := JSONEvent{
		ID: e.ID, Title: e.Title, JSONTime: NewJSONTime(e.When), Inferred: e.Inferred,
		Confidence: e.Confidence, Importance: e.Importance, Tags: e.Tags, Note: e.Note, Color: e.Color,
	}
	if e.Status != timeline.Happened {
		j.Status = e.Status.String()
	}
	for _, s := range e.Sources {
		j.Sources = append(j.Sources, JSONSource(s))
	}
	for _, c := range e.Conflicts {
		j.Conflicts = append(j.Conflicts, JSONConflict{c.Event, NewJSONTime(c.When), JSONSource(c.Source)})
	}
	return j
}

// Event returns the event that j describes. An error tells which value is not
// one that the format knows.
func (j JSONEvent) Event() (timeline.Event, error) {
	e := timeline.Event{
		ID: j.ID, Title: j.Title, Inferred: j.Inferred,
		Confidence: j.Confidence, Importance: j.Importance, Tags: j.Tags, Note: j.Note, Color: j.Color,
	}
	var err error
	if e.When, err = j.Choice(); err != nil {
		return timeline.Event{}, err
	}
	if len(e.When) == 0 {
		return timeline.Event{}, errors.New(`no "when"; write a date such as "2021-03-18"`)
	}
	if e.Status, err = parseStatus(j.Status); err != nil {
		return timeline.Event{}, err
	}
	if err := errors.Join(checkFraction("confidence", j.Confidence), checkFraction("importance", j.Importance), checkColor(j.Color)); err != nil {
		return timeline.Event{}, err
	}
	for _, s := range j.Sources {
		e.Sources = append(e.Sources, timeline.Source(s))
	}
	for _, c := range j.Conflicts {
		other, err := c.Choice()
		if err != nil {
			return timeline.Event{}, fmt.Errorf("conflicts: %w", err)
		}
		e.Conflicts = append(e.Conflicts, timeline.Conflict{Event: c.Event, When: other, Source: timeline.Source(c.Source)})
	}
	return e, nil
}

// NewJSONTime returns c in the form of the JSON format.
func NewJSONTime(c when.Choice) JSONTime {
	j := JSONTime{When: c.EDTF()}
	if again, err := when.ParseEDTF(j.When); len(c) > 0 && (err != nil || !slices.Equal(again, c)) {
		for _, iv := range c {
			j.Intervals = append(j.Intervals, newJSONInterval(iv))
		}
	}
	return j
}

// Choice returns the time that j describes, which is empty if j is.
func (j JSONTime) Choice() (when.Choice, error) {
	var c when.Choice
	for _, i := range j.Intervals {
		iv, err := i.interval()
		if err != nil {
			return nil, err
		}
		c = append(c, iv)
	}
	if c.EDTF() == j.When {
		return c, nil
	}
	return when.ParseEDTF(j.When)
}

func newJSONInterval(iv when.Interval) JSONInterval {
	j := JSONInterval{Grain: iv.Grain.String(), Throughout: iv.Throughout, Circa: iv.Circa}
	if iv.Start != when.First {
		j.Start = new(int64(iv.Start))
	}
	if iv.End != when.Last {
		j.End = new(int64(iv.End))
	}
	return j
}

func (j JSONInterval) interval() (when.Interval, error) {
	grain, err := parseGrain(j.Grain)
	iv := when.Interval{Start: when.First, End: when.Last, Grain: grain, Throughout: j.Throughout, Circa: j.Circa}
	if j.Start != nil {
		iv.Start = when.Instant(*j.Start)
	}
	if j.End != nil {
		iv.End = when.Instant(*j.End)
	}
	if err == nil && iv.Start >= iv.End {
		err = errors.New("an interval ends before it starts")
	}
	return iv, err
}

// parseGrain is the inverse of Grain.String.
func parseGrain(s string) (when.Grain, error) {
	for g := when.NoGrain; g <= when.MegaYear; g++ {
		if g.String() == s {
			return g, nil
		}
	}
	return 0, fmt.Errorf("unknown grain %q; write day, month, year or the like", s)
}

// parseStatus is the inverse of Status.String; empty is Happened.
func parseStatus(s string) (timeline.Status, error) {
	for status := timeline.Happened; status <= timeline.Hypothetical; status++ {
		if s == status.String() {
			return status, nil
		}
	}
	if s == "" {
		return timeline.Happened, nil
	}
	return 0, fmt.Errorf("unknown status %q; write happened, planned, denied or hypothetical", s)
}

func checkFraction(name string, f float64) error {
	if math.IsNaN(f) || f < 0 || f > 1 {
		return fmt.Errorf("%s is %v; it must lie between 0 and 1", name, f)
	}
	return nil
}

func checkColor(s string) error {
	if s == "" || len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdefABCDEF") == "" {
		return nil
	}
	return fmt.Errorf("color %q is not of the form #rrggbb", s)
}

// jsonHead is the document around the events.
type jsonHead struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Title   string `json:"title,omitempty"`
}

func (h jsonHead) check() error {
	switch {
	case h.Format != jsonFormat:
		return fmt.Errorf(`no "format": %q; this is JSON of another kind`, jsonFormat)
	case h.Version > jsonVersion:
		return fmt.Errorf("written in version %d of the format, this program reads up to %d; use a newer one", h.Version, jsonVersion)
	}
	return nil
}

func writeJSON(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	head, err := marshal(jsonHead{jsonFormat, jsonVersion, t.Title})
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "%s,\n\"events\": ", strings.TrimSuffix(head, "}"))
	err = writeLines(b, len(t.Events), func(i int) (any, error) { return NewJSONEvent(t.Events[i]), nil })
	if err != nil {
		return err
	}
	fmt.Fprintln(b, "}")
	return b.Flush()
}

// writeLines writes a JSON array of n elements, one a line.
func writeLines(w io.Writer, n int, element func(int) (any, error)) error {
	fmt.Fprint(w, "[")
	for i := range n {
		v, err := element(i)
		if err != nil {
			return err
		}
		line, err := marshal(v)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprint(w, ",")
		}
		fmt.Fprint(w, "\n", line)
	}
	_, err := fmt.Fprint(w, "\n]")
	return err
}

// marshal returns v as one line of JSON, with < and & as they are.
func marshal(v any) (string, error) {
	var s strings.Builder
	enc := json.NewEncoder(&s)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(s.String(), "\n"), err
}

func sniffJSON(head string) bool {
	head = strings.TrimLeft(head, " \t\r\n")
	first, _, _ := strings.Cut(head, "\n")
	alone := json.Valid([]byte(first)) && !strings.Contains(first, `"events"`)
	return strings.HasPrefix(head, "{") && jsonKey(head, "format", jsonFormat) && !alone
}

// jsonKey reports whether the opening of a JSON document has the key with the
// given string value.
func jsonKey(head, key, value string) bool {
	_, rest, found := strings.Cut(head, `"`+key+`"`)
	rest = strings.TrimLeft(rest, " \t\r\n")
	rest, colon := strings.CutPrefix(rest, ":")
	return found && colon && strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), `"`+value+`"`)
}

func readJSON(in *input) (draft, error) {
	var doc struct {
		jsonHead
		Events []json.RawMessage `json:"events"`
	}
	if err := in.unmarshal(in.text, 0, &doc); err != nil {
		return draft{}, err
	}
	if err := doc.check(); err != nil {
		return draft{}, fmt.Errorf("exchange: %s:1: %w", in.name, err)
	}
	d := draft{title: doc.Title}
	offset := 0
	for _, raw := range doc.Events {
		offset += strings.Index(in.text[offset:], string(raw))
		d.events = in.appendJSON(d.events, string(raw), offset)
		offset += len(raw)
	}
	return d, nil
}

// appendJSON reads one event at an offset of the file and appends it.
func (in *input) appendJSON(events []timeline.Event, raw string, offset int) []timeline.Event {
	var j JSONEvent
	if err := in.unmarshal(raw, offset, &j); err != nil {
		in.problems = append(in.problems, err)
		return events
	}
	e, err := j.Event()
	if err != nil {
		in.problem(in.line(offset), "%v", err)
		return events
	}
	in.claim(e.ID, in.line(offset))
	return append(events, e)
}

// unmarshal decodes raw, which stands at an offset of the file, and turns the
// decoder's errors into ones that name a line.
func (in *input) unmarshal(raw string, offset int, v any) error {
	err := json.Unmarshal([]byte(raw), v)
	if err == nil {
		return nil
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("exchange: %s:%d: not JSON: %w", in.name, in.line(offset+int(syntax.Offset)), syntax)
	case errors.As(err, &kind):
		return fmt.Errorf("exchange: %s:%d: %q is a JSON %s, wanted another kind of value", in.name, in.line(offset+int(kind.Offset)), kind.Field, kind.Value)
	}
	return fmt.Errorf("exchange: %s:%d: %w", in.name, in.line(offset), err)
}
