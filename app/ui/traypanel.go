package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
)

// trayPanel lists the date words that have no place on the calendar.
type trayPanel struct {
	root    fyne.CanvasObject
	explain *widget.Label
	list    *widget.List

	articles []state.Article
	rows     []trayRow
}

// trayRow is one entry of the tray.
type trayRow struct {
	words   state.Words
	said    string // the date words
	context string // where they stand, and why they have no place
}

func newTrayPanel(send func(state.Msg)) *trayPanel {
	p := &trayPanel{explain: wrapped(style{importance: widget.LowImportance})}
	p.list = widget.NewList(func() int { return len(p.rows) }, newEntry, func(i widget.ListItemID, o fyne.CanvasObject) {
		setEntry(o, [2]string{p.rows[i].said, p.rows[i].context})
	})
	p.list.OnSelected = func(i widget.ListItemID) {
		p.list.Unselect(i)
		send(state.PickWords{Words: p.rows[i].words})
	}
	p.root = container.NewBorder(
		container.New(tight{}, panelHeader(lang.L("Date words without a place"), send), p.explain),
		nil, nil, nil, p.list,
	)
	return p
}

// sync brings the tray up to date with the articles.
func (p *trayPanel) sync(m state.Model) {
	if slices.Equal(m.Articles, p.articles) {
		return
	}
	p.articles = m.Articles
	p.rows = nil
	for _, w := range m.Unplaced() {
		a, _ := m.Article(w.Article)
		mention := a.Reading.Mentions[w.Mention]
		p.rows = append(p.rows, trayRow{
			words:   w,
			said:    "“" + a.Reading.Document.Slice(mention.Span) + "”",
			context: placeless(m.WhyUnplaced(w)) + " · " + a.Name(),
		})
	}
	p.explain.SetText(trayWords(len(p.rows)))
	p.list.Refresh()
}

func trayWords(n int) string {
	if n == 0 {
		return lang.L("Every date word that was found has its place on the timeline or the calendar.")
	}
	return lang.N("{{.Count}} expressions speak of time but name no day or stretch of the calendar. Click one to read it in its sentence.", n, counted(n))
}

// placeless says why date words have no place.
func placeless(why state.Placeless) string {
	return [...]string{
		state.Length:    lang.L("a length of time"),
		state.Repeated:  lang.L("something repeated"),
		state.Needy:     lang.L("needs the article's date"),
		state.Uncertain: lang.L("names no certain time"),
	}[why]
}
