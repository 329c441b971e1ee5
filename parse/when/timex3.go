package when

import (
	"fmt"
	"math"
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
	c := iv.Start.Civil()
	year := timex3Year(c.Year)
	switch iv.Grain {
	case Millennium, MegaYear:
		return year[:len(year)-3]
	case Century:
		if c.Year <= 0 {
			return fmt.Sprintf("BC%02d", -c.Year/100)
		}
		return fmt.Sprintf("%02d", c.Year/100)
	case Decade:
		return year[:len(year)-1]
	case Year:
		return year
	case Half:
		return fmt.Sprintf("%s-H%d", year, (c.Month+5)/6)
	case Quarter:
		return fmt.Sprintf("%s-Q%d", year, (c.Month+2)/3)
	case Season:
		if c.Month < 3 {
			year = timex3Year(c.Year - 1)
		}
		return year + "-" + [...]string{"WI", "SP", "SU", "FA"}[c.Month%12/3]
	case Month:
		return fmt.Sprintf("%s-%02d", year, c.Month)
	case Week, Weekend:
		y, week := iv.Start.ISOWeek()
		if iv.Grain == Weekend {
			return fmt.Sprintf("%s-W%02d-WE", timex3Year(y), week)
		}
		return fmt.Sprintf("%s-W%02d", timex3Year(y), week)
	case PartOfDay, Day:
		return fmt.Sprintf("%s-%02d-%02d", year, c.Month, c.Day)
	case Hour, Minute:
		return fmt.Sprintf("%s-%02d-%02dT%02d:%02d", year, c.Month, c.Day, c.Hour, c.Minute)
	}
	return fmt.Sprintf("%s-%02d-%02dT%02d:%02d:%02d", year, c.Month, c.Day, c.Hour, c.Minute, c.Second)
}

// timex3Year writes a year with four digits, years before the common era with
// the prefix BC.
func timex3Year(y int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%04d", 1-y)
	}
	return fmt.Sprintf("%04d", y)
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
		year = timex3Year(c.Year)
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

// normal returns the quantities as TIMEX3 counts them: decades and longer as
// years where the number is known, halves in the next finer unit.
func (d Amount) normal() []Quantity {
	if d.Vague {
		return d.Parts
	}
	years := map[Grain]float64{Decade: 10, Century: 100, Millennium: 1000, MegaYear: 1e6}
	months := map[Grain]float64{Quarter: 3, Half: 6, Season: 3}
	out := make([]Quantity, 0, len(d.Parts)+1)
	for _, q := range d.Parts {
		if f := years[q.Unit]; f > 0 {
			q = Quantity{q.N * f, Year}
		}
		if f := months[q.Unit]; f > 0 && q.Unit != Quarter {
			q = Quantity{q.N * f, Month}
		}
		out = append(out, q)
	}
	return out
}

func formatNumber(n float64) string {
	if n == math.Trunc(n) && math.Abs(n) < 1e15 {
		return fmt.Sprintf("%d", int64(n))
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
		at := placed[0].Start.Civil()
		if c.Hour == 24 {
			eve := (placed[0].Start - 1).Civil()
			return fmt.Sprintf("%s-%02d-%02dT24:00", timex3Year(eve.Year), eve.Month, eve.Day)
		}
		day := fmt.Sprintf("%s-%02d-%02d", timex3Year(at.Year), at.Month, at.Day)
		if c.Second >= 0 {
			return fmt.Sprintf("%sT%02d:%02d:%02d", day, at.Hour, at.Minute, at.Second)
		}
		return fmt.Sprintf("%sT%02d:%02d", day, at.Hour, at.Minute)
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
