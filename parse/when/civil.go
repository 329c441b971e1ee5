package when

// Seconds in the units of fixed length.
const (
	secondsPerMinute = 60
	secondsPerHour   = 60 * secondsPerMinute
	secondsPerDay    = 24 * secondsPerHour
)

// The years that an Instant can hold with room for a whole millennium on both
// sides. Constructors clamp to them.
const (
	MinYear = -292_000_000_000
	MaxYear = +292_000_000_000
)

// Civil is an instant in calendar fields. Month is 1 to 12, Day 1 to 31. Year is
// astronomical: 0 is 1 BCE, -43 is 44 BCE.
type Civil struct {
	Year                 int
	Month, Day           int
	Hour, Minute, Second int
}

// Date returns the instant at midnight of the given day. Months and days outside
// their range carry over, so Date(2021, 14, 0) is 2022-01-31.
func Date(year, month, day int) Instant {
	return Civil{Year: year, Month: month, Day: day}.Instant()
}

// Instant returns the moment that c names, with out-of-range months, days and
// times carried over. Years beyond MinYear and MaxYear are clamped.
func (c Civil) Instant() Instant {
	y := c.Year + floorDiv(c.Month-1, 12)
	m := floorMod(c.Month-1, 12) + 1
	y = min(max(y, MinYear), MaxYear)
	days := daysFromCivil(y, m) + c.Day - 1
	return Instant(days*secondsPerDay + c.Hour*secondsPerHour + c.Minute*secondsPerMinute + c.Second)
}

// Civil returns the calendar fields of t.
func (t Instant) Civil() Civil {
	days := floorDiv(int(t), secondsPerDay)
	rest := floorMod(int(t), secondsPerDay)
	c := civilFromDays(days)
	c.Hour, c.Minute, c.Second = rest/secondsPerHour, rest/secondsPerMinute%60, rest%60
	return c
}

// Weekday returns the day of the week of t by ISO 8601: 1 is Monday, 7 Sunday.
func (t Instant) Weekday() int {
	return floorMod(floorDiv(int(t), secondsPerDay)+3, 7) + 1
}

// ISOWeek returns the ISO 8601 week-numbering year and the week, 1 to 53, of t.
func (t Instant) ISOWeek() (year, week int) {
	thursday := floorDiv(int(t), secondsPerDay) + 4 - t.Weekday()
	year = civilFromDays(thursday).Year
	return year, (thursday-daysFromCivil(year, 1))/7 + 1
}

// daysFromCivil counts the days from 1970-01-01 to the first of the month.
// The year is taken to start in March, which puts the leap day at its end;
// see Hinnant, "chrono-Compatible Low-Level Date Algorithms".
func daysFromCivil(year, month int) int {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3) + 2) / 5
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

// civilFromDays is the inverse of daysFromCivil for every day.
func civilFromDays(days int) Civil {
	days += 719468
	era := floorDiv(days, 146097)
	dayOfEra := days - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	c := Civil{Year: yearOfEra + era*400, Month: m + 3, Day: dayOfYear - (153*m+2)/5 + 1}
	if c.Month > 12 {
		c.Month -= 12
		c.Year++
	}
	return c
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
