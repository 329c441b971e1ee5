package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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
		lines = append(lines, fmt.Sprintf("%d more before these:", more))
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
	date   *widget.Button
	tray   *widget.Button
}

func newStatusBar(send func(state.Msg)) *statusBar {
	b := &statusBar{counts: widget.NewLabel("")}
	b.counts.Truncation = fyne.TextTruncateEllipsis
	b.date = widget.NewButton("", func() { send(state.EditDate{}) })
	b.tray = widget.NewButton("", func() { send(state.ShowTray{}) })
	b.date.Importance, b.tray.Importance = widget.LowImportance, widget.LowImportance
	b.root = container.NewVBox(widget.NewSeparator(),
		container.NewBorder(nil, nil, nil, container.NewHBox(b.date, b.tray), b.counts))
	return b
}

func (b *statusBar) sync(m state.Model) {
	b.counts.SetText(countWords(m))
	b.date.SetText(dateWords(m))
	c := m.Counts()
	b.tray.SetText(plural(c.Words-c.Placed, "date word without a place", "date words without a place"))
	show(b.date, c.Articles > 0)
	show(b.tray, c.Words > c.Placed)
}

// countWords says how much was found and how much of it is drawn.
func countWords(m state.Model) string {
	if m.Loading > 0 {
		return "Reading " + plural(m.Loading, "article", "articles") + "…"
	}
	c := m.Counts()
	if c.Articles == 0 {
		return "No article is open"
	}
	words := plural(c.Events, "event", "events")
	if d := m.Drawing; d.Folded > 0 {
		words += fmt.Sprintf(" (%d drawn, %d folded)", d.Drawn, d.Folded)
	}
	words += fmt.Sprintf(" · %d of %d date words placed", c.Placed, c.Words)
	if c.Articles > 1 {
		words += fmt.Sprintf(" · %d articles", c.Articles)
	}
	return words
}

// dateWords names the date that relative words count from.
func dateWords(m state.Model) string {
	if len(m.Articles) != 1 {
		return "Articles' dates…"
	}
	a := m.Articles[0]
	date := a.Date
	if date.IsZero() {
		date = a.Reading.Date.When
	}
	if date.IsZero() {
		return "The article's date is not known…"
	}
	words := "Article of " + date.Words(when.Short)
	if a.Date.IsZero() && a.Reading.Date.Inferred {
		words += " (worked out)"
	}
	return words
}

// plural counts things.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands writes n with a comma after every third digit.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
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
		button("Export…", theme.DownloadIcon(), export),
		button("", theme.ZoomOutIcon(), func() { send(state.ZoomStep{Factor: 1 / zoomStep}) }),
		button("", theme.ZoomInIcon(), func() { send(state.ZoomStep{Factor: zoomStep}) }),
		button("Fit all", theme.ZoomFitIcon(), func() { send(state.Fit{}) }),
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
			button("Open…", theme.FolderOpenIcon(), open),
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
