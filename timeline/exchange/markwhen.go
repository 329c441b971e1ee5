package exchange

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// markwhen (https://markwhen.com) is a text that people write: a date, a colon
// and a title on one line, then properties, then free text. Its dates are EDTF
// of level 0 for four-digit years, ISO 8601 with a Z for times of day, and
// "44 BCE" for years before the common era, which have no months or days.

// mwYears is the largest year that has a place in its notation.
const mwYears = 99_999

func holdsMarkwhen(e timeline.Event) bool {
	first, last, _ := pointAndEnd(e.When)
	return (first != stamp{}) && first.Year >= -mwYears && last.Year <= mwYears
}

func writeMarkwhen(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "---\n")
	if t.Title != "" {
		fmt.Fprintf(b, "title: %s\n", strconv.Quote(oneLine(t.Title)))
	}
	fmt.Fprint(b, "timezone: UTC\n---\n")
	for _, e := range t.Events {
		fmt.Fprintf(b, "\n%s: %s", mwTime(e.When), mwTitle(e.Title))
		var rest []string
		for _, tag := range e.Tags {
			if mwTag.MatchString(tag) {
				fmt.Fprint(b, " #"+tag)
			} else {
				rest = append(rest, strconv.Quote(tag))
			}
		}
		fmt.Fprintln(b)
		writeProperty(b, "id", e.ID)
		if iv, err := mwRange(mwTime(e.When)); err != nil || !slices.Equal(when.One(iv), e.When) {
			writeProperty(b, "when", edtf(e.When))
			writeProperty(b, "precision", precision(e.When))
		}
		if e.Status != timeline.Happened {
			writeProperty(b, "status", e.Status.String())
		}
		if len(rest) > 0 {
			fmt.Fprintf(b, "tags: [%s]\n", strings.Join(rest, ", "))
		}
		if text := describe(e); text != "" {
			for line := range strings.Lines(text) {
				fmt.Fprint(b, "> "+strings.TrimRight(line, "\r\n")+"\n")
			}
		}
	}
	return b.Flush()
}

var (
	mwTag     = regexp.MustCompile(`^[A-Za-z0-9_]+$`)
	mwTagHere = regexp.MustCompile(`(^|\s)#([A-Za-z0-9_]+)`)
)

// mwTitle returns a title without what would make tags of its words.
func mwTitle(s string) string { return strings.ReplaceAll(oneLine(s), "#", "＃") }

func writeProperty(b *bufio.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(b, "%s: %s\n", name, strconv.Quote(value))
	}
}

// mwTime writes the first and the last unit of a time.
func mwTime(c when.Choice) string {
	first, last, _ := pointAndEnd(c)
	from, to := mwStamp(first), mwStamp(last)
	switch {
	case from == to:
		return from
	case first.grain < when.Day || last.grain < when.Day || first.Year < 1 || last.Year > 9999:
		return from + " - " + to
	default:
		return from + " / " + to
	}
}

func mwStamp(s stamp) string {
	switch {
	case s.Year < 1:
		return fmt.Sprintf("%d BCE", -historical(s.Year))
	case s.Year > 9999:
		return strconv.Itoa(s.Year)
	case s.grain < when.Day:
		s.grain = when.Second
		return s.String() + "Z"
	default:
		return s.String()
	}
}

// sniffMarkwhen knows a file by its first entry.
func sniffMarkwhen(head string) bool {
	for line := range strings.Lines(head) {
		if strings.HasPrefix(line, "<") || strings.HasPrefix(line, "{") {
			return false
		}
		if _, _, ok, err := mwEntry(strings.TrimSpace(line), nil); ok && err == nil {
			return true
		}
	}
	return false
}

// mwReader is the state of reading a markwhen file.
type mwReader struct {
	*input
	draft
	inHeader, sawHeader bool
	section             []string
	inProperties        bool
	text                []string
	when, precision     string                  // the properties, which say more than the line
	line                int                     // of the current entry
	ends                map[string]when.Instant // of the entries above, by ID
}

func readMarkwhen(in *input) (draft, error) {
	r := &mwReader{input: in, ends: map[string]when.Instant{}}
	number := 0
	for line := range strings.Lines(in.text) {
		number++
		r.read(strings.TrimRight(line, "\r\n"), number)
	}
	r.finish()
	return r.draft, nil
}

