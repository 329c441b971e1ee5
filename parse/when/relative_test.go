package when

import "testing"

func TestRelative(t *testing.T) {
	known := Anchor{Reference: thursday, Mentioned: Date(1917, 3, 10).Unit(Day)}
	told := Moment{Base: FromMentioned}
	tests := []struct {
		name string
		expr Expr
		want string
	}{
		{"last week", Current{N: -1, Unit: Week}, "1921-04-25/1921-05-01"},
		{"this year", Current{Unit: Year}, "1921"},
		{"that year", Current{Unit: Year, Base: FromMentioned}, "1917"},
		{"two years ago", Shift{-1, Of(2, Year), Moment{}}, "1919"},
		{"three days later", Shift{+1, Of(3, Day), told}, "1917-03-13"},
		{"two weeks ago", Shift{-1, Of(2, Week), Moment{}}, "1921-04-21~"},
		{"half a year later", Shift{+1, Of(0.5, Year), told}, "1917-09"},
		{"a month after a day", Shift{+1, Of(1, Month), Calendar{HasYear: true, Year: 1921, Month: 1, Day: 31}}, "1921-02-28"},
		{"some years ago", Shift{-1, Some(Year), Moment{}}, ""},
		{"beyond the calendar", Shift{+1, Of(1e15, Millennium), Moment{}}, ErrNoSuchDate.Error()},
		{"the past two days", Stretch{Past, Of(2, Day), FromReference}, "1921-05-03/1921-05-04"},
		{"the next two days", Stretch{Future, Of(2, Day), FromReference}, "1921-05-05/1921-05-06"},
		{"in two days", Within{Of(2, Day)}, "1921-05-07"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := place(tt.expr, known); got != tt.want {
				t.Errorf("%v = %s, want %s", tt.expr, got, tt.want)
			}
		})
	}
	if got := place(Current{Unit: Year}, Anchor{}); got != ErrUnanchored.Error() {
		t.Errorf("without an anchor: %s", got)
	}
}
