package when

import (
	"fmt"
	"sort"
)

// Holiday is a day that the calendar gives a name: fixed, on a weekday of a
// month, or counted from Easter. Without a year it is the nearest.
type Holiday struct {
	Name    string
	HasYear bool
	Year    int
	// Direction is Past for "last Christmas", Future for "next Easter".
	Direction Tense
}

// feast says when a holiday falls. Exactly one way is used: a month with a day;
// a month with a weekday and a count (negative from the end); or an offset from
// Easter Sunday.
type feast struct {
	month, day   int
	weekday, nth int
	plus         int // days after what the rest names
	easter       bool
}

var feasts = map[string]feast{
	"new-year":         {month: 1, day: 1},
	"new-years-eve":    {month: 12, day: 31},
	"epiphany":         {month: 1, day: 6},
	"mlk-day":          {month: 1, weekday: 1, nth: 3},
	"groundhog-day":    {month: 2, day: 2},
	"valentine":        {month: 2, day: 14},
	"presidents-day":   {month: 2, weekday: 1, nth: 3},
	"womens-day":       {month: 3, day: 8},
	"ides-of-march":    {month: 3, day: 15},
	"st-patrick":       {month: 3, day: 17},
	"april-fools":      {month: 4, day: 1},
	"earth-day":        {month: 4, day: 22},
	"anzac-day":        {month: 4, day: 25},
	"may-day":          {month: 5, day: 1},
	"cinco-de-mayo":    {month: 5, day: 5},
	"ve-day":           {month: 5, day: 8},
	"mothers-day":      {month: 5, weekday: 7, nth: 2},
	"memorial-day":     {month: 5, weekday: 1, nth: -1},
	"d-day":            {month: 6, day: 6},
	"flag-day":         {month: 6, day: 14},
	"juneteenth":       {month: 6, day: 19},
	"fathers-day":      {month: 6, weekday: 7, nth: 3},
	"canada-day":       {month: 7, day: 1},
	"independence-day": {month: 7, day: 4},
	"bastille-day":     {month: 7, day: 14},
	"labor-day":        {month: 9, weekday: 1, nth: 1},
	"columbus-day":     {month: 10, weekday: 1, nth: 2},
	"halloween":        {month: 10, day: 31},
	"all-saints":       {month: 11, day: 1},
	"all-souls":        {month: 11, day: 2},
	"guy-fawkes":       {month: 11, day: 5},
	"election-day":     {month: 11, weekday: 1, nth: 1, plus: 1},
	"veterans-day":     {month: 11, day: 11},
	"thanksgiving":     {month: 11, weekday: 4, nth: 4},
	"black-friday":     {month: 11, weekday: 4, nth: 4, plus: 1},
	"cyber-monday":     {month: 11, weekday: 4, nth: 4, plus: 4},
	"pearl-harbor-day": {month: 12, day: 7},
	"christmas-eve":    {month: 12, day: 24},
	"christmas":        {month: 12, day: 25},
	"boxing-day":       {month: 12, day: 26},
	"mardi-gras":       {easter: true, plus: -47},
	"ash-wednesday":    {easter: true, plus: -46},
	"palm-sunday":      {easter: true, plus: -7},
	"maundy-thursday":  {easter: true, plus: -3},
	"good-friday":      {easter: true, plus: -2},
	"holy-saturday":    {easter: true, plus: -1},
	"easter":           {easter: true},
	"easter-monday":    {easter: true, plus: 1},
	"ascension":        {easter: true, plus: 39},
	"pentecost":        {easter: true, plus: 49},
	"whit-monday":      {easter: true, plus: 50},
	"trinity-sunday":   {easter: true, plus: 56},
	"corpus-christi":   {easter: true, plus: 60},
}

// HolidayNames returns the names that Holiday knows, sorted.
func HolidayNames() []string {
	names := make([]string, 0, len(feasts))
	for name := range feasts {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// IsHoliday reports whether Holiday knows the name.
func IsHoliday(name string) bool {
	_, ok := feasts[name]
	return ok
}

// String implements Expr.
func (h Holiday) String() string {
	if h.HasYear {
		return fmt.Sprintf("Holiday(%s, %d)", h.Name, h.Year)
	}
	return fmt.Sprintf("Holiday(%s)", h.Name)
}

// In returns the day on which the holiday falls in a year.
func (h Holiday) In(year int) Interval {
	f := feasts[h.Name]
	var at Instant
	switch {
	case f.easter:
		at = Easter(year)
	case f.nth != 0:
		month := Date(year, f.month, 1).Unit(Month)
		at = Nth{N: f.nth, Weekday: f.weekday}.weekday(month)
	default:
		at = Date(year, f.month, f.day)
	}
	return at.Add(f.plus, Day).Unit(Day)
}

// Resolve implements Expr.
func (h Holiday) Resolve(a Anchor) (Choice, Grain, error) {
	if h.HasYear {
		return One(h.In(h.Year)), NoGrain, nil
	}
	ref := a.Reference
	if a.Story {
		ref = a.Told()
	}
	if ref.IsZero() {
		return nil, NoGrain, ErrUnanchored
	}
	year := ref.Start.Civil().Year
	var best Interval
	found, bestCost := false, Instant(0)
	for y := year - 1; y <= year+1; y++ {
		iv := h.In(y)
		if h.Direction == Past && iv.Start >= ref.Start || h.Direction == Future && iv.End <= ref.End {
			continue
		}
		cost := (Calendar{}).cost(iv, ref, a, Year)
		if !found || cost < bestCost {
			best, bestCost, found = iv, cost, true
		}
	}
	return One(best), Year, nil
}

// Easter returns the Sunday on which western churches keep Easter in a year of
// the Gregorian calendar, by the anonymous algorithm published in Nature (1876).
func Easter(year int) Instant {
	a := floorMod(year, 19)
	b, c := floorDiv(year, 100), floorMod(year, 100)
	d, e := b/4, floorMod(b, 4)
	f := floorDiv(b+8, 25)
	g := floorDiv(b-f+1, 3)
	h := floorMod(19*a+b-d-g+15, 30)
	i, k := c/4, c%4
	l := floorMod(32+2*e+2*i-h-k, 7)
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date(year, n/31, n%31+1)
}

var _ Expr = Holiday{}
