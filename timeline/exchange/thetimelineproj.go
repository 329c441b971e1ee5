package exchange

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// The Timeline Project (https://thetimelineproj.sourceforge.net) counts years
// astronomically and has no date before the first of the Julian day count.
// "Fuzzy" is its one word for what is not known exactly. Another program uses
// the same extension for other content.

// ttpFirst is the first date that the program can show.
var ttpFirst = when.Date(-4713, 11, 24)

// ttpLast is a year that the program's arithmetic is safe with.
const ttpLast = 100_000

type ttpEvent struct {
	Start       string   `xml:"start"`
	End         string   `xml:"end"`
	Text        string   `xml:"text"`
	Fuzzy       string   `xml:"fuzzy"`
	Category    string   `xml:"category,omitempty"`
	Categories  []string `xml:"categories>category,omitempty"`
	Description string   `xml:"description,omitempty"`
	Hyperlink   string   `xml:"hyperlink,omitempty"`
	Color       string   `xml:"default_color,omitempty"`
}

// ttpEra is a stretch behind the events.
type ttpEra struct {
	Name  string `xml:"name"`
	Start string `xml:"start"`
	End   string `xml:"end"`
	Color string `xml:"color"`
}

func holdsTTP(e timeline.Event) bool {
	first, last, _ := pointAndEnd(e.When)
	return (first != stamp{}) && first.Instant() >= ttpFirst && last.Year < ttpLast
}

func writeTTP(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<timeline>\n<version>2.3.0</version>\n<timetype>gregoriantime</timetype>\n<categories>\n")
	seen := map[string]bool{}
	for _, e := range t.Events {
		for _, tag := range e.Tags {
			if tag != "" && !seen[tag] {
				seen[tag] = true
				fmt.Fprint(b, "<category><name>")
				_ = xml.EscapeText(b, []byte(tag))
				fmt.Fprint(b, "</name><color>173,203,235</color><font_color>0,0,0</font_color></category>\n")
			}
		}
	}
	fmt.Fprint(b, "</categories>\n<events>\n")
	enc := xml.NewEncoder(b)
	for _, e := range t.Events {
		if err := enc.EncodeElement(newTTPEvent(e), xml.StartElement{Name: xml.Name{Local: "event"}}); err != nil {
			return err
		}
		if err := enc.Flush(); err != nil {
			return err
		}
		fmt.Fprintln(b)
	}
	fmt.Fprint(b, "</events>\n<view>\n<displayed_period>")
	if hull := t.Hull(); !hull.IsZero() {
		fmt.Fprintf(b, "<start>%s</start><end>%s</end>", ttpTime(hull.Start), ttpTime(hull.End))
	}
	fmt.Fprint(b, "</displayed_period>\n<hidden_categories></hidden_categories>\n</view>\n</timeline>\n")
	return b.Flush()
}

func newTTPEvent(e timeline.Event) ttpEvent {
	first, last, displayed := pointAndEnd(e.When)
	start, end := first.interval().Start, last.interval().End
	fuzzy := displayed || first == last && first.grain > when.Day
	if first == last && first.grain <= when.Day {
		end = start
	}
	x := ttpEvent{Start: ttpTime(start), End: ttpTime(end), Text: ttpTitle(e.Title), Fuzzy: ttpBool(fuzzy), Description: describe(e)}
	if len(e.Tags) > 0 {
		x.Category, x.Categories = e.Tags[0], e.Tags[1:]
	}
	if rgb, err := strconv.ParseUint(strings.TrimPrefix(e.Color, "#"), 16, 32); err == nil {
		x.Color = fmt.Sprintf("%d,%d,%d", rgb>>16, rgb>>8&0xFF, rgb&0xFF)
	}
	for _, s := range e.Sources {
		if s.URL != "" {
			x.Hyperlink = s.URL
			break
		}
	}
	return x
}

// ttpTitle protects a title whose start would make it a container or a part of
// one.
func ttpTitle(s string) string {
	if strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(") || strings.HasPrefix(s, " ") {
		return " " + s
	}
	return s
}

