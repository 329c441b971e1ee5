package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
	"dateline/parse/text"
	"dateline/parse/when"
)

// articlePanel shows the text of an article with all its date words marked.
type articlePanel struct {
	root   fyne.CanvasObject
	name   *widget.Label
	date   *widget.Label
	back   *widget.Button
	text   *passage
	scroll *container.Scroll

	shown  state.Reader
	doc    *text.Document
	reread state.Article
	chosen string
}

func newArticlePanel(send func(state.Msg)) *articlePanel {
	p := &articlePanel{
		name: wrapped(style{bold: true, size: theme.SizeNameSubHeadingText}),
		date: wrapped(style{importance: widget.LowImportance}),
	}
	p.text = newPassage(func(i int) { send(state.PickWords{Words: state.Words{Article: p.shown.Article, Mention: i}}) })
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 24, 14, 18), p.text))
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.back = widget.NewButtonWithIcon(lang.L("Event"), theme.NavigateBackIcon(), func() { send(state.Back{}) })
	change := widget.NewButton(lang.L("Change the date…"), func() { send(state.EditDate{Article: p.shown.Article}) })
	legend := wrapped(style{importance: widget.LowImportance, size: theme.SizeNameCaptionText})
	legend.SetText(lang.L("Date words: underlined once, new; twice, kept; struck out, dismissed; broken line, no place."))
	head := container.New(tight{lapped: 7},
		panelHeader(lang.L("Article"), send), spacer(7),
		p.name, p.date,
		inset(container.NewHBox(p.back, change)), legend,
		spacer(7),
		widget.NewSeparator(),
	)
	p.root = container.New(&onResize{then: p.look}, container.NewBorder(head, nil, nil, nil, p.scroll))
	return p
}

// look tells the passage what part of it the scroll shows.
func (p *articlePanel) look() {
	const beyond = 200
	top := p.scroll.Offset.Y
	p.text.see(top-beyond, top+p.scroll.Size().Height+beyond)
}

// sync brings the panel up to date with the open article and the selection.
func (p *articlePanel) sync(m state.Model) {
	a, ok := m.Article(m.Reader.Article)
	if !ok || m.Panel != state.ArticlePanel {
		return
	}
	same := m.Reader == p.shown && a == p.reread && m.Selected == p.chosen
	if same {
		return
	}
	turn := m.Reader != p.shown
	doc := a.Reading.Document
	if doc != p.doc {
		p.text.set(doc.Text, articleParagraphs(doc))
	}
	p.shown, p.reread, p.doc, p.chosen = m.Reader, a, doc, m.Selected
	p.name.SetText(a.Name())
	p.date.SetText(dateLine(a))
	draft, selected := m.Draft(m.Selected)
	show(p.back, selected)
	p.text.highlight(p.marks(a, draft.TimeWords, selected), m.Reader.Focus)
	p.root.Refresh()
	if turn {
		p.scrollTo(m.Reader.Focus.Start)
	}
}

// decidedMarks mark date words by what the reader decided about their event.
var decidedMarks = [...]markKind{
	state.Undecided: placedMark, state.Kept: keptMark, state.Dismissed: dismissedMark,
}

// marks returns the marks of all date words of an article, in the order of its
// mentions. Those of the selected event and those that were clicked stand out.
func (p *articlePanel) marks(a state.Article, words []text.Span, selected bool) []mark {
	marks := make([]mark, len(a.Reading.Mentions))
	decided := a.DecidedWords()
	for i, mention := range a.Reading.Mentions {
		marks[i] = mark{mention.Span, decidedMarks[decided[i]]}
		if len(mention.When) == 0 {
			marks[i].kind = unplacedMark
		}
		if i == p.shown.Mention {
			marks[i].kind = chosenMark
		}
		for _, w := range words {
			if selected && w.Overlaps(mention.Span) {
				marks[i].kind = chosenMark
			}
		}
	}
	return marks
}

// scrollTo brings the byte at offset into the upper third of the panel.
func (p *articlePanel) scrollTo(offset int) {
	y := p.text.yOf(offset) - p.scroll.Size().Height/3
	lowest := p.scroll.Content.MinSize().Height - p.scroll.Size().Height
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(min(y, lowest), 0)))
	p.look()
}

// dateLine says what date an article has, and why.
func dateLine(a state.Article) string {
	date := a.Reading.Date
	switch {
	case !a.Date.IsZero():
		return lang.L("Article's date: {{.Date}}, as you gave it.", data{"Date": a.Date.Words(when.Long)})
	case date.Known():
		return lang.L("Article's date: {{.Date}} ({{.Reason}}).", data{"Date": date.When.Words(when.Long), "Reason": date.Reason})
	}
	return lang.L("The article's date is not known, so words like “last Friday” have no place yet.")
}

// articleParagraphs sets the blocks of an article by what they are.
func articleParagraphs(doc *text.Document) []paragraph {
	size := theme.TextSize() + 1
	paragraphs := make([]paragraph, len(doc.Blocks))
	for i, b := range doc.Blocks {
		p := paragraph{Span: b.Span, face: face{size: size}, above: size * 0.75}
		switch b.Kind {
		case text.Heading:
			p.face = face{size: size + max(0, float32(4-b.Level)), bold: true}
			p.above = size * 1.2
		case text.ListItem, text.Quoted:
			p.indent, p.above = 18, size*0.4
		case text.Caption, text.Footnote, text.Furniture, text.Row:
			p.face.size = size - 2
		case text.Paragraph:
		}
		paragraphs[i] = p
	}
	return paragraphs
}

// spacer is an empty stretch of the given height.
func spacer(height float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(height, 0, 0, 0))
}

// onResize is the layout of a single object that fills it and is told of sizes.
type onResize struct {
	then func()
}

// Layout implements fyne.Layout.
func (r *onResize) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	r.then()
}

// MinSize implements fyne.Layout.
func (r *onResize) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
