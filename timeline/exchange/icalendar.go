package exchange

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/parse/when"
	"dateline/timeline"
)

// iCalendar (RFC 5545): events of whole days end on the day after their last,
// lines end in CRLF and are folded at 75 bytes, and years have four digits and
// no sign. The property X-DATELINE-EVENT holds the whole event.

const (
	icsLineBytes = 75
	icsDay       = "20060102"
	icsDomain    = "@dateline" // makes our IDs unique among those of all programs
	icsWhole     = "X-DATELINE-EVENT"
)

// icsStatus is how RFC 5545 calls a status.
var icsStatus = map[timeline.Status]string{
	timeline.Happened: "CONFIRMED", timeline.Planned: "TENTATIVE", timeline.Hypothetical: "TENTATIVE", timeline.Denied: "CANCELLED",
}

func holdsICS(e timeline.Event) bool {
	first, last, _ := pointAndEnd(e.When)
	return first.Year >= 1 && last.interval().End.Civil().Year <= 9999 && (first != stamp{})
}

func writeICS(w io.Writer, t *timeline.Timeline) error {
	b := &icsWriter{Writer: bufio.NewWriter(w)}
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//Dateline//Timeline 1//EN")
	b.text("X-WR-CALNAME", t.Title)
	for _, e := range t.Events {
		whole, err := marshal(NewJSONEvent(e))
		if err != nil {
			return err
		}
		b.event(e)
		b.text(icsWhole+";VALUE=TEXT", whole)
		b.line("END", "VEVENT")
	}
	b.line("END", "VCALENDAR")
	return b.Flush()
}

// icsWriter writes content lines.
type icsWriter struct{ *bufio.Writer }

// event writes what calendars show of an event, up to the end of the component.
func (b *icsWriter) event(e timeline.Event) {
	b.line("BEGIN", "VEVENT")
	b.text("UID", e.ID+icsDomain)
	b.line("DTSTAMP", "19700101T000000Z") // no clock: the same timeline is the same file
	first, last, _ := pointAndEnd(e.When)
	if first.grain >= when.Day && last.grain >= when.Day {
		b.line("DTSTART;VALUE=DATE", icsDate(first.interval().Start, when.Day))
		b.line("DTEND;VALUE=DATE", icsDate(last.interval().End, when.Day))
	} else {
		b.line("DTSTART", icsDate(first.interval().Start, when.Second))
		b.line("DTEND", icsDate(last.interval().End, when.Second))
	}
	b.text("SUMMARY", e.Title)
	b.text("DESCRIPTION", describe(e))
	if len(e.Tags) > 0 {
		tags := make([]string, len(e.Tags))
		for i, t := range e.Tags {
			tags[i] = escapeICS(t)
		}
		b.line("CATEGORIES", strings.Join(tags, ","))
	}
	for _, s := range e.Sources {
		if s.URL != "" && !strings.ContainsAny(s.URL, "\r\n") {
			b.line("URL", s.URL)
			break
		}
	}
	b.line("STATUS", icsStatus[e.Status])
	b.line("TRANSP", "TRANSPARENT")
}

// text writes a property whose value is text, unless that is empty.
func (b *icsWriter) text(name, value string) {
	if value != "" {
		b.line(name, escapeICS(value))
	}
}

