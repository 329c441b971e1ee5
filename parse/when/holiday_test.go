package when

import "testing"

func TestHoliday(t *testing.T) {
	tests := []struct {
		expr Holiday
		want string
	}{
		{Holiday{Name: "christmas", HasYear: true, Year: 1914}, "1914-12-25"},
		{Holiday{Name: "thanksgiving", HasYear: true, Year: 2021}, "2021-11-25"},
		{Holiday{Name: "memorial-day", HasYear: true, Year: 2021}, "2021-05-31"},
		{Holiday{Name: "election-day", HasYear: true, Year: 2020}, "2020-11-03"},
		{Holiday{Name: "good-friday", HasYear: true, Year: 2024}, "2024-03-29"},
		{Holiday{Name: "mardi-gras", HasYear: true, Year: 2021}, "2021-02-16"},
		{Holiday{Name: "easter"}, "1921-03-27"},
		{Holiday{Name: "easter", Direction: Future}, "1922-04-16"},
		{Holiday{Name: "easter", Direction: Past}, "1921-03-27"},
	}
	for _, tt := range tests {
		t.Run(tt.expr.String(), func(t *testing.T) {
			if got := place(tt.expr, Anchor{Reference: thursday}); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestEaster(t *testing.T) {
	for _, want := range []Civil{{Year: 1818, Month: 3, Day: 22}, {Year: 1921, Month: 3, Day: 27}, {Year: 1943, Month: 4, Day: 25}, {Year: 2000, Month: 4, Day: 23}, {Year: 2024, Month: 3, Day: 31}} {
		if got := Easter(want.Year).Civil(); got != want {
			t.Errorf("Easter(%d) = %v, want %v", want.Year, got, want)
		}
	}
}
