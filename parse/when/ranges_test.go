package when

import "testing"

func TestRanges(t *testing.T) {
	year := func(y int) Calendar { return Calendar{HasYear: true, Year: y} }
	day := func(m, d int) Calendar { return Calendar{Month: m, Day: d} }
	with := func(c Calendar, y int) Calendar { c.HasYear, c.Year = true, y; return c }
	tests := []struct {
		name string
		expr Expr
		want string
	}{
		{"from to", Range{year(1914), year(1918), true}, "1914/1918"},
		{"between", Range{year(1914), year(1918), false}, "[1914..1918]"},
		{"year from the end", Range{day(3, 3), with(day(4, 7), 1917), true}, "1917-03-03/1917-04-07"},
		{"year from the start", Range{with(day(11, 3), 1917), day(2, 7), true}, "1917-11-03/1918-02-07"},
		{"backwards", Range{year(1918), year(1914), true}, ErrNoSuchDate.Error()},
		{"over midnight", Range{Clock{Hour: 22, Minute: 0, Second: -1}, Clock{Hour: 1, Minute: 0, Second: -1}, true}, "1921-05-05T22:00:00/1921-05-06T01:00:00"},
		{"since", Open{Since, year(1917)}, "1917/.."},
		{"until", Open{Until, year(1917)}, "../1917"},
		{"before", Open{Before, year(1917)}, "../1916"},
		{"after", Open{After, year(1917)}, "1918/.."},
		{"either", Either{day(3, 19), with(day(3, 22), 1917)}, "[1917-03-19,1917-03-22]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := place(tt.expr, Anchor{Reference: thursday}); got != tt.want {
				t.Errorf("%v = %s, want %s", tt.expr, got, tt.want)
			}
		})
	}
}
