package axis

import (
	"math"

	"dateline/parse/when"
)

// Type says how an axis is lettered.
type Type struct {
	// Label and Context return the width in pixels of a text in the lower and the
	// upper strip.
	Label, Context func(string) float64
	// Gap is the distance in pixels between two labels at which a level begins
	// to show.
	Gap       float64
	WeekStart int // first day of the week by ISO 8601; 0 for Monday
	// Left is where the window's left edge lies in a picture that reaches past it,
	// pixels. Contexts that start before it have their labels there.
	Left float64
	// Settled shows the level that is fading in as fully there, for pictures that
	// do not move.
	Settled bool
}

// Tick is a mark of the lower strip.
type Tick struct {
	At    when.Instant
	X     float64
	Label string  // empty for a mark between labels
	Width float64 // of the label, which is centred on X
	// Line and Ink are how far the mark and its label have faded in, 0 to 1.
	Line, Ink float64
}

// Context is a unit of the upper strip: the day above hours, the year above months.
type Context struct {
	X     float64 // where the unit starts; may lie left of the window
	Label string  // empty where the unit is too narrow for it
	At    float64 // left end of the label, kept inside the window
	Width float64 // of the label
	// Bound is set if the unit starts on a tick of the lower strip, so that a
	// line between the units suits the lines at the ticks. Centuries, which start
	// a year after the round one, do not, nor do units that start in a break.
	Bound bool
}

// Strips are the two strips of an axis.
type Strips struct {
	Step     Step
	Ticks    []Tick    // in order of time
	Contexts []Context // in order of time
}

// contextPad is the distance in pixels of a context's label from its ends.
const contextPad = 8

// maxTicks bounds the marks of one level, whatever the window's width.
const maxTicks = 4096

// The fading of levels: a level starts to show at the zoom where its labels
// have just room, and is full at fadeBand times that. Marks without labels
// start at markSpacing pixels and are full at twice that.
const (
	fadeBand    = 1.12
	markSpacing = 7
)

// Ticks returns the strips for a viewport. Which level shows depends on the zoom
// alone, so panning only moves ticks.
func Ticks(v Viewport, t Type) Strips {
	if t.WeekStart == 0 {
		t.WeekStart = 1
	}
	if !(v.PerPixel > 0) || !(v.Width > 0) || math.IsInf(v.Width+v.PerPixel, 0) {
		return Strips{}
	}
	level := t.level(v)
	step := ladder[level]
	s := Strips{Step: step}
	s.Ticks = t.ticks(v, level)
	if unit := step.context(); unit != inNothing {
		s.Contexts = t.contexts(v, contextGrains[unit])
	}
	return s
}

// need returns the least spacing in pixels of labelled ticks of s.
func (t Type) need(s Step) float64 { return t.Label(widest[s.Unit].tight) + t.Gap }

// level returns the index in the ladder of the finest step with room for its labels.
func (t Type) level(v Viewport) int {
	for i, s := range ladder {
		if s.Seconds()/v.PerPixel >= t.need(s) {
			return i
		}
	}
	return len(ladder) - 1
}

// ticks returns the ticks of the given level, those of the coarser level that
// are fading out, and the finer marks between them.
func (t Type) ticks(v Viewport, level int) []Tick {
	step := ladder[level]
	spacing := step.Seconds() / v.PerPixel
	progress := 1.0
	if !t.Settled {
		progress = ramp(math.Log(spacing/t.need(step)), 0, math.Log(fadeBand))
	}
	var coarser []Tick
	if progress < 1 && level+1 < len(ladder) {
		coarser = t.series(v, ladder[level+1])
	}
	ticks := t.series(v, step)
	for i := range ticks {
		if coarser != nil && !isAmong(ticks[i].At, coarser) {
			ticks[i].Line, ticks[i].Ink = progress, ramp(progress, 0.5, 1)
		}
	}
	if !step.holds(ladder[min(level+1, len(ladder)-1)]) {
		for i := range coarser {
			coarser[i].Line, coarser[i].Ink = 1-progress, ramp(progress, 0.5, 0)
		}
		ticks = mergeTicks(ticks, coarser)
	}
	return mergeTicks(ticks, t.marks(v, level))
}

