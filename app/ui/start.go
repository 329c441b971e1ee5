package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// startPage is what the window shows while no article is open.
type startPage struct {
	root      fyne.CanvasObject
	send      func(state.Msg)
	recentBox *fyne.Container
	files     *fyne.Container
	frame     *canvas.Rectangle
	recent    []string
}

func newStartPage(icon fyne.Resource, open func(), send func(state.Msg)) *startPage {
	p := &startPage{send: send, files: container.New(tight{}), frame: canvas.NewRectangle(nil)}
	picture := canvas.NewImageFromResource(icon)
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSize(72, 72))
	name := widget.NewLabelWithStyle("Dateline", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	name.SizeName = theme.SizeNameHeadingText
	line := widget.NewLabelWithStyle(lang.L("Turns articles into timelines"), fyne.TextAlignCenter, fyne.TextStyle{})
	line.Importance = widget.LowImportance

	drop := widget.NewLabelWithStyle(lang.L("Drop articles here"), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	kinds := widget.NewLabelWithStyle(lang.L("text, Markdown or web pages, or a folder of them"), fyne.TextAlignCenter, fyne.TextStyle{})
	kinds.Importance = widget.LowImportance
	openFiles := widget.NewButtonWithIcon(lang.L("Open an article…"), theme.FolderOpenIcon(), open)
	openFiles.Importance = widget.HighImportance
	sample := widget.NewButton(lang.L("Try the sample"), func() { send(state.OpenSample{}) })
	p.frame.StrokeWidth, p.frame.CornerRadius = 1, 10
	zone := container.NewStack(p.frame, container.New(layout.NewCustomPaddedLayout(26, 26, 40, 40),
		container.NewVBox(container.New(tight{}, drop, kinds), spacer(6),
			container.NewHBox(layout.NewSpacer(), openFiles, sample, layout.NewSpacer())),
	))

	p.recentBox = container.New(tight{}, heading(lang.L("Opened before")), p.files)
	p.root = container.NewVScroll(container.NewCenter(container.NewVBox(
		spacer(20), picture, container.New(tight{}, name, line), spacer(10), zone, spacer(10), p.recentBox,
	)))
	return p
}

// sync brings the list of recent files up to date, and the colours.
func (p *startPage) sync(m state.Model) {
	p.frame.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	p.frame.FillColor = themed(colorPaper)
	show(p.recentBox, len(m.Recent) > 0)
	if slices.Equal(p.recent, m.Recent) {
		return
	}
	p.recent = m.Recent
	p.files.Objects = nil
	for _, path := range m.Recent {
		file := widget.NewButtonWithIcon(shortPath(path), theme.FileTextIcon(), func() {
			p.send(state.Open{Paths: []string{path}})
		})
		file.Alignment, file.Importance = widget.ButtonAlignLeading, widget.LowImportance
		p.files.Add(file)
	}
	p.root.Refresh()
}

// shortPath names a file and the folder that it is in.
func shortPath(path string) string {
	const longest = 60
	name := filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path))
	if runes := []rune(name); len(runes) > longest {
		return "…" + string(runes[len(runes)-longest:])
	}
	return name
}
