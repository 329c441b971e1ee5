package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
	"dateline/parse/when"
	lay "dateline/timeline/layout"
)

// formPanel changes an event: its title, its date, its colour, and a note.
type formPanel struct {
	root    fyne.CanvasObject
	send    func(state.Msg)
	title   *field
	date    *field
	meaning *widget.Label
	note    *field
	color   *widget.Select
	save    *widget.Button

	form state.Form
}

func newFormPanel(send func(state.Msg)) *formPanel {
	p := &formPanel{
		send: send, title: newField(), date: newField(), note: newField(),
		meaning: wrapped(style{importance: widget.LowImportance}),
	}
	p.color = widget.NewSelect(colorNames(), func(string) { p.typed() })
	p.note.MultiLine = true
	p.note.Wrapping = fyne.TextWrapWord
	p.note.SetMinRowsVisible(4)
	for _, f := range []*field{p.title, p.date, p.note} {
		f.OnChanged = func(string) { p.typed() }
		f.leave = func() { send(state.LeaveForm{}) }
		f.done = func() { send(state.SaveForm{}) }
	}
	p.title.OnSubmitted = func(string) { send(state.SaveForm{}) }
	p.date.OnSubmitted = p.title.OnSubmitted
	p.save = widget.NewButtonWithIcon(lang.L("Save"), theme.ConfirmIcon(), func() { send(state.SaveForm{}) })
	p.save.Importance = widget.HighImportance
	cancel := widget.NewButton(lang.L("Cancel"), func() { send(state.LeaveForm{}) })
	body := container.New(tight{lapped: 7},
		heading(lang.L("Title")), inset(p.title),
		heading(lang.L("Date")), inset(p.date), p.meaning,
		heading(lang.L("Colour")), inset(p.color),
		heading(lang.L("Your note")), inset(p.note),
	)
	p.root = container.NewBorder(
		panelHeader(lang.L("Edit the event"), send),
		container.NewPadded(container.NewHBox(p.save, cancel, layout.NewSpacer())),
		nil, nil, container.NewVScroll(body),
	)
	return p
}

// typed reports what stands in the entries, unless the model has just put it there.
func (p *formPanel) typed() {
	now := state.Typed{
		Title: p.title.Text, Date: p.date.Text, Note: p.note.Text, Color: colorOf(p.color.SelectedIndex()),
	}
	if now != p.form.Typed {
		p.send(state.Type{Typed: now})
	}
}

func (p *formPanel) sync(m state.Model) {
	before := p.form
	p.form = m.Form
	if m.Form.Event != before.Event {
		p.title.SetText(m.Form.Typed.Title)
		p.date.SetText(m.Form.Typed.Date)
		p.note.SetText(m.Form.Typed.Note)
		p.color.SetSelectedIndex(colorAt(m.Form.Typed.Color))
	}
	p.meaning.SetText(timeMeaning(m.Form))
	enable(p.save, m.Form.Complete())
}

func (p *formPanel) object() fyne.CanvasObject { return p.root }

// timeMeaning says how the typed date is read.
func timeMeaning(f state.Form) string {
	if len(f.When) == 0 {
		return lang.L("This is not read as a date yet. Write it as in “mid-March 2021”, “c. 1850”, “44 BC”, “3–7 May 1921”, or in EDTF.")
	}
	return lang.L("Read as {{.Date}}.", data{"Date": f.When.Words(when.Long)})
}

// colorNames are the names of the colours that an event can have, the theme's
// own first.
func colorNames() []string {
	return []string{
		lang.L("As the others"), lang.L("Blue"), lang.L("Red"), lang.L("Green"), lang.L("Purple"), lang.L("Ochre"), lang.L("Grey"),
	}
}

// colorOf returns the colour at a place of colorNames, as events keep it.
func colorOf(place int) string {
	colors := lay.Light().Events
	if place < 1 || place > len(colors) {
		return ""
	}
	c := colors[place-1]
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// colorAt returns the place of a colour in colorNames, 0 for one that has none.
func colorAt(color string) int {
	for i := range lay.Light().Events {
		if colorOf(i+1) == color {
			return i + 1
		}
	}
	return 0
}
