package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/parse/when"
)

// parseEDTF reads the forms of EDTF (ISO 8601-2:2019) that Choice.EDTF writes,
// and "?" and "%" for what is not certain.
func parseEDTF(s string) (when.Choice, error) {
	bad := fmt.Errorf("%q is not EDTF", s)
	inner, isSet := strings.CutPrefix(s, "[")
	if isSet {
		if inner, isSet = strings.CutSuffix(inner, "]"); !isSet {
			return nil, bad
		}
		if from, to, isRange := strings.Cut(inner, ".."); isRange && !strings.Contains(inner, ",") {
			iv, err := edtfStretch(from, to)
			if err != nil || iv.Open() {
				return nil, bad
			}
			iv.Throughout = false
			return when.One(iv), nil
		}
	}
	var c when.Choice
	for _, item := range strings.Split(inner, ",") {
		iv, err := edtfInterval(item)
		if err != nil || !isSet && strings.Contains(s, ",") {
			return nil, bad
		}
		c = append(c, iv)
	}
	return c, nil
}

// edtfInterval reads one unit or two that are joined by a slash.
func edtfInterval(s string) (when.Interval, error) {
	if from, to, isRange := strings.Cut(s, "/"); isRange {
		return edtfStretch(from, to)
	}
	return edtfUnit(s)
}

// edtfStretch reads the stretch from one unit to the end of another, of which
// one may be open. What is open at its start falls somewhere inside.
func edtfStretch(from, to string) (when.Interval, error) {
	first, last := when.Interval{Start: when.First, Grain: when.MegaYear}, when.Interval{End: when.Last, Grain: when.MegaYear}
	var err error
	if from != ".." {
		first, err = edtfUnit(from)
	}
	if to != ".." && err == nil {
		last, err = edtfUnit(to)
	}
	if err != nil || last.End <= first.Start || from == to {
		return when.Interval{}, fmt.Errorf("%s/%s is not a stretch", from, to)
	}
	return when.Interval{
		Start: first.Start, End: last.End, Grain: min(first.Grain, last.Grain),
		Throughout: from != "..", Circa: first.Circa || last.Circa,
	}, nil
}

// edtfParts are the numbers in the place of the month that stand for a part of
// the year, ISO 8601-2 section 4.8: the first of each, and the unit.
var edtfParts = []struct {
	first, count int
	grain        when.Grain
	firstMonth   int
	months       int
}{
	{21, 4, when.Season, 3, 3},
	{33, 4, when.Quarter, 1, 3},
	{40, 2, when.Half, 1, 6},
}

// edtfUnit reads one calendar unit.
func edtfUnit(s string) (when.Interval, error) {
	plain := strings.TrimRight(s, "~?%")
	iv, err := edtfPlain(plain)
	iv.Circa = len(plain) < len(s)
	if len(s)-len(plain) > 1 {
		err = fmt.Errorf("%q has two marks of doubt", s)
	}
	return iv, err
}

func edtfPlain(s string) (when.Interval, error) {
	if far, ok := strings.CutPrefix(s, "Y"); ok {
		year, err := strconv.Atoi(far)
		if err != nil || year < when.MinYear || year > when.MaxYear {
			return when.Interval{}, fmt.Errorf("%q is not a year", s)
		}
		return when.Date(year, 1, 1).Unit(when.Year), nil
	}
	if known := strings.TrimRight(s, "X"); len(s) == 4 && len(known) < 4 && len(known) > 0 {
		return edtfUnspecified(known)
	}
	if year, _, _ := strings.Cut(strings.TrimPrefix(s, "-"), "-"); len(year) != 4 || strings.Contains(s, " ") {
		return when.Interval{}, fmt.Errorf("%q is not a year of four digits", s)
	}
	if i := strings.LastIndexByte(s, '-'); i > 3 && len(s)-i == 3 {
		year, err := strconv.Atoi(s[:i])
		part, partErr := strconv.Atoi(s[i+1:])
		for _, p := range edtfParts {
			if n := part - p.first; err == nil && partErr == nil && n >= 0 && n < p.count {
				return when.Date(year, p.firstMonth+n*p.months, 1).Unit(p.grain), nil
			}
		}
	}
	stamp, err := parseStamp(s)
	if err != nil {
		return when.Interval{}, err
	}
	return stamp.interval(), nil
}

// edtfUnspecified reads a year of which only the first digits are known: a
// millennium, a century or a decade. Centuries are counted from year 1.
func edtfUnspecified(known string) (when.Interval, error) {
	n, err := digits(known)
	if err != nil {
		return when.Interval{}, fmt.Errorf("%q is not the start of a year", known)
	}
	switch len(known) {
	case 1:
		return when.Date(n*1000+1, 1, 1).Unit(when.Millennium), nil
	case 2:
		return when.Date(n*100+1, 1, 1).Unit(when.Century), nil
	default:
		return when.Date(n*10, 1, 1).Unit(when.Decade), nil
	}
}
