package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
	"dateline/parse/when"
)

// datePanel shows the date of an article with its reason, and changes it.
type datePanel struct {
	root    fyne.CanvasObject
	send    func(state.Msg)
	pick    *widget.Select // among several articles
	name    *widget.Label
	date    *widget.Label
	entry   *field
	meaning *widget.Label
	apply   *widget.Button
	others  *fyne.Container
	reset   *widget.Button

	article  state.Article
	typed    state.DateEntry
	articles []state.Article
}

func newDatePanel(send func(state.Msg)) *datePanel {
	p := &datePanel{
		send:    send,
		name:    wrapped(style{bold: true, size: theme.SizeNameSubHeadingText}),
		date:    wrapped(style{}),
		meaning: wrapped(style{importance: widget.LowImportance}),
		entry:   newField(),
		others:  container.NewVBox(),
	}
	p.pick = widget.NewSelect(nil, func(string) {
		if i := p.pick.SelectedIndex(); i >= 0 && p.articles[i].ID != p.article.ID {
			send(state.EditDate{Article: p.articles[i].ID})
		}
	})
	read := widget.NewButtonWithIcon(lang.L("Read the article"), theme.DocumentIcon(), func() {
		send(state.Browse{Article: p.article.ID})
	})
	p.entry.SetPlaceHolder(lang.L("March 22, 2021"))
	p.entry.OnChanged = func(words string) { send(state.TypeDate{Words: words}) }
	p.entry.leave = func() { send(state.ClosePanel{}) }
	p.entry.OnSubmitted = func(string) { p.set() }
	p.apply = widget.NewButton(lang.L("Set this date"), p.set)
	p.apply.Importance = widget.HighImportance
	p.reset = widget.NewButton(lang.L("Use the date from the article"), func() { send(state.SetDate{Article: p.article.ID}) })
	p.root = container.NewVScroll(container.New(tight{lapped: 7},
		panelHeader(lang.L("The article's date"), send),
		inset(p.pick), p.name, p.date, inset(container.NewHBox(read)),
		heading(lang.L("Another date")),
		inset(p.entry), p.meaning,
		inset(container.NewHBox(p.apply)),
		inset(p.others),
		inset(container.NewHBox(p.reset)),
	))
	return p
}

// set applies the typed date, if it is one.
func (p *datePanel) set() {
	if !p.typed.When.IsZero() {
		p.send(state.SetDate{Article: p.article.ID, Date: p.typed.When})
	}
}

// sync brings the panel up to date with the article and what is typed.
func (p *datePanel) sync(m state.Model) {
	a, ok := m.Article(m.Entry.Article)
	if !ok || m.Panel != state.DatePanel || a == p.article && m.Entry == p.typed && slices.Equal(m.Texts(), p.articles) {
		return
	}
	p.article, p.typed = a, m.Entry
	p.syncPick(m)
	p.name.SetText(a.Name())
	p.date.SetText(dateLine(a))
	if p.entry.Text != m.Entry.Words {
		p.entry.SetText(m.Entry.Words)
	}
	p.meaning.SetText(meaning(m.Entry))
	enable(p.apply, !m.Entry.When.IsZero())
	show(p.reset, !a.Date.IsZero())
	p.others.Objects = nil
	for _, other := range a.Others() {
		p.others.Add(container.NewHBox(widget.NewButton(lang.L("Use {{.Date}}", data{"Date": other.Words(when.Long)}), func() {
			p.send(state.SetDate{Article: a.ID, Date: other})
		})))
	}
	p.root.Refresh()
}

// syncPick offers the articles to choose from, if there are several.
func (p *datePanel) syncPick(m state.Model) {
	p.articles = m.Texts()
	names := make([]string, len(p.articles))
	for i, a := range p.articles {
		names[i] = fmt.Sprintf("%d. %s", i+1, a.Name())
	}
	p.pick.SetOptions(names)
	p.pick.SetSelectedIndex(slices.Index(p.articles, p.article))
	show(p.pick, len(names) > 1)
	show(p.name, len(names) == 1)
}

// meaning says how the typed words are read.
func meaning(e state.DateEntry) string {
	switch {
	case e.Words == "":
		return lang.L("Type a day, a month or a year. Words like “last Friday” are counted from this date.")
	case e.When.IsZero():
		return lang.L("This is not read as a date yet.")
	}
	return lang.L("Read as {{.Date}}.", data{"Date": e.When.Words(when.Long)})
}

// enable lets o be used, or not.
func enable(o fyne.Disableable, possible bool) {
	if possible {
		o.Enable()
		return
	}
	o.Disable()
}
