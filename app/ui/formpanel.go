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

// formPanel changes an event or adds one: its title, its date, its tags, its
// colour, its importance, and a note.
type formPanel struct {
	root    fyne.CanvasObject
	send    func(state.Msg)
	title   *field
	date    *field
	meaning *widget.Label
	note    *field
	tags    *field
	color   *widget.Select
	weight  *widget.Select
	save    *widget.Button
	edits   fyne.CanvasObject // the header for an event that there is
	adds    fyne.CanvasObject // the header for a new one

	form   state.Form
	filled bool // the entries have been filled once
}

func newFormPanel(send func(state.Msg)) *formPanel {
	p := &formPanel{
		send: send, title: newField(), date: newField(), note: newField(), tags: newField(),
		meaning: wrapped(style{importance: widget.LowImportance}),
	}
	p.color = widget.NewSelect(colorNames(), func(string) { p.typed() })
	p.weight = widget.NewSelect(weightNames(), func(string) { p.typed() })
	p.tags.SetPlaceHolder(lang.L("with commas between them"))
	p.date.SetPlaceHolder(lang.L("mid-March 2021"))
	p.note.MultiLine = true
	p.note.Wrapping = fyne.TextWrapWord
	p.note.SetMinRowsVisible(4)
	for _, f := range []*field{p.title, p.date, p.tags, p.note} {
		f.OnChanged = func(string) { p.typed() }
		f.leave = func() { send(state.LeaveForm{}) }
		f.done = func() { send(state.SaveForm{}) }
	}
	p.title.OnSubmitted = func(string) { send(state.SaveForm{}) }
	p.date.OnSubmitted, p.tags.OnSubmitted = p.title.OnSubmitted, p.title.OnSubmitted
	p.save = widget.NewButtonWithIcon(lang.L("Save"), theme.ConfirmIcon(), func() { send(state.SaveForm{}) })
	p.save.Importance = widget.HighImportance
	cancel := widget.NewButton(lang.L("Cancel"), func() { send(state.LeaveForm{}) })
	body := container.New(tight{lapped: 7},
		heading(lang.L("Title")), inset(p.title),
		heading(lang.L("Date")), inset(p.date), p.meaning,
		heading(lang.L("Tags")), inset(p.tags),
		container.NewGridWithColumns(2,
			container.New(tight{lapped: 7}, heading(lang.L("Colour")), inset(p.color)),
			container.New(tight{lapped: 7}, heading(lang.L("Importance")), inset(p.weight)),
		),
		heading(lang.L("Your note")), inset(p.note),
	)
	p.edits, p.adds = panelHeader(lang.L("Edit the event"), send), panelHeader(lang.L("Add an event"), send)
	p.root = container.NewBorder(
		container.NewStack(p.edits, p.adds),
		container.NewPadded(container.NewHBox(p.save, cancel, layout.NewSpacer())),
		nil, nil, container.NewVScroll(body),
	)
	return p
}

// typed reports what stands in the entries, unless the model has just put it there.
func (p *formPanel) typed() {
	now := state.Typed{
		Title: p.title.Text, Date: p.date.Text, Note: p.note.Text, Tags: p.tags.Text,
		Color: colorOf(p.color.SelectedIndex()), Weight: state.Weight(max(p.weight.SelectedIndex(), 0)),
	}
	if now != p.form.Typed {
		p.send(state.Type{Typed: now})
	}
}

func (p *formPanel) sync(m state.Model) {
	before := p.form
	p.form = m.Form
	if m.Form.Event != before.Event || m.Form.New != before.New || !p.filled {
		p.fill(m.Form.Typed)
		p.filled = true
	}
	show(p.adds, m.Form.New)
	show(p.edits, !m.Form.New)
	p.meaning.SetText(timeMeaning(m.Form))
	enable(p.save, m.Form.Complete())
}

// fill puts what a form begins with into the entries.
func (p *formPanel) fill(with state.Typed) {
	p.title.SetText(with.Title)
	p.date.SetText(with.Date)
	p.note.SetText(with.Note)
	p.tags.SetText(with.Tags)
	p.color.SetSelectedIndex(colorAt(with.Color))
	p.weight.SetSelectedIndex(int(with.Weight))
}

func (p *formPanel) object() fyne.CanvasObject { return p.root }

// timeMeaning says how the typed date is read.
func timeMeaning(f state.Form) string {
	if len(f.When) == 0 {
		return lang.L("This is not read as a date yet. Write it as in “mid-March 2021”, “c. 1850”, “44 BC”, “3–7 May 1921”, or in EDTF.")
	}
	return lang.L("Read as {{.Date}}.", data{"Date": f.When.Words(when.Long)})
}

// weightNames are the names of the weights that an event can have.
func weightNames() []string {
	return []string{
		state.AsFound: lang.L("As found"), state.Heavy: lang.L("High"), state.Medium: lang.L("Medium"), state.Light: lang.L("Low"),
	}
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
