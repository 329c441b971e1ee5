package lang

import (
	"math"
	"sort"
	"strings"

	"dateline/parse/when"
)

// maxParams is the largest number of parameters of an operator.
const maxParams = 12

// operator is a word of the closed vocabulary in which meanings are written.
type operator struct {
	name     string
	params   []string
	required int  // how many of the parameters must be given
	named    bool // arguments are told apart by name alone
	build    func(a []Value) (Value, bool)
}

func (o *operator) parameter(name string) int {
	for i, p := range o.params {
		if p == name {
			return i
		}
	}
	return -1
}

func operatorNames() string {
	names := make([]string, 0, len(operators))
	for name := range operators {
		names = append(names, name)
	}
	sort.Strings(names)
	return strings.Join(names, ", ")
}

// knownNames are the names that word tables and meanings may use besides
// numbers and holidays.
var knownNames = func() map[string]bool {
	known := map[string]bool{"mentioned": true, "reference": true, "bce": true, "ce": true, "am": true, "pm": true, "yes": true}
	for name := range grains {
		known[name] = true
	}
	for name := range dayParts {
		known[name] = true
	}
	for name := range sections {
		known[name] = true
	}
	for name := range tenses {
		known[name] = true
	}
	for name := range sides {
		known[name] = true
	}
	for name := range mods {
		known[name] = true
	}
	return known
}()

var grains = map[string]when.Grain{
	"second": when.Second, "minute": when.Minute, "hour": when.Hour, "day": when.Day,
	"weekend": when.Weekend, "week": when.Week, "month": when.Month, "season": when.Season,
	"quarter": when.Quarter, "half": when.Half, "year": when.Year, "decade": when.Decade,
	"unknown": when.NoGrain, "century": when.Century, "millennium": when.Millennium, "megayear": when.MegaYear,
}

var dayParts = map[string]when.DayPart{
	"morning": when.Morning, "midday": when.Midday, "afternoon": when.Afternoon,
	"evening": when.Evening, "night": when.Night, "dawn": when.Dawn, "daytime": when.Daytime,
}

var sections = map[string]when.Section{"early": when.Early, "mid": when.Middle, "late": when.Late}

var tenses = map[string]when.Tense{"past": when.Past, "present": when.NoTense, "future": when.Future}

var sides = map[string]when.Side{"before": when.Before, "until": when.Until, "since": when.Since, "after": when.After}

var mods = map[string]string{
	"approx": "APPROX", "less": "LESS_THAN", "more": "MORE_THAN", "at-most": "EQUAL_OR_LESS", "at-least": "EQUAL_OR_MORE",
}

