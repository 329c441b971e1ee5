package layout

import (
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

// look is how an event's mark tells what is known about its time. Each part of
// it stands for one kind of knowledge:
//
//	fill     solid: it filled this time; light: it fell somewhere inside
//	ends     crisp: known to the day; soft: known less well; open: not known
//	outline  dashed: planned; dotted: worked out rather than said
//	sign     wave: about; strike: denied; question mark: hypothetical
type look struct {
	fill        float64 // strength of the fill, 0 to 1
	left, right end
	dash        scene.Dash
	outlined    bool
	sign        sign
	diamond     bool // an exact moment
}

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

// The strengths of fills.
const (
	solidFill  = 1
	lightFill  = 0.5
	hollowFill = 0
)

// lookOf returns how one of an event's intervals is drawn.
func lookOf(e *timeline.Event, iv when.Interval) look {
	k := look{fill: solidFill}
	switch {
	case iv.Start == when.First || iv.End == when.Last:
	case iv.Grain <= when.Hour && !iv.Throughout && iv.Grain != when.NoGrain:
		k.diamond = true
	case iv.Grain > when.Day && iv.Grain != when.Weekend:
		k.left, k.right = soft, soft
		if !iv.Throughout {
			k.fill = lightFill
		}
	}
	if iv.Start == when.First {
		k.left = open
	}
	if iv.End == when.Last {
		k.right = open
	}
	if iv.Circa {
		k.sign, k.diamond = wave, false
		k.fill = lightFill
		k.left, k.right = max(k.left, soft), max(k.right, soft)
	}
	if len(e.When) > 1 {
		k.fill, k.outlined = lightFill, true
	}
	if e.Inferred {
		k.fill, k.outlined, k.dash = min(k.fill, lightFill), true, scene.Dotted
	}
	switch e.Status {
	case timeline.Planned:
		k.fill, k.outlined, k.dash = hollowFill, true, scene.Dashed
	case timeline.Denied:
		k.fill, k.outlined, k.sign = hollowFill, true, strike
	case timeline.Hypothetical:
		k.fill, k.outlined, k.dash, k.sign = hollowFill, true, scene.Dotted, question
	}
	return k
}

// Sizes of marks in pixels.
const (
	markHeight = 8
	softWidth  = 20 // least width of a mark with soft ends
	openReach  = 48 // how far a mark reaches towards an unknown end
	waveReach  = 12 // the tail of a wave on both sides
)

// halfWidth returns half of the least width of a mark.
func (k look) halfWidth() float64 {
	if k.left == soft || k.right == soft {
		return softWidth / 2
	}
	return markHeight / 2
}

// reach returns how far the mark extends beyond its interval on both sides.
func (k look) reach() (lead, trail float64) {
	lead, trail = k.halfWidth(), k.halfWidth()
	if k.sign == wave {
		lead += waveReach
		trail += waveReach
	}
	if k.left == open {
		lead = openReach
	}
	if k.right == open {
		trail = openReach
	}
	return lead, trail
}