// line writes a content line, folded.
func (b *icsWriter) line(name, value string) {
	s := name + ":" + value
	for limit := icsLineBytes; len(s) > limit; limit = icsLineBytes - 1 {
		cut := limit
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		_, _ = b.WriteString(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	_, _ = b.WriteString(s + "\r\n")
}

func icsDate(t when.Instant, g when.Grain) string {
	c := t.Civil()
	day := fmt.Sprintf("%04d%02d%02d", c.Year, c.Month, c.Day)
	if g == when.Day {
		return day
	}
	return day + fmt.Sprintf("T%02d%02d%02d", c.Hour, c.Minute, c.Second)
}

var (
	icsEscapes   = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\r\n", "\\n", "\n", "\\n", "\r", "")
	icsUnescapes = strings.NewReplacer("\\\\", "\\", "\\;", ";", "\\,", ",", "\\n", "\n", "\\N", "\n")
)

func escapeICS(s string) string   { return icsEscapes.Replace(s) }
func unescapeICS(s string) string { return icsUnescapes.Replace(s) }

func sniffICS(head string) bool {
	head = strings.TrimLeft(head, " \t\r\n")
	return len(head) >= 15 && strings.EqualFold(head[:15], "BEGIN:VCALENDAR")
}

// icsProperty is one content line, unfolded.
type icsProperty struct {
	name  string // in upper case
	day   bool   // VALUE=DATE
	value string
	line  int
}

// icsProperties returns the content lines of a file.
func (in *input) icsProperties() []icsProperty {
	var all []icsProperty
	var unfolded strings.Builder
	started, number := 0, 0
	flush := func() {
		if unfolded.Len() > 0 {
			p, ok := parseICSProperty(unfolded.String(), started)
			if !ok {
				in.problem(started, "no colon after the name of the property")
			}
			all = append(all, p)
		}
		unfolded.Reset()
	}
	for line := range strings.Lines(in.text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line != "" && (line[0] == ' ' || line[0] == '\t') {
			unfolded.WriteString(line[1:])
			continue
		}
		flush()
		started = number
		unfolded.WriteString(line)
	}
	flush()
	return all
}

// parseICSProperty splits a content line into its name, parameters and value. A
// colon inside of quotes belongs to a parameter.
func parseICSProperty(s string, line int) (p icsProperty, ok bool) {
	quoted, colon := false, -1
	for i := 0; i < len(s) && colon < 0; i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ':' && !quoted:
			colon = i
		}
	}
	if colon < 0 {
		return icsProperty{line: line}, false
	}
	name, params, _ := strings.Cut(s[:colon], ";")
	day := false
	for param := range strings.SplitSeq(params, ";") {
		day = day || strings.EqualFold(param, "VALUE=DATE")
	}
	return icsProperty{strings.ToUpper(name), day, s[colon+1:], line}, true
}

func readICS(in *input) (draft, error) {
	var d draft
	var stack []string
	var event []icsProperty
	for _, p := range in.icsProperties() {
		inEvent := len(stack) > 0 && stack[len(stack)-1] == "VEVENT"
		switch {
		case p.name == "BEGIN":
			stack = append(stack, strings.ToUpper(p.value))
			if strings.EqualFold(p.value, "VEVENT") {
				event = []icsProperty{p}
			}
		case p.name == "END":
			if len(stack) == 0 || !strings.EqualFold(stack[len(stack)-1], p.value) {
				in.problem(p.line, "END:%s closes nothing that is open", p.value)
				return d, nil
			}
			stack = stack[:len(stack)-1]
			if inEvent {
				in.appendICS(&d, event)
			}
		case inEvent:
			event = append(event, p)
		case p.name == "X-WR-CALNAME":
			d.title = unescapeICS(p.value)
		}
	}
	if len(stack) > 0 {
		in.problem(1+strings.Count(in.text, "\n"), "the file ends inside of %s; is it complete?", stack[len(stack)-1])
	}
	return d, nil
}

// appendICS reads the event of some properties, of which the first is BEGIN.
func (in *input) appendICS(d *draft, properties []icsProperty) {
	line := properties[0].line
	seen, whole, err := icsEvent(properties)
	if err != nil {
		in.problem(line, "%v", err)
		return
	}
	e := seen
	if whole != "" {
		if e, err = wholeICS(seen, whole); err != nil {
			in.problem(line, "%v", err)
			return
		}
	}
	in.claim(e.ID, line)
	d.events = append(d.events, e)
}

