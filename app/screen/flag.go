package screen

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"dateline/parse/when"
)

// Flag is a date that stands on the timeline and can be dragged, which is reported
// as Moved and Dropped. The zero Flag is none.
type Flag struct {
	Group string // ID
	At    when.Instant
	Words string
}

// SetFlag shows a flag in place of the one before.
func (s *Screen) SetFlag(f Flag) {
	if f != s.flag {
		s.flag = f
		s.place()
	}
}

// banner is what shows a flag: words at the foot of the timeline under a stem, which
// grows to the top while the flag is held.
type banner struct {
	line *canvas.Rectangle
	box  *canvas.Rectangle
	text *canvas.Text
}

func newBanner() *banner {
	b := &banner{
		line: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent),
		text: canvas.NewText("", color.Black),
	}
	b.box.CornerRadius, b.box.StrokeWidth = 4, 1
	return b
}

func (b *banner) objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.line, b.box, b.text} }

func (b *banner) restyle(style Style) {
	b.line.FillColor, b.box.FillColor = style.Hover, style.Background
	b.box.StrokeColor, b.text.Color = style.Hover, style.Card
	b.text.TextSize = theme.CaptionTextSize()
	for _, o := range b.objects() {
		o.Refresh()
	}
}

// place puts the banner at x units from the left, unless it says nothing or would
// stand out of sight.
func (b *banner) place(words string, x float64, held bool, size fyne.Size) {
	const padX, padY, above, stem = 6, 3, 4, 14
	hidden := words == "" || x < 0 || x > float64(size.Width)
	for _, o := range b.objects() {
		if hidden {
			o.Hide()
			continue
		}
		o.Show()
	}
	if hidden {
		return
	}
	b.text.Text = words
	room := fyne.MeasureText(words, b.text.TextSize, b.text.TextStyle)
	box := room.AddWidthHeight(2*padX, 2*padY)
	left := max(min(float32(x)-box.Width/2, size.Width-box.Width), 0)
	top := size.Height - box.Height - above
	from := top - stem
	if held {
		from = 0
	}
	b.line.Move(fyne.NewPos(float32(x), from))
	b.line.Resize(fyne.NewSize(1, top-from))
	b.box.Move(fyne.NewPos(left, top))
	b.box.Resize(box)
	b.text.Move(fyne.NewPos(left+padX, top+padY))
	b.text.Resize(room)
	b.text.Refresh()
}

// holds reports whether the words of the banner stand at a place.
func (b *banner) holds(at fyne.Position) bool {
	from, size := b.box.Position(), b.box.Size()
	return b.box.Visible() && at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}
