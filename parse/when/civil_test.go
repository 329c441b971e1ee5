package when

import (
	"testing"
	"testing/quick"
	"time"
)

func TestCivilAgreesWithStandardLibrary(t *testing.T) {
	agrees := func(n int32) bool {
		at := Instant(n) * 97
		std := time.Unix(int64(at), 0).UTC()
		year, week := at.ISOWeek()
		stdYear, stdWeek := std.ISOWeek()
		want := Civil{std.Year(), int(std.Month()), std.Day(), std.Hour(), std.Minute(), std.Second()}
		return at.Civil() == want && at.Weekday() == (int(std.Weekday())+6)%7+1 && year == stdYear && week == stdWeek
	}
	if err := quick.Check(agrees, nil); err != nil {
		t.Error(err)
	}
}

func TestCivilRoundTrip(t *testing.T) {
	same := func(at Instant) bool {
		at /= 64 // inside MinYear and MaxYear
		return at.Civil().Instant() == at
	}
	if err := quick.Check(same, nil); err != nil {
		t.Error(err)
	}
}

func TestFloor(t *testing.T) {
	at := Civil{1921, 5, 5, 15, 4, 9}.Instant() // a Thursday
	tests := []struct {
		grain Grain
		want  Civil
	}{
		{Second, Civil{1921, 5, 5, 15, 4, 9}},
		{Minute, Civil{1921, 5, 5, 15, 4, 0}},
		{Hour, Civil{1921, 5, 5, 15, 0, 0}},
		{PartOfDay, Civil{1921, 5, 5, 12, 0, 0}},
		{Day, Civil{1921, 5, 5, 0, 0, 0}},
		{Week, Civil{1921, 5, 2, 0, 0, 0}},
		{Weekend, Civil{1921, 5, 7, 0, 0, 0}},
		{Month, Civil{1921, 5, 1, 0, 0, 0}},
		{Season, Civil{1921, 3, 1, 0, 0, 0}},
		{Quarter, Civil{1921, 4, 1, 0, 0, 0}},
		{Half, Civil{1921, 1, 1, 0, 0, 0}},
		{Year, Civil{1921, 1, 1, 0, 0, 0}},
		{Decade, Civil{1920, 1, 1, 0, 0, 0}},
		{Century, Civil{1901, 1, 1, 0, 0, 0}},
		{Millennium, Civil{1001, 1, 1, 0, 0, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.grain.String(), func(t *testing.T) {
			if got := at.Floor(tt.grain).Civil(); got != tt.want {
				t.Errorf("Floor(%v) = %v, want %v", tt.grain, got, tt.want)
			}
		})
	}
}