func ttpBool(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

// ttpTime writes an instant with the year as it is, without leading zeros.
func ttpTime(t when.Instant) string {
	c := t.Civil()
	return fmt.Sprintf("%d-%02d-%02d %02d:%02d:%02d", c.Year, c.Month, c.Day, c.Hour, c.Minute, c.Second)
}

func sniffTTP(head string) bool {
	return strings.Contains(head, "<timeline") && (strings.Contains(head, "<timetype>") || strings.Contains(head, "<version>") || strings.Contains(head, "<categories"))
}

func readTTP(in *input) (draft, error) {
	dec := xml.NewDecoder(strings.NewReader(in.text))
	var d draft
	depth := 0
	for {
		line, _ := dec.InputPos()
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return d, nil
		}
		if err != nil {
			return d, in.xmlError(err, line)
		}
		switch token := token.(type) {
		case xml.Directive:
			return d, fmt.Errorf("exchange: %s:%d: a document type or entity; such files are not read", in.name, line)
		case xml.StartElement:
			if depth == 0 && token.Name.Local != "timeline" {
				return d, fmt.Errorf("exchange: %s:%d: <%s> where <timeline> was wanted; this is another kind of XML", in.name, line, token.Name.Local)
			}
			done, err := in.ttpElement(dec, token, &d, line)
			if err != nil {
				return d, in.xmlError(err, line)
			}
			if !done {
				depth++
			}
		case xml.EndElement:
			depth--
		}
	}
}

// ttpElement reads an element whole if it is one of an event or an era, or a
// time type that is not understood, and reports whether it did.
func (in *input) ttpElement(dec *xml.Decoder, start xml.StartElement, d *draft, line int) (done bool, err error) {
	var e timeline.Event
	switch start.Name.Local {
	case "event":
		var x ttpEvent
		if err := dec.DecodeElement(&x, &start); err != nil {
			return false, err
		}
		e, err = x.event()
	case "era":
		var x ttpEra
		if err := dec.DecodeElement(&x, &start); err != nil {
			return false, err
		}
		e, err = ttpEvent{Start: x.Start, End: x.End, Text: x.Name, Color: x.Color}.event()
	case "timetype":
		var kind string
		if err := dec.DecodeElement(&kind, &start); err != nil {
			return false, err
		}
		if kind != "gregoriantime" {
			return true, fmt.Errorf("its time is %s; only gregoriantime can be read", kind)
		}
		return true, nil
	default:
		return false, nil
	}
	if err != nil {
		in.problem(line, "%v", err)
		return true, nil
	}
	d.events = append(d.events, e)
	return true, nil
}

// event returns what an element says.
func (x ttpEvent) event() (timeline.Event, error) {
	e := timeline.Event{Title: x.Text}
	switch {
	case strings.HasPrefix(x.Text, " "):
		e.Title = x.Text[1:]
	case strings.HasPrefix(x.Text, "["), strings.HasPrefix(x.Text, "("):
		if i := strings.IndexAny(x.Text, "])"); i > 0 {
			e.Title = x.Text[i+1:]
		}
	}
	start, err := parseStamp(x.Start)
	if err != nil {
		return e, err
	}
	end, err := parseStamp(x.End)
	if err != nil {
		return e, err
	}
	grain := when.Day
	if start.Hour+start.Minute > 0 {
		grain = when.Minute
	}
	if start.Second > 0 {
		grain = when.Second
	}
	iv, err := exclusive(start.Instant(), end.Instant(), grain)
	if err != nil {
		return e, err
	}
	if fuzzy := strings.EqualFold(x.Fuzzy, "true"); start.Instant() != end.Instant() {
		iv.Throughout = !fuzzy
	}
	e.When = when.One(iv)
	e.Note, e.Sources = undescribe(x.Description)
	e.Color = ttpColor(x.Color)
	if x.Hyperlink != "" && !slices.ContainsFunc(e.Sources, func(s timeline.Source) bool { return s.URL == x.Hyperlink }) {
		e.Sources = append(e.Sources, timeline.Source{URL: x.Hyperlink})
	}
	for _, tag := range append([]string{x.Category}, x.Categories...) {
		if tag != "" && !slices.Contains(e.Tags, tag) {
			e.Tags = append(e.Tags, tag)
		}
	}
	return e, nil
}

// ttpColor reads "255,0,0". What is no color is none.
func ttpColor(s string) string {
	var r, g, b uint8
	if n, err := fmt.Sscanf(s, "%d,%d,%d", &r, &g, &b); n != 3 || err != nil {
		return ""
	}
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

// xmlError turns an error of the decoder into one that names a line.
func (in *input) xmlError(err error, line int) error {
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		return fmt.Errorf("exchange: %s:%d: not XML: %s", in.name, syntax.Line, syntax.Msg)
	}
	return fmt.Errorf("exchange: %s:%d: %w", in.name, line, err)
}
