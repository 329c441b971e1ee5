package layout

import (
	"dateline/parse/when"
	"dateline/timeline"
)

// look is how an event's mark tells what is known about its time. Each part of
// it stands for one kind of knowledge:
//
//	fill     solid: it filled this time; light: it fell somewhere inside;
//	         hollow: it has not happened, as far as is known
//	ends     crisp: known to the day; soft: known less well; open: not known
//	sign     wave: about; strike: denied; question mark: hypothetical
//	diamond  an exact moment
//
// What was worked out rather than said has dots below its date.
type look struct {
	fill        fill
	outlined    bool
	left, right end
	sign        sign
	diamond     bool
	// oneDay marks a day on which something happened at an unknown hour: solid as
	// long as a day is a dot, light where one could see the hours.
	oneDay bool
}

// fill is how far the inside of a mark is filled.
type fill uint8

const (
	solid fill = iota
	light
	hollow
)

// fillShares holds the share of the mark's colour in each fill.
var fillShares = [...]float64{solid: 1, light: 0.45, hollow: 0}

// end is how one end of a mark is drawn.
type end uint8

const (
	crisp end = iota
	soft
	open
)

// sign is an addition to a mark.
type sign uint8

const (
	plain sign = iota
	wave
	strike
	question
)

// lookOf returns how one of an event's intervals is drawn.
func lookOf(e *timeline.Event, iv when.Interval) look {
	k := look{}
	switch {
	case iv.Open():
	case isMoment(iv):
		k.diamond = true
	case isVague(iv):
		k.left, k.right = soft, soft
		if !iv.Throughout {
			k.fill = light
		}
	case !iv.Throughout && isOneDay(iv):
		k.oneDay = true
	case !iv.Throughout:
		k.fill = light
	}
	if iv.Start == when.First {
		k.left = open
	}
	if iv.End == when.Last {
		k.right = open
	}
	if iv.Circa {
		k.sign, k.diamond, k.fill = wave, false, light
		k.left, k.right = max(k.left, soft), max(k.right, soft)
	}
	if len(e.When) > 1 || e.Inferred {
		k.fill, k.outlined = light, true
	}
	return k.status(e.Status)
}

// status returns k as it is drawn for an event of the given status.
func (k look) status(s timeline.Status) look {
	if s == timeline.Happened {
		return k
	}
	k.fill, k.outlined = hollow, true
	k.sign = [...]sign{timeline.Planned: k.sign, timeline.Denied: strike, timeline.Hypothetical: question}[s]
	return k
}

// isMoment reports whether iv names a time of day.
func isMoment(iv when.Interval) bool {
	return iv.Grain != when.NoGrain && iv.Grain <= when.Hour && !iv.Throughout
}

// isVague reports whether iv is known less well than to the day.
func isVague(iv when.Interval) bool {
	return iv.Grain > when.Day && iv.Grain != when.Weekend
}

// isOneDay reports whether iv is no longer than a day.
func isOneDay(iv when.Interval) bool { return iv.End-iv.Start <= 24*60*60 }

// Sizes of marks in pixels.
const (
	markHeight    = 8
	softWidth     = 20  // least width of a mark with soft ends
	openReach     = 48  // how far a mark reaches towards an unknown end
	waveReach     = 12  // the tail of a wave on both sides
	diamondReach  = 5.5 // how far the mark of a moment reaches on all sides
	questionGap   = 3
	questionWidth = 7
)

// halfWidth returns half of the least width of a mark.
func (k look) halfWidth() float64 {
	switch {
	case k.left == soft || k.right == soft:
		return softWidth / 2
	case k.diamond:
		return diamondReach
	}
	return markHeight / 2
}

// reach returns how far the mark extends beyond its interval on both sides.
func (k look) reach() (lead, trail float64) {
	lead, trail = k.halfWidth(), k.halfWidth()
	if k.left == open {
		lead = openReach
	}
	if k.right == open {
		trail = openReach
	}
	switch k.sign {
	case wave:
		lead, trail = lead+waveReach, trail+waveReach
	case question:
		trail += questionGap + questionWidth
	}
	return lead, trail
}

// kind is what a legend explains.
type kind uint8

const (
	exactTime kind = iota
	oneDay
	fromTo
	within
	about
	before
	after
	eitherOr
	workedOut
	planned
	denied
	hypothetical
	kindCount
)

// kinds returns the kinds that an event's mark shows, as bits.
func kinds(e *timeline.Event) (set uint16) {
	for _, iv := range e.When {
		set |= 1 << kindOf(iv)
		if iv.Circa {
			set |= 1 << about
		}
	}
	if len(e.When) > 1 {
		set |= 1 << eitherOr
	}
	if e.Inferred {
		set |= 1 << workedOut
	}
	if e.Status != timeline.Happened {
		set |= 1 << (planned + kind(e.Status-timeline.Planned))
	}
	return set
}

// kindOf returns what the shape of an interval's mark says.
func kindOf(iv when.Interval) kind {
	switch {
	case iv.Start == when.First:
		return before
	case iv.End == when.Last:
		return after
	case isMoment(iv):
		return exactTime
	case isOneDay(iv):
		return oneDay
	case iv.Throughout:
		return fromTo
	}
	return within
}
