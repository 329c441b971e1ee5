package when

import "testing"

func TestEDTF(t *testing.T) {
	day := func(y, m, d int) Interval { return Date(y, m, d).Unit(Day) }
	year := func(y int) Interval { return Date(y, 1, 1).Unit(Year) }
	tests := []struct {
		name string
		when Choice
		want string
	}{
		{"day", One(day(1921, 5, 5)), "1921-05-05"},
		{"month", One(Date(1921, 5, 1).Unit(Month)), "1921-05"},
		{"decade", One(Date(1920, 1, 1).Unit(Decade)), "192X"},
		{"century", One(Date(1850, 1, 1).Unit(Century)), "18XX"},
		{"throughout", One(Interval{Date(1914, 1, 1), Date(1919, 1, 1), Year, true, false}), "1914/1918"},
		{"somewhere inside", One(Interval{Date(1914, 1, 1), Date(1919, 1, 1), Year, false, false}), "[1914..1918]"},
		{"either or", Choice{day(2021, 3, 19), day(2021, 3, 22)}, "[2021-03-19,2021-03-22]"},
		{"about", One(Interval{Date(1850, 1, 1), Date(1851, 1, 1), Year, false, true}), "1850~"},
		{"before", One(Interval{First, Date(1066, 1, 1), Year, false, false}), "../1065"},
		{"since", One(Interval{Date(2014, 1, 1), Last, Year, true, false}), "2014/.."},
		{"before the common era", One(year(-43)), "-0043"},
		{"quarter", One(Date(2019, 7, 1).Unit(Quarter)), "2019-35"},
		{"summer", One(Date(2019, 7, 1).Unit(Season)), "2019-22"},
		{"two days", One(Interval{Date(2021, 3, 22), Date(2021, 3, 24), Day, true, false}), "2021-03-22/2021-03-23"},
		{"since a century", One(Interval{Date(1301, 1, 1), Last, Century, true, false}), "13XX/.."},
		{"two centuries", One(Interval{Date(1801, 1, 1), Date(2001, 1, 1), Century, true, false}), "18XX/19XX"},
		{"unknown", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.when.EDTF(); got != tt.want {
				t.Errorf("EDTF() = %q, want %q", got, tt.want)
			}
		})
	}
}
