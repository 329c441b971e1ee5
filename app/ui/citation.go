package ui

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"dateline/parse/when"
	"dateline/timeline"
)

// copyEvent puts the selected event on the clipboard, with where it is told.
func (w *Window) copyEvent() {
	if e, _, ok := w.model.Event(w.model.Selected); ok {
		w.App.Clipboard().SetContent(citation(e))
	}
}

// citation returns an event as text: its date and title, and each sentence that
// tells it with the article that it stands in.
func citation(e timeline.Event) string {
	var b strings.Builder
	b.WriteString(capital(e.When.Words(when.Long)) + ": " + e.Title + "\n")
	if e.Note != "" {
		b.WriteString(e.Note + "\n")
	}
	for _, s := range e.Sources {
		b.WriteString("“" + strings.TrimSpace(s.Quote) + "”\n— " + s.Document)
		if s.Page > 0 {
			b.WriteString(", " + lang.L("page {{.Page}}", data{"Page": s.Page}))
		}
		if s.URL != "" {
			b.WriteString(", " + s.URL)
		}
		b.WriteString("\n")
	}
	return b.String()
}
