package specimen

import (
	"fmt"

	"dateline/timeline/scene"
)

// Crowd returns a picture of n events in rows that do not overlap, in the given
// size: a mark or a bar, some with soft ends, and a title where there is room for
// one, in groups with a description and a link. The same arguments give the same
// picture.
func Crowd(m scene.Metrics, n int, width, height float64) *scene.Scene {
	s := &scene.Scene{Width: width, Height: height, Background: white, Title: "Crowd"}
	s.Items = append(s.Items, scene.Group{ID: "axis", Items: axis(m)})
	seed := uint32(1921)
	random := func() float64 {
		seed = seed*1664525 + 1013904223
		return float64(seed>>8) / (1 << 24)
	}
	rows := int((height - 60) / 22)
	slot := width / float64((n+rows-1)/rows)
	for i := range n {
		place := scene.Rect{X: slot * float64(i/rows), Y: 40 + 22*float64(i%rows), W: slot - 4, H: 18}
		words := titles[i%len(titles)] + " " + fmt.Sprint(i)
		s.Items = append(s.Items, scene.Group{
			ID: fmt.Sprintf("event-e%d", i), Label: words, Desc: "The " + words + " took place, as far as is known.",
			Link:  fmt.Sprintf("https://example.org/%d", i%50),
			Items: event(m, place, words, random(), i),
			Hit:   place,
		})
	}
	return s
}

// event draws event number i into its place, off its left edge by a share of the
// room that is left.
func event(m scene.Metrics, place scene.Rect, words string, share float64, i int) []scene.Item {
	label := text(m, 0, place.Y+13, 12, false, words)
	room := place.W - label.Advance - 10
	if room < 0 {
		return []scene.Item{scene.Box{
			Rect:   scene.Rect{X: place.X + share*(place.W-8), Y: place.Y + 5, W: 8, H: 8},
			Radius: 4, Fill: orange,
		}}
	}
	bar := place
	bar.X += share * room
	bar.W -= share * room
	label.At.X = bar.X + 5
	return []scene.Item{
		scene.Box{
			Rect: bar, Radius: 4, Fill: glass, Stroke: blue, Width: 1,
			FadeLeft: float64(i%3/2) * 16, FadeRight: float64(i%3) * 12,
		},
		label,
	}
}

var titles = []string{"Treaty signed", "Договор подписан", "Congrès de Évian", "Flood of the Elbe", "Съезд в Минске"}
