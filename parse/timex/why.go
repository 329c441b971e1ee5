package timex

import (
	"fmt"

	"dateline/parse/when"
)

var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// why says in a few words how an expression was read, without naming the date
// that it counts from. It is empty if the words say it all.
func why(t *Timex, a when.Anchor) string {
	switch e := t.Expr.(type) {
	case when.Calendar:
		return whyCalendar(e, a)
	case when.Toward:
		return whyToward(e)
	case when.Current:
		return whyCurrent(e)
	case when.Shift:
		return fmt.Sprintf("counted %s from", [...]string{"back", "", "forward"}[e.Sign+1])
	case when.Stretch:
		if e.Direction == when.Past {
			return "the stretch up to"
		}
		return "the stretch from"
	case when.Part:
		return whyOf(e.Of, t, a)
	case when.About:
		return whyOf(e.Of, t, a)
	case when.Nth:
		return whyOf(e.Of, t, a)
	case when.Open:
		return whyOf(e.Of, t, a)
	case when.Clock:
		return whyOf(e.Day, t, a)
	case when.PartOfDayOf:
		return whyOf(e.Day, t, a)
	case when.Holiday:
		if !e.HasYear {
			return "the holiday closest to"
		}
	case when.Anniversary:
		return fmt.Sprintf("%d years before the anniversary kept in", e.N)
	case when.Range:
		return whyOf(e.From, t, a)
	}
	return ""
}

// whyOf explains an operand.
func whyOf(e when.Expr, t *Timex, a when.Anchor) string {
	if e == nil {
		return "the day of"
	}
	inner := Timex{Expr: e, Tense: t.Tense}
	return why(&inner, a)
}

func whyCalendar(c when.Calendar, a when.Anchor) string {
	if c.HasYear {
		return ""
	}
	if c.Weekday > 0 && c.Day == 0 && c.Month == 0 {
		if a.Tense == when.Future {
			return "the " + weekdays[c.Weekday] + " after"
		}
		return "the last " + weekdays[c.Weekday] + " up to"
	}
	missing := "year"
	if c.Month == 0 && c.Day > 0 {
		missing = "month"
	}
	switch {
	case a.Story:
		return "the " + missing + " of the story at"
	case a.Tense == when.Past:
		return "the " + missing + " closest to, looking back from"
	case a.Tense == when.Future:
		return "the " + missing + " closest to, looking ahead from"
	}
	return "the " + missing + " closest to"
}

func whyToward(t when.Toward) string {
	what := "date"
	switch {
	case t.Of.Day == 0 && t.Of.Weekday > 0:
		what = weekdays[t.Of.Weekday]
	case t.Of.Day == 0 && t.Of.Month > 0:
		what = "month"
	}
	return "the " + what + [...]string{" before", " around", " after"}[t.Direction+1]
}

func whyCurrent(c when.Current) string {
	switch {
	case c.N < -1:
		return fmt.Sprintf("%d %ss before", -c.N, c.Unit)
	case c.N < 0:
		return fmt.Sprintf("the %v before", c.Unit)
	case c.N == 0:
		return fmt.Sprintf("the %v of", c.Unit)
	case c.N == 1:
		return fmt.Sprintf("the %v after", c.Unit)
	}
	return fmt.Sprintf("%d %ss after", c.N, c.Unit)
}
