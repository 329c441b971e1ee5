package ui

import (
	"fyne.io/fyne/v2/lang"

	"dateline/app/state"
)

// say returns a phrase in the reader's language.
func say(p state.Phrase) string {
	data := map[string]any{"Name": p.Name, "Count": thousands(p.Count)}
	switch {
	case p.Words == "":
		return p.Name
	case p.Count == 0:
		return lang.L(p.Words, data)
	}
	return lang.N(p.Words, p.Count, data)
}