// mwHeaderLine is a line of the header, which needs no dashes around it.
var mwHeaderLine = regexp.MustCompile(`^(title|description|author|date|dateFormat|timezone|view|edit|key|#\S+)\s*:`)

func (r *mwReader) read(line string, number int) {
	trimmed := strings.TrimSpace(line)
	entry, rest, isEntry, err := mwEntry(trimmed, r.ends)
	switch {
	case trimmed == "---" && !r.sawHeader && len(r.events) == 0:
		r.sawHeader, r.inHeader = r.inHeader, !r.inHeader
	case r.inHeader || len(r.events) == 0 && !isEntry && mwHeaderLine.MatchString(trimmed):
		r.header(trimmed)
	case strings.HasPrefix(trimmed, "//"):
	case mwSection(trimmed) > 0:
		r.finish()
		level := mwSection(trimmed)
		r.section = append(r.section[:min(level-1, len(r.section))], strings.TrimSpace(trimmed[level:]))
	case isEntry:
		r.finish()
		if err != nil {
			r.problem(number, "%v", err)
			return
		}
		r.begin(entry, rest, number)
	case len(r.events) == 0:
		if trimmed != "" && !strings.HasPrefix(trimmed, "style:") {
			r.problem(number, "%q is not an entry; write a date, a colon and a title", trimmed)
		}
	case r.inProperties && mwProperty.MatchString(trimmed):
		name, value, _ := strings.Cut(trimmed, ":")
		r.property(name, strings.TrimSpace(value), number)
	default:
		r.inProperties = false
		r.text = append(r.text, strings.TrimPrefix(strings.TrimPrefix(line, ">"), " "))
	}
}

var mwProperty = regexp.MustCompile(`^[A-Za-z]\w*:`)

// mwSection returns the level of a heading, 0 if the line is none.
func mwSection(line string) int {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	if level > 6 || level > 0 && !strings.HasPrefix(line[level:], " ") {
		return 0
	}
	return level
}

func (r *mwReader) header(line string) {
	name, value, _ := strings.Cut(line, ":")
	if name == "title" {
		r.title = unquote(strings.TrimSpace(value))
	}
}

// unquote removes the quotes around a value, if it has any.
func unquote(s string) string {
	if plain, err := strconv.Unquote(s); err == nil {
		return plain
	}
	return strings.Trim(s, `'"`)
}

// begin starts an event with what stands after the colon.
func (r *mwReader) begin(iv when.Interval, rest string, number int) {
	e := timeline.Event{When: when.One(iv)}
	if n := len(r.section); n > 0 && r.section[n-1] != "" {
		e.Tags = []string{r.section[n-1]}
	}
	for _, m := range mwTagHere.FindAllStringSubmatch(rest, -1) {
		e.Tags = append(e.Tags, m[2])
	}
	e.Title = oneLine(mwTagHere.ReplaceAllString(rest, " "))
	r.events = append(r.events, e)
	r.inProperties, r.line = true, number
}

func (r *mwReader) property(name, value string, number int) {
	e := &r.events[len(r.events)-1]
	switch name {
	case "id":
		e.ID = unquote(value)
		r.claim(e.ID, number)
		if end := e.When.Hull().End; end != when.Last {
			r.ends[e.ID] = end
		}
	case "when":
		r.when = unquote(value)
	case "precision":
		r.precision = unquote(value)
	case "status":
		status, err := parseStatus(unquote(value))
		if err != nil {
			r.problem(number, "%v", err)
		}
		e.Status = status
	case "tags":
		for _, tag := range splitQuoted(strings.Trim(value, "[]")) {
			e.Tags = append(e.Tags, unquote(tag))
		}
	default:
		r.text = append(r.text, name+": "+unquote(value))
	}
}

// splitQuoted splits at commas outside of quotes.
func splitQuoted(s string) []string {
	var all []string
	start, quoted := 0, false
	for i := 0; i <= len(s); i++ {
		switch {
		case i == len(s) || s[i] == ',' && !quoted:
			if item := strings.TrimSpace(s[start:i]); item != "" {
				all = append(all, item)
			}
			start = i + 1
		case s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		}
	}
	return all
}

