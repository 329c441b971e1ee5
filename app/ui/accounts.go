package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"dateline/parse/when"
	"dateline/timeline"
)

// accounts shows what other articles say about an event: those that tell it too,
// and those that give it another date.
type accounts struct {
	root fyne.CanvasObject

	others, dates       *widget.Label
	othersBox, datesBox fyne.CanvasObject
}

func newAccounts() *accounts {
	a := &accounts{others: wrapped(style{}), dates: wrapped(style{})}
	a.othersBox = container.New(tight{lapped: 7}, heading(lang.L("Also told by")), a.others)
	a.datesBox = container.New(tight{lapped: 7}, heading(lang.L("Told with another date")), a.dates)
	a.root = container.New(tight{lapped: 7}, a.datesBox, a.othersBox)
	return a
}

// set shows the accounts of an event.
func (a *accounts) set(e timeline.Event) {
	a.others.SetText(otherSources(e))
	show(a.othersBox, len(e.Sources) > 1)
	a.dates.SetText(otherDates(e))
	show(a.datesBox, len(e.Conflicts) > 0)
}

// otherSources quotes all sources of an event but the first.
func otherSources(e timeline.Event) string {
	var parts []string
	for i, s := range e.Sources {
		if i > 0 {
			parts = append(parts, s.Document+"\n"+quoted(s))
		}
	}
	return strings.Join(parts, "\n\n")
}

// otherDates quotes what gives an event other dates.
func otherDates(e timeline.Event) string {
	parts := make([]string, len(e.Conflicts))
	for i, c := range e.Conflicts {
		parts[i] = capital(c.When.Words(when.Long)) + " · " + c.Source.Document + "\n" + quoted(c.Source)
	}
	return strings.Join(parts, "\n\n")
}

// quoted returns the sentence of a source in quotation marks.
func quoted(s timeline.Source) string { return "“" + s.Quote + "”" }
