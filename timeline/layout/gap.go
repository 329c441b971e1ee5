package layout

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"dateline/parse/when"
	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// Gaps says what becomes of long stretches without events.
type Gaps uint8

// The ways to draw gaps: as long as they are, or shortened to a marked break.
const (
	KeepGaps Gaps = iota
	BreakGaps
)

// A gap is broken if it is longer than everything else that is not broken. As a
// share of that rest, gapMargin of the gap stays as it is at either end, and the
// break itself is drawn gapShown long.
const (
	gapMargin = 0.02
	gapShown  = 0.07
)

// findBreaks returns breaks for the gaps between items, which are in order of start.
func findBreaks(items []item) *axis.Breaks {
	gaps, rest := findGaps(items)
	// The longest gap goes first: without it, what is left is shorter, and the
	// next one may be long beside that.
	slices.SortFunc(gaps, func(a, b when.Interval) int {
		return cmp.Compare(seconds(b.Start, b.End), seconds(a.Start, a.End))
	})
	broken := 0
	for _, gap := range gaps {
		length := seconds(gap.Start, gap.End)
		if length <= rest-length {
			break
		}
		rest -= length
		broken++
	}
	margin := when.Instant(rest * gapMargin)
	breaks := make([]axis.Break, 0, broken)
	for _, gap := range gaps[:broken] {
		breaks = append(breaks, axis.Break{
			Start: gap.Start + margin, End: gap.End - margin, Shown: int(math.Max(rest*gapShown, 1)),
		})
	}
	slices.SortFunc(breaks, func(a, b axis.Break) int { return cmp.Compare(a.Start, b.Start) })
	return axis.NewBreaks(breaks)
}

// findGaps returns the stretches between items in which there is nothing, and
// the length in seconds of everything.
func findGaps(items []item) (gaps []when.Interval, whole float64) {
	if len(items) == 0 {
		return nil, 0
	}
	end := items[0].end
	for i := range items {
		if items[i].start > end {
			gaps = append(gaps, when.Interval{Start: end, End: items[i].start})
		}
		end = max(end, items[i].end)
	}
	return gaps, seconds(items[0].start, end)
}

// breaks draws the breaks that are in view between the given heights: a torn
// band for each, on the axis with how much time it leaves out.
func (f *frame) breaks(id string, top, bottom float64) {
	for i, br := range f.l.breaks.All() {
		from, to := f.v.X(br.Start), f.v.X(br.End)
		if to <= 0 || from >= f.v.Width {
			continue
		}
		words := Duration(br.Start, br.End)
		g := scene.Group{ID: fmt.Sprintf("%s-%d", id, i), Label: words + " left out", Desc: words + " without events are left out here."}
		g.Items = append(g.Items, f.tear(from, to, top, bottom))
		label := f.text(0, bottom-9, words, smallSize, false, f.style.Theme.Quiet)
		if id == breakInAxis && label.Advance <= to-from-8 {
			label.At.X = (from + to - label.Advance) / 2
			g.Items = append(g.Items, label)
		}
		f.add(g)
	}
}

// The groups of a break, which is drawn behind the lanes and over the axis. The
// axis says how much time is left out.
const (
	breakInLanes = "break"
	breakInAxis  = "break-axis"
)

// tear is a band with torn sides.
func (f *frame) tear(from, to, top, bottom float64) scene.Path {
	const tooth, depth = 8, 3
	t := f.style.Theme
	teeth := int((bottom - top) / tooth)
	path := scene.Path{Fill: t.Band, Stroke: t.Border, Width: 1}
	for i := 0; i <= teeth; i++ {
		path.Points = append(path.Points, scene.Point{X: from + depth*float64(i%2), Y: top + float64(i)*tooth})
	}
	for i := teeth; i >= 0; i-- {
		path.Points = append(path.Points, scene.Point{X: to - depth + depth*float64(i%2), Y: top + float64(i)*tooth})
	}
	return path
}

// Duration writes the length of a stretch in its largest fitting unit: "13 years".
func Duration(start, end when.Instant) string {
	length := seconds(start, end)
	for _, u := range []struct {
		seconds float64
		name    string
	}{
		{365.2425 * 86400, "year"}, {365.2425 / 12 * 86400, "month"}, {86400, "day"}, {3600, "hour"}, {60, "minute"},
	} {
		if n := math.Round(length / u.seconds); n >= 1 {
			return plural(int(n), u.name)
		}
	}
	return plural(int(length), "second")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + noun + "s"
}
