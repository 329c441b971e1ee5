package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours of our own, beside those of Fyne.
const (
	colorFocusSentence fyne.ThemeColorName = "dateline.focusSentence"
	colorPlacedWords   fyne.ThemeColorName = "dateline.placedWords"
	colorChosenWords   fyne.ThemeColorName = "dateline.chosenWords"
	colorPaper         fyne.ThemeColorName = "dateline.paper" // behind the timeline
	colorQuiet         fyne.ThemeColorName = "dateline.quiet" // text that steps back
)

// palette gives colours by name.
type palette map[fyne.ThemeColorName]color.NRGBA

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

// palettes holds the two themes. Text on its ground has a contrast of 4.5 or
// more, as WCAG 2 asks for (level AA).
var palettes = map[fyne.ThemeVariant]palette{
	theme.VariantLight: {
		theme.ColorNameBackground:          rgb(0xf6f8fa),
		theme.ColorNameForeground:          rgb(0x1b1f24),
		theme.ColorNamePrimary:             rgb(0x1f5fa8),
		theme.ColorNameHyperlink:           rgb(0x1f5fa8),
		theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		theme.ColorNameButton:              rgb(0xe6eaef),
		theme.ColorNameDisabled:            rgb(0x656d76),
		theme.ColorNameDisabledButton:      rgb(0xeef1f4),
		theme.ColorNameInputBackground:     rgb(0xffffff),
		theme.ColorNameInputBorder:         rgb(0xafb8c1),
		theme.ColorNamePlaceHolder:         rgb(0x656d76),
		theme.ColorNameHeaderBackground:    rgb(0xeef1f4),
		theme.ColorNameMenuBackground:      rgb(0xffffff),
		theme.ColorNameOverlayBackground:   rgb(0xffffff),
		theme.ColorNameSeparator:           rgb(0xd0d7de),
		theme.ColorNameHover:               rgba(0x000000, 0x12),
		theme.ColorNamePressed:             rgba(0x000000, 0x22),
		theme.ColorNameFocus:               rgba(0x1f5fa8, 0x55),
		theme.ColorNameSelection:           rgba(0x1f5fa8, 0x40),
		theme.ColorNameScrollBar:           rgba(0x000000, 0x66),
		theme.ColorNameError:               rgb(0xb3261e),
		theme.ColorNameWarning:             rgb(0x8a5300),
		theme.ColorNameSuccess:             rgb(0x2c6e38),
		theme.ColorNameShadow:              rgba(0x000000, 0x33),
		colorPaper:                         rgb(0xffffff),
		colorQuiet:                         rgb(0x57606a),
		colorFocusSentence:                 rgb(0xfff3d0),
		colorPlacedWords:                   rgba(0x1f5fa8, 0x1f),
		colorChosenWords:                   rgba(0x1f5fa8, 0x4d),
	},
	theme.VariantDark: {
		theme.ColorNameBackground:          rgb(0x1b2027),
		theme.ColorNameForeground:          rgb(0xe8ecf0),
		theme.ColorNamePrimary:             rgb(0x6cb0f5),
		theme.ColorNameHyperlink:           rgb(0x6cb0f5),
		theme.ColorNameForegroundOnPrimary: rgb(0x10161d),
		theme.ColorNameButton:              rgb(0x2d353f),
		theme.ColorNameDisabled:            rgb(0x98a2ad),
		theme.ColorNameDisabledButton:      rgb(0x232a32),
		theme.ColorNameInputBackground:     rgb(0x14181d),
		theme.ColorNameInputBorder:         rgb(0x4b5561),
		theme.ColorNamePlaceHolder:         rgb(0x98a2ad),
		theme.ColorNameHeaderBackground:    rgb(0x232a32),
		theme.ColorNameMenuBackground:      rgb(0x232a32),
		theme.ColorNameOverlayBackground:   rgb(0x232a32),
		theme.ColorNameSeparator:           rgb(0x39424d),
		theme.ColorNameHover:               rgba(0xffffff, 0x14),
		theme.ColorNamePressed:             rgba(0xffffff, 0x24),
		theme.ColorNameFocus:               rgba(0x6cb0f5, 0x66),
		theme.ColorNameSelection:           rgba(0x6cb0f5, 0x44),
		theme.ColorNameScrollBar:           rgba(0xffffff, 0x66),
		theme.ColorNameError:               rgb(0xff8a80),
		theme.ColorNameWarning:             rgb(0xf0b429),
		theme.ColorNameSuccess:             rgb(0x84c98f),
		theme.ColorNameShadow:              rgba(0x000000, 0x66),
		colorPaper:                         rgb(0x14181d),
		colorQuiet:                         rgb(0xa3adb8),
		colorFocusSentence:                 rgb(0x3d3722),
		colorPlacedWords:                   rgba(0x6cb0f5, 0x2e),
		colorChosenWords:                   rgba(0x6cb0f5, 0x66),
	},
}

// look is the theme of the window: Fyne's, with our colours. It may be fixed to
// one variant; otherwise it follows the desktop.
type look struct {
	fyne.Theme
	fixed   bool
	variant fyne.ThemeVariant
}

// Color implements fyne.Theme.
func (l look) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if l.fixed {
		v = l.variant
	}
	if c, ok := palettes[v][name]; ok {
		return c
	}
	return l.Theme.Color(name, v)
}

// Size implements fyne.Theme.
func (l look) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return l.Theme.Size(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameSubHeadingText: 19,
	theme.SizeNameCaptionText:    12,
}

var _ fyne.Theme = look{}

// themed returns one of our colours in the variant that shows.
func themed(name fyne.ThemeColorName) color.Color { return theme.Color(name) }
