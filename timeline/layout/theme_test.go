package layout

import (
	"maps"
	"math"
	"testing"

	"dateline/timeline/scene"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c scene.Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is the contrast ratio of WCAG 2.
func contrast(a, b scene.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

var themes = map[string]Theme{"light": Light(), "dark": Dark(), "print": Print()}

func TestTextIsReadable(t *testing.T) {
	const aa = 4.5
	for name, theme := range themes {
		for _, pair := range []struct {
			name         string
			text, ground scene.Color
		}{
			{"title", theme.Ink, theme.Background},
			{"date", theme.Quiet, theme.Background},
			{"axis", theme.Ink, theme.Band},
			{"tick", theme.Quiet, theme.Band},
			{"fold", theme.Ink, theme.Shade},
			{"fold's title", theme.Quiet, theme.Shade},
			{"selected", theme.Ink, mix(theme.Background, theme.Accent, 0.1)},
			{"selected date", theme.Quiet, mix(theme.Background, theme.Accent, 0.1)},
		} {
			if got := contrast(pair.text, pair.ground); got < aa {
				t.Errorf("%s: the contrast of a %s is %.2f, want at least %v", name, pair.name, got, aa)
			}
		}
		for i, c := range theme.Events {
			if got := contrast(c, theme.Background); got < aa {
				t.Errorf("%s: the contrast of colour %d is %.2f, want at least %v, since lane names are set in it", name, i, got, aa)
			}
		}
		if got := contrast(theme.Accent, theme.Background); got < 3 {
			t.Errorf("%s: the contrast of the accent is %.2f", name, got)
		}
		if got := contrast(mix(theme.Background, theme.Events[0], fillShares[light]), theme.Background); got < 1.6 {
			t.Errorf("%s: the contrast of a light mark is %.2f", name, got)
		}
	}
}

// deficiencies holds the matrices of Viénot, Brettel and Mollon (1999) and
// Machado et al. (2009) for linear RGB: how colours look to readers who lack one
// kind of cone.
var deficiencies = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab returns the CIE L*a*b* coordinates of linear RGB.
func lab(rgb [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124*rgb[0] + 0.3576*rgb[1] + 0.1805*rgb[2]) / 0.9505)
	y := f(0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2])
	z := f((0.0193*rgb[0] + 0.1192*rgb[1] + 0.9505*rgb[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func seenAs(c scene.Color, m [3][3]float64) [3]float64 {
	var linear, seen [3]float64
	for i, v := range []uint8{c.R, c.G, c.B} {
		linear[i] = math.Pow(float64(v)/255, 2.2)
	}
	for i := range seen {
		for j := range linear {
			seen[i] += m[i][j] * linear[j]
		}
		seen[i] = math.Min(math.Max(seen[i], 0), 1)
	}
	return lab(seen)
}

func TestColoursStayApartForColourBlindReaders(t *testing.T) {
	const apart = 10 // CIE76 difference; 2.3 is just noticeable
	all := map[string][3][3]float64{"full colour": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}
	maps.Copy(all, deficiencies)
	for theme, colors := range themes {
		for name, m := range all {
			for i, a := range colors.Events {
				for j := range i {
					p, q := seenAs(a, m), seenAs(colors.Events[j], m)
					d := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
					if d < apart {
						t.Errorf("%s theme, %s: colours %d and %d differ by %.1f, want %d", theme, name, j, i, d, apart)
					}
				}
			}
		}
	}
}

func TestOwnColor(t *testing.T) {
	blue := Light().Events[0]
	tests := []struct {
		theme Theme
		color string
		want  scene.Color
		ok    bool
	}{
		{Light(), "#1f5fa8", blue, true},
		{Dark(), "#1f5fa8", Dark().Events[0], true},
		{Dark(), "#123456", hex(0x123456), true},
		{Dark(), "", scene.Color{}, false},
		{Dark(), "blue", scene.Color{}, false},
	}
	for _, tt := range tests {
		if got, ok := tt.theme.own(tt.color); got != tt.want || ok != tt.ok {
			t.Errorf("%q is %v, %v; want %v, %v", tt.color, got, ok, tt.want, tt.ok)
		}
	}
}
