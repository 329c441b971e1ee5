package exchange

import (
	"testing"
	"testing/quick"

	"dateline/parse/when"
)

func TestStamp(t *testing.T) {
	for _, s := range []string{"2021", "2021-03", "2021-03-18", "2021-03-18T15:04", "2021-03-18T15:04:09", "-0043-03-15", "0000", "0033-01", "+12000", "+271000-01-01"} {
		got, err := parseStamp(s)
		if err != nil || got.String() != s {
			t.Errorf("parseStamp(%q) = %v, %v", s, got, err)
		}
	}
	others := map[string]string{
		"-43-03-15 00:00:00":       "-0043-03-15T00:00:00",
		"-000043-03-15":            "-0043-03-15",
		"2021-03-18T15:04:09.123Z": "2021-03-18T15:04:09",
		"2021-03-18T15:04+02:00":   "2021-03-18T15:04",
		"33":                       "0033",
	}
	for s, want := range others {
		if got, err := parseStamp(s); err != nil || got.String() != want {
			t.Errorf("parseStamp(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"", "-", "x", "2021-", "2021-13", "2021-02-29", "2021-03-18-1", "2021-03T10:00", "2021-03-18T25:00", "2021-03-18T10", "2021--3", "2021-03-18T10:61", "--5", "2021-03-18T10:00Z - x", "2021-03-18T10:00+", "9999999999999999999", "+"} {
		if got, err := parseStamp(s); err == nil {
			t.Errorf("parseStamp(%q) = %v, want an error", s, got)
		}
	}
}

func TestHistorical(t *testing.T) {
	for year, want := range map[int]int{-43: -44, 0: -1, 1: 1, 2021: 2021} {
		if got := historical(year); got != want || astronomical(got) != year {
			t.Errorf("historical(%d) = %d and back %d, want %d", year, got, astronomical(got), want)
		}
	}
}

func TestThrough(t *testing.T) {
	at := func(s string) stamp {
		parsed, err := parseStamp(s)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	tests := []struct{ from, to, want string }{
		{"2021", "2021", "2021"},
		{"2021-03", "2021-05", "2021-03/2021-05"},
		{"2021-03-05", "2021-04", "2021-03-05/2021-04-30"},
	}
	for _, tt := range tests {
		if iv, err := at(tt.from).through(at(tt.to)); err != nil || iv.EDTF() != tt.want {
			t.Errorf("%s through %s = %s, %v, want %s", tt.from, tt.to, iv.EDTF(), err, tt.want)
		}
	}
	if iv, err := at("2021").through(at("2020")); err == nil {
		t.Errorf("2021 through 2020 = %v, want an error", iv)
	}
}

func TestStampsAreTheEndsOfAnything(t *testing.T) {
	ends := func(start int32, length uint32, grain uint8) bool {
		iv := when.Interval{Start: when.Instant(start) * 97, End: when.Instant(start)*97 + when.Instant(length) + 1, Grain: when.Grain(grain % 17)}
		first, last, hasFirst, hasLast := stamps(iv)
		return hasFirst && hasLast && first.interval().Start == iv.Start && last.interval().End == iv.End
	}
	if err := quick.Check(ends, nil); err != nil {
		t.Error(err)
	}
}
