package ui

import (
	"embed"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"dateline/app/state"
)

// Speak makes windows say what they say in the system's language, if a file in
// the folder has it, else in English. It must be called before New.
func Speak(languages embed.FS, folder string) error {
	if err := lang.AddTranslationsFS(languages, folder); err != nil {
		return fmt.Errorf("ui: the languages that the program carries cannot be read: %w", err)
	}
	return nil
}

// data are what goes into the places of a sentence, by the names of the places.
type data = map[string]any

// counted is the data of a sentence that counts things.
func counted(n int) data { return data{"Count": thousands(n)} }

// say returns a phrase in the reader's language.
func say(p state.Phrase) string {
	with := data{"Name": p.Name, "Count": thousands(p.Count)}
	switch {
	case p.Words == "":
		return p.Name
	case p.Count == 0:
		return lang.L(p.Words, with)
	}
	return lang.N(p.Words, p.Count, with)
}

// thousands writes n with a comma after every third digit.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
