package when

import "testing"

func TestClock(t *testing.T) {
	monday := Calendar{Weekday: 1}
	tests := []struct {
		name string
		expr Expr
		want string
	}{
		{"today", Clock{Hour: 15, Minute: 45, Second: -1}, "1921-05-05T15:45"},
		{"midnight", Clock{Hour: 24, Minute: 0, Second: -1}, "1921-05-05T24:00"},
		{"on Monday", Clock{Hour: 9, Minute: -1, Second: -1, Day: monday}, "1921-05-02T09:00"},
		{"in the evening", Clock{Hour: 9, Minute: -1, Second: -1, Half: true, Day: PartOfDayOf{Evening, nil}}, "1921-05-05T21:00"},
		{"three at night", Clock{Hour: 3, Minute: -1, Second: -1, Half: true, Day: PartOfDayOf{Night, nil}}, "1921-05-05T03:00"},
		{"seconds", Clock{Hour: 9, Minute: 5, Second: 7}, "1921-05-05T09:05:07"},
		{"Monday night", PartOfDayOf{Night, monday}, "1921-05-02TNI"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _, err := tt.expr.Resolve(Anchor{Reference: thursday})
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := TIMEX3(tt.expr, c); got != tt.want {
				t.Errorf("%v = %s, want %s", tt.expr, got, tt.want)
			}
		})
	}
}
