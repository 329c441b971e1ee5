package exchange

import (
	"slices"
	"testing"
)

func TestParseEDTF(t *testing.T) {
	for name, want := range times {
		if name == "week" || name == "hour" || name == "minute" || name == "deep past" {
			continue // EDTF has no word for their grain
		}
		if got, err := parseEDTF(want.EDTF()); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: parseEDTF(%q) = %v, %v, want %v", name, want.EDTF(), got, err, want)
		}
	}
	for _, s := range []string{
		"", "..", "../..", "1921/1920", "1921-13", "1921-02-30", "192", "19210505", "12000", "+1921", "[1921", "1921]", "1921,1922",
		"XXXX", "X921", "soon", "1921~~", "1921-05-05 10:00", "[..]", "[1921..]", "Y", "Yx", "1921-05/", "/1921", "2021-25", "2021-42", "1921/1922/1923",
	} {
		if got, err := parseEDTF(s); err == nil {
			t.Errorf("parseEDTF(%q) = %v, want an error", s, got)
		}
	}
}
