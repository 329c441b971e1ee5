package when

// Floor returns the start of the unit of grain g that holds t. Weeks start on
// Monday, seasons are the meteorological ones of the north (March, June,
// September, December), decades start in years divisible by ten, and centuries
// and millennia are counted from year 1: the 19th century is 1801 to 1900.
// Parts of day are quarters of a day: night, morning, afternoon, evening.
// The ends of time are their own floor.
func (t Instant) Floor(g Grain) Instant {
	if t == First || t == Last {
		return t
	}
	switch g {
	case NoGrain, Second:
		return t
	case Minute:
		return t - Instant(floorMod(int(t), secondsPerMinute))
	case Hour:
		return t - Instant(floorMod(int(t), secondsPerHour))
	case PartOfDay:
		return t - Instant(floorMod(int(t), 6*secondsPerHour))
	case Day:
		return t - Instant(floorMod(int(t), secondsPerDay))
	case Week:
		return t.Floor(Day).Add(1-t.Weekday(), Day)
	case Weekend:
		return t.Floor(Day).Add(6-t.Weekday(), Day)
	}
	return t.Civil().floor(g)
}

// floor returns the start of the unit of a month or longer that holds c.
func (c Civil) floor(g Grain) Instant {
	switch g {
	case Month:
		return Date(c.Year, c.Month, 1)
	case Season:
		return Date(c.Year, c.Month-c.Month%3, 1)
	case Quarter:
		return Date(c.Year, c.Month-(c.Month-1)%3, 1)
	case Half:
		return Date(c.Year, c.Month-(c.Month-1)%6, 1)
	case Year:
		return Date(c.Year, 1, 1)
	case Decade:
		return Date(floorDiv(c.Year, 10)*10, 1, 1)
	case Century:
		return Date(floorDiv(c.Year-1, 100)*100+1, 1, 1)
	case Millennium:
		return Date(floorDiv(c.Year-1, 1000)*1000+1, 1, 1)
	case MegaYear:
		return Date(floorDiv(c.Year, 1_000_000)*1_000_000, 1, 1)
	}
	return c.Instant()
}

// Add returns the instant n units of grain g after t. A day that the resulting
// month lacks becomes its last: January 31 and one month is February 28. A
// weekend is two days long but comes once a week, so it moves by seven.
// The ends of time do not move.
func (t Instant) Add(n int, g Grain) Instant {
	if t == First || t == Last {
		return t
	}
	switch g {
	case NoGrain, Second:
		return t + Instant(n)
	case Minute:
		return t + Instant(n*secondsPerMinute)
	case Hour:
		return t + Instant(n*secondsPerHour)
	case PartOfDay:
		return t + Instant(n*6*secondsPerHour)
	case Day:
		return t + Instant(n*secondsPerDay)
	case Week, Weekend:
		return t + Instant(n*7*secondsPerDay)
	case Month:
		return t.addMonths(n)
	case Season, Quarter:
		return t.addMonths(3 * n)
	case Half:
		return t.addMonths(6 * n)
	case Year:
		return t.addMonths(12 * n)
	case Decade:
		return t.addMonths(120 * n)
	case Century:
		return t.addMonths(1200 * n)
	case Millennium:
		return t.addMonths(12_000 * n)
	case MegaYear:
		return t.addMonths(12_000_000 * n)
	}
	return t
}

func (t Instant) addMonths(n int) Instant {
	c := t.Civil()
	c.Year += floorDiv(c.Month-1+n, 12)
	c.Month = floorMod(c.Month-1+n, 12) + 1
	if c.Day > 28 {
		c.Day = min(c.Day, DaysIn(c.Year, c.Month))
	}
	return c.Instant()
}

// DaysIn returns the number of days in a month, 1 to 12, of a year.
func DaysIn(year, month int) int {
	return daysFromCivil(year, month+1) - daysFromCivil(year, month)
}

// Unit returns the interval of grain g that holds t.
func (t Instant) Unit(g Grain) Interval {
	start := t.Floor(g)
	end := start.Add(1, g)
	if g == Weekend {
		end = start.Add(2, Day)
	}
	return Interval{Start: start, End: end, Grain: g}
}
