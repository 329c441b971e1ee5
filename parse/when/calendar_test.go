package when

import "testing"

// thursday is the reference of the tests: 5 May 1921.
var thursday = Date(1921, 5, 5).Unit(Day)

// place resolves e and returns where it lies in EDTF, or the error.
func place(e Expr, a Anchor) string {
	c, _, err := e.Resolve(a)
	if err != nil {
		return err.Error()
	}
	return c.EDTF()
}

func TestCalendar(t *testing.T) {
	tests := []struct {
		name   string
		expr   Expr
		anchor Anchor
		want   string
	}{
		{"full date", Calendar{HasYear: true, Year: 1917, Month: 3, Day: 3}, Anchor{}, "1917-03-03"},
		{"no such day", Calendar{HasYear: true, Year: 1921, Month: 2, Day: 29}, Anchor{}, ErrNoSuchDate.Error()},
		{"weekday looks back", Calendar{Weekday: 1}, Anchor{Reference: thursday}, "1921-05-02"},
		{"the day itself", Calendar{Weekday: 4}, Anchor{Reference: thursday}, "1921-05-05"},
		{"weekday ahead", Calendar{Weekday: 1}, Anchor{Reference: thursday, Tense: Future}, "1921-05-09"},
		{"weekday without anchor", Calendar{Weekday: 1}, Anchor{}, ErrUnanchored.Error()},
		{"closest month", Calendar{Month: 12}, Anchor{Reference: thursday}, "1920-12"},
		{"month ahead", Calendar{Month: 1}, Anchor{Reference: thursday, Tense: Future}, "1922-01"},
		{"month behind", Calendar{Month: 9}, Anchor{Reference: thursday, Tense: Past}, "1920-09"},
		{"Friday the 13th", Calendar{Weekday: 5, Day: 13}, Anchor{Reference: thursday}, "1921-05-13"},
		{"leap day", Calendar{Month: 2, Day: 29}, Anchor{Reference: thursday}, "1920-02-29"},
		{"short year", Calendar{HasYear: true, Year: 98, Short: true}, Anchor{Reference: thursday}, "1898"},
		{"short year ahead", Calendar{HasYear: true, Year: 25, Short: true}, Anchor{Reference: thursday}, "1925"},
		{"week", Calendar{HasYear: true, Year: 1921, Week: 1}, Anchor{}, "1921-01-03/1921-01-09"},
		{"no 53rd week", Calendar{HasYear: true, Year: 1921, Week: 53}, Anchor{}, ErrNoSuchDate.Error()},
		{"weekend", Calendar{Weekend: true}, Anchor{Reference: thursday}, "1921-04-30/1921-05-01"},
		{
			"a story goes on",
			Calendar{Month: 1},
			Anchor{Reference: thursday, Mentioned: Date(1865, 12, 20).Unit(Day), Story: true},
			"1866-01",
		},
		{"last Thursday", Toward{Past, Calendar{Weekday: 4}}, Anchor{Reference: thursday}, "1921-04-28"},
		{"next Thursday", Toward{Future, Calendar{Weekday: 4}}, Anchor{Reference: thursday}, "1921-05-12"},
		{"this Saturday", Toward{NoTense, Calendar{Weekday: 6}}, Anchor{Reference: thursday}, "1921-05-07"},
		{"last May", Toward{Past, Calendar{Month: 5}}, Anchor{Reference: thursday}, "1920-05"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := place(tt.expr, tt.anchor); got != tt.want {
				t.Errorf("%v = %s, want %s", tt.expr, got, tt.want)
			}
		})
	}
}