// wholeICS returns the event that the file carries whole, with what was changed
// in a calendar program since.
func wholeICS(seen timeline.Event, whole string) (timeline.Event, error) {
	var j JSONEvent
	if err := json.Unmarshal([]byte(whole), &j); err != nil {
		return timeline.Event{}, fmt.Errorf("%s is not an event as written by Dateline; remove the line", icsWhole)
	}
	stored, err := j.Event()
	if err != nil {
		return timeline.Event{}, err
	}
	if !holdsICS(stored) {
		return seen, nil
	}
	var buf strings.Builder
	b := &icsWriter{Writer: bufio.NewWriter(&buf)}
	b.event(stored)
	if err := b.Flush(); err != nil {
		return timeline.Event{}, err
	}
	again := &input{text: buf.String()}
	shown, _, err := icsEvent(again.icsProperties())
	return reconcile(stored, shown, seen), err
}

// icsEvent returns what the properties of RFC 5545 say, and the whole event.
func icsEvent(properties []icsProperty) (e timeline.Event, whole string, err error) {
	var start, end when.Instant
	var day, hasStart, hasEnd bool
	for _, p := range properties {
		switch p.name {
		case "UID":
			e.ID = strings.TrimSuffix(unescapeICS(p.value), icsDomain)
		case "SUMMARY":
			e.Title = unescapeICS(p.value)
		case "DESCRIPTION":
			e.Note, e.Sources = undescribe(unescapeICS(p.value))
		case "CATEGORIES":
			e.Tags = append(e.Tags, splitICS(p.value)...)
		case "STATUS":
			if strings.EqualFold(p.value, "CANCELLED") {
				e.Status = timeline.Denied
			} else if strings.EqualFold(p.value, "TENTATIVE") {
				e.Status = timeline.Planned
			}
		case "DTSTART":
			day, hasStart = p.day || len(p.value) == len(icsDay), true
			start, err = parseICSDate(p.value)
		case "DTEND":
			hasEnd = true
			end, err = parseICSDate(p.value)
		case "RRULE":
			err = errors.New("it repeats (RRULE); only single events can be read")
		case icsWhole:
			whole = unescapeICS(p.value)
		}
		if err != nil {
			return e, "", err
		}
	}
	if !hasStart {
		return e, "", errors.New("the event has no DTSTART")
	}
	grain := when.Minute
	if day {
		grain = when.Day
	} else if start.Civil().Second != 0 {
		grain = when.Second
	}
	iv := start.Unit(grain)
	if hasEnd {
		iv, err = exclusive(start, end, grain)
	}
	e.When = when.One(iv)
	return e, whole, err
}

// parseICSDate reads 20210318, 20210318T150000 or the same with a Z. Zones are
// dropped: three o'clock is three o'clock where it was.
func parseICSDate(s string) (when.Instant, error) {
	day, clock, timed := strings.Cut(strings.TrimSuffix(s, "Z"), "T")
	if len(day) == 8 && (!timed || len(clock) == 6) {
		text := day[:4] + "-" + day[4:6] + "-" + day[6:]
		if timed {
			text += "T" + clock[:2] + ":" + clock[2:4] + ":" + clock[4:]
		}
		if stamp, err := parseStamp(text); err == nil {
			return stamp.Instant(), nil
		}
	}
	return 0, fmt.Errorf("%q is not a date like 20210318 or 20210318T150000", s)
}

// splitICS splits a list of texts at commas that are not escaped.
func splitICS(s string) []string {
	var all []string
	start := 0
	for i := 0; i <= len(s); i++ {
		switch {
		case i < len(s) && s[i] == '\\':
			i++
		case i == len(s) || s[i] == ',':
			if item := unescapeICS(s[start:i]); item != "" {
				all = append(all, item)
			}
			start = i + 1
		}
	}
	if start < len(s) {
		all = append(all, unescapeICS(s[start:]))
	}
	return all
}
