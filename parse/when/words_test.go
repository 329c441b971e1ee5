package when

import "testing"

func TestWords(t *testing.T) {
	day := func(y, m, d int) Interval { return Date(y, m, d).Unit(Day) }
	year := func(y int) Interval { return Date(y, 6, 1).Unit(Year) }
	span := func(a, b Instant, g Grain, throughout bool) Interval {
		return Interval{Start: a, End: b, Grain: g, Throughout: throughout}
	}
	circa := func(iv Interval) Interval { iv.Circa = true; return iv }
	at := func(y, m, d, h, mi, s int, g Grain) Interval {
		return Civil{y, m, d, h, mi, s}.Instant().Unit(g)
	}
	for _, tt := range []struct {
		when        Choice
		short, long string
	}{
		{nil, "undated", "undated"},
		{One(Interval{}), "undated", "undated"},
		{One(day(2021, 3, 18)), "Mar 18, 2021", "Thursday, March 18, 2021"},
		{One(day(-43, 3, 15)), "Mar 15, 44 BCE", "March 15, 44 BCE"},
		{One(Date(2021, 7, 4).Unit(Month)), "July 2021", "July 2021"},
		{One(year(2015)), "2015", "2015"},
		{One(year(0)), "1 BCE", "1 BCE"},
		{One(year(1)), "1 CE", "1 CE"},
		{One(year(-43)), "44 BCE", "44 BCE"},
		{One(year(-9999)), "10,000 BCE", "10,000 BCE"},
		{One(circa(year(1850))), "about 1850", "about 1850"},
		{One(Date(1843, 1, 1).Unit(Decade)), "1840s", "1840s"},
		{One(Date(1850, 1, 1).Unit(Century)), "19th century", "19th century"},
		{One(Date(2000, 1, 1).Unit(Century)), "20th century", "20th century"},
		{One(Date(2001, 1, 1).Unit(Millennium)), "3rd millennium", "3rd millennium"},
		{One(Date(-449, 1, 1).Unit(Century)), "5th century BCE", "5th century BCE"},
		{One(Date(-66_000_000, 1, 1).Unit(MegaYear)), "66 million years ago", "66 million years ago"},
		{One(Date(-13_800_000_000, 1, 1).Unit(MegaYear)), "13.8 billion years ago", "13.8 billion years ago"},
		{One(Date(2021, 4, 1).Unit(Season)), "spring 2021", "spring 2021"},
		{One(Date(2020, 12, 1).Unit(Season)), "winter 2020–21", "winter 2020–21"},
		{One(Date(2021, 4, 1).Unit(Quarter)), "Q2 2021", "Q2 2021"},
		{One(Date(2021, 4, 1).Unit(Half)), "1st half of 2021", "1st half of 2021"},
		{One(Date(2021, 3, 18).Unit(Week)), "week of Mar 15, 2021", "week of Mar 15, 2021"},
		{One(Date(2021, 3, 18).Unit(Weekend)), "weekend of Mar 20, 2021", "weekend of Mar 20, 2021"},
		{One(at(2021, 3, 18, 15, 0, 0, Hour)), "Mar 18, 2021, 3 pm", "Thursday, March 18, 2021, 3 pm"},
		{One(at(2021, 3, 18, 12, 0, 0, Hour)), "Mar 18, 2021, noon", "Thursday, March 18, 2021, noon"},
		{One(at(2021, 3, 18, 0, 5, 0, Minute)), "Mar 18, 2021, 12:05 am", "Thursday, March 18, 2021, 12:05 am"},
		{One(at(2021, 3, 18, 15, 4, 9, Second)), "Mar 18, 2021, 3:04:09 pm", "Thursday, March 18, 2021, 3:04:09 pm"},
		{One(at(2021, 3, 18, 7, 0, 0, PartOfDay)), "Mar 18, 2021, morning", "Thursday, March 18, 2021, morning"},

		{One(span(First, Date(1066, 1, 1), Year, false)), "before 1066", "before 1066"},
		{One(span(First, Date(1919, 1, 1), Year, true)), "until 1918", "until 1918"},
		{One(span(Date(1915, 1, 1), Last, Year, false)), "after 1914", "after 1914"},
		{One(span(Date(1914, 1, 1), Last, Year, true)), "since 1914", "since 1914"},
		{One(span(First, Last, Year, true)), "at an unknown time", "at an unknown time"},
		{One(span(Date(1914, 1, 1), Date(1919, 1, 1), Year, true)), "1914–1918", "1914–1918"},
		{One(span(Date(1914, 1, 1), Date(1919, 1, 1), Year, false)), "between 1914 and 1918", "between 1914 and 1918"},
		{One(span(Date(-43, 1, 1), Date(-29, 1, 1), Year, true)), "44–31 BCE", "44–31 BCE"},
		{One(span(Date(-43, 1, 1), Date(15, 1, 1), Year, true)), "44 BCE – 14 CE", "44 BCE – 14 CE"},
		{One(span(Date(2021, 3, 22), Date(2021, 3, 24), Day, true)), "Mar 22–23, 2021", "March 22–23, 2021"},
		{One(span(Date(2021, 3, 30), Date(2021, 4, 3), Day, true)), "Mar 30 – Apr 2, 2021", "March 30 – April 2, 2021"},
		{One(span(Date(2020, 12, 30), Date(2021, 1, 3), Day, true)), "Dec 30, 2020 – Jan 2, 2021", "Wednesday, December 30, 2020 – Saturday, January 2, 2021"},
		{One(span(Date(2021, 3, 1), Date(2021, 6, 1), Month, true)), "March–May 2021", "March–May 2021"},
		{One(span(Date(1921, 5, 11), Date(1921, 5, 21), Month, false)), "between May 11 and 20, 1921", "between May 11 and 20, 1921"},
		{One(circa(span(Date(1921, 5, 11), Date(1921, 6, 21), Month, false))), "roughly between May 11 and Jun 20, 1921", "roughly between May 11 and June 20, 1921"},
		{One(span(First, Date(-1800, 1, 1), Century, false)), "before 1801 BCE", "before 1801 BCE"},
		{One(span(Date(1760, 1, 1), Date(1840, 1, 1), Decade, true)), "1760s – 1830s", "1760s – 1830s"},
		{One(span(Date(1760, 1, 1), Date(1841, 1, 1), Decade, true)), "1760–1840", "1760–1840"},
		{One(span(Date(33, 1, 1), Date(46, 1, 1), Year, true)), "33–45 CE", "33–45 CE"},
		{One(span(Date(1921, 5, 11), Date(1921, 5, 2), Day, true)), "May 11, 1921", "Wednesday, May 11, 1921"},

		{Choice{day(2021, 3, 19), day(2021, 3, 22)}, "Mar 19 or 22, 2021", "March 19 or 22, 2021"},
		{Choice{day(2021, 3, 31), day(2021, 4, 1)}, "Mar 31 or Apr 1, 2021", "March 31 or April 1, 2021"},
		{Choice{day(2020, 12, 31), day(2021, 1, 1)}, "Dec 31, 2020 or Jan 1, 2021", "Thursday, December 31, 2020 or Friday, January 1, 2021"},
		{Choice{year(1066), year(1067), year(1070)}, "1066, 1067 or 1070", "1066, 1067 or 1070"},
		{Choice{circa(day(2021, 3, 19)), day(2021, 3, 22)}, "about Mar 19, 2021 or Mar 22, 2021", "about Friday, March 19, 2021 or Monday, March 22, 2021"},
	} {
		t.Run(tt.long, func(t *testing.T) {
			if got := tt.when.Words(Short); got != tt.short {
				t.Errorf("Words(Short) = %q, want %q", got, tt.short)
			}
			if got := tt.when.Words(Long); got != tt.long {
				t.Errorf("Words(Long) = %q, want %q", got, tt.long)
			}
		})
	}
}

func TestWordsHoldEveryInterval(t *testing.T) {
	ends := []Instant{First, First + 1, Date(MinYear, 1, 1), 0, Date(2021, 3, 18), Date(MaxYear, 1, 1), Last - 1, Last}
	for _, start := range ends {
		for _, end := range ends {
			for g := NoGrain; g <= MegaYear; g++ {
				for _, throughout := range []bool{false, true} {
					iv := Interval{Start: start, End: end, Grain: g, Throughout: throughout}
					if iv.Words(Long) == "" || iv.Words(Short) == "" {
						t.Errorf("the words of %+v are empty", iv)
					}
				}
			}
		}
	}
}
