package when

import (
	"fmt"
	"strconv"
	"strings"
)

// SyntaxError is returned by ParseEDTF for text that is not EDTF.
type SyntaxError struct {
	Text   string // the whole text
	Wanted string // what was wanted instead
}

// Error implements error.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("when: %q is not EDTF: want %s", e.Text, e.Wanted)
}

// ParseEDTF reads a date in the Extended Date/Time Format (ISO 8601-2:2019,
// levels 0 to 2): dates, date-times, intervals, seasons and quarters, unspecified
// digits, approximate and uncertain dates, years of more than four digits, and
// the sets [one of these] and {all of these}. The empty text is an empty Choice.
// A set with ".." between two dates is the stretch between them. The error is a
// *SyntaxError.
func ParseEDTF(s string) (Choice, error) {
	p := edtfParser{text: s}
	if s == "" {
		return nil, nil
	}
	if (s[0] == '[' || s[0] == '{') && len(s) > 2 && strings.IndexByte("]}", s[len(s)-1]) >= 0 {
		return p.set(s[1 : len(s)-1])
	}
	iv, err := p.one(s)
	if err != nil {
		return nil, err
	}
	return One(iv), nil
}

// edtfParser reads the parts of one text.
type edtfParser struct{ text string }

func (p *edtfParser) fail(wanted string) error { return &SyntaxError{Text: p.text, Wanted: wanted} }

// set reads the members of a set.
func (p *edtfParser) set(list string) (Choice, error) {
	var c Choice
	for _, part := range strings.Split(list, ",") {
		from, to, ranged := strings.Cut(part, "..")
		if !ranged {
			iv, err := p.one(part)
			if err != nil {
				return nil, err
			}
			c = append(c, iv)
			continue
		}
		iv, err := p.span(from, to, "")
		if err != nil {
			return nil, err
		}
		iv.Throughout = false
		c = append(c, iv)
	}
	return c, nil
}

// one reads a date or an interval.
func (p *edtfParser) one(s string) (Interval, error) {
	if from, to, ok := strings.Cut(s, "/"); ok {
		return p.span(from, to, "..")
	}
	return p.date(s)
}

// span reads the two ends of a stretch; open stands for a missing end, as does
// nothing.
func (p *edtfParser) span(from, to, open string) (Interval, error) {
	out := Interval{Start: First, End: Last, Throughout: true}
	if from != "" && from != open {
		iv, err := p.date(from)
		if err != nil {
			return out, err
		}
		out.Start, out.Grain, out.Circa = iv.Start, iv.Grain, iv.Circa
	}
	if to != "" && to != open {
		iv, err := p.date(to)
		if err != nil {
			return out, err
		}
		if out.Grain == NoGrain || iv.Grain < out.Grain {
			out.Grain = iv.Grain
		}
		out.End, out.Circa = iv.End, out.Circa || iv.Circa
	}
	if out.Start >= out.End || out.Grain == NoGrain {
		return out, p.fail("an end after the start")
	}
	return out, nil
}

// date reads a single date with its qualifiers.
func (p *edtfParser) date(s string) (Interval, error) {
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune("?~%", r) {
			return -1
		}
		return r
	}, s)
	iv, err := p.plain(bare)
	iv.Circa = bare != s
	return iv, err
}

// plain reads a date without qualifiers.
func (p *edtfParser) plain(s string) (Interval, error) {
	day, clock, timed := strings.Cut(s, "T")
	year, rest, err := p.year(day)
	if err != nil {
		return Interval{}, err
	}
	if rest == "" {
		if timed {
			return Interval{}, p.fail("a day before the T")
		}
		return year, nil
	}
	if year.Grain != Year {
		return Interval{}, p.fail("a year without X before the month")
	}
	iv, err := p.month(year, rest)
	if err != nil || !timed {
		return iv, err
	}
	if iv.Grain != Day {
		return Interval{}, p.fail("a day before the T")
	}
	return p.clock(iv, clock)
}

// year reads the year at the start of s and returns what follows its hyphen.
func (p *edtfParser) year(s string) (iv Interval, rest string, err error) {
	sign, digits := 1, s
	long := strings.HasPrefix(digits, "Y")
	if long {
		digits = digits[1:]
	}
	if strings.HasPrefix(digits, "-") {
		sign, digits = -1, digits[1:]
	}
	digits, rest, more := strings.Cut(digits, "-")
	if more && rest == "" {
		return iv, "", p.fail("a month after the hyphen")
	}
	known := strings.TrimRight(digits, "X")
	grain := [...]Grain{Year, Decade, Century, Millennium}[min(len(digits)-len(known), 3)]
	if !long && len(digits) != 4 || len(digits)-len(known) > 3 || known == "" || len(known) > 12 {
		return iv, "", p.fail("a year of four digits, or Y and more")
	}
	n, convErr := strconv.Atoi(known)
	if convErr != nil || known[0] == '+' || known[0] == '-' {
		return iv, "", p.fail("digits")
	}
	for range len(digits) - len(known) {
		n *= 10
	}
	n *= sign
	if n < MinYear || n > MaxYear {
		return iv, "", p.fail("a year that the calendar reaches")
	}
	start := Date(n, 1, 1)
	if grain == Century || grain == Millennium {
		start = Date(n+1, 1, 1)
	}
	return Interval{Start: start, End: start.Add(1, grain), Grain: grain}, rest, nil
}

// month reads the month, season or quarter after a year, and the day.
func (p *edtfParser) month(year Interval, s string) (Interval, error) {
	code, day, hasDay := strings.Cut(s, "-")
	y := year.Start.Civil().Year
	if code == "XX" {
		return year, nil
	}
	m, ok := twoDigits(code)
	switch {
	case ok && m >= 1 && m <= 12:
	case hasDay || !ok:
		return Interval{}, p.fail("a month from 01 to 12")
	case m >= 21 && m <= 32:
		return Date(y, 3*((m-21)%4+1), 1).Unit(Season), nil
	case m >= 33 && m <= 36:
		return Date(y, 3*(m-33)+1, 1).Unit(Quarter), nil
	case m == 40 || m == 41:
		return Date(y, 6*(m-40)+1, 1).Unit(Half), nil
	default:
		return Interval{}, p.fail("a month, a season (21 to 32), a quarter (33 to 36) or a half (40, 41)")
	}
	if !hasDay || day == "XX" {
		return Date(y, m, 1).Unit(Month), nil
	}
	d, ok := twoDigits(day)
	if !ok || d < 1 || d > DaysIn(y, m) {
		return Interval{}, p.fail("a day of that month")
	}
	return Date(y, m, d).Unit(Day), nil
}

// clock reads a time of day. Zones are read and dropped, as the calendar has
// none.
func (p *edtfParser) clock(day Interval, s string) (Interval, error) {
	s = strings.TrimSuffix(s, "Z")
	if i := strings.IndexAny(s, "+-"); i > 0 {
		s = s[:i]
	}
	fields := strings.Split(s, ":")
	limits := [...]int{24, 59, 59}
	grains := [...]Grain{Hour, Minute, Second}
	if len(fields) > 3 {
		return Interval{}, p.fail("hours, minutes and seconds")
	}
	at := day.Start
	for i, f := range fields {
		n, ok := twoDigits(f)
		if !ok || n > limits[i] {
			return Interval{}, p.fail("hours, minutes and seconds of two digits")
		}
		at = at.Add(n, grains[i])
	}
	return at.Unit(grains[len(fields)-1]), nil
}

func twoDigits(s string) (int, bool) {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}
