package screen

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Spanned reports that the reader draws a band from one place to another with
// Shift and the pointer, and Done that the pointer was let go.
type Spanned struct {
	From, To float64 // From is not after To
	Done     bool
}

func (Spanned) event() {}

// dragBand draws the band to where the pointer is and reports it.
func (s *Screen) dragBand() {
	at := s.spanned()
	lanes := s.shown.Lanes
	s.tools.band.Move(fyne.NewPos(float32(at.From), float32(lanes.Y)))
	s.tools.band.Resize(fyne.NewSize(float32(at.To-at.From), float32(lanes.H)))
	s.tools.band.Show()
	s.report(at)
}

// dropBand takes the band away.
func (s *Screen) dropBand() {
	s.press.band = false
	s.tools.band.Hide()
	s.tools.card.hide()
	at := s.spanned()
	at.Done = true
	s.report(at)
}

// spanned returns the band that is drawn.
func (s *Screen) spanned() Spanned {
	from, to := float64(s.press.start.X), float64(s.press.at.X)
	return Spanned{From: min(from, to), To: max(from, to)}
}

// TellBand shows words beside the pointer while a band is drawn.
func (s *Screen) TellBand(words string) {
	if s.press.band {
		s.tools.card.show(words, s.press.at, s.Size())
	}
}

// faint returns a colour that lets what lies under it be read.
func faint(c color.Color) color.Color {
	if c == nil { // a style without colours
		return color.Transparent
	}
	r, g, b, _ := c.RGBA()
	return color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 30}
}
