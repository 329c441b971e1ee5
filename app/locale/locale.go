// Package locale gives the process a language where the system names none.
//
// Fyne asks for the language while it is initialised, and complains on standard
// error, whatever the command, if that is the bare "C.UTF-8" of containers and
// services. This package imports nothing that Fyne does not, so it is
// initialised before: the order is that of import paths among packages whose
// imports are done (Go specification, "Package initialization").
package locale

import (
	"cmp"
	"os"
	"strings"
)

//nolint:gochecknoinits // Fyne has looked for the language before main starts.
func init() {
	if needsLanguage(os.Getenv) {
		_ = os.Setenv("LANGUAGE", "en") // fails only for names that are none
	}
}

// needsLanguage reports whether the environment names an encoding, but no
// language.
func needsLanguage(getenv func(string) string) bool {
	set := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	name, encoding, _ := strings.Cut(set, ".")
	return getenv("LANGUAGE") == "" && encoding != "" && (name == "C" || name == "POSIX")
}
