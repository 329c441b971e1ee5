package when

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// TIMEX3 writes the value and the modifier of an expression as ISO-TimeML has
// them. The choice is where the expression was placed; without one, the parts
// that are not known are written as X: "XXXX-05-05", "XXXX-WXX-1".
func TIMEX3(e Expr, c Choice) (value, mod string) {
	switch e := e.(type) {
	case Amount:
		return e.timex3(), e.Mod
	case Age:
		return e.By.timex3(), e.By.Mod
	case Every:
		return e.timex3(), ""
	case Vaguely:
		return [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[e+1], ""
	case Stretch:
		return e.By.timex3(), e.By.Mod
	case Either:
		if len(c) == 0 {
			return TIMEX3(e[0], nil)
		}
	case Part:
		value, _ = TIMEX3(e.Of, wholeOf(e, c))
		return value, sectionMods[e.Section]
	case About:
		value, _ = TIMEX3(e.Of, c)
		return value, "APPROX"
	case Open:
		value, _ = TIMEX3(e.Of, otherSide(e, c))
		return value, sideMods[e.Side]
	case PartOfDayOf:
		return e.timex3(c), ""
	case Clock:
		return e.timex3(c), ""
	case Shift:
		if e.By.Vague {
			return [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[e.Sign+1], ""
		}
		if _, counted := e.From.(Moment); counted && len(c) > 0 && e.By.Finest() == Week {
			return unitValue(c[0].Start.Unit(Week)), e.By.Mod
		}
		return choiceValue(e, c), e.By.Mod
	}
	return choiceValue(e, c), ""
}

func choiceValue(e Expr, c Choice) string {
	if len(c) == 0 {
		return pattern(e)
	}
	return unitValue(c[0])
}

// wholeOf returns the unit of which p was placed in a part.
func wholeOf(p Part, c Choice) Choice {
	if len(c) == 0 {
		return nil
	}
	if night, ok := p.Of.(PartOfDayOf); ok {
		early := Instant((dayParts[night.Part].to - 24) * secondsPerHour)
		if c[0].Start-c[0].Start.Floor(Day) < early {
			return One((c[0].Start - secondsPerDay).Unit(Day))
		}
	}
	whole := c[0].Start.Unit(c[0].Grain)
	whole.Grain = c[0].Grain
	return One(whole)
}

// otherSide returns the unit at the closed end of an open interval.
func otherSide(o Open, c Choice) Choice {
	if len(c) == 0 {
		return nil
	}
	iv := c[0]
	switch o.Side {
	case Before:
		return One(iv.End.Unit(iv.Grain))
	case Until:
		return One((iv.End - 1).Unit(iv.Grain))
	case After:
		return One((iv.Start - 1).Unit(iv.Grain))
	}
	return One(iv.Start.Unit(iv.Grain))
}

// unitValue writes the calendar unit at the start of iv.
func unitValue(iv Interval) string {
	if iv.Start == First || iv.End == Last {
		return ""
	}
	var room [32]byte
	return string(appendUnit(room[:0], iv))
}

// appendUnit appends what unitValue writes.
func appendUnit(b []byte, iv Interval) []byte {
	c := iv.Start.Civil()
	switch iv.Grain {
	case Millennium, MegaYear:
		b = appendYear(b, c.Year)
		return b[:len(b)-3]
	case Century:
		if c.Year <= 0 {
			return appendPadded(append(b, "BC"...), -c.Year/100, 2)
		}
		return appendPadded(b, c.Year/100, 2)
	case Decade:
		b = appendYear(b, c.Year)
		return b[:len(b)-1]
	case Year:
		return appendYear(b, c.Year)
	case Half:
		return appendPadded(append(appendYear(b, c.Year), "-H"...), (c.Month+5)/6, 1)
	case Quarter:
		return appendPadded(append(appendYear(b, c.Year), "-Q"...), (c.Month+2)/3, 1)
	case Season:
		if c.Month < 3 {
			c.Year--
		}
		b = append(appendYear(b, c.Year), '-')
		return append(b, [...]string{"WI", "SP", "SU", "FA"}[c.Month%12/3]...)
	case Month:
		return appendMonth(b, c)
	case Week:
		return appendWeek(b, iv.Start)
	case Weekend:
		return append(appendWeek(b, iv.Start), "-WE"...)
	case PartOfDay, Day:
		return appendDay(b, c)
	case Hour, Minute:
		return appendTime(b, c)
	}
	return appendPadded(append(appendTime(b, c), ':'), c.Second, 2)
}

// appendYear appends a year with four digits, years before the common era with
// the prefix BC.
func appendYear(b []byte, year int) []byte {
	if year <= 0 {
		return appendPadded(append(b, "BC"...), 1-year, 4)
	}
	return appendPadded(b, year, 4)
}

// appendWeek appends the ISO week that holds t: "2021-W11".
func appendWeek(b []byte, t Instant) []byte {
	year, week := t.ISOWeek()
	return appendPadded(append(appendYear(b, year), "-W"...), week, 2)
}

// appendMonth appends the year and the month: "2021-03".
func appendMonth(b []byte, c Civil) []byte {
	return appendPadded(append(appendYear(b, c.Year), '-'), c.Month, 2)
}

// appendDay appends the date: "2021-03-18".
func appendDay(b []byte, c Civil) []byte {
	return appendPadded(append(appendMonth(b, c), '-'), c.Day, 2)
}

// appendTime appends the date, the hour and the minute: "2021-03-18T09:30".
func appendTime(b []byte, c Civil) []byte {
	b = appendPadded(append(appendDay(b, c), 'T'), c.Hour, 2)
	return appendPadded(append(b, ':'), c.Minute, 2)
}

// appendPadded appends a number that is not negative with at least the given
// number of digits.
func appendPadded(b []byte, n, digits int) []byte {
	for least := 10; digits > 1; digits-- {
		if n < least {
			b = append(b, "0000"[:digits-1]...)
			break
		}
		least *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// pattern writes what an expression says by itself.
func pattern(e Expr) string {
	switch e := e.(type) {
	case Calendar:
		return e.pattern()
	case Toward:
		return e.Of.pattern()
	case Nth:
		if e.Unit == Quarter {
			return fmt.Sprintf("XXXX-Q%d", e.N)
		}
		return unknownUnit(e.Unit)
	case Current:
		return unknownUnit(e.Unit)
	case Holiday:
		if f := feasts[e.Name]; f.day > 0 {
			return fmt.Sprintf("XXXX-%02d-%02d", f.month, f.day)
		}
		return "XXXX-XX-XX"
	case Shift:
		return unknownUnit(e.By.Finest())
	}
	return "XXXX"
}

// pattern writes the calendar fields with X for those that are missing.
func (c Calendar) pattern() string {
	year := "XXXX"
	if c.HasYear {
		year = string(appendYear(nil, c.Year))
		if c.Short {
			year = fmt.Sprintf("XX%02d", c.Year)
		}
	}
	switch {
	case c.Weekend:
		return year + "-WXX-WE"
	case c.Weekday > 0 && c.Day == 0:
		return fmt.Sprintf("%s-WXX-%d", year, c.Weekday)
	case c.Day > 0 && c.Month > 0:
		return fmt.Sprintf("%s-%02d-%02d", year, c.Month, c.Day)
	case c.Day > 0:
		return fmt.Sprintf("%s-XX-%02d", year, c.Day)
	case c.Month > 0:
		return fmt.Sprintf("%s-%02d", year, c.Month)
	case c.Week > 0:
		return fmt.Sprintf("%s-W%02d", year, c.Week)
	case c.Season > 0:
		return year + "-" + [...]string{"SP", "SU", "FA", "WI"}[c.Season-1]
	case c.Quarter > 0:
		return fmt.Sprintf("%s-Q%d", year, c.Quarter)
	case c.Half > 0:
		return fmt.Sprintf("%s-H%d", year, c.Half)
	}
	return year
}

// unknownUnit writes a unit of which nothing is known.
func unknownUnit(g Grain) string {
	switch g {
	case Day, PartOfDay:
		return "XXXX-XX-XX"
	case Week:
		return "XXXX-WXX"
	case Weekend:
		return "XXXX-WXX-WE"
	case Month:
		return "XXXX-XX"
	case Quarter:
		return "XXXX-QX"
	case Hour, Minute, Second:
		return "XXXX-XX-XXTXX:XX"
	}
	return "XXXX"
}

var dateUnits = map[Grain]string{
	Day: "D", Weekend: "WE", Week: "W", Month: "M", Quarter: "Q", Season: "M", Half: "H", Year: "Y",
	Decade: "DE", Century: "C", NoGrain: "X", Millennium: "ML",
}

var timeUnits = map[Grain]string{Hour: "H", Minute: "M", Second: "S"}

// timex3 writes a duration: "P3Y", "PT2H30M", "PXD".
func (d Amount) timex3() string {
	var date, clock strings.Builder
	for _, q := range d.normal() {
		n := "X"
		if !d.Vague {
			n = formatNumber(q.N)
		}
		if code, ok := timeUnits[q.Unit]; ok {
			clock.WriteString(n + code)
		} else {
			date.WriteString(n + dateUnits[q.Unit])
		}
	}
	if clock.Len() > 0 {
		return "P" + date.String() + "T" + clock.String()
	}
	return "P" + date.String()
}

// inYears and inMonths are how many years or months longer units count as.
var (
	inYears  = map[Grain]float64{Decade: 10, Century: 100, Millennium: 1000, MegaYear: 1e6}
	inMonths = map[Grain]float64{Half: 6, Season: 3}
)

// normal returns the quantities as TIMEX3 counts them: decades and longer as
// years where the number is known, halves in the next finer unit.
func (d Amount) normal() []Quantity {
	if d.Vague {
		return d.Parts
	}
	out := make([]Quantity, 0, len(d.Parts)+1)
	for _, q := range d.Parts {
		if f := inYears[q.Unit]; f > 0 {
			q = Quantity{q.N * f, Year}
		}
		if f := inMonths[q.Unit]; f > 0 {
			q = Quantity{q.N * f, Month}
		}
		out = append(out, q)
	}
	return out
}

func formatNumber(n float64) string {
	if n == math.Trunc(n) && math.Abs(n) < 1e15 {
		return strconv.FormatInt(int64(n), 10)
	}
	return strings.TrimRight(fmt.Sprintf("%.2f", n), "0")
}

// timex3 writes a set of times.
func (e Every) timex3() string {
	if e.Of == nil {
		return e.By.timex3()
	}
	value, _ := TIMEX3(e.Of, nil)
	return value
}

// timex3 writes the day and the code of the part.
func (p PartOfDayOf) timex3(c Choice) string {
	return dayPrefix(c, p.Day) + "T" + dayParts[p.Part].code
}

// timex3 writes the day and as much of the clock as was said.
func (c Clock) timex3(placed Choice) string {
	if len(placed) > 0 {
		var room [32]byte
		at := placed[0].Start
		if c.Hour == 24 {
			return string(append(appendDay(room[:0], (at-1).Civil()), "T24:00"...))
		}
		b := appendTime(room[:0], at.Civil())
		if c.Second >= 0 {
			b = appendPadded(append(b, ':'), at.Civil().Second, 2)
		}
		return string(b)
	}
	return fmt.Sprintf("%sT%02d:%02d", dayPrefix(nil, c.Day), c.Hour, max(c.Minute, 0))
}

func dayPrefix(c Choice, day Expr) string {
	if len(c) > 0 {
		return unitValue(c[0].Start.Unit(Day))
	}
	if day == nil {
		return "XXXX-XX-XX"
	}
	value, _ := TIMEX3(day, nil)
	return value
}