// operators is the vocabulary. Each operator says in its name what it makes.
var operators = table([]operator{
	{name: "nothing", build: func([]Value) (Value, bool) { return Value{}, true }},
	{name: "date", named: true, build: date, params: []string{
		"year", "short", "half", "quarter", "season", "month", "week", "day", "weekday", "bce", "fiscal", "weekend",
	}},
	{name: "years", params: []string{"start", "unit", "bce", "short"}, required: 2, build: years},
	{name: "nth-years", params: []string{"n", "unit", "bce"}, required: 2, build: nthYears},
	{name: "holiday", params: []string{"name", "year", "direction"}, required: 1, build: holiday},
	{name: "toward", params: []string{"direction", "of"}, required: 2, build: toward},
	{name: "current", params: []string{"n", "unit", "base"}, required: 2, build: current},
	{name: "moment", params: []string{"base"}, build: func(a []Value) (Value, bool) {
		return Value{Expr: when.Moment{Base: base(a[0])}}, true
	}},
	{name: "shift", params: []string{"side", "by", "from"}, required: 2, build: shift},
	{name: "stretch", params: []string{"direction", "by", "base"}, required: 2, build: stretch},
	{name: "vaguely", params: []string{"direction"}, required: 1, build: func(a []Value) (Value, bool) {
		return Value{Expr: when.Vaguely(tenses[a[0].Name])}, true
	}},
	{name: "amount", params: []string{"n", "unit", "plus", "mod"}, required: 2, build: amount},
	{name: "some", params: []string{"unit", "mod"}, required: 1, build: func(a []Value) (Value, bool) {
		d := when.Some(grains[a[0].Name])
		d.Mod = mods[a[1].Name]
		return Value{Expr: d}, true
	}},
	{name: "sum", params: []string{"a", "b", "c", "d", "e", "f"}, required: 2, build: sum},
	{name: "modified", params: []string{"mod", "of"}, required: 2, build: modified},
	{name: "part", params: []string{"section", "of"}, required: 2, build: part},
	{name: "nth", params: []string{"n", "unit", "of"}, required: 3, build: nth},
	{name: "nth-weekday", params: []string{"n", "weekday", "of"}, required: 3, build: nthWeekday},
	{name: "range", params: []string{"from", "to"}, required: 2, build: span(true)},
	{name: "between", params: []string{"from", "to"}, required: 2, build: span(false)},
	{name: "open", params: []string{"side", "of"}, required: 2, build: open},
	{name: "either", params: []string{"a", "b", "c", "d"}, required: 2, build: either},
	{name: "both", params: []string{"a", "b"}, required: 2, build: both},
	{name: "about", params: []string{"of"}, required: 1, build: func(a []Value) (Value, bool) {
		return Value{Expr: when.About{Of: a[0].Expr}}, a[0].Expr != nil
	}},
	{name: "clock", params: []string{"hour", "minute", "second", "half", "day"}, required: 1, build: clock},
	{name: "at-part", params: []string{"part", "day"}, required: 1, build: partOfDay},
	{name: "clock-before", params: []string{"minute", "hour", "half"}, required: 2, build: clockBefore},
	{name: "range-clock", params: []string{"from", "hour"}, required: 2, build: rangeClock},
	{name: "clock4", params: []string{"n", "half"}, required: 1, build: clock4},
	{name: "within", params: []string{"by"}, required: 1, build: func(a []Value) (Value, bool) {
		by, ok := a[0].Expr.(when.Amount)
		return Value{Expr: when.Within{By: by}}, ok
	}},
	{name: "years-range", params: []string{"from", "short"}, required: 2, build: yearsRange},
	{name: "every", params: []string{"of"}, required: 1, build: every},
	{name: "on", params: []string{"time", "day"}, required: 2, build: on},
	{name: "anniversary", params: []string{"n", "of"}, required: 1, build: anniversary},
	{name: "age", params: []string{"n", "unit"}, required: 1, build: age},
})

func table(list []operator) map[string]*operator {
	byName := make(map[string]*operator, len(list))
	for i := range list {
		byName[list[i].name] = &list[i]
	}
	return byName
}

func base(v Value) when.Base {
	if v.Name == "mentioned" {
		return when.FromMentioned
	}
	return when.FromReference
}

// bce turns a year before the common era into an astronomical one.
func bce(year float64, era Value) (int, bool) {
	if era.Set && era.Name == "bce" {
		return 1 - int(year), year > 0
	}
	return int(year), true
}

func date(a []Value) (Value, bool) {
	c := when.Calendar{
		Half: int(a[2].N), Quarter: int(a[3].N), Season: int(a[4].N), Month: int(a[5].N),
		Week: int(a[6].N), Day: int(a[7].N), Weekday: int(a[8].N), Fiscal: a[10].Set, Weekend: a[11].Set,
	}
	ok := true
	switch {
	case a[0].Set:
		c.HasYear = true
		c.Year, ok = bce(a[0].N, a[9])
	case a[1].Set:
		c.HasYear, c.Short, c.Year = true, true, int(a[1].N)
	}
	if c.Month > 12 || c.Month > 0 && c.Day > 0 && c.Day > daysIn(c) {
		return Value{}, false
	}
	return Value{Expr: c}, ok
}

