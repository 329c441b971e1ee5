package timex

import (
	"testing"

	"dateline/parse/when"
)

func TestValuesAreThoseOfTIMEX3(t *testing.T) {
	var kept values
	write := func(e when.Expr, at when.Choice) {
		t.Helper()
		wantValue, wantMod := when.TIMEX3(e, at)
		if value, mod := kept.of(e, at); value != wantValue || mod != wantMod {
			t.Errorf("of(%v, %v) = %q, %q, want %q, %q", e, at, value, mod, wantValue, wantMod)
		}
	}
	for range 2 {
		for year := 1900; year < 2030; year++ {
			for _, g := range []when.Grain{when.Day, when.Month, when.Year} {
				at := when.One(when.Date(year, 1, 1).Unit(g))
				write(when.Calendar{HasYear: true, Year: year}, at)
				write(when.About{Of: when.Calendar{HasYear: true, Year: year}}, at)
			}
		}
		write(when.Calendar{Weekday: 1}, nil)
		write(when.Some(when.Day), nil)
	}
}