// finish completes the event that was being read.
func (r *mwReader) finish() {
	if n := len(r.events); n > 0 {
		e := &r.events[n-1]
		if text := strings.Trim(strings.Join(r.text, "\n"), "\n"); text != "" {
			e.Note, e.Sources = undescribe(text)
		}
		if r.when != "" {
			c, err := r.date(r.when)
			if err != nil {
				r.problem(r.line, "%v", err)
			} else if c = refine(c, r.precision); mwTime(c) == mwTime(e.When) {
				e.When = c
			}
		}
	}
	r.text, r.when, r.precision = nil, "", ""
}

// mwColons is how many colons are tried for the one that ends the date: a range
// of two times of day has four of its own.
const mwColons = 5

// mwEntry reads the date at the start of a line, up to the last colon that may
// end it: "15:04" is a time, but so is "15:04:09". It is an entry with an error
// if there is a date that cannot be placed.
func mwEntry(line string, ends map[string]when.Instant) (iv when.Interval, rest string, ok bool, err error) {
	for end, tries := -1, 0; tries < mwColons; tries++ {
		i := strings.IndexByte(line[end+1:], ':')
		if i < 0 {
			break
		}
		end += 1 + i
		words := strings.TrimSpace(line[:end])
		found, problem := mwRelative(words, ends)
		if problem != nil && !errors.Is(problem, errUnplaced) {
			found, problem = mwRange(words)
		}
		if problem == nil || errors.Is(problem, errUnplaced) {
			iv, rest, ok, err = found, line[end+1:], true, problem
		}
	}
	return iv, rest, ok, err
}

// errUnplaced marks what is a date in markwhen but has no place on a calendar.
var errUnplaced = errors.New("cannot be read; write a date")

// mwRelatives matches a stretch that is counted from another entry.
var mwRelatives = regexp.MustCompile(`^(?:after\s+)?!(\w+)\s+([1-9]\d{0,4})\s+(day|week|month|year)s?$`)

var mwUnits = map[string]when.Grain{"day": when.Day, "week": when.Week, "month": when.Month, "year": when.Year}

// mwRelative reads "!alaska 3 weeks": so long, from the end of that entry on.
func mwRelative(words string, ends map[string]when.Instant) (when.Interval, error) {
	if strings.HasPrefix(words, "now") || strings.HasPrefix(words, "every ") {
		return when.Interval{}, fmt.Errorf("%q %w", words, errUnplaced)
	}
	m := mwRelatives.FindStringSubmatch(words)
	if m == nil {
		if strings.HasPrefix(words, "!") {
			return when.Interval{}, fmt.Errorf("%q %w", words, errUnplaced)
		}
		return when.Interval{}, errors.New("not counted from an entry")
	}
	n, _ := strconv.Atoi(m[2]) // at most five digits
	start, ok := ends[m[1]]
	if !ok {
		return when.Interval{}, fmt.Errorf("%q %w, since no entry above has that id", words, errUnplaced)
	}
	return when.Interval{Start: start, End: start.Add(n, mwUnits[m[3]]), Grain: when.Day, Throughout: true}, nil
}

// mwRange reads one date, or two that are joined.
func mwRange(words string) (when.Interval, error) {
	if s, err := parseMWStamp(words); err == nil {
		return s.interval(), nil
	}
	for _, joint := range []string{" / ", "/", " - ", " to ", "-"} {
		from, to, found := strings.Cut(words, joint)
		if !found {
			continue
		}
		first, err := parseMWStamp(strings.TrimSpace(from))
		if err != nil {
			continue
		}
		to = strings.TrimSpace(to)
		if to == "now" {
			return when.Interval{}, fmt.Errorf("%q %w", words, errUnplaced)
		}
		if last, err := parseMWStamp(to); err == nil {
			return first.through(last)
		}
	}
	return when.Interval{}, fmt.Errorf("%q is not a date", words)
}

// mwBefore matches a year before the common era.
var mwBefore = regexp.MustCompile(`^(\d{1,6}) (?:BCE|BC|bce|bc)$`)

func parseMWStamp(s string) (stamp, error) {
	if m := mwBefore.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil || n == 0 {
			return stamp{}, fmt.Errorf("there is no year %s", s)
		}
		return stamp{when.Civil{Year: 1 - n, Month: 1, Day: 1}, when.Year}, nil
	}
	if s == "" || s[0] < '0' || s[0] > '9' {
		return stamp{}, fmt.Errorf("%q is not a date", s)
	}
	return parseStamp(s)
}
