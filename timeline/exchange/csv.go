package exchange

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/parse/when"
	"dateline/timeline"
)

// The columns of our own CSV files. "when" holds the time in EDTF; "start" and
// "end" are the first and the last day of it, for people and for sorting, and
// are read only in files without "when". Further sources of an event stand in
// rows of their own below it, which repeat the event's ID, title and time.
const (
	columnID         = "id"
	columnTitle      = "title"
	columnWhen       = "when"
	columnStart      = "start"
	columnEnd        = "end"
	columnPrecision  = "precision"
	columnStatus     = "status"
	columnInferred   = "inferred"
	columnConfidence = "confidence"
	columnImportance = "importance"
	columnTags       = "tags"
	columnNote       = "note"
	columnColor      = "color"
	columnDocument   = "document"
	columnPage       = "page"
	columnURL        = "url"
	columnQuote      = "quote"
	columnTimeWords  = "time words"
	columnWhy        = "why"
	columnQuoteStart = "quote start"
	columnQuoteEnd   = "quote end"
)

// column is one column of a CSV file: what it is called here and elsewhere, and
// what stands in it.
type column struct {
	name    string
	aliases []string // as other programs call it, in lower case without spaces
	write   func(e timeline.Event, s timeline.Source) string
	read    func(e *timeline.Event, s *timeline.Source, cell string) error
}

var columns = []column{
	{
		columnID, nil,
		func(e timeline.Event, _ timeline.Source) string { return e.ID },
		func(e *timeline.Event, _ *timeline.Source, c string) error { e.ID = c; return nil },
	},
	{
		columnTitle,
		[]string{"name", "headline", "event", "content", "contenttext", "summary", "subject"},
		func(e timeline.Event, _ timeline.Source) string { return e.Title },
		func(e *timeline.Event, _ *timeline.Source, c string) error { e.Title = c; return nil },
	},
	{columnWhen, []string{"date", "edtf"}, func(e timeline.Event, _ timeline.Source) string { return edtf(e.When) }, nil},
	{columnStart, []string{"startdate", "begin", "from"}, func(e timeline.Event, _ timeline.Source) string { return endDate(e, 0) }, nil},
	{columnEnd, []string{"enddate", "finish", "to", "until"}, func(e timeline.Event, _ timeline.Source) string { return endDate(e, 1) }, nil},
	{columnPrecision, []string{"grain"}, func(e timeline.Event, _ timeline.Source) string { return precision(e.When) }, nil},
	{
		columnStatus, nil,
		func(e timeline.Event, _ timeline.Source) string {
			if e.Status == timeline.Happened {
				return ""
			}
			return e.Status.String()
		},
		func(e *timeline.Event, _ *timeline.Source, c string) (err error) {
			e.Status, err = parseStatus(c)
			return err
		},
	},
	{
		columnInferred, nil,
		func(e timeline.Event, _ timeline.Source) string {
			if e.Inferred {
				return "yes"
			}
			return ""
		},
		func(e *timeline.Event, _ *timeline.Source, c string) error {
			yes, known := answers[strings.ToLower(c)]
			if !known {
				return fmt.Errorf("inferred is %q, wanted yes or no", c)
			}
			e.Inferred = yes
			return nil
		},
	},
	{
		columnConfidence, nil,
		func(e timeline.Event, _ timeline.Source) string { return fraction(e.Confidence) },
		func(e *timeline.Event, _ *timeline.Source, c string) error {
			return parseFraction(columnConfidence, c, &e.Confidence)
		},
	},
	{
		columnImportance,
		[]string{"significance"},
		func(e timeline.Event, _ timeline.Source) string { return fraction(e.Importance) },
		func(e *timeline.Event, _ *timeline.Source, c string) error {
			return parseFraction(columnImportance, c, &e.Importance)
		},
	},
	{
		columnTags,
		[]string{"tag", "category", "categories", "lane", "group", "facet"},
		func(e timeline.Event, _ timeline.Source) string { return joinTags(e.Tags) },
		func(e *timeline.Event, _ *timeline.Source, c string) error {
			e.Tags = append(e.Tags, splitTags(c)...)
			return nil
		},
	},
	{
		columnNote,
		[]string{"notes", "description", "text", "comment", "remarks"},
		func(e timeline.Event, _ timeline.Source) string { return e.Note },
		func(e *timeline.Event, _ *timeline.Source, c string) error { e.Note = c; return nil },
	},
	{
		columnColor,
		[]string{"colour"},
		func(e timeline.Event, _ timeline.Source) string { return e.Color },
		func(e *timeline.Event, _ *timeline.Source, c string) error { e.Color = c; return checkColor(c) },
	},
	{
		columnDocument,
		[]string{"source", "sourcefile", "file", "article"},
		func(_ timeline.Event, s timeline.Source) string { return s.Document },
		func(_ *timeline.Event, s *timeline.Source, c string) error { s.Document = c; return nil },
	},
	{
		columnPage,
		[]string{"sourcepage"},
		func(_ timeline.Event, s timeline.Source) string { return count(s.Page) },
		func(_ *timeline.Event, s *timeline.Source, c string) error { return parseCount(columnPage, c, &s.Page) },
	},
	{
		columnURL,
		[]string{"link", "hyperlink", "address"},
		func(_ timeline.Event, s timeline.Source) string { return s.URL },
		func(_ *timeline.Event, s *timeline.Source, c string) error { s.URL = c; return nil },
	},
	{
		columnQuote,
		[]string{"sourcequote", "sentence", "quotation"},
		func(_ timeline.Event, s timeline.Source) string { return s.Quote },
		func(_ *timeline.Event, s *timeline.Source, c string) error { s.Quote = c; return nil },
	},
	{
		columnTimeWords,
		[]string{"displaydate"},
		func(_ timeline.Event, s timeline.Source) string { return s.TimeWords },
		func(_ *timeline.Event, s *timeline.Source, c string) error { s.TimeWords = c; return nil },
	},
	{
		columnWhy, nil,
		func(_ timeline.Event, s timeline.Source) string { return s.Why },
		func(_ *timeline.Event, s *timeline.Source, c string) error { s.Why = c; return nil },
	},
	{
		columnQuoteStart, nil,
		func(_ timeline.Event, s timeline.Source) string { return count(s.Start) },
		func(_ *timeline.Event, s *timeline.Source, c string) error {
			return parseCount(columnQuoteStart, c, &s.Start)
		},
	},
	{
		columnQuoteEnd, nil,
		func(_ timeline.Event, s timeline.Source) string { return count(s.End) },
		func(_ *timeline.Event, s *timeline.Source, c string) error {
			return parseCount(columnQuoteEnd, c, &s.End)
		},
	},
}

