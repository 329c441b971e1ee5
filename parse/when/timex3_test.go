package when

import "testing"

func TestTIMEX3(t *testing.T) {
	year := func(y int) Calendar { return Calendar{HasYear: true, Year: y} }
	tests := []struct {
		name  string
		expr  Expr
		value string
		mod   string
	}{
		{"year", year(1917), "1917", ""},
		{"before the common era", year(-479), "BC0480", ""},
		{"quarter", Calendar{HasYear: true, Year: 1917, Quarter: 2}, "1917-Q2", ""},
		{"winter", Calendar{HasYear: true, Year: 1917, Season: 4}, "1917-WI", ""},
		{"week", Current{Unit: Week}, "1921-W18", ""},
		{"weekend", Calendar{Weekend: true}, "1921-W17-WE", ""},
		{"decade", Years{Start: 1890, Unit: Decade}, "189", ""},
		{"century", Years{Start: 1801, Unit: Century}, "18", ""},
		{"early", Part{Early, Calendar{HasYear: true, Year: 1917, Month: 3}}, "1917-03", "START"},
		{"about", About{year(1850)}, "1850", "APPROX"},
		{"since", Open{Since, year(1917)}, "1917", "ON_OR_AFTER"},
		{"before", Open{Before, year(1917)}, "1917", "BEFORE"},
		{"now", Vaguely(NoTense), "PRESENT_REF", ""},
		{"recently", Vaguely(Past), "PAST_REF", ""},
		{"duration", Of(2, Hour).Plus(Of(10, Minute)), "PT2H10M", ""},
		{"decades", Of(2, Decade), "P20Y", ""},
		{"some weeks", Some(Week), "PXW", ""},
		{"fraction", Of(2.5, Year), "P2.5Y", ""},
		{"set", Every{By: Of(1, Day)}, "P1D", ""},
		{"set of days", Every{Of: Calendar{Weekday: 2}}, "XXXX-WXX-2", ""},
		{"age", Age{Of(45, Year)}, "P45Y", ""},
		{"two weeks ago", Shift{-1, Of(2, Week), Moment{}}, "1921-W16", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _, _ := tt.expr.Resolve(Anchor{Reference: thursday})
			if value, mod := TIMEX3(tt.expr, c); value != tt.value || mod != tt.mod {
				t.Errorf("TIMEX3(%v) = %q, %q; want %q, %q", tt.expr, value, mod, tt.value, tt.mod)
			}
		})
	}
	unplaced := map[string]Expr{
		"XXXX-WXX-1": Calendar{Weekday: 1}, "XXXX-05-05": Calendar{Month: 5, Day: 5}, "XXXX-WXX": Current{N: -1, Unit: Week},
		"XXXX-XX-XX": Holiday{Name: "easter"}, "XXXX-12-25": Holiday{Name: "christmas"}, "XXXX-XX-XXT15:00": Clock{Hour: 15, Minute: -1},
	}
	for want, e := range unplaced {
		if value, _ := TIMEX3(e, nil); value != want {
			t.Errorf("TIMEX3(%v, nil) = %q, want %q", e, value, want)
		}
	}
}
