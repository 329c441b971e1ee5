package when

import "testing"

func TestPart(t *testing.T) {
	year := func(y int) Calendar { return Calendar{HasYear: true, Year: y} }
	tests := []struct {
		name string
		expr Expr
		want string
	}{
		{"early year", Part{Early, year(1917)}, "[1917-01~..1917-04~]"},
		{"mid-May", Part{Middle, Calendar{HasYear: true, Year: 1917, Month: 5}}, "[1917-05-11~..1917-05-21~]"},
		{"third quarter", Nth{N: 3, Unit: Quarter, Of: year(1917)}, "1917-35"},
		{"last Monday of May", Nth{N: -1, Unit: Day, Weekday: 1, Of: Calendar{HasYear: true, Year: 1919, Month: 5}}, "1919-05-26"},
		{"fifth Friday", Nth{N: 5, Unit: Day, Weekday: 5, Of: Calendar{HasYear: true, Year: 1921, Month: 5}}, ErrNoSuchDate.Error()},
		{"nineties", Years{Start: 90, Unit: Decade, Short: true}, "189X"},
		{"fifth century BCE", Years{Start: -499, Unit: Century}, "-0499/-0400"},
		{"about 1850", About{year(1850)}, "1850~"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := place(tt.expr, Anchor{Reference: thursday}); got != tt.want {
				t.Errorf("%v = %s, want %s", tt.expr, got, tt.want)
			}
		})
	}
}
