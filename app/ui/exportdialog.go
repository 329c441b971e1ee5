package ui

import (
	"image"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// Output is a format that the timeline can be written in.
type Output struct {
	ID        string
	Name      string // empty for pictures, which the window names
	Extension string // with the dot
	Drawn     bool   // it is a picture
	Sheets    bool   // it can have several sheets
}

// Preview shows what a file will be.
type Preview struct {
	Image   image.Image // nil for what is no picture
	Text    string      // the beginning of a file that is text
	Lost    string      // what the format will not hold; empty for nothing
	Problem string      // why nothing can be written
}

// Previewer makes the preview of what would be written, no larger than a size in
// device pixels. It returns at once and calls done on Fyne's thread.
type Previewer func(w state.Write, width, height int, done func(Preview))

// The size that a preview has, in units.
const (
	previewWidth  = 460
	previewHeight = 380
)

// exportDialog asks how the timeline is to be written, and shows it.
type exportDialog struct {
	w       *Window
	output  *widget.Select
	part    *widget.RadioGroup
	paper   *widget.Select
	columns *widget.Select
	rows    *widget.Select
	colors  *widget.Select
	legend  *widget.Check
	clear   *widget.Check
	path    *field
	drawn   *fyne.Container // what is asked for pictures alone
	sheets  *fyne.Container

	picture *canvas.Image
	text    *widget.Label
	lost    *widget.Label
	asked   state.Print // of the latest preview
}

// chooseExport asks for a format and a file name. Fyne's own dialog for saving
// makes the file at once and adds no extension, so the name is asked for here.
func (w *Window) chooseExport() {
	if len(w.model.Timeline.Events) == 0 {
		w.Send(state.Export{})
		return
	}
	e := newExportDialog(w)
	w.ask(lang.L("Export the timeline"), lang.L("Export"), e.content(), e.path, func() {
		w.Send(state.Export{Path: e.path.Text, Print: e.print()})
	})
}

func newExportDialog(w *Window) *exportDialog {
	e := &exportDialog{w: w, path: newField()}
	choice := func(names []string) *widget.Select {
		s := widget.NewSelect(names, func(string) { e.changed() })
		return s
	}
	var names, numbers []string
	for _, o := range w.Outputs {
		names = append(names, outputName(o))
	}
	for n := 1; n <= 8; n++ {
		numbers = append(numbers, thousands(n))
	}
	e.output = choice(names)
	e.paper = choice(append([]string{lang.L("As high as the events need")}, paperNames(w.Papers)...))
	e.columns, e.rows = choice(numbers), choice(numbers)
	e.colors = choice([]string{lang.L("Light"), lang.L("Dark"), lang.L("For paper")})
	e.part = widget.NewRadioGroup([]string{lang.L("The whole timeline"), lang.L("Only what is in sight")}, func(string) { e.changed() })
	e.part.Required = true
	e.legend = widget.NewCheck(lang.L("Explain the marks"), func(bool) { e.changed() })
	e.clear = widget.NewCheck(lang.L("Transparent ground"), func(bool) { e.changed() })
	e.picture = canvas.NewImageFromImage(nil)
	e.picture.FillMode = canvas.ImageFillContain
	e.text = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Monospace: true})
	e.text.SizeName = theme.SizeNameCaptionText
	e.lost = wrapped(style{importance: widget.WarningImportance})
	e.path.SetText(w.exportPath())
	for _, s := range []*widget.Select{e.columns, e.rows, e.paper, e.colors} {
		s.SetSelectedIndex(0)
	}
	e.part.SetSelected(e.part.Options[0])
	e.legend.SetChecked(true)
	e.output.SetSelectedIndex(0)
	return e
}

