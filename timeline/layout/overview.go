package layout

import (
	"math"
	"slices"

	"dateline/timeline/axis"
	"dateline/timeline/scene"
)

// The IDs of the groups in an overview: the stretch that the window shows, and
// the handles at its ends.
const (
	OverviewWindow = "overview-window"
	OverviewStart  = "overview-start"
	OverviewEnd    = "overview-end"
)

// Sizes in an overview, in pixels.
const (
	densityColumn = 3
	handleWidth   = 8
	leastWindow   = 6
)

// Overview draws how densely events stand on the whole timeline, with the stretch
// that v shows as a window with a handle at either end. It is as wide as v and
// covers what Fit shows, so that Fit(v.Width).At(x) is the instant at x.
func (l *Layout) Overview(v axis.Viewport, height float64, style Style) *scene.Scene {
	t := style.Theme
	v, whole := l.view(v), l.Fit(v.Width)
	s := &scene.Scene{Width: v.Width, Height: height, Background: t.Band, Title: "Overview"}
	s.Items = append(s.Items, horizontal(v.Width, 0, t.Border))
	s.Items = append(s.Items, l.density(whole.Flat(), height, t))
	window := v.Visible()
	from := math.Min(math.Max(whole.X(window.Start), 0), v.Width-leastWindow)
	to := math.Max(math.Min(whole.X(window.End), v.Width), from+leastWindow)
	s.Items = append(s.Items,
		scene.Box{Rect: scene.Rect{X: 0, Y: 1, W: from, H: height - 1}, Fill: faded(t.Band, 0.7)},
		scene.Box{Rect: scene.Rect{X: to, Y: 1, W: v.Width - to, H: height - 1}, Fill: faded(t.Band, 0.7)},
	)
	box := scene.Rect{X: from, Y: 1, W: to - from, H: height - 2}
	s.Items = append(s.Items,
		scene.Group{
			ID: OverviewWindow, Label: "The stretch in view", Hit: box,
			Items: []scene.Item{scene.Box{Rect: box, Radius: 3, Fill: faded(t.Events[0], 0.12), Stroke: t.Events[0], Width: 1}},
		},
		handle(OverviewStart, "Where the view starts", from, height, t),
		handle(OverviewEnd, "Where the view ends", to, height, t),
	)
	return s
}

// handle is the grip at one end of the window.
func handle(id, label string, x, height float64, t Theme) scene.Group {
	grip := math.Min(height-8, 16)
	return scene.Group{
		ID: id, Label: label,
		Hit: scene.Rect{X: x - handleWidth/2, Y: 0, W: handleWidth, H: height},
		Items: []scene.Item{scene.Box{
			Rect:   scene.Rect{X: x - 2, Y: (height - grip) / 2, W: 4, H: grip},
			Radius: 2, Fill: t.Events[0],
		}},
	}
}

// density draws a column for every few pixels of a view in drawn time, as high as the logarithm of the
// number of events that start there.
func (l *Layout) density(whole axis.Viewport, height float64, t Theme) scene.Group {
	var numbers []int
	most := 1
	before := 0
	for x := 0.0; x < whole.Width; x += densityColumn {
		upTo, _ := slices.BinarySearch(l.starts, whole.At(x+densityColumn))
		numbers = append(numbers, upTo-before)
		most = max(most, upTo-before)
		before = upTo
	}
	g := scene.Group{ID: "density", Label: "Events over time"}
	room := height - 8
	for i, n := range numbers {
		if n == 0 {
			continue
		}
		h := math.Max(room*math.Log1p(float64(n))/math.Log1p(float64(max(most, 3))), 3)
		g.Items = append(g.Items, scene.Box{
			Rect: scene.Rect{X: float64(i) * densityColumn, Y: height - 2 - h, W: densityColumn - 1, H: h},
			Fill: faded(t.Events[0], 0.8),
		})
	}
	return g
}
