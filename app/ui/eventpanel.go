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

	date    *widget.Label
	title   *widget.Label
	facts   *widget.Label
	quote   *passage
	source  *widget.Label
	why     *widget.Label
	who     *widget.Label
	whoBox  fyne.CanvasObject
	note    *widget.Label
	noteBox fyne.CanvasObject
	telling fyne.CanvasObject // what an article says
	others  *accounts         // what other articles say
	keep    *widget.Button
	read    *widget.Button
	change  fyne.CanvasObject // the way to another date of the article

	event   string // what is shown
	article state.Article
	sources int // how many sources and other dates it has
}

func newEventPanel(send func(state.Msg)) *eventPanel {
	p := &eventPanel{
		date:   wrapped(style{bold: true, importance: widget.HighImportance}),
		title:  wrapped(style{bold: true, size: theme.SizeNameSubHeadingText}),
		facts:  wrapped(style{}),
		source: wrapped(style{importance: widget.LowImportance}),
		why:    wrapped(style{}),
		who:    wrapped(style{}),
		note:   wrapped(style{}),
		others: newAccounts(),
	}
	p.quote = newPassage(func(int) { send(state.OpenArticle{}) })
	p.change = inset(container.NewHBox(widget.NewButton(lang.L("Change the article's date…"), func() {
		send(state.EditDate{Article: p.article.ID})
	})))
	p.noteBox = container.New(tight{lapped: 7}, heading(lang.L("Your note")), p.note)
	p.whoBox = container.New(tight{lapped: 7}, heading(lang.L("People, places and tags")), p.who)
	p.telling = container.New(tight{lapped: 7},
		heading(lang.L("In the article")), inset(p.quote), p.source,
		heading(lang.L("How the date was worked out")), p.why, p.change,
	)
	p.read = widget.NewButtonWithIcon(lang.L("Read in the article"), theme.DocumentIcon(), func() { send(state.OpenArticle{}) })
	p.read.Importance = widget.HighImportance
	previous := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { send(state.Step{By: -1}) })
	next := widget.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { send(state.Step{By: 1}) })
	edit := widget.NewButtonWithIcon(lang.L("Edit"), theme.DocumentCreateIcon(), func() { send(state.EditEvent{}) })
	p.keep = widget.NewButtonWithIcon(lang.L("Keep"), theme.ConfirmIcon(), func() { send(state.Accept{Event: p.event}) })
	dismiss := widget.NewButtonWithIcon(lang.L("Dismiss"), theme.DeleteIcon(), func() { send(state.Dismiss{Event: p.event}) })
	body := container.New(tight{lapped: 7},
		p.date, p.title, p.facts, p.noteBox, p.telling, p.others.root, p.whoBox,
	)
	p.scroll = container.NewVScroll(body)
	p.root = container.NewBorder(
		panelHeader(lang.L("Event"), send),
		container.NewPadded(container.NewVBox(
			container.NewHBox(p.keep, edit, dismiss, layout.NewSpacer()),
			container.NewHBox(p.read, layout.NewSpacer(), previous, next),
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
	sources := len(e.Sources) + len(e.Conflicts)
	if e.ID == p.event && article == p.article && sources == p.sources {
		return
	}
	draft := article.Reading.Events[o.Draft]
	p.event, p.article, p.sources = e.ID, article, sources
	p.others.set(e)
	p.date.SetText(capital(e.When.Words(when.Long)))
	p.title.SetText(e.Title)
	p.facts.SetText(facts(e, draft.Speaker, article.Review.Edits[e.ID]))
	if article.Own() {
		p.facts.SetText(lang.L("Added by you"))
	}
	if !article.Own() {
		p.source.SetText(sourceLine(article.Reading.Document, e.Sources[0]))
		p.why.SetText(capital(draft.Why))
		p.setQuote(article.Reading.Document, draft)
	}
	show(p.telling, !article.Own())
	show(p.read, !article.Own())
	p.note.SetText(e.Note)
	show(p.noteBox, e.Note != "")
	enable(p.keep, m.Decision(e.ID) != state.Kept)
	p.who.SetText(strings.Join(e.Tags, " · "))
	show(p.whoBox, len(e.Tags) > 0)
	show(p.change, m.Relative(e.ID))
	p.scroll.ScrollToTop()
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
	if len(edit.When) > 0 {
		parts = append(parts, lang.L("dated by you"))
	}
	if edit.Decision == state.Kept {
		parts = append(parts, lang.L("kept"))
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

// percent writes a part of one.
func percent(part float64) string {
	return lang.L("{{.Percent}} %", data{"Percent": int(math.Round(part * 100))})
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