// content returns the form with the preview beside it.
func (e *exportDialog) content() fyne.CanvasObject {
	e.sheets = container.NewVBox(heading(lang.L("Sheets across and down")), container.NewGridWithColumns(2, e.columns, e.rows))
	e.drawn = container.NewVBox(
		heading(lang.L("Size")), e.paper, e.sheets,
		heading(lang.L("Colours")), e.colors,
		container.NewHBox(e.legend, e.clear),
	)
	form := container.NewVBox(
		heading(lang.L("Format")), e.output,
		heading(lang.L("What is written")), e.part,
		e.drawn, layout.NewSpacer(),
		heading(lang.L("File")), e.w.withFolder(e.path),
	)
	frame := canvas.NewRectangle(nil)
	frame.StrokeColor, frame.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	space := canvas.NewRectangle(nil)
	space.SetMinSize(fyne.NewSize(previewWidth, previewHeight))
	shown := container.NewStack(space, frame, container.NewPadded(e.picture), container.NewScroll(e.text))
	e.changed()
	return container.NewBorder(nil, nil, form, nil, container.NewBorder(nil, e.lost, nil, nil, container.NewPadded(shown)))
}

// print returns what is chosen.
func (e *exportDialog) print() state.Print {
	o := e.chosen()
	p := state.Print{
		Format:  o.ID,
		Visible: e.part.Selected == e.part.Options[1],
		Theme:   []string{"light", "dark", "print"}[max(e.colors.SelectedIndex(), 0)],
	}
	if !o.Drawn {
		return p
	}
	p.NoLegend, p.Transparent = !e.legend.Checked, e.clear.Checked
	if i := e.paper.SelectedIndex(); i > 0 {
		p.Paper = e.w.Papers[i-1]
	}
	if o.Sheets && p.Paper != "" {
		p.Columns, p.Rows = e.columns.SelectedIndex()+1, e.rows.SelectedIndex()+1
	}
	return p
}

func (e *exportDialog) chosen() Output { return e.w.Outputs[max(e.output.SelectedIndex(), 0)] }

// changed brings the dialog up to date with what has been chosen.
func (e *exportDialog) changed() {
	if e.drawn == nil {
		return // not yet put together
	}
	o, p := e.chosen(), e.print()
	show(e.drawn, o.Drawn)
	show(e.sheets, o.Sheets && p.Paper != "")
	if name := withExtension(e.path.Text, o.Extension); name != e.path.Text {
		e.path.SetText(name)
	}
	if p == e.asked {
		return
	}
	e.asked = p
	scale := e.w.win.Canvas().Scale()
	e.w.Preview(e.w.model.Writing(state.Export{Print: p}), int(previewWidth*scale), int(previewHeight*scale), func(v Preview) {
		if p == e.asked {
			e.show(v)
		}
	})
}

// show brings up a preview.
func (e *exportDialog) show(v Preview) {
	e.picture.Image = v.Image
	e.picture.Refresh()
	show(e.picture, v.Image != nil)
	e.text.SetText(v.Text)
	if v.Image == nil && v.Text == "" {
		e.text.SetText(lang.L("There is no preview of this format."))
	}
	words := v.Problem
	if words == "" {
		words = v.Lost
	}
	e.lost.SetText(strings.SplitN(words, "\n", 2)[0])
	show(e.lost, words != "")
}

// outputName names an output for the reader.
func outputName(o Output) string {
	switch {
	case o.Name != "":
		return o.Name
	case o.Extension == ".png":
		return lang.L("PNG – a picture for documents and the web")
	case o.Extension == ".svg":
		return lang.L("SVG – a drawing that stays sharp at any size")
	case o.Extension == ".pdf":
		return lang.L("PDF – for printing, with text that can be searched")
	}
	return lang.L("HTML – a page that moves and zooms in any browser")
}

// paperNames names sizes of paper for the reader.
func paperNames(papers []string) []string {
	var names []string
	for _, p := range papers {
		size, turned, _ := strings.Cut(p, "-")
		size = strings.ToUpper(size[:1]) + size[1:]
		switch {
		case turned == "landscape":
			size = lang.L("{{.Paper}}, landscape", data{"Paper": size})
		case size == "Slide":
			size = lang.L("Slide, 16:9")
		case size == "Story":
			size = lang.L("Phone, 1080 × 1920")
		}
		names = append(names, size)
	}
	return names
}

// exportPath proposes where to export to: beside the first article, under its
// name.
func (w *Window) exportPath() string {
	i := slices.IndexFunc(w.model.Articles, func(a state.Article) bool { return a.Reading.Document.Path != "" })
	if i < 0 {
		return withExtension(w.workName(), ".png")
	}
	source := w.model.Articles[i].Reading.Document
	return filepath.Join(filepath.Dir(source.Path), withExtension(source.Name, ".png"))
}