// daysIn returns the most days that the month of c can have.
func daysIn(c when.Calendar) int {
	if c.HasYear && !c.Short {
		return when.DaysIn(c.Year, c.Month)
	}
	return when.DaysIn(2000, c.Month)
}

func years(a []Value) (Value, bool) {
	y := when.Years{Unit: grains[a[1].Name], Short: a[3].Set}
	start, ok := bce(a[0].N, a[2])
	if a[2].Set && a[2].Name == "bce" {
		start = -int(a[0].N) - 8 // the 490s are 499 to 490
	}
	y.Start = start
	return Value{Expr: y}, ok && int(a[0].N)%10 == 0
}

// nthYears is the nth century or millennium, before the common era if asked.
func nthYears(a []Value) (Value, bool) {
	size := 100
	if a[1].Name == "millennium" {
		size = 1000
	}
	n := int(a[0].N)
	start := (n-1)*size + 1
	if a[2].Set && a[2].Name == "bce" {
		start = 1 - n*size
	}
	return Value{Expr: when.Years{Start: start, Unit: grains[a[1].Name]}}, n > 0
}

func holiday(a []Value) (Value, bool) {
	h := when.Holiday{Name: a[0].Name, HasYear: a[1].Set, Year: int(a[1].N), Direction: tenses[a[2].Name]}
	return Value{Expr: h}, when.IsHoliday(h.Name)
}

func toward(a []Value) (Value, bool) {
	switch of := a[1].Expr.(type) {
	case when.Calendar:
		return Value{Expr: when.Toward{Direction: tenses[a[0].Name], Of: of}}, true
	case when.Holiday:
		of.Direction = tenses[a[0].Name]
		return Value{Expr: of}, true
	case when.PartOfDayOf:
		if day, ok := toward([]Value{a[0], {Expr: of.Day}}); ok {
			of.Day = day.Expr
			return Value{Expr: of}, true
		}
	case when.Clock:
		if day, ok := toward([]Value{a[0], {Expr: of.Day}}); ok {
			of.Day = day.Expr
			return Value{Expr: of}, true
		}
	}
	return Value{}, false
}

func current(a []Value) (Value, bool) {
	n := int(a[0].N)
	if t, ok := tenses[a[0].Name]; ok {
		n = int(t)
	}
	return Value{Expr: when.Current{N: n, Unit: grains[a[1].Name], Base: base(a[2])}}, true
}

func shift(a []Value) (Value, bool) {
	by, ok := a[1].Expr.(when.Amount)
	s := when.Shift{Sign: +1, By: by, From: a[2].Expr}
	if a[0].Name == "before" || a[0].Name == "past" {
		s.Sign = -1
	}
	if s.From == nil {
		s.From = when.Moment{Base: base(a[2])}
	}
	return Value{Expr: s}, ok
}

func stretch(a []Value) (Value, bool) {
	by, ok := a[1].Expr.(when.Amount)
	return Value{Expr: when.Stretch{Direction: tenses[a[0].Name], By: by, Base: base(a[2])}}, ok
}

// amount is a number of units and, if given, a further amount.
func amount(a []Value) (Value, bool) {
	unit := grains[a[1].Name]
	if a[0].N > 1e9 {
		return Value{}, false
	}
	d := when.Of(a[0].N, unit)
	if more, ok := a[2].Expr.(when.Amount); ok {
		d = d.Plus(more)
	}
	d.Mod = mods[a[3].Name]
	return Value{Expr: d}, unit != when.NoGrain
}

func sum(a []Value) (Value, bool) {
	total, ok := a[0].Expr.(when.Amount)
	for _, v := range a[1:6] {
		more, isAmount := v.Expr.(when.Amount)
		if isAmount {
			total = total.Plus(more)
		}
	}
	return Value{Expr: total}, ok
}

