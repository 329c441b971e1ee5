package pdf

import (
	"strings"
	"testing"

	"dateline/timeline/scene"
)

func TestAppendString(t *testing.T) {
	tests := map[string]string{
		"":           "()",
		"plain":      "(plain)",
		`(a\b)`:      `(\(a\\b\))`,
		"é":          "<FEFF00E9>",
		"a\n":        "<FEFF0061000A>",
		"\U0001F600": "<FEFFD83DDE00>",
		"\xFF":       "<FEFFFFFD>",
	}
	for text, want := range tests {
		if got := string(appendString(nil, text)); got != want {
			t.Errorf("appendString(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestText(t *testing.T) {
	tests := []struct {
		name     string
		text     scene.Text
		want, no string
	}{
		{"letters", scene.Text{String: "no"}, "[<00010002>] TJ", "ActualText"},
		{"kerned", scene.Text{String: "AV"}, "[<0001>40<0002>] TJ", "ActualText"},
		{"spread", scene.Text{String: "no", Advance: 30}, "[<0001>-", "ActualText"},
		{"upright on a page that counts downwards", scene.Text{String: "n"}, "1 0 0 -1 5 20 Tm", "ActualText"},
		{"a missing character says what it is", scene.Text{String: "\uE123"}, "/Span <</ActualText <FEFFE123>>> BDC", "javascript"},
		{"clipped", scene.Text{String: "n", Clip: scene.Rect{X: 1, Y: 2, W: 3, H: 4}}, "q 1 2 3 4 re W n", "ActualText"},
		{"empty", scene.Text{}, "0.75 0 0", "TJ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.text.At, tt.text.Size, tt.text.Color = scene.Point{X: 5, Y: 20}, 12, scene.Color{A: 255}
			file := written(t, &scene.Scene{Width: 100, Height: 50, Items: []scene.Item{tt.text}}, Options{})
			holds(t, file, tt.want)
			if strings.Contains(unpacked(t, file), tt.no) {
				t.Errorf("there is %q", tt.no)
			}
		})
	}
}
