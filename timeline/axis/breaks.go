package axis

import (
	"math/bits"
	"slices"

	"dateline/parse/when"
)

// Break is a stretch of time that is drawn as if it were only Shown seconds long.
type Break struct {
	Start, End when.Instant
	Shown      int // seconds, more than 0 and fewer than the stretch has
}

// Breaks is a set of breaks. With breaks, time is counted in drawn seconds: those
// of a broken stretch are longer than others. A nil *Breaks has none.
type Breaks struct {
	breaks []brokenStretch
}

// brokenStretch is a break with its place in drawn time.
type brokenStretch struct {
	Break
	drawn when.Instant // where it starts in drawn time
}

// NewBreaks returns the given breaks, which must be in order and apart. Those
// that shorten nothing are left out. It returns nil if none is left.
func NewBreaks(breaks []Break) *Breaks {
	b := &Breaks{}
	removed := when.Instant(0)
	for _, br := range breaks {
		if br.Shown <= 0 || br.End <= br.Start || span(br.Start, br.End) <= float64(br.Shown) {
			continue
		}
		b.breaks = append(b.breaks, brokenStretch{br, br.Start - removed})
		removed += br.End - br.Start - when.Instant(br.Shown)
	}
	if len(b.breaks) == 0 {
		return nil
	}
	return b
}

// All returns the breaks in order.
func (b *Breaks) All() []Break {
	if b == nil {
		return nil
	}
	all := make([]Break, len(b.breaks))
	for i, br := range b.breaks {
		all[i] = br.Break
	}
	return all
}

// Drawn returns t in drawn time.
func (b *Breaks) Drawn(t when.Instant) when.Instant {
	if b == nil || t < b.breaks[0].Start {
		return t
	}
	i, _ := slices.BinarySearchFunc(b.breaks, t, func(br brokenStretch, t when.Instant) int {
		if br.Start <= t {
			return -1
		}
		return 1
	})
	br := &b.breaks[i-1]
	if t >= br.End {
		return br.drawn + when.Instant(br.Shown) + (t - br.End)
	}
	return br.drawn + scaled(t-br.Start, br.Shown, br.End-br.Start, 0)
}

// Real returns the first instant that is drawn at the given second of drawn time.
func (b *Breaks) Real(drawn when.Instant) when.Instant {
	if b == nil || drawn < b.breaks[0].drawn {
		return drawn
	}
	i, _ := slices.BinarySearchFunc(b.breaks, drawn, func(br brokenStretch, t when.Instant) int {
		if br.drawn <= t {
			return -1
		}
		return 1
	})
	br := &b.breaks[i-1]
	into := drawn - br.drawn
	if into >= when.Instant(br.Shown) {
		return br.End + into - when.Instant(br.Shown)
	}
	return br.Start + scaled(into, int(br.End-br.Start), when.Instant(br.Shown), br.Shown-1)
}

// scaled returns (a*num+round)/den without overflow, for values that are not negative.
func scaled(a when.Instant, num int, den when.Instant, round int) when.Instant {
	hi, lo := bits.Mul64(uint64(a), uint64(num))
	lo, carry := bits.Add64(lo, uint64(round), 0)
	q, _ := bits.Div64(hi+carry, lo, uint64(den))
	return when.Instant(q)
}

// at returns the break that holds t, if any.
func (b *Breaks) at(t when.Instant) (Break, bool) {
	if b != nil {
		for _, br := range b.breaks {
			if br.Start < t && t < br.End {
				return br.Break, true
			}
		}
	}
	return Break{}, false
}
