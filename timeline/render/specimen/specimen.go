// Package specimen is a picture with one of everything, for the tests of the
// packages that write pictures.
package specimen

import (
	"fmt"

	"dateline/timeline/scene"
)

var (
	ink    = scene.Color{R: 0x22, G: 0x2B, B: 0x38, A: 255}
	pale   = scene.Color{R: 0x22, G: 0x2B, B: 0x38, A: 40}
	blue   = scene.Color{R: 0x2F, G: 0x6F, B: 0xD0, A: 255}
	glass  = scene.Color{R: 0x2F, G: 0x6F, B: 0xD0, A: 96}
	orange = scene.Color{R: 0xE0, G: 0x7A, B: 0x1F, A: 255}
	white  = scene.Color{R: 255, G: 255, B: 255, A: 255}
)

// Scene returns a picture of 640 × 300 units: every primitive in every style,
// and text in the scripts of the program's own fonts. The metrics may be nil;
// texts then have no measured width.
func Scene(m scene.Metrics) *scene.Scene {
	s := &scene.Scene{
		Width: 640, Height: 300, Background: white, Title: "Specimen <of> everything & more",
	}
	s.Items = []scene.Item{
		scene.Group{ID: "axis", Label: "Axis", Items: axis(m)},
		boxes(m),
		lines(),
		paths(),
		texts(m),
	}
	return s
}

func text(m scene.Metrics, x, y, size float64, bold bool, words string) scene.Text {
	t := scene.Text{At: scene.Point{X: x, Y: y}, String: words, Size: size, Bold: bold, Color: ink}
	if m != nil {
		t.Advance = m.Advance(words, size, bold)
	}
	return t
}

func axis(m scene.Metrics) []scene.Item {
	items := []scene.Item{
		scene.Line{From: scene.Point{X: 0, Y: 24}, To: scene.Point{X: 640, Y: 24}, Stroke: ink, Width: 1},
	}
	for i := range 8 {
		x := 20 + 80*float64(i)
		items = append(items,
			scene.Line{From: scene.Point{X: x, Y: 24}, To: scene.Point{X: x, Y: 300}, Stroke: pale, Width: 1},
			text(m, x+4, 17, 12, i%4 == 0, fmt.Sprint(1914+i)),
		)
	}
	return items
}

func boxes(m scene.Metrics) scene.Group {
	box := func(i float64, b scene.Box) scene.Box {
		b.Rect = scene.Rect{X: 20 + 100*i, Y: 40, W: 84, H: 22}
		return b
	}
	return scene.Group{
		ID: "event-boxes", Label: "Boxes", Desc: "Bars of \"every\" kind.", Link: "https://example.org/?a=1&b=2",
		Items: []scene.Item{
			box(0, scene.Box{Fill: blue}),
			box(1, scene.Box{Fill: blue, Radius: 4}),
			box(2, scene.Box{Fill: glass, Radius: 11, Stroke: blue, Width: 1}),
			box(3, scene.Box{Fill: orange, Radius: 4, FadeLeft: 30}),
			box(4, scene.Box{Fill: blue, Radius: 4, Stroke: ink, Width: 2, FadeLeft: 20, FadeRight: 40}),
			box(5, scene.Box{Stroke: orange, Width: 1.5, Radius: 6, Dash: scene.Dashed}),
			text(m, 24, 56, 12, false, "within"),
		},
		Hit: scene.Rect{X: 20, Y: 40, W: 600, H: 22},
	}
}

func lines() scene.Group {
	g := scene.Group{ID: "event-lines", Label: "Lines"}
	for i, d := range []scene.Dash{scene.Solid, scene.Dashed, scene.Dotted} {
		y := 80 + 14*float64(i)
		for j, width := range []float64{0.5, 1, 2, 3} {
			x := 20 + 100*float64(j)
			g.Items = append(g.Items,
				scene.Line{From: scene.Point{X: x, Y: y}, To: scene.Point{X: x + 80, Y: y}, Stroke: ink, Width: width, Dash: d},
				scene.Line{From: scene.Point{X: 420 + 24*float64(i) + 6*float64(j), Y: 74}, To: scene.Point{X: 420 + 24*float64(i) + 6*float64(j), Y: 116}, Stroke: blue, Width: width, Dash: d},
			)
		}
		g.Items = append(g.Items, scene.Line{
			From: scene.Point{X: 510, Y: 74 + 14*float64(i)}, To: scene.Point{X: 620, Y: 94 + 14*float64(i)},
			Stroke: orange, Width: 1.5, Dash: d,
		})
	}
	return g
}

func paths() scene.Group {
	diamond := func(x, y, r float64) []scene.Point {
		return []scene.Point{{X: x, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y + r}, {X: x - r, Y: y}}
	}
	disc := scene.Box{Rect: scene.Rect{X: 110, Y: 128, W: 12, H: 12}, Radius: 6, Fill: blue}
	return scene.Group{ID: "event-paths", Label: "Paths", Desc: "Marks.", Items: []scene.Item{
		scene.Path{Points: diamond(34, 134, 7), Fill: orange},
		scene.Path{Points: diamond(62, 134, 7), Fill: white, Stroke: blue, Width: 2},
		scene.Path{Points: diamond(90, 134, 7), Stroke: ink, Width: 1, Dash: scene.Dotted},
		disc,
		scene.Path{
			Points: []scene.Point{{X: 140, Y: 140}, {X: 180, Y: 128}, {X: 220, Y: 140}, {X: 260, Y: 128}},
			Open:   true, Stroke: blue, Width: 3,
		},
		scene.Path{
			Points: []scene.Point{{X: 290, Y: 128}, {X: 290, Y: 134}, {X: 390, Y: 134}, {X: 390, Y: 140}},
			Open:   true, Stroke: ink, Width: 1, Dash: scene.Dashed,
		},
		scene.Path{Points: []scene.Point{{X: 420, Y: 128}, {X: 520, Y: 134}, {X: 420, Y: 140}}, Fill: glass},
	}}
}

// Scripts returns a picture of 640 × 100 units with text that needs the system's
// fonts, and characters that no font has.
func Scripts(m scene.Metrics) *scene.Scene {
	return &scene.Scene{Width: 640, Height: 100, Background: white, Title: "Scripts", Items: []scene.Item{
		text(m, 20, 30, 13, false, "漢字 in a line: 桂林, 外交部长, かな, 한국어"),
		text(m, 20, 52, 13, true, "Right to left: שלום עולם and السلام عليكم"),
		text(m, 20, 74, 13, false, "देवनागरी, ภาษาไทย, and nothing for \U00012000 \uE123"),
	}}
}

func texts(m scene.Metrics) scene.Group {
	g := scene.Group{ID: "event-texts", Label: "Texts", Link: "javascript:alert(1)"}
	for i, words := range []string{
		"Twelve: AVATAR To. Typography, 1914–1918 — “quotes” & <marks> …",
		"Thirteen, bold: The treaty of Żółkiew, Őrség, Reykjavík, Đà Nẵng",
		"Кириллица: в марте 2021 года министры встретились в Гуйлине",
		"Ελληνικά: Η συνθήκη υπεγράφη τον Ιούλιο",
	} {
		g.Items = append(g.Items, text(m, 20, 170+22*float64(i), 12+float64(i%2), i%2 == 1, words))
	}
	clipped := text(m, 20, 270, 13, false, "This text is cut off where its box ends")
	clipped.Clip = scene.Rect{X: 20, Y: 250, W: 120, H: 40}
	light := text(m, 300, 270, 20, true, "Half-transparent")
	light.Color = glass
	g.Items = append(g.Items, clipped, light)
	return g
}
