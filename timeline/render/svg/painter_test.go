package svg

import (
	"strings"
	"testing"

	"dateline/timeline/scene"
)

func TestShapes(t *testing.T) {
	blue := scene.Color{B: 255, A: 255}
	box := scene.Rect{X: 10, Y: 20, W: 30, H: 8}
	tests := []struct {
		name string
		item scene.Item
		want string
	}{
		{"box", scene.Box{Rect: box, Fill: blue}, `<rect x="10" y="20" width="30" height="8" class="c" fill="#0000ff"/>`},
		{"round box", scene.Box{Rect: box, Fill: blue, Radius: 9}, `<rect x="10" y="20" width="30" height="8" rx="4" fill="#0000ff"/>`},
		{
			"the outline lies inside",
			scene.Box{Rect: box, Stroke: blue, Width: 2, Radius: 4},
			`<rect x="11" y="21" width="28" height="6" rx="3" fill="none" stroke="#0000ff" stroke-width="2"/>`,
		},
		{"soft box", scene.Box{Rect: box, Fill: blue, FadeLeft: 15}, `<linearGradient id="fade"><stop offset="0" stop-color="#0000ff" stop-opacity="0"/><stop offset="0.5"`},
		{"line", scene.Line{To: scene.Point{X: 5}, Stroke: blue, Width: 1}, `<line x1="0" y1="0" x2="5" y2="0" class="c" stroke="#0000ff"/>`},
		{"slanting line", scene.Line{To: scene.Point{X: 5, Y: 1}, Stroke: blue, Width: 1}, `<line x1="0" y1="0" x2="5" y2="1" stroke="#0000ff"/>`},
		{"dotted line", scene.Line{To: scene.Point{X: 5}, Stroke: blue, Width: 2, Dash: scene.Dotted}, ` stroke-dasharray="2 4"/>`},
		{"polygon", scene.Path{Points: []scene.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, Fill: blue}, `<polygon points="1,2 3,4" fill="#0000ff"/>`},
		{"polyline", scene.Path{Points: []scene.Point{{X: 1}}, Open: true, Stroke: blue, Width: 1}, `<polyline points="1,0" fill="none" stroke="#0000ff" stroke-linejoin="round"/>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := file(t, &scene.Scene{Width: 9, Height: 9, Items: []scene.Item{tt.item}}, nil, Options{})
			if !strings.Contains(got, tt.want) {
				t.Errorf("want %s in\n%s", tt.want, got)
			}
		})
	}
}

func TestWhatIsNotSeenIsNotWritten(t *testing.T) {
	for _, item := range []scene.Item{
		scene.Line{To: scene.Point{X: 5}, Stroke: scene.Color{A: 255}},
		scene.Line{To: scene.Point{X: 5}, Width: 1},
		scene.Path{Fill: scene.Color{A: 255}},
		scene.Text{Size: 9, Color: scene.Color{A: 255}},
	} {
		got := file(t, &scene.Scene{Width: 9, Height: 9, Items: []scene.Item{item}}, nil, Options{})
		if strings.Contains(got, "<line") || strings.Contains(got, "<poly") || strings.Contains(got, "<text") {
			t.Errorf("%#v was written:\n%s", item, got)
		}
	}
}

func TestLikeGradientsAreShared(t *testing.T) {
	s := &scene.Scene{Width: 9, Height: 9}
	for i := range 5 {
		s.Items = append(s.Items, scene.Box{Rect: scene.Rect{X: float64(i), W: 40, H: 8}, Fill: scene.Color{A: 255}, FadeRight: 10})
	}
	if n := strings.Count(file(t, s, nil, Options{}), "<linearGradient"); n != 1 {
		t.Errorf("%d gradients for five like boxes, want 1", n)
	}
}

func TestIDs(t *testing.T) {
	p := &painter{ids: map[string]int{}}
	for _, tt := range []struct{ wanted, got string }{
		{"event-e1", "event-e1"},
		{"event-e1", "event-e1_2"},
		{"event-e1", "event-e1_3"},
		{"event-e1_2", "event-e1_2_2"},
		{"7", "_7"},
		{"é <", "___"},
		{"-", "_-"},
	} {
		if got := p.id(tt.wanted); got != tt.got {
			t.Errorf("id(%q) = %q, want %q", tt.wanted, got, tt.got)
		}
	}
}
