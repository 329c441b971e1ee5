package stamp

import (
	"fmt"
	"regexp"
	"strings"
)

// Pieces of a stamp that say nothing about the local day, or say it twice.
var (
	weekday   = regexp.MustCompile(`^(?i:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?,?\s+`)
	comment   = regexp.MustCompile(`\s*\([^()]*\)$`)
	ordinal   = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)
	september = regexp.MustCompile(`\b(?i:sept)\b\.?`)
	monthDot  = regexp.MustCompile(`\b(?i:(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))\.`)
	area      = regexp.MustCompile(`\s+[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+$`)
	zone      = regexp.MustCompile(`(?:\s*|\b)([A-Z]{1,5})(?:[+-]\d{2}:?\d{2})?$`)
	lostPlus  = regexp.MustCompile(`(:\d{2}) (\d{2}:\d{2})$`)
	fraction  = regexp.MustCompile(`(:\d{2}):?[.,]\d+`)
	at        = regexp.MustCompile(`(\d{4}),? at (\d)`)
	dotted    = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	spaces    = regexp.MustCompile(`\s+`)
	afterTime = regexp.MustCompile(`\d\s*[A-Z]{1,5}(?:[+-]\d{2}:?\d{2})?$`)
)

// zones are the abbreviations of zones that are in common use. What they stand
// for does not matter, since the local day is kept; an unknown word at the end
// does, since it may not be a zone.
var zones = map[string]bool{
	"UTC": true, "GMT": true, "UT": true, "Z": true,
	"EST": true, "EDT": true, "CST": true, "CDT": true, "MST": true, "MDT": true, "PST": true, "PDT": true,
	"ET": true, "CT": true, "MT": true, "PT": true, "AKST": true, "AKDT": true, "HST": true,
	"BST": true, "IST": true, "WET": true, "WEST": true, "CET": true, "CEST": true, "EET": true, "EEST": true,
	"MSK": true, "SGT": true, "HKT": true, "JST": true, "KST": true,
	"AEST": true, "AEDT": true, "ACST": true, "ACDT": true, "AWST": true, "NZST": true, "NZDT": true,
}

// simplify takes from s what a date may carry beside its fields: the weekday, a
// comment, ordinal endings, the name of a zone.
func simplify(s string) (string, error) {
	s = strings.TrimSpace(spaces.ReplaceAllString(s, " "))
	s = comment.ReplaceAllString(s, "")
	s = weekday.ReplaceAllString(s, "")
	s = ordinal.ReplaceAllString(s, "$1")
	s = september.ReplaceAllString(s, "Sep")
	s = monthDot.ReplaceAllString(s, "$1")
	s = area.ReplaceAllString(s, "")
	s = fraction.ReplaceAllString(s, "$1")
	s = at.ReplaceAllString(s, "$1 $2")
	s = dotted.ReplaceAllString(s, "$1/$2/$3")
	s = lostPlus.ReplaceAllString(s, "$1+$2")
	if afterTime.MatchString(s) {
		m := zone.FindStringSubmatch(s)
		if m != nil && m[1] != "AM" && m[1] != "PM" {
			if !zones[m[1]] {
				return "", fmt.Errorf("%s is not a zone in common use", m[1])
			}
			s = zone.ReplaceAllString(s, "")
		}
	}
	// "AM EST" and "PM EDT" end in two words.
	if head, last, ok := cutLast(s); ok && zones[last] && (strings.HasSuffix(head, "M") || strings.HasSuffix(head, "m")) {
		s = head
	}
	if s == "" {
		return "", fmt.Errorf("empty")
	}
	return s, nil
}

// cutLast splits s before its last word.
func cutLast(s string) (head, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
