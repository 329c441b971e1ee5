package ui

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// style says how a label is set. The zero style is that of ordinary text.
type style struct {
	bold       bool
	importance widget.Importance
	size       fyne.ThemeSizeName
}

// wrapped makes an empty label that breaks its lines between words and lets its
// text be copied.
func wrapped(s style) *widget.Label {
	l := widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: s.bold})
	l.Importance, l.SizeName = s.importance, s.size
	l.Wrapping = fyne.TextWrapWord
	l.Selectable = true
	return l
}

// field is an entry that is left with Escape, and done with the command key and
// Enter.
type field struct {
	widget.Entry
	leave, done func()
}

func newField() *field {
	f := &field{leave: func() {}, done: func() {}}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		f.leave()
		return
	}
	f.Entry.TypedKey(ev)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && (custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) {
		f.done()
		return
	}
	f.Entry.TypedShortcut(s)
}

// heading is a small title over a part of a panel.
func heading(words string) fyne.CanvasObject {
	l := widget.NewLabelWithStyle(words, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.Importance = widget.LowImportance
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// panelHeader is the first line of a panel: its name and the way out.
func panelHeader(name string, send func(state.Msg)) fyne.CanvasObject {
	title := widget.NewLabelWithStyle(name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	leave := widget.NewButtonWithIcon("", theme.CancelIcon(), func() { send(state.ClosePanel{}) })
	leave.Importance = widget.LowImportance
	return container.NewVBox(container.NewHBox(title, layout.NewSpacer(), leave), widget.NewSeparator())
}

// inset gives content the same edges as the text of a label.
func inset(content fyne.CanvasObject) fyne.CanvasObject {
	pad := theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), content)
}

// tight stacks objects at their own heights without gaps between them. Labels
// bring padding of their own; lapped is how much of it overlaps.
type tight struct{ lapped float32 }

// Layout implements fyne.Layout. Widths are set first, since the height of
// flowing text depends on them.
func (t tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height - t.lapped
	}
}

// MinSize implements fyne.Layout.
func (t tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height - t.lapped
		}
	}
	size.Height += t.lapped
	return size
}

// newEntry makes an entry of a list: a title and a small line below.
func newEntry() fyne.CanvasObject {
	title := widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.Truncation = fyne.TextTruncateEllipsis
	below := widget.NewLabel("")
	below.SizeName, below.Importance = theme.SizeNameCaptionText, widget.LowImportance
	below.Truncation = fyne.TextTruncateEllipsis
	return container.New(tight{lapped: 9}, title, below)
}

// setEntry fills in an entry.
func setEntry(entry fyne.CanvasObject, lines [2]string) {
	for i, words := range lines {
		if label, ok := entry.(*fyne.Container).Objects[i].(*widget.Label); ok {
			label.SetText(words)
		}
	}
}

// show shows or hides o.
func show(o fyne.CanvasObject, visible bool) {
	if visible == o.Visible() {
		return
	}
	if visible {
		o.Show()
		return
	}
	o.Hide()
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