func modified(a []Value) (Value, bool) {
	switch of := a[1].Expr.(type) {
	case when.Amount:
		of.Mod = mods[a[0].Name]
		return Value{Expr: of}, true
	case when.Shift:
		of.By.Mod = mods[a[0].Name]
		return Value{Expr: of}, true
	case nil:
		return Value{}, false
	}
	return Value{Expr: when.About{Of: a[1].Expr}}, true
}

func part(a []Value) (Value, bool) {
	section, ok := sections[a[0].Name]
	if section == 0 || !ok {
		return Value{Expr: a[1].Expr}, a[1].Expr != nil
	}
	return Value{Expr: when.Part{Section: section, Of: a[1].Expr}}, a[1].Expr != nil
}

func nth(a []Value) (Value, bool) {
	if of, ok := a[2].Expr.(when.Calendar); ok && of.Grain() == when.Year {
		n := int(a[0].N)
		switch grains[a[1].Name] {
		case when.Quarter:
			if n >= 1 && n <= 4 {
				of.Quarter = n
				return Value{Expr: of}, true
			}
		case when.Half:
			if n >= 1 && n <= 2 {
				of.Half = n
				return Value{Expr: of}, true
			}
		}
	}
	return Value{Expr: when.Nth{N: int(a[0].N), Unit: grains[a[1].Name], Of: a[2].Expr}}, a[2].Expr != nil
}

func nthWeekday(a []Value) (Value, bool) {
	return Value{Expr: when.Nth{N: int(a[0].N), Unit: when.Day, Weekday: int(a[1].N), Of: a[2].Expr}}, a[2].Expr != nil
}

func span(throughout bool) func(a []Value) (Value, bool) {
	return func(a []Value) (Value, bool) {
		a[0].Expr = sameHalf(a[0].Expr, a[1].Expr)
		return Value{Expr: when.Range{From: a[0].Expr, To: a[1].Expr, Throughout: throughout}}, a[0].Expr != nil && a[1].Expr != nil
	}
}

// sameHalf gives the first hour of a range the half of the day that only the
// second one has: "from 5 to 6 pm".
func sameHalf(from, to when.Expr) when.Expr {
	f, ok1 := from.(when.Clock)
	t, ok2 := to.(when.Clock)
	if ok1 && ok2 && f.Half && f.Day == nil && !t.Half && t.Hour >= 12 && f.Hour < 12 && f.Hour+12 < t.Hour+t.Minute/60+1 {
		f.Hour += 12
		f.Half = false
		return f
	}
	return from
}

func open(a []Value) (Value, bool) {
	return Value{Expr: when.Open{Side: sides[a[0].Name], Of: a[1].Expr}}, a[1].Expr != nil
}

func either(a []Value) (Value, bool) {
	var e when.Either
	for _, v := range a[:4] {
		if v.Expr != nil {
			e = append(e, v.Expr)
		}
	}
	return Value{Expr: e}, len(e) > 1
}

// both is two days: from one to the other if nothing lies between them. What
// happened on two days apart stands as one of them, as there is no expression for
// a stretch with a hole.
func both(a []Value) (Value, bool) {
	first, ok1 := a[0].Expr.(when.Calendar)
	second, ok2 := a[1].Expr.(when.Calendar)
	if ok1 && ok2 && first.Month == second.Month && first.Day+1 == second.Day {
		return span(true)(a)
	}
	return either(append(a[:2:2], Value{}, Value{}))
}

// clock is a time of day. The half is "am" or "pm", or nothing.
func clock(a []Value) (Value, bool) {
	c := when.Clock{Hour: int(a[0].N), Minute: -1, Second: -1, Day: a[4].Expr}
	if a[1].Set {
		c.Minute = int(math.Round(a[1].N))
	}
	if a[2].Set {
		c.Second = int(a[2].N)
	}
	ok := c.Hour >= 0 && c.Hour <= 24 && c.Minute < 60
	switch a[3].Name {
	case "am":
		ok = ok && c.Hour <= 12
		c.Hour %= 12
	case "pm":
		if c.Hour <= 12 {
			c.Hour = c.Hour%12 + 12
		}
	default:
		c.Half = c.Hour > 0 && c.Hour <= 12
	}
	return Value{Expr: c}, ok
}