// marks returns the ticks without labels of the next finer level that divides
// the given one and whose marks have room.
func (t Type) marks(v Viewport, level int) []Tick {
	var marks []Tick
	for i := level - 1; i >= 0; i-- {
		if !ladder[i].holds(ladder[level]) {
			continue
		}
		spacing := ladder[i].Seconds() / v.PerPixel
		if spacing <= markSpacing {
			break
		}
		finer := t.series(v, ladder[i])
		for j := range finer {
			finer[j].Label, finer[j].Width, finer[j].Ink = "", 0, 0
			finer[j].Line = ramp(spacing, markSpacing, 2*markSpacing) / 2
		}
		marks = mergeTicks(marks, finer)
	}
	return marks
}

// series returns the ticks of one step in and just around the window, at full strength.
func (t Type) series(v Viewport, s Step) []Tick {
	margin := t.need(s)
	first := s.index(v.At(-margin), t.WeekStart)
	last := s.index(v.At(v.Width+margin), t.WeekStart)
	if v.Breaks == nil && last-first > maxTicks {
		return nil
	}
	roomy := s.Seconds()/v.PerPixel >= t.Label(widest[s.Unit].roomy)+t.Gap && widest[s.Unit].roomy != ""
	ticks := make([]Tick, 0, 64)
	for i := first; i <= last && len(ticks) <= maxTicks; i++ {
		at := s.at(i, t.WeekStart)
		if br, ok := v.Breaks.at(at); ok {
			i = max(s.index(br.End-1, t.WeekStart), i)
			continue
		}
		if s.skipped(i) {
			continue
		}
		tick := Tick{At: at, X: v.X(at), Label: s.label(at, roomy), Line: 1, Ink: 1}
		tick.Width = t.Label(tick.Label)
		if i%s.every(tick.Width+contextPad, s.Seconds()/v.PerPixel) != 0 || touchesBreak(v, tick) {
			tick.Label, tick.Width = "", 0
		}
		ticks = append(ticks, tick)
	}
	return ticks
}

// touchesBreak reports whether a tick's label reaches into a break.
func touchesBreak(v Viewport, tick Tick) bool {
	half := tick.Width/2 + contextPad/2
	for _, br := range v.Breaks.All() {
		if tick.X-half < v.X(br.End) && tick.X+half > v.X(br.Start) {
			return true
		}
	}
	return false
}

// contexts returns the units of grain g that the window shows, each with its
// label as far left in the window as the unit reaches.
func (t Type) contexts(v Viewport, g when.Grain) []Context {
	var contexts []Context
	end := v.At(v.Width)
	for at := v.At(0).Floor(g); at <= end && len(contexts) < maxTicks; {
		next := at.Add(1, g)
		if next <= at {
			break
		}
		br, broken := v.Breaks.at(at)
		if broken && next < br.End {
			at = br.End.Floor(g)
			continue
		}
		c := Context{X: v.X(at), Bound: g < when.Century && !broken}
		c.At = math.Max(c.X, t.Left) + contextPad
		room := v.X(next) - c.At - contextPad
		for _, form := range []when.Form{when.Long, when.Short} {
			label := when.Interval{Start: at, End: next, Grain: g}.Words(form)
			if width := t.Context(label); width <= room {
				c.Label, c.Width = label, width
				break
			}
		}
		contexts = append(contexts, c)
		at = next
	}
	return contexts
}

// isAmong reports whether a tick of the ordered series stands at the instant.
func isAmong(at when.Instant, series []Tick) bool {
	lo, hi := 0, len(series)
	for lo < hi {
		mid := (lo + hi) / 2
		if series[mid].At < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(series) && series[lo].At == at
}

// mergeTicks returns the labelled ticks and those marks that stand apart from
// them, in order of time.
func mergeTicks(ticks, marks []Tick) []Tick {
	merged := make([]Tick, 0, len(ticks)+len(marks))
	i, j := 0, 0
	for i < len(ticks) || j < len(marks) {
		switch {
		case j == len(marks) || i < len(ticks) && ticks[i].At < marks[j].At:
			merged = append(merged, ticks[i])
			i++
		case i < len(ticks) && ticks[i].At == marks[j].At:
			merged = append(merged, ticks[i])
			i, j = i+1, j+1
		default:
			merged = append(merged, marks[j])
			j++
		}
	}
	return merged
}
