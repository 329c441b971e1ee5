package screen

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// card is the small box beside the pointer that names what is under it.
type card struct {
	box  *canvas.Rectangle
	text *canvas.Text
}

func newCard() *card {
	c := &card{box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	c.box.CornerRadius = 4
	c.hide()
	return c
}

func (c *card) objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.box, c.text} }

func (c *card) restyle(style Style) {
	c.box.FillColor, c.text.Color = style.Card, style.CardText
	c.text.TextSize = theme.CaptionTextSize() + 1
	c.box.Refresh()
	c.text.Refresh()
}

func (c *card) hide() {
	c.box.Hide()
	c.text.Hide()
}

// show puts the card with the given words below and right of at, or on the other
// side where it would leave the bounds.
func (c *card) show(words string, at fyne.Position, bounds fyne.Size) {
	const padX, padY, away = 8, 5, 14
	if words == "" {
		c.hide()
		return
	}
	c.text.Text = shorten(words, func(s string) bool {
		return fyne.MeasureText(s, c.text.TextSize, c.text.TextStyle).Width <= bounds.Width-2*padX
	})
	size := fyne.MeasureText(c.text.Text, c.text.TextSize, c.text.TextStyle)
	box := size.AddWidthHeight(2*padX, 2*padY)
	pos := at.AddXY(away, away)
	pos.X = max(min(pos.X, bounds.Width-box.Width), 0)
	if pos.Y+box.Height > bounds.Height {
		pos.Y = max(at.Y-away-box.Height, 0)
	}
	c.box.Resize(box)
	c.box.Move(pos)
	c.text.Move(pos.AddXY(padX, padY))
	c.text.Resize(size)
	c.text.Refresh()
	c.box.Show()
	c.text.Show()
}

// shorten returns s, or its longest beginning with an ellipsis that fits.
func shorten(s string, fits func(string) bool) string {
	if fits(s) {
		return s
	}
	runes := []rune(s)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fits(string(runes[:mid]) + "…") {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return string(runes[:lo]) + "…"
}
