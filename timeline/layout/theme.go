package layout

import (
	"slices"

	"dateline/timeline/scene"
)

// Theme is the colours that a timeline is drawn in. Text meets WCAG AA against
// Background, marks meet the 3:1 asked of graphics, and the colours of events
// stay apart for colour-blind readers.
type Theme struct {
	Background scene.Color
	Ink        scene.Color   // titles
	Quiet      scene.Color   // dates, axis labels, counts
	Grid       scene.Color   // lines at ticks
	Border     scene.Color   // edges of strips and lanes
	Band       scene.Color   // ground of the axis and of lane headers
	Shade      scene.Color   // ground of folded marks and of eras
	Accent     scene.Color   // the selected event
	Events     []scene.Color // colours of lanes and events, the first for those without
}

// lightEvents are the colours of events on a bright ground.
var lightEvents = []scene.Color{
	hex(0x1F5FA8), hex(0x942A00), hex(0x057F6F), hex(0x85357E), hex(0x8E6C0B), hex(0x49525E),
}

// Light returns the theme for bright surroundings.
func Light() Theme {
	return Theme{
		Background: hex(0xFFFFFF),
		Ink:        hex(0x1B1F24),
		Quiet:      hex(0x57606A),
		Grid:       hex(0xEAEDF0),
		Border:     hex(0xD0D7DE),
		Band:       hex(0xF6F8FA),
		Shade:      hex(0xE6EDF5),
		Accent:     hex(0xB3400A),
		Events:     slices.Clone(lightEvents),
	}
}

// Dark returns the theme for dim surroundings.
func Dark() Theme {
	return Theme{
		Background: hex(0x14181D),
		Ink:        hex(0xE8ECF0),
		Quiet:      hex(0xA3ADB8),
		Grid:       hex(0x232A32),
		Border:     hex(0x39424D),
		Band:       hex(0x1B2027),
		Shade:      hex(0x263242),
		Accent:     hex(0xFFA366),
		Events: []scene.Color{
			hex(0x6CB0F5), hex(0xF79256), hex(0x72DBB9), hex(0xF4B8F5), hex(0xE5C048), hex(0xA9B4C2),
		},
	}
}

// Print returns the theme for paper: the light one on no ground at all.
func Print() Theme {
	t := Light()
	t.Background = hex(0xFFFFFF)
	t.Band = hex(0xFFFFFF)
	return t
}

// own returns the colour of an event that has one, "#rrggbb". Those that the light
// theme has for events are drawn in the theme's own shade, so that they can be
// seen on any ground.
func (t Theme) own(color string) (scene.Color, bool) {
	c, ok := parseColor(color)
	if !ok {
		return c, false
	}
	if i := slices.Index(lightEvents, c); i >= 0 {
		return t.Events[i], true
	}
	return c, true
}

// hex returns the opaque colour 0xRRGGBB.
func hex(rgb uint32) scene.Color {
	return scene.Color{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}

// faded returns c with its alpha multiplied by strength, 0 to 1.
func faded(c scene.Color, strength float64) scene.Color {
	c.A = uint8(float64(c.A)*min(max(strength, 0), 1) + 0.5)
	return c
}