// clockBefore is a number of minutes before an hour: ten to nine.
func clockBefore(a []Value) (Value, bool) {
	hour := a[1].N - 1
	if hour == 0 {
		hour = 12
	}
	return clock([]Value{{Set: true, N: hour}, {Set: true, N: 60 - a[0].N}, {}, a[2], {}})
}

// rangeClock is a range that ends at a bare hour, the next one after its start.
func rangeClock(a []Value) (Value, bool) {
	from, ok := a[0].Expr.(when.Clock)
	to := when.Clock{Hour: int(a[1].N), Minute: -1, Second: -1}
	if to.Hour <= from.Hour {
		to.Hour += 12
	}
	return Value{Expr: when.Range{From: from, To: to, Throughout: true}}, ok && to.Hour <= 24
}

// clock4 is a time of day written as one number: 1430, 915.
func clock4(a []Value) (Value, bool) {
	n := int(a[0].N)
	return clock([]Value{{Set: true, N: float64(n / 100)}, {Set: true, N: float64(n % 100)}, {}, a[1], {}})
}

// yearsRange is a range of years of which the second is cut short: 1914-18.
func yearsRange(a []Value) (Value, bool) {
	from := int(a[0].N)
	to := from/100*100 + int(a[1].N)
	year := func(y int) when.Expr { return when.Calendar{HasYear: true, Year: y} }
	return Value{Expr: when.Range{From: year(from), To: year(to), Throughout: true}}, from < to
}

func partOfDay(a []Value) (Value, bool) {
	p, ok := dayParts[a[0].Name]
	return Value{Expr: when.PartOfDayOf{Part: p, Day: a[1].Expr}}, ok
}

func every(a []Value) (Value, bool) {
	if by, ok := a[0].Expr.(when.Amount); ok {
		return Value{Expr: when.Every{By: by}}, true
	}
	return Value{Expr: when.Every{Of: a[0].Expr}}, a[0].Expr != nil
}

// on puts a time without a day on a day.
func on(a []Value) (Value, bool) {
	switch t := a[0].Expr.(type) {
	case when.Clock:
		t.Day = a[1].Expr
		return Value{Expr: t}, true
	case when.PartOfDayOf:
		t.Day = a[1].Expr
		return Value{Expr: t}, true
	case when.Range:
		from, ok1 := on([]Value{{Expr: t.From}, a[1]})
		to, ok2 := on([]Value{{Expr: t.To}, a[1]})
		t.From, t.To = from.Expr, to.Expr
		return Value{Expr: t}, ok1 && ok2
	case when.Part:
		inner, ok := on([]Value{{Expr: t.Of}, a[1]})
		t.Of = inner.Expr
		return Value{Expr: t}, ok
	case when.Either:
		placed := make(when.Either, len(t))
		for i := range t {
			inner, ok := on([]Value{{Expr: t[i]}, a[1]})
			if !ok {
				return Value{}, false
			}
			placed[i] = inner.Expr
		}
		return Value{Expr: placed}, true
	case when.About:
		inner, ok := on([]Value{{Expr: t.Of}, a[1]})
		t.Of = inner.Expr
		return Value{Expr: t}, ok
	}
	return Value{}, false
}

// anniversary is what happened N years before a date.
func anniversary(a []Value) (Value, bool) {
	of := a[1].Expr
	if of == nil {
		of = when.Current{Unit: when.Year}
	}
	return Value{Expr: when.Anniversary{N: int(a[0].N), Of: of}}, a[0].N > 0
}

// age is how old somebody is, which fixes about when they were born.
func age(a []Value) (Value, bool) {
	unit := when.Year
	if g, ok := grains[a[1].Name]; ok {
		unit = g
	}
	return Value{Expr: when.Age{By: when.Of(a[0].N, unit)}}, a[0].N > 0 && a[0].N < 130
}
