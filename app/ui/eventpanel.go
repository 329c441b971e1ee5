package ui

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/app/state"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
	"dateline/timeline"
)

// eventPanel tells everything about the selected event.
type eventPanel struct {
	root   fyne.CanvasObject
	scroll *container.Scroll

	date   *widget.Label
	title  *widget.Label
	typed  *field            // in place of the title while that is being typed
	entry  fyne.CanvasObject // around typed
	facts  *widget.Label
	quote  *passage
	source *widget.Label
	why    *widget.Label
	who    *widget.Label
	whoBox fyne.CanvasObject
	change fyne.CanvasObject // the way to another date of the article

	event   string // what is shown
	article state.Article
	typing  bool
}

func newEventPanel(send func(state.Msg)) *eventPanel {
	p := &eventPanel{
		date:   wrapped(style{bold: true, importance: widget.HighImportance}),
		title:  wrapped(style{bold: true, size: theme.SizeNameSubHeadingText}),
		facts:  wrapped(style{}),
		source: wrapped(style{importance: widget.LowImportance}),
		why:    wrapped(style{}),
		who:    wrapped(style{}),
	}
	p.typed = newField()
	p.typed.leave = func() { send(state.LeaveTitle{}) }
	p.typed.OnSubmitted = func(title string) { send(state.Rename{Event: p.event, Title: title}) }
	p.entry = inset(p.typed)
	p.entry.Hide()
	p.quote = newPassage(func(int) { send(state.OpenArticle{}) })
	p.change = inset(container.NewHBox(widget.NewButton(lang.L("Change the article's date…"), func() {
		send(state.EditDate{Article: p.article.ID})
	})))
	p.whoBox = container.New(tight{lapped: 7}, heading(lang.L("People and places")), p.who)
	read := widget.NewButtonWithIcon(lang.L("Read in the article"), theme.DocumentIcon(), func() { send(state.OpenArticle{}) })
	read.Importance = widget.HighImportance
	previous := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { send(state.Step{By: -1}) })
	next := widget.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { send(state.Step{By: 1}) })
	rename := widget.NewButtonWithIcon(lang.L("Rename"), theme.DocumentCreateIcon(), func() { send(state.EditTitle{}) })
	dismiss := widget.NewButtonWithIcon(lang.L("Dismiss"), theme.DeleteIcon(), func() { send(state.Dismiss{Event: p.event}) })
	body := container.New(tight{lapped: 7},
		p.date, p.title, p.entry, p.facts,
		heading(lang.L("In the article")), inset(p.quote), p.source,
		heading(lang.L("How the date was worked out")), p.why, p.change,
		p.whoBox,
	)
	p.scroll = container.NewVScroll(body)
	p.root = container.NewBorder(
		panelHeader(lang.L("Event"), send),
		container.NewPadded(container.NewVBox(
			container.NewHBox(rename, dismiss, layout.NewSpacer()),
			container.NewHBox(read, layout.NewSpacer(), previous, next),
		)),
		nil, nil, p.scroll,
	)
	return p
}

// sync brings the panel up to date with the selected event.
func (p *eventPanel) sync(m state.Model) {
	e, o, ok := m.Event(m.Selected)
	if !ok {
		return
	}
	article := m.Articles[o.Article]
	p.syncTyping(m.Renaming, e.Title)
	if e.ID == p.event && article == p.article {
		return
	}
	draft := article.Reading.Events[o.Draft]
	p.event, p.article = e.ID, article
	p.date.SetText(capital(e.When.Words(when.Long)))
	p.title.SetText(e.Title)
	p.facts.SetText(facts(e, draft.Speaker, article.Review.Edits[e.ID]))
	p.source.SetText(sourceLine(article.Reading.Document, e.Sources[0]))
	p.why.SetText(capital(draft.Why))
	p.setQuote(article.Reading.Document, draft)
	p.who.SetText(strings.Join(e.Tags, " · "))
	show(p.whoBox, len(e.Tags) > 0)
	show(p.change, m.Relative(e.ID))
	p.scroll.ScrollToTop()
	p.root.Refresh()
}

// syncTyping shows the title as a label, or as a field to type it in.
func (p *eventPanel) syncTyping(typing bool, title string) {
	if typing == p.typing {
		return
	}
	p.typing = typing
	p.typed.SetText(title)
	show(p.title, !typing)
	show(p.entry, typing)
	p.root.Refresh()
}

// setQuote shows the sentence with the words that date the event highlighted.
func (p *eventPanel) setQuote(doc *text.Document, draft story.Draft) {
	quote := doc.Slice(draft.Evidence)
	p.quote.set(quote, []paragraph{{Span: text.Span{End: len(quote)}, face: face{size: theme.TextSize()}}})
	var marks []mark
	for _, s := range draft.TimeWords {
		if draft.Evidence.Contains(s) {
			s = text.Span{Start: s.Start - draft.Evidence.Start, End: s.End - draft.Evidence.Start}
			marks = append(marks, mark{s, chosenMark})
		}
	}
	p.quote.highlight(marks, text.Span{})
}

// facts says in one line how far an event can be relied upon.
func facts(e timeline.Event, speaker string, edit state.Edit) string {
	parts := []string{statusWord(e.Status), confidence(e.Confidence)}
	if e.Inferred {
		parts = append(parts, lang.L("worked out, not stated"))
	}
	if speaker != "" {
		parts = append(parts, lang.L("according to {{.Name}}", data{"Name": speaker}))
	}
	if edit.Title != "" {
		parts = append(parts, lang.L("renamed by you"))
	}
	return strings.Join(parts, " · ")
}

// statusWord says whether an event took place.
func statusWord(s timeline.Status) string {
	return [...]string{
		timeline.Happened:     lang.L("Happened"),
		timeline.Planned:      lang.L("Planned"),
		timeline.Denied:       lang.L("Denied"),
		timeline.Hypothetical: lang.L("Only supposed"),
	}[s]
}

// confidence says how much can be put on a date.
func confidence(c float64) string {
	part := data{"Percent": int(math.Round(c * 100))}
	switch {
	case c >= 0.9:
		return lang.L("date is certain ({{.Percent}} %)", part)
	case c >= 0.7:
		return lang.L("date is likely ({{.Percent}} %)", part)
	case c >= 0.4:
		return lang.L("date is uncertain ({{.Percent}} %)", part)
	}
	return lang.L("date is a guess ({{.Percent}} %)", part)
}

// sourceLine names where the evidence of an event stands: the article, its
// file, the page in it, and where it was published.
func sourceLine(doc *text.Document, source timeline.Source) string {
	line := doc.Name
	if doc.Title != "" {
		line = doc.Title + "\n" + doc.Name
	}
	if source.Page > 0 {
		line += ", " + lang.L("page {{.Page}}", data{"Page": source.Page})
	}
	if source.URL != "" {
		line += "\n" + source.URL
	}
	return line
}
