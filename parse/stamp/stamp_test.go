package stamp

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2021-03-22", "2021-03-22"},
		{" 2021-03-22 ", "2021-03-22"},
		{"2021-3-2", "2021-03-02"},
		{"2021-03", "2021-03"},
		{"1922", "1922"},
		{"20210322", "2021-03-22"},
		{"20210322T101112Z", "2021-03-22T10:11:12"},
		{"2021-03-22T10:11:12Z", "2021-03-22T10:11:12"},
		{"2021-03-22T10:11:12.1234567Z", "2021-03-22T10:11:12"},
		{"2021-03-22T10:11+02:00", "2021-03-22T10:11:00"},
		{"2021-03-22 10:11:12 +0000 UTC", "2021-03-22T10:11:12"},
		{"2021-03-22T10:11:12 00:00", "2021-03-22T10:11:12"},
		{"2019-11-19 17:34:00 America/New_York", "2019-11-19T17:34:00"},
		{"2024-03-05Z", "2024-03-05"},
		{"2024-03-05+01:00", "2024-03-05"},
		{"2024-03-05 10:11 EST", "2024-03-05T10:11:00"},
		// The offset's own day, not the one in Greenwich.
		{"2021-03-22T23:30:00-05:00", "2021-03-22T23:30:00"},
		{"2021-03-22T00:30:00+0900", "2021-03-22T00:30:00"},
		{"Mon, 22 Mar 2021 23:11:12 -0500", "2021-03-22T23:11:12"},
		{"Mon, 22 Mar 2021 10:11:12 GMT", "2021-03-22T10:11:12"},
		{"Mon Mar 22 10:11:12 2021", "2021-03-22T10:11:12"},
		{"Mon Mar 22 2021 10:11:12 GMT+0100 (Central European Time)", "2021-03-22T10:11:12"},
		{"22 Mar 2021", "2021-03-22"},
		{"22-Mar-2021", "2021-03-22"},
		{"Mar 22, 2021", "2021-03-22"},
		{"Sept. 5, 2019", "2019-09-05"},
		{"Monday, March 22nd, 2021", "2021-03-22"},
		{"March 22, 2021 5:30 PM EDT", "2021-03-22T17:30:00"},
		{"March 22, 2021 at 5:30 PM", "2021-03-22T17:30:00"},
		{"19 November 2019 17:45", "2019-11-19T17:45:00"},
		{"Tuesday 19 November 2019 10.00 GMT", "2019-11-19T10:00:00"},
		{"March 2021", "2021-03"},
		{"2021/03/22", "2021-03-22"},
		{"22.03.2021", "2021-03-22"},
		{"22/03/2021", "2021-03-22"},
		{"03/22/2021", "2021-03-22"},
		{"05/05/2021", "2021-05-05"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			got, err := Parse(tt.in)
			if err != nil {
				t.Fatalf("Parse(%q): %v", tt.in, err)
			}
			if got.EDTF() != tt.want {
				t.Errorf("Parse(%q) = %s, want %s", tt.in, got.EDTF(), tt.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct{ name, in, problem string }{
		{"empty", "", "empty"},
		{"blank", " \t\n", "empty"},
		{"day of the year", "2024-065", "not part"},
		{"no year", "Feb 12", "no year"},
		{"epoch seconds", "1384216367", "bare number"},
		{"epoch milliseconds", "1384216367000", "bare number"},
		{"a price", "12.50", ""},
		{"five digits", "20213", "bare number"},
		{"day and month may be swapped", "03/04/2021", "told apart"},
		{"the same with full stops", "03.04.2021", "told apart"},
		{"month 13", "2021-13-45", ""},
		{"February 30", "2021-02-30", ""},
		{"year 0", "0000-01-01", "no year"},
		{"zeros", "0000-00-00", ""},
		{"a time alone", "12:30", ""},
		{"hour 25", "2021-03-22T25:00:00Z", ""},
		{"unknown zone", "2024-03-05 10:11 XQZ", "zone"},
		{"two-digit year", "3/22/21", ""},
		{"prose", "last Thursday", ""},
		{"a sentence with a date", "On March 22, 2021 it rained", ""},
		{"two dates", "2021-03-22 2021-03-23", ""},
		{"a range", "2021-03-22/2021-03-23", ""},
		{"too long", strings.Repeat("2021-03-22 ", 20), "too many"},
		{"not UTF-8", "\xff\xfe2021", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse(tt.in)
			if err == nil {
				t.Fatalf("Parse(%q) = %s, want an error", tt.in, got.EDTF())
			}
			if !strings.Contains(err.Error(), tt.problem) {
				t.Errorf("Parse(%q) says %q, want something about %q", tt.in, err, tt.problem)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2021-03-22T10:11:12Z", "Mon, 22 Mar 2021 10:11:12 -0500", "Feb 12", "03/04/2021", "1384216367"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Parse(s)
		if err == nil && (got.IsZero() || got.Open() || got.Start.Civil().Year < 1) {
			t.Errorf("Parse(%q) = %v without an error", s, got)
		}
	})
}
