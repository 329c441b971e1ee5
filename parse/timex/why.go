package timex

import (
	"fmt"

	"dateline/parse/when"
)

var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// The reasons that are given most often, by weekday or by unit.
var (
	lastWeekday = perWeekday("the last %s up to")
	nextWeekday = perWeekday("the %s after")
	unitBefore  = perUnit("the %s before")
	unitAt      = perUnit("the %s of")
	unitAfter   = perUnit("the %s after")
)

func perWeekday(format string) (out [len(weekdays)]string) {
	for i, name := range weekdays {
		out[i] = fmt.Sprintf(format, name)
	}
	return out
}

func perUnit(format string) (out [when.MegaYear + 1]string) {
	for g := range out {
		out[g] = fmt.Sprintf(format, when.Grain(g))
	}
	return out
}

// borrowing says how a part of a date that was not said was found.
type borrowing struct{ story, past, open, future string }

var (
	yearBorrowed  = borrowed("year")
	monthBorrowed = borrowed("month")
)

func borrowed(part string) borrowing {
	return borrowing{
		story:  "the " + part + " of the story at",
		past:   "the " + part + " closest to, looking back from",
		open:   "the " + part + " closest to",
		future: "the " + part + " closest to, looking ahead from",
	}
}

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
		return [...]string{"counted back from", "counted from", "counted forward from"}[e.Sign+1]
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
			return nextWeekday[c.Weekday]
		}
		return lastWeekday[c.Weekday]
	}
	missing := &yearBorrowed
	if c.Month == 0 && c.Day > 0 {
		missing = &monthBorrowed
	}
	switch {
	case a.Story:
		return missing.story
	case a.Tense == when.Past:
		return missing.past
	case a.Tense == when.Future:
		return missing.future
	}
	return missing.open
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
		return unitBefore[c.Unit]
	case c.N == 0:
		return unitAt[c.Unit]
	case c.N == 1:
		return unitAfter[c.Unit]
	}
	return fmt.Sprintf("%d %ss after", c.N, c.Unit)
}
