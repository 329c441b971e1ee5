package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
	"dateline/parse/when"
)

// searchPanel finds events and paragraphs as the reader types.
type searchPanel struct {
	root   fyne.CanvasObject
	send   func(state.Msg)
	typed  *field
	told   *widget.Label
	list   *widget.List
	model  state.Model
	found  state.Found
	picked int // index of the hit that Enter goes on from, or -1
}

func newSearchPanel(send func(state.Msg)) *searchPanel {
	p := &searchPanel{send: send, typed: newField(), told: wrapped(style{importance: widget.LowImportance}), picked: -1}
	p.typed.SetPlaceHolder(lang.L("Words in titles, sentences and articles"))
	p.typed.OnChanged = func(words string) { send(state.TypeSearch{Words: words}) }
	p.typed.OnSubmitted = func(string) { p.pick(p.picked + 1) }
	p.typed.leave = func() { send(state.ClosePanel{}) }
	p.list = widget.NewList(func() int { return len(p.found.Hits) }, newEntry, func(i widget.ListItemID, o fyne.CanvasObject) {
		setEntry(o, p.words(p.found.Hits[i]))
	})
	p.list.OnSelected = func(i widget.ListItemID) {
		p.picked = i
		p.send(state.PickHit{Hit: p.found.Hits[i]})
	}
	p.root = container.NewBorder(
		container.New(tight{lapped: 5}, panelHeader(lang.L("Search"), send), inset(p.typed), p.told),
		nil, nil, nil, p.list,
	)
	return p
}

// pick goes to a hit, after the last to the first.
func (p *searchPanel) pick(i int) {
	if len(p.found.Hits) > 0 {
		p.list.Unselect(p.picked)
		p.list.Select(i % len(p.found.Hits))
	}
}

func (p *searchPanel) object() fyne.CanvasObject { return p.root }

func (p *searchPanel) sync(m state.Model) {
	p.model = m
	if p.typed.Text != m.Search.Words {
		p.typed.SetText(m.Search.Words)
	}
	now := m.Search.Found
	if now.Words == p.found.Words && slices.Equal(now.Hits, p.found.Hits) {
		return
	}
	p.found, p.picked = now, -1
	p.told.SetText(foundWords(now))
	p.list.UnselectAll()
	p.list.Refresh()
	p.list.ScrollToTop()
}

// words are what the list says of a hit: its title, and its date or article.
func (p *searchPanel) words(h state.Hit) [2]string {
	if e, _, ok := p.model.Event(h.Event); ok {
		return [2]string{e.Title, e.When.Words(when.Short)}
	}
	if a, ok := p.model.Article(h.Article); ok {
		return [2]string{strings.Join(strings.Fields(a.Reading.Document.Slice(h.Span)), " "), a.Name()}
	}
	return [2]string{}
}

// foundWords says how much was found.
func foundWords(f state.Found) string {
	if strings.TrimSpace(f.Words) == "" {
		return lang.L("Enter goes from one hit to the next; the strip below the timeline shows where events were found.")
	}
	if len(f.Hits) == 0 {
		return lang.L("Nothing is found. Each word must occur, as it is typed or as the beginning of a longer one.")
	}
	words := lang.N("{{.Count}} hits", len(f.Hits), counted(len(f.Hits)))
	if f.More {
		words += " " + lang.L("and more")
	}
	return words
}