// answers are the words for yes and no in a cell.
var answers = map[string]bool{"yes": true, "true": true, "1": true, "x": true, "no": false, "false": false, "0": false}

func writeCSV(d dialect) func(io.Writer, *timeline.Timeline) error {
	return func(w io.Writer, t *timeline.Timeline) error {
		c, err := d.writer(w)
		if err != nil {
			return err
		}
		header := make([]string, len(columns))
		for i, col := range columns {
			header[i] = col.name
		}
		if err := c.Write(header); err != nil {
			return err
		}
		for _, e := range t.Events {
			if err := writeCSVEvent(c, e); err != nil {
				return err
			}
		}
		c.Flush()
		return c.Error()
	}
}

// writeCSVEvent writes a row for each source of an event, and at least one.
func writeCSVEvent(c *csv.Writer, e timeline.Event) error {
	sources := e.Sources
	if len(sources) == 0 {
		sources = []timeline.Source{{}}
	}
	for _, s := range sources {
		row := make([]string, len(columns))
		for i, col := range columns {
			row[i] = defuse(col.write(e, s))
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// sniffCSV knows a file by a header with a column for the title and one for the
// time.
func sniffCSV(head string) bool {
	in := &input{text: firstRow(head)}
	t, err := in.readTable()
	if err != nil || len(t.header) < 2 {
		return false
	}
	m := mapping(t.header, nil)
	return m[columnTitle] >= 0 && (m[columnWhen] >= 0 || m[columnStart] >= 0)
}

// firstRow returns the first line of s, or the first two if the first says
// what the separator is.
func firstRow(s string) string {
	first, rest, _ := strings.Cut(s, "\n")
	if strings.HasPrefix(first, "sep=") {
		second, _, _ := strings.Cut(rest, "\n")
		return first + "\n" + second
	}
	return first
}

// mapping returns the index of the column for each of ours, -1 for those that
// the file lacks. What the reader chose comes before what the names suggest.
func mapping(header []string, chosen map[string]string) map[string]int {
	m := make(map[string]int, len(columns))
	for _, col := range columns {
		m[col.name] = slices.IndexFunc(header, func(h string) bool {
			if want, ok := chosen[col.name]; ok {
				return h == want
			}
			plain := plainName(h)
			return plain == plainName(col.name) || slices.Contains(col.aliases, plain)
		})
	}
	return m
}

// plainName returns a header in lower case and without anything but letters.
func plainName(h string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, h)
}

// Preview is what a person needs to see to say which column is which.
type Preview struct {
	Header  []string
	Rows    [][]string        // the first few
	Columns map[string]string // ours, and the header that was guessed for it
}

// CSVColumns returns the names of our columns, the keys of ReadOptions.Columns.
func CSVColumns() []string {
	names := make([]string, len(columns))
	for i, col := range columns {
		names[i] = col.name
	}
	return names
}

// PreviewCSV reads the opening of a CSV file: head holds its first kilobytes.
func PreviewCSV(head []byte, name string) (Preview, error) {
	s, err := decodeText(head[:len(head)-incompleteTail(head)])
	if err != nil {
		return Preview{}, fmt.Errorf("exchange: %s: %w", name, err)
	}
	if i := strings.LastIndexByte(s, '\n'); i > 0 {
		s = s[:i]
	}
	in := &input{name: name, text: s}
	t, err := in.readTable()
	if err != nil {
		// A quoted cell may go on beyond the head; the header line is enough.
		in.text = firstRow(s)
		if t, err = in.readTable(); err != nil {
			return Preview{}, err
		}
	}
	p := Preview{Header: t.header, Rows: t.rows[:min(len(t.rows), 5)], Columns: map[string]string{}}
	for name, i := range mapping(t.header, nil) {
		if i >= 0 {
			p.Columns[name] = t.header[i]
		}
	}
	return p, nil
}

func readCSV(in *input) (draft, error) {
	t, err := in.readTable()
	if err != nil {
		return draft{}, err
	}
	for ours, theirs := range in.opts.Columns {
		if !slices.Contains(CSVColumns(), ours) || !slices.Contains(t.header, theirs) {
			return draft{}, fmt.Errorf("exchange: %s: column %q cannot be read as %q; the file has %s", in.name, theirs, ours, quoted(t.header))
		}
	}
	m := mapping(t.header, in.opts.Columns)
	if m[columnTitle] < 0 || m[columnWhen] < 0 && m[columnStart] < 0 {
		return draft{}, fmt.Errorf("exchange: %s:1: no column for the title or for the time among %s; say which columns they are", in.name, quoted(t.header))
	}
	var d draft
	for i, row := range t.rows {
		in.appendRow(&d, m, row, t.lines[i])
	}
	return d, nil
}

// appendRow reads one row: an event, or a further source of the one above.
func (in *input) appendRow(d *draft, m map[string]int, row []string, line int) {
	var e timeline.Event
	var s timeline.Source
	for _, col := range columns {
		c := arm(strings.TrimSpace(cell(row, m[col.name])))
		if col.name == columnTitle || col.name == columnQuote || col.name == columnNote {
			c = arm(cell(row, m[col.name]))
		}
		if c == "" || col.read == nil {
			continue
		}
		if err := col.read(&e, &s, c); err != nil {
			in.problem(line, "%v", err)
			return
		}
	}
	var err error
	if e.When, err = in.rowTime(m, row); err != nil {
		in.problem(line, "%v", err)
		return
	}
	if s != (timeline.Source{}) {
		e.Sources = []timeline.Source{s}
	}
	if n := len(d.events); n > 0 && e.ID != "" {
		if above := &d.events[n-1]; above.ID == e.ID && above.Title == e.Title && slices.Equal(above.When, e.When) {
			above.Sources = append(above.Sources, e.Sources...)
			return
		}
	}
	in.claim(e.ID, line)
	d.events = append(d.events, e)
}

// rowTime reads the time of a row.
func (in *input) rowTime(m map[string]int, row []string) (when.Choice, error) {
	get := func(name string) string { return arm(strings.TrimSpace(cell(row, m[name]))) }
	text, start, end := get(columnWhen), get(columnStart), get(columnEnd)
	if text == "" && start == "" {
		return nil, fmt.Errorf("no date; every row needs one")
	}
	if text != "" {
		c, err := in.date(text)
		if err != nil {
			return nil, err
		}
		return refine(c, get(columnPrecision)), nil
	}
	first, err := in.date(start)
	if err != nil || end == "" {
		return refine(first, get(columnPrecision)), err
	}
	last, err := in.date(end)
	if err != nil {
		return nil, err
	}
	from, to := first.Hull(), last.Hull()
	if from == to {
		return first, nil
	}
	if to.End <= from.Start {
		return nil, fmt.Errorf("the end %s lies before the start %s", end, start)
	}
	return when.One(when.Interval{Start: from.Start, End: to.End, Grain: min(from.Grain, to.Grain), Throughout: true, Circa: from.Circa || to.Circa}), nil
}

// precision returns what EDTF cannot say about a time: its grains, and whether
// a stretch is something that falls inside it.
func precision(c when.Choice) string {
	names := make([]string, len(c))
	for i, iv := range c {
		names[i] = iv.Grain.String()
		if iv.Throughout {
			names[i] += " throughout"
		}
	}
	return strings.Join(names, ", ")
}

// refine gives c the precision in words, as precision writes it. A precision
// that does not fit is left aside, since the time is what people change.
func refine(c when.Choice, words string) when.Choice {
	names := strings.Split(words, ", ")
	if words == "" || len(names) != len(c) {
		return c
	}
	refined := slices.Clone(c)
	for i, name := range names {
		name, throughout := strings.CutSuffix(name, " throughout")
		grain, err := parseGrain(name)
		if err != nil {
			return c
		}
		refined[i].Grain, refined[i].Throughout = grain, throughout
		if !refined[i].Open() && !throughout {
			if u := refined[i].Start.Unit(grain); u.EDTF() == (when.Interval{Start: u.Start, End: u.End, Grain: grain}).EDTF() {
				u.Circa = refined[i].Circa
				if when.One(u).EDTF() == c[i].EDTF() {
					refined[i] = u
				}
			}
		}
	}
	if refined.EDTF() != c.EDTF() {
		return c
	}
	return refined
}

// endDate returns the first or the last unit of a time, or nothing if it is
// open there.
func endDate(e timeline.Event, end int) string {
	first, last, hasFirst, hasLast := stamps(e.When.Hull())
	if end == 0 && hasFirst {
		return first.String()
	}
	if end == 1 && hasLast {
		return last.String()
	}
	return ""
}

// joinTags writes tags into one cell, separated by semicolons; splitTags is the
// inverse. A semicolon in a tag is doubled.
func joinTags(tags []string) string {
	escaped := make([]string, len(tags))
	for i, t := range tags {
		escaped[i] = strings.ReplaceAll(t, ";", ";;")
	}
	return strings.Join(escaped, "; ")
}

func splitTags(s string) []string {
	var tags []string
	for s != "" {
		end := 0
		for end < len(s) && (s[end] != ';' || strings.HasPrefix(s[end:], ";;")) {
			if s[end] == ';' {
				end++
			}
			end++
		}
		if tag := strings.TrimSpace(strings.ReplaceAll(s[:end], ";;", ";")); tag != "" {
			tags = append(tags, tag)
		}
		s = s[min(end+1, len(s)):]
	}
	return tags
}

func fraction(f float64) string {
	if f == 0 {
		return ""
	}
	return formatFloat(f)
}

// parseFraction reads a number between 0 and 1, with a point or a comma, or a
// percentage.
func parseFraction(name, s string, to *float64) error {
	number, percent := strings.CutSuffix(s, "%")
	f, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(number), ",", ".", 1), 64)
	if percent {
		f /= 100
	}
	if err != nil {
		return fmt.Errorf("%s is %q, wanted a number between 0 and 1", name, s)
	}
	*to = f
	return checkFraction(name, f)
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func parseCount(name, s string, to *int) error {
	n, err := digits(s)
	if err != nil {
		return fmt.Errorf("%s is %q, wanted a whole number", name, s)
	}
	*to = n
	return nil
}

// quoted lists names for a message.
func quoted(names []string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = strconv.Quote(n)
	}
	return cmp.Or(strings.Join(all, ", "), "no columns")
}
