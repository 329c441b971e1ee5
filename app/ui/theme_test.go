package ui

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// over paints c on ground.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8((int(a)*int(c.A) + int(b)*(255-int(c.A))) / 255)
	}
	return color.NRGBA{R: mix(c.R, ground.R), G: mix(c.G, ground.G), B: mix(c.B, ground.B), A: 255}
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast holds text against every ground that it stands on to WCAG AA.
func TestContrast(t *testing.T) {
	pairs := []struct{ text, ground fyne.ThemeColorName }{
		{theme.ColorNameForeground, theme.ColorNameBackground},
		{theme.ColorNameForeground, theme.ColorNameButton},
		{theme.ColorNameForeground, theme.ColorNameInputBackground},
		{theme.ColorNameForeground, theme.ColorNameMenuBackground},
		{theme.ColorNameForeground, theme.ColorNameOverlayBackground},
		{theme.ColorNameForeground, colorFocusSentence},
		{theme.ColorNameForeground, colorPlacedWords},
		{theme.ColorNameForeground, colorChosenWords},
		{theme.ColorNameForeground, colorPaper},
		{theme.ColorNamePrimary, theme.ColorNameBackground},
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
		{theme.ColorNameDisabled, theme.ColorNameBackground},
		{theme.ColorNameDisabled, colorPaper},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
		{theme.ColorNameError, theme.ColorNameBackground},
		{theme.ColorNameWarning, colorFocusSentence},
		{theme.ColorNameSuccess, colorFocusSentence},
		{colorQuiet, colorPaper},
		{colorPaper, theme.ColorNameForeground},
	}
	for variant, colors := range palettes {
		for _, p := range pairs {
			ground := over(colors[p.ground], colors[theme.ColorNameBackground])
			if got := contrast(colors[p.text], ground); got < 4.5 {
				t.Errorf("variant %v: %s on %s has a contrast of %.2f, want 4.5", variant, p.text, p.ground, got)
			}
		}
	}
}

func TestPalettesAreComplete(t *testing.T) {
	for name := range palettes[theme.VariantLight] {
		if _, ok := palettes[theme.VariantDark][name]; !ok {
			t.Errorf("the dark palette lacks %s", name)
		}
	}
	if len(palettes[theme.VariantLight]) != len(palettes[theme.VariantDark]) {
		t.Error("the palettes are of different sizes")
	}
}
