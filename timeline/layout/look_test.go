package layout

import (
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
)

func TestLookOf(t *testing.T) {
	d := when.Date(1921, 5, 5)
	day, month, year := d.Unit(when.Day), d.Unit(when.Month), d.Unit(when.Year)
	circa := func(iv when.Interval) when.Interval { iv.Circa = true; return iv }
	throughout := func(iv when.Interval) when.Interval { iv.Throughout = true; return iv }
	for _, tt := range []struct {
		name  string
		event timeline.Event
		want  look
		kinds []kind
	}{
		{"a minute", timeline.Event{When: when.One(d.Unit(when.Minute))}, look{diamond: true}, []kind{exactTime}},
		{"a day", timeline.Event{When: when.One(day)}, look{oneDay: true}, []kind{oneDay}},
		{"a weekend", timeline.Event{When: when.One(d.Unit(when.Weekend))}, look{fill: light}, []kind{within}},
		{"days", timeline.Event{When: when.One(throughout(when.Interval{Start: d, End: d.Add(9, when.Day), Grain: when.Day}))}, look{}, []kind{fromTo}},
		{"in a month", timeline.Event{When: when.One(month)}, look{fill: light, left: soft, right: soft}, []kind{within}},
		{"all year", timeline.Event{When: when.One(throughout(year))}, look{left: soft, right: soft}, []kind{fromTo}},
		{"about a day", timeline.Event{When: when.One(circa(day))}, look{fill: light, left: soft, right: soft, sign: wave, oneDay: true}, []kind{oneDay, about}},
		{"about a minute", timeline.Event{When: when.One(circa(d.Unit(when.Minute)))}, look{fill: light, left: soft, right: soft, sign: wave}, []kind{exactTime, about}},
		{"before", timeline.Event{When: when.One(when.Interval{Start: when.First, End: d, Grain: when.Day})}, look{left: open}, []kind{before}},
		{"since", timeline.Event{When: when.One(when.Interval{Start: d, End: when.Last, Grain: when.Month})}, look{right: open}, []kind{after}},
		{"either", timeline.Event{When: when.Choice{day, d.Add(3, when.Day).Unit(when.Day)}}, look{fill: light, outlined: true, oneDay: true}, []kind{oneDay, eitherOr}},
		{"worked out", timeline.Event{When: when.One(day), Inferred: true}, look{fill: light, outlined: true, oneDay: true}, []kind{oneDay, workedOut}},
		{"planned", timeline.Event{When: when.One(month), Status: timeline.Planned}, look{fill: hollow, outlined: true, left: soft, right: soft}, []kind{within, planned}},
		{"planned about", timeline.Event{When: when.One(circa(day)), Status: timeline.Planned}, look{fill: hollow, outlined: true, left: soft, right: soft, sign: wave, oneDay: true}, []kind{oneDay, about, planned}},
		{"denied", timeline.Event{When: when.One(day), Status: timeline.Denied}, look{fill: hollow, outlined: true, sign: strike, oneDay: true}, []kind{oneDay, denied}},
		{"hypothetical", timeline.Event{When: when.One(day), Status: timeline.Hypothetical}, look{fill: hollow, outlined: true, sign: question, oneDay: true}, []kind{oneDay, hypothetical}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := lookOf(&tt.event, tt.event.When[0]); got != tt.want {
				t.Errorf("lookOf = %+v, want %+v", got, tt.want)
			}
			want := uint16(0)
			for _, k := range tt.kinds {
				want |= 1 << k
			}
			if got := kinds(&tt.event); got != want {
				t.Errorf("kinds = %b, want %b", got, want)
			}
		})
	}
}

func TestMarksStayWithinTheirReach(t *testing.T) {
	for _, e := range everyKind() {
		for _, scale := range []float64{1, 1e3, 1e5, 1e7} {
			x := func(t when.Instant) float64 { return seconds(when.Date(1921, 1, 1), t) / scale }
			box := newMarkBox(&e, x, 0)
			start, end := extent(e.When.Hull(), 0)
			lead, trail := 0.0, 0.0
			for _, iv := range e.When {
				l, r := lookOf(&e, iv).reach()
				lead, trail = max(lead, l), max(trail, r)
			}
			if box.from < x(start)-lead-1e-9 || box.to > x(end)+trail+1e-9 {
				t.Errorf("%s: the mark covers %v to %v, its room is %v to %v", e.ID, box.from, box.to, x(start)-lead, x(end)+trail)
			}
			if box.to-box.from < markHeight {
				t.Errorf("%s: the mark is %v wide", e.ID, box.to-box.from)
			}
		}
	}
}

func TestADayPalesWhereItsHoursShow(t *testing.T) {
	day := look{oneDay: true}
	ink, paper := Light().Events[0], Light().Background
	for width, share := range map[float64]float64{8: 1, dayIsDot: 1, hoursShow: fillShares[light], 500: fillShares[light]} {
		if got, want := day.fillColor(width, ink, paper), mix(paper, ink, share); got != want {
			t.Errorf("a day %v pixels wide is %v, want %v", width, got, want)
		}
	}
	if got := (look{}).fillColor(500, ink, paper); got != ink {
		t.Errorf("a stretch that was filled is %v, want %v", got, ink)
	}
}
