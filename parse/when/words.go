package when

import (
	"fmt"
	"strconv"
	"strings"
)

// Form is how fully a date is written in words.
type Form uint8

// The forms. A day is "Mar 18, 2021" in the Short form and "Thursday, March 18,
// 2021" in the Long one.
const (
	Short Form = iota
	Long
)

// Words returns c in English, as a reader would write it: "March 19 or 22,
// 2021", "about 1850", "before 1066", "1914–1918". The words of an empty Choice
// are "undated".
func (c Choice) Words(form Form) string {
	if len(c) == 0 {
		return "undated"
	}
	if len(c) == 1 {
		return c[0].Words(form)
	}
	if words, ok := c.sameYear(form); ok {
		return words
	}
	parts := make([]string, len(c))
	for i, iv := range c {
		parts[i] = iv.Words(form)
	}
	return joinOr(parts)
}

// sameYear writes alternatives that are units of one year with the year once,
// and days of one month with the month once.
func (c Choice) sameYear(form Form) (string, bool) {
	first := c[0].Start.Civil()
	heads := make([]string, len(c))
	for i, iv := range c {
		if !iv.isUnit() || iv.Circa || iv.Start.Civil().Year != first.Year {
			return "", false
		}
		heads[i] = iv.Start.head(iv.Grain, form)
		if heads[i] == "" || iv.Grain != c[0].Grain {
			return "", false
		}
		if i > 0 && iv.Grain == Day && iv.Start.Civil().Month == c[i-1].Start.Civil().Month {
			heads[i] = strconv.Itoa(iv.Start.Civil().Day)
		}
	}
	return joinOr(heads) + yearGap(c[0].Grain) + YearWords(first.Year), true
}

func joinOr(parts []string) string {
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " or " + parts[last]
}

// Words returns iv in English: one calendar unit by its name, a stretch that is
// filled throughout as "1914–1918", one that something falls into as "between
// 1914 and 1918". The words of the zero Interval are "undated".
func (iv Interval) Words(form Form) string {
	if iv.IsZero() {
		return "undated"
	}
	hedge := ""
	if iv.Circa {
		hedge = "about "
	}
	switch {
	case iv.Start == First && iv.End == Last:
		return "at an unknown time"
	case iv.Start == First && iv.Throughout:
		return "until " + hedge + iv.lastUnit(form)
	case iv.Start == First:
		return "before " + hedge + iv.End.unitWords(iv.wordGrain(iv.End), form)
	case iv.End == Last && iv.Throughout:
		return "since " + hedge + iv.firstUnit(form)
	case iv.End == Last:
		return "after " + hedge + (iv.Start-1).Floor(iv.wordGrain(iv.Start)).unitWords(iv.wordGrain(iv.Start), form)
	case iv.isUnit():
		return hedge + iv.Start.unitWords(iv.Grain, form)
	case iv.End <= iv.Start:
		return hedge + iv.Start.unitWords(iv.wordGrain(iv.Start), form)
	}
	first, last := iv.firstUnit(form), iv.lastUnit(form)
	switch {
	case first == last:
		return hedge + first
	case iv.Throughout:
		return hedge + iv.stretch(form)
	}
	if hedge != "" {
		hedge = "roughly "
	}
	if alternatives, ok := iv.ends().sameYear(form); ok {
		return hedge + "between " + strings.Replace(alternatives, " or ", " and ", 1)
	}
	return hedge + "between " + first + " and " + last
}

// ends returns the first and the last unit of a closed interval.
func (iv Interval) ends() Choice {
	g := iv.wordGrain(iv.Start)
	return Choice{iv.Start.Unit(g), (iv.End - 1).Unit(g)}
}

// isUnit reports whether iv is one calendar unit of its grain.
func (iv Interval) isUnit() bool {
	unit := iv.Start.Unit(iv.Grain)
	return !iv.Open() && iv.Grain != NoGrain && unit.Start == iv.Start && unit.End == iv.End
}

// wordGrain returns iv's own grain if both ends of iv are boundaries of it, else
// the coarsest plain grain of which they are. For an open interval the end t
// alone counts.
func (iv Interval) wordGrain(t Instant) Grain {
	for _, g := range [...]Grain{iv.Grain, Year, Month, Day, Minute} {
		if g == NoGrain || g > max(iv.Grain, Second) || t.Floor(g) != t {
			continue
		}
		if iv.Open() || iv.Start.Floor(g) == iv.Start && iv.End.Floor(g) == iv.End {
			return g
		}
	}
	return Second
}

func (iv Interval) firstUnit(form Form) string {
	return iv.Start.unitWords(iv.wordGrain(iv.Start), form)
}

func (iv Interval) lastUnit(form Form) string {
	g := iv.wordGrain(iv.End)
	return (iv.End - 1).Floor(g).unitWords(g, form)
}

// stretch writes a closed interval as "first–last", what both share only once.
func (iv Interval) stretch(form Form) string {
	g := iv.wordGrain(iv.Start)
	start, last := iv.Start, (iv.End - 1).Floor(g)
	a, b := start.Civil(), last.Civil()
	switch {
	case g == Day && a.Year == b.Year && a.Month == b.Month:
		return fmt.Sprintf("%s–%d, %s", start.head(Day, form), b.Day, YearWords(a.Year))
	case g == Month && a.Year == b.Year:
		return monthNames[a.Month-1] + "–" + monthNames[b.Month-1] + " " + YearWords(a.Year)
	case g == Day && a.Year == b.Year:
		return start.head(Day, form) + " – " + last.head(Day, form) + ", " + YearWords(a.Year)
	case g == Year && b.Year <= 0:
		return strings.TrimSuffix(YearWords(a.Year), " BCE") + "–" + YearWords(b.Year)
	case g == Year && a.Year > 0:
		return strings.TrimSuffix(YearWords(a.Year), " CE") + "–" + YearWords(b.Year)
	}
	return start.unitWords(g, form) + " – " + last.unitWords(g, form)
}

