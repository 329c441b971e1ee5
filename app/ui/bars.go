package ui

import (
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
	"dateline/parse/when"
)

// noticeBar tells at the top of the window what went wrong, and what was done.
type noticeBar struct {
	root   *fyne.Container
	ground *canvas.Rectangle
	icon   *widget.Icon
	words  *widget.Label
	shown  []state.Notice
}

func newNoticeBar(send func(state.Msg)) *noticeBar {
	b := &noticeBar{ground: canvas.NewRectangle(nil), icon: widget.NewIcon(nil), words: wrapped(style{})}
	dismiss := widget.NewButtonWithIcon("", theme.CancelIcon(), func() { send(state.DismissNotices{}) })
	dismiss.Importance = widget.LowImportance
	b.root = container.NewStack(b.ground, container.NewBorder(nil, nil,
		container.NewPadded(b.icon), container.NewVBox(dismiss), b.words))
	b.root.Hide()
	return b
}

func (b *noticeBar) sync(m state.Model) {
	const most = 4
	b.ground.FillColor = themed(colorFocusSentence)
	if slices.Equal(m.Notices, b.shown) {
		return
	}
	b.shown = m.Notices
	var lines []string
	if more := len(m.Notices) - most; more > 0 {
		lines = append(lines, lang.N("{{.Count}} more before these:", more, counted(more)))
	}
	done := true
	for _, n := range m.Notices[max(len(m.Notices)-most, 0):] {
		lines = append(lines, say(n.Sentence))
		done = done && n.Done
	}
	b.icon.SetResource(theme.NewWarningThemedResource(theme.WarningIcon()))
	if done {
		b.icon.SetResource(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
	}
	b.words.SetText(strings.Join(lines, "\n"))
	show(b.root, len(m.Notices) > 0)
}

// statusBar says at the bottom of the window how much there is.
type statusBar struct {
	root   fyne.CanvasObject
	counts *widget.Label
	stop   *widget.Button // ends the reading of files
	date   *widget.Button
	tray   *widget.Button
}

func newStatusBar(send func(state.Msg)) *statusBar {
	b := &statusBar{counts: widget.NewLabel("")}
	b.counts.Truncation = fyne.TextTruncateEllipsis
	b.date = widget.NewButton("", func() { send(state.EditDate{}) })
	b.tray = widget.NewButton("", func() { send(state.ShowTray{}) })
	b.stop = widget.NewButtonWithIcon(lang.L("Stop reading"), theme.CancelIcon(), func() { send(state.StopLoading{}) })
	b.date.Importance, b.tray.Importance = widget.LowImportance, widget.LowImportance
	b.root = container.NewVBox(widget.NewSeparator(),
		container.NewBorder(nil, nil, nil, container.NewHBox(b.stop, b.date, b.tray), b.counts))
	return b
}

func (b *statusBar) sync(m state.Model) {
	b.counts.SetText(countWords(m))
	b.date.SetText(dateWords(m))
	show(b.stop, m.Reached.Files > 0)
	c := m.Counts()
	b.tray.SetText(lang.N("{{.Count}} date words without a place", c.Words-c.Placed, counted(c.Words-c.Placed)))
	show(b.date, c.Articles > 0)
	show(b.tray, c.Words > c.Placed)
}

// countWords says how much was found and how much of it is drawn.
func countWords(m state.Model) string {
	if m.Loading > 0 {
		words := lang.N("Reading {{.Count}} articles…", m.Loading, counted(m.Loading))
		if r := m.Reached; r.Files > 0 {
			words = lang.N("{{.Count}} files read: {{.Name}}", r.Files, data{"Count": thousands(r.Files), "Name": r.Name})
		}
		return words
	}
	c := m.Counts()
	if len(m.Articles) == 0 {
		return lang.L("No article is open")
	}
	words := lang.N("{{.Count}} events", c.Events, counted(c.Events))
	if d := m.Drawing; d.Folded > 0 {
		words += " " + lang.L("({{.Drawn}} drawn, {{.Folded}} folded)", data{"Drawn": thousands(d.Drawn), "Folded": thousands(d.Folded)})
	}
	words += " · " + lang.L("{{.Placed}} of {{.All}} date words placed", data{"Placed": thousands(c.Placed), "All": thousands(c.Words)})
	if c.Decided > 0 {
		words += " · " + lang.L("{{.Done}} of {{.All}} reviewed", data{"Done": thousands(c.Decided), "All": thousands(c.Found)})
	}
	if c.Articles > 1 {
		words += " · " + lang.N("{{.Count}} articles", c.Articles, counted(c.Articles))
	}
	return words
}

// dateWords names the date that relative words count from.
func dateWords(m state.Model) string {
	texts := m.Texts()
	if len(texts) != 1 {
		return lang.L("Articles' dates…")
	}
	a := texts[0]
	date := a.Anchor()
	if date.IsZero() {
		return lang.L("The article's date is not known…")
	}
	words := lang.L("Article of {{.Date}}", data{"Date": date.Words(when.Short)})
	if a.Date.IsZero() && a.Reading.Date.Inferred {
		words += " " + lang.L("(worked out)")
	}
	return words
}

// toolBar is the row of buttons at the top of the window.
type toolBar struct {
	root  fyne.CanvasObject
	title *widget.Label
	tools *fyne.Container
	theme *widget.Button
	dark  bool
}

func newToolBar(open, export func(), send func(state.Msg)) *toolBar {
	b := &toolBar{title: widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true})}
	b.title.Truncation = fyne.TextTruncateEllipsis
	button := func(words string, icon fyne.Resource, do func()) *widget.Button {
		made := widget.NewButtonWithIcon(words, icon, do)
		made.Importance = widget.LowImportance
		return made
	}
	b.tools = container.NewHBox(
		button(lang.L("Export…"), theme.DownloadIcon(), export),
		button("", theme.ZoomOutIcon(), func() { send(state.ZoomStep{Factor: 1 / zoomStep}) }),
		button("", theme.ZoomInIcon(), func() { send(state.ZoomStep{Factor: zoomStep}) }),
		button(lang.L("Fit all"), theme.ZoomFitIcon(), func() { send(state.Fit{}) }),
	)
	b.theme = button("", theme.ColorPaletteIcon(), func() {
		next := state.DarkTheme
		if b.dark {
			next = state.LightTheme
		}
		send(state.ChooseTheme{Theme: next})
	})
	b.root = container.NewVBox(
		container.NewBorder(nil, nil,
			button(lang.L("Open…"), theme.FolderOpenIcon(), open),
			container.New(layout.NewHBoxLayout(), b.tools, b.theme), b.title),
		widget.NewSeparator(),
	)
	return b
}

func (b *toolBar) sync(m state.Model, dark bool) {
	b.dark = dark
	b.title.SetText(m.Timeline.Title)
	show(b.tools, len(m.Articles) > 0)
}
