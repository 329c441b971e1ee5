package when

import (
	"fmt"
	"strings"
)

// EDTF returns c in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to
// 2): "2021-03-22", "192X", "1914/1918", "[2021-03-19,2021-03-22]". An empty
// Choice is the empty string.
func (c Choice) EDTF() string {
	if len(c) == 1 {
		return c[0].EDTF()
	}
	parts := make([]string, len(c))
	for i, iv := range c {
		parts[i] = iv.EDTF()
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// EDTF returns iv in the Extended Date/Time Format. A stretch that is not one
// calendar unit is written as "start/end" if it is filled throughout and as
// "[start..end]" if something falls somewhere inside it. The end is the last
// unit inside the stretch, since EDTF ends are inclusive.
func (iv Interval) EDTF() string {
	if iv.IsZero() {
		return ""
	}
	hedge := ""
	if iv.Circa {
		hedge = "~"
	}
	if !iv.Open() && iv == (Interval{iv.Start.Floor(iv.Grain), iv.Start.Unit(iv.Grain).End, iv.Grain, iv.Throughout, iv.Circa}) {
		return edtfUnit(iv.Start, iv.Grain) + hedge
	}
	grain := min(iv.edtfGrain(iv.Start), iv.edtfGrain(iv.End))
	start, end := "..", ".."
	if iv.Start != First {
		start = edtfUnit(iv.Start, grain) + hedge
	}
	if iv.End != Last {
		end = edtfUnit((iv.End-1).Floor(grain), grain) + hedge
	}
	if iv.Open() || iv.Throughout {
		return start + "/" + end
	}
	return "[" + start + ".." + end + "]"
}

// edtfGrain returns the coarsest of the grains that EDTF can write at level 0
// which is no coarser than iv's own and for which t is a boundary.
func (iv Interval) edtfGrain(t Instant) Grain {
	for _, g := range []Grain{Century, Decade, Year, Month, Day, Minute} {
		if g <= max(iv.Grain, Second) && t.Floor(g) == t && (g <= Year || iv.Grain == g) {
			return g
		}
	}
	return Second
}

// edtfUnit writes the unit of grain g that starts at t.
func edtfUnit(t Instant, g Grain) string {
	c := t.Civil()
	switch g {
	case MegaYear, Millennium:
		if c.Year < 0 || c.Year > 9999 {
			return edtfYears(t, g)
		}
		return fmt.Sprintf("%dXXX", c.Year/1000)
	case Century:
		if c.Year < 0 || c.Year > 9999 {
			return edtfYears(t, g)
		}
		return fmt.Sprintf("%02dXX", c.Year/100)
	case Decade:
		if c.Year < 0 || c.Year > 9999 {
			return edtfYears(t, g)
		}
		return fmt.Sprintf("%03dX", c.Year/10)
	case Year:
		return edtfYear(c.Year)
	case Half:
		return fmt.Sprintf("%s-%d", edtfYear(c.Year), 40+(c.Month-1)/6)
	case Quarter:
		return fmt.Sprintf("%s-%d", edtfYear(c.Year), 33+(c.Month-1)/3)
	case Season:
		if c.Month == 12 {
			return fmt.Sprintf("%s-24", edtfYear(c.Year))
		}
		return fmt.Sprintf("%s-%d", edtfYear(c.Year), 20+c.Month/3)
	case Month:
		return fmt.Sprintf("%s-%02d", edtfYear(c.Year), c.Month)
	case Week:
		end := t.Add(6, Day)
		return edtfUnit(t, Day) + "/" + edtfUnit(end, Day)
	case Weekend:
		return edtfUnit(t, Day) + "/" + edtfUnit(t.Add(1, Day), Day)
	case Day:
		return fmt.Sprintf("%s-%02d-%02d", edtfYear(c.Year), c.Month, c.Day)
	default:
		return fmt.Sprintf("%s-%02d-%02dT%02d:%02d:%02d", edtfYear(c.Year), c.Month, c.Day, c.Hour, c.Minute, c.Second)
	}
}

// edtfYears writes a unit of several years whose digits cannot be left out: one
// before the common era or beyond the year 9999.
func edtfYears(t Instant, g Grain) string {
	return edtfYear(t.Civil().Year) + "/" + edtfYear(t.Add(1, g).Civil().Year-1)
}

// edtfYear writes a year with at least four digits; years of more than four
// carry the prefix that the standard asks for.
func edtfYear(y int) string {
	switch {
	case y > 9999 || y < -9999:
		return fmt.Sprintf("Y%d", y)
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	default:
		return fmt.Sprintf("%04d", y)
	}
}
