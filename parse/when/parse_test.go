package when

import (
	"errors"
	"testing"
	"testing/quick"
)

func TestParseEDTF(t *testing.T) {
	tests := []struct {
		text string
		want Choice
	}{
		{"1921-05-05", One(Date(1921, 5, 5).Unit(Day))},
		{"1921-05", One(Date(1921, 5, 1).Unit(Month))},
		{"1921", One(Date(1921, 1, 1).Unit(Year))},
		{"192X", One(Date(1920, 1, 1).Unit(Decade))},
		{"18XX", One(Date(1850, 1, 1).Unit(Century))},
		{"-0043", One(Date(-43, 1, 1).Unit(Year))},
		{"Y-12000", One(Date(-12000, 1, 1).Unit(Year))},
		{"2019-22", One(Date(2019, 7, 1).Unit(Season))},
		{"2019-35", One(Date(2019, 7, 1).Unit(Quarter))},
		{"2019-XX-XX", One(Date(2019, 1, 1).Unit(Year))},
		{"2019-05-XX", One(Date(2019, 5, 1).Unit(Month))},
		{"1921-05-05T15:04", One(Civil{1921, 5, 5, 15, 4, 0}.Instant().Unit(Minute))},
		{"1921-05-05T15:04:09Z", One(Civil{1921, 5, 5, 15, 4, 9}.Instant().Unit(Second))},
		{"1850~", One(Interval{Date(1850, 1, 1), Date(1851, 1, 1), Year, false, true})},
		{"1914/1918", One(Interval{Date(1914, 1, 1), Date(1919, 1, 1), Year, true, false})},
		{"2014/..", One(Interval{Date(2014, 1, 1), Last, Year, true, false})},
		{"../1065", One(Interval{First, Date(1066, 1, 1), Year, true, false})},
		{"[1914..1918]", One(Interval{Date(1914, 1, 1), Date(1919, 1, 1), Year, false, false})},
		{"[2021-03-19,2021-03-22]", Choice{Date(2021, 3, 19).Unit(Day), Date(2021, 3, 22).Unit(Day)}},
		{"", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := ParseEDTF(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if got.EDTF() != tt.want.EDTF() || len(got) != len(tt.want) || len(got) > 0 && got[0] != tt.want[0] {
				t.Errorf("ParseEDTF(%q) = %+v, want %+v", tt.text, got, tt.want)
			}
		})
	}
}

func TestParseEDTFRefuses(t *testing.T) {
	for _, text := range []string{
		"21", "1921-13", "1921-02-30", "1921-5-5", "1921-", "192X-05", "XXXX", "Y", "/", "../..", "1921/1920",
		"1921-05T10:00", "1921-05-05T25:00", "1921-05-05T10:61", "[]", "[1921", "today", "1921-37", "Y99999999999999",
	} {
		_, err := ParseEDTF(text)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("ParseEDTF(%q) gives %v, want a SyntaxError", text, err)
		}
	}
}

func TestEDTFRoundTrip(t *testing.T) {
	same := func(n int32, g uint8, circa bool) bool {
		grain := [...]Grain{Day, Month, Season, Quarter, Half, Year, Decade, Century}[g%8]
		iv := Instant(int64(n) * 40 % 60e9).Unit(grain)
		iv.Circa = circa
		if iv.Start.Civil().Year < 1 {
			return true // coarse units before year 1 are written as their first year
		}
		back, err := ParseEDTF(iv.EDTF())
		return err == nil && len(back) == 1 && back[0] == iv
	}
	if err := quick.Check(same, &quick.Config{MaxCount: 2000}); err != nil {
		t.Error(err)
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, seed := range []string{"1921-05-05", "192X", "1914/1918", "[2021-03-19,2021-03-22]", "1850~", "../1066", "Y-12000", "2019-22T"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ParseEDTF(s)
		if err != nil {
			return
		}
		for _, iv := range c {
			if iv.Start >= iv.End {
				t.Errorf("%q gives %+v, which ends before it starts", s, iv)
			}
		}
	})
}