// firstWeekdayYear is the first year whose days are written with their weekday:
// before it, sources count by the Julian calendar, in which weekdays differ.
const firstWeekdayYear = 1583

// unitWords names the unit of grain g that starts at t.
func (t Instant) unitWords(g Grain, form Form) string {
	c := t.Civil()
	switch g {
	case MegaYear:
		return yearsAgo(c.Year)
	case Millennium, Century:
		return ordinalUnit(c.Year, g)
	case Decade:
		if c.Year < 0 {
			return fmt.Sprintf("%ds BCE", (-c.Year)/10*10)
		}
		return fmt.Sprintf("%ds", c.Year)
	case Year:
		return YearWords(c.Year)
	case Half, Quarter, Season, Month:
		return t.head(g, form) + " " + seasonYear(c, g)
	case Week:
		return "week of " + t.unitWords(Day, Short)
	case Weekend:
		return "weekend of " + t.unitWords(Day, Short)
	case Day:
		if form == Long && c.Year >= firstWeekdayYear {
			return dayNames[t.Weekday()-1] + ", " + t.head(Day, Long) + ", " + YearWords(c.Year)
		}
		return t.head(Day, form) + ", " + YearWords(c.Year)
	case PartOfDay:
		return t.Floor(Day).unitWords(Day, form) + ", " + partNames[c.Hour/6]
	}
	return t.Floor(Day).unitWords(Day, form) + ", " + clock(c, g)
}

// head names the unit of grain g that starts at t without its year; it is empty
// for grains whose name is not made of a part and a year.
func (t Instant) head(g Grain, form Form) string {
	c := t.Civil()
	switch g {
	case Half:
		return ordinal((c.Month-1)/6+1) + " half of"
	case Quarter:
		return fmt.Sprintf("Q%d", (c.Month-1)/3+1)
	case Season:
		return seasonNames[c.Month%12/3]
	case Month:
		return monthNames[c.Month-1]
	case Day:
		if form == Short {
			return monthNames[c.Month-1][:3] + " " + strconv.Itoa(c.Day)
		}
		return monthNames[c.Month-1] + " " + strconv.Itoa(c.Day)
	}
	return ""
}

// yearGap stands between a head and its year.
func yearGap(g Grain) string {
	if g == Day {
		return ", "
	}
	return " "
}

// seasonYear writes the year of a unit; a winter begins in December and carries
// both of its years.
func seasonYear(c Civil, g Grain) string {
	if g == Season && c.Month == 12 && c.Year > 0 {
		return fmt.Sprintf("%d–%02d", c.Year, (c.Year+1)%100)
	}
	return YearWords(c.Year)
}

// clock writes the time of day by the twelve-hour clock.
func clock(c Civil, g Grain) string {
	half := "am"
	if c.Hour >= 12 {
		half = "pm"
	}
	hour := (c.Hour+11)%12 + 1
	switch {
	case g == Hour && c.Hour == 0, g == Minute && c.Hour == 0 && c.Minute == 0:
		return "midnight"
	case g == Hour && c.Hour == 12, g == Minute && c.Hour == 12 && c.Minute == 0:
		return "noon"
	case g == Hour:
		return fmt.Sprintf("%d %s", hour, half)
	case g == Minute:
		return fmt.Sprintf("%d:%02d %s", hour, c.Minute, half)
	}
	return fmt.Sprintf("%d:%02d:%02d %s", hour, c.Minute, c.Second, half)
}

// YearWords writes an astronomical year as people count: 2021 is "2021", 33 is
// "33 CE", 0 is "1 BCE", -43 is "44 BCE". Five digits and more are grouped.
func YearWords(year int) string {
	switch {
	case year <= 0:
		return grouped(1-year) + " BCE"
	case year < 1000:
		return strconv.Itoa(year) + " CE"
	}
	return grouped(year)
}

// yearsAgo writes a year of the deep past in millions or billions.
func yearsAgo(year int) string {
	n, unit := float64(-year)/1e6, "million"
	if n >= 1000 {
		n, unit = n/1000, "billion"
	}
	if n < 0 {
		return grouped(year) + " CE"
	}
	return strconv.FormatFloat(n, 'g', 4, 64) + " " + unit + " years ago"
}

// ordinalUnit names a century or millennium by the year that it starts in.
func ordinalUnit(year int, g Grain) string {
	length := 100
	if g == Millennium {
		length = 1000
	}
	if year <= 0 {
		return ordinal((1-year+length-1)/length) + " " + g.String() + " BCE"
	}
	return ordinal((year+length-1)/length) + " " + g.String()
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// grouped writes n with a comma before every third digit if it has more than four.
func grouped(n int) string {
	s := strconv.Itoa(n)
	if len(s) <= 4 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

var (
	monthNames = [...]string{
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December",
	}
	dayNames    = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	seasonNames = [...]string{"winter", "spring", "summer", "autumn"}
	partNames   = [...]string{"night", "morning", "afternoon", "evening"}
)
