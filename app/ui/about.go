package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// showAbout tells which version this is, and the licences of what is built in.
func (w *Window) showAbout() {
	words := widget.NewLabel(lang.L("Dateline {{.Version}} turns articles into timelines.", data{"Version": w.Version}) + "\n" +
		lang.L("Your articles stay on this computer: the program never uses the network.") + "\n\n" +
		lang.L("Dateline has the MIT licence. What is built in keeps its own:"))
	words.Wrapping = fyne.TextWrapWord
	const columns = 80
	licences := widget.NewTextGridFromString(strings.Join(fold(w.Notices, columns), "\n"))
	licences.Scroll = fyne.ScrollVerticalOnly
	inset := container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), 0), licences)
	d := dialog.NewCustom(lang.L("About Dateline"), lang.L("Close"), container.NewBorder(words, nil, nil, nil, inset), w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.9, 800), size.Height*0.8))
	d.Show()
}

// showLog shows what the program noted, to be copied into a report of a fault.
func (w *Window) showLog() {
	path, content := w.Log()
	words := widget.NewLabel(lang.L("For reports of faults. It holds nothing of what your articles say, but names of files.") + "\n" + path)
	words.Wrapping = fyne.TextWrapWord
	noted := widget.NewTextGridFromString(content)
	noted.Scroll = fyne.ScrollBoth
	d := dialog.NewCustomWithoutButtons(lang.L("What the program noted"), container.NewBorder(words, nil, nil, nil, noted), w.win)
	d.SetButtons([]fyne.CanvasObject{
		widget.NewButton(lang.L("Copy"), func() { w.App.Clipboard().SetContent(content) }),
		widget.NewButton(lang.L("Close"), d.Hide),
	})
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.9, 800), size.Height*0.8))
	d.Show()
}

// fold returns the lines of s, those longer than so many characters broken
// between words.
func fold(s string, columns int) []string {
	var lines []string
	for line := range strings.Lines(s) {
		var held string
		for i, word := range strings.SplitAfter(strings.TrimRight(line, "\n"), " ") {
			if i > 0 && utf8.RuneCountInString(held)+utf8.RuneCountInString(strings.TrimRight(word, " ")) > columns {
				lines, held = append(lines, strings.TrimRight(held, " ")), ""
			}
			held += word
		}
		lines = append(lines, strings.TrimRight(held, " "))
	}
	return lines
}
