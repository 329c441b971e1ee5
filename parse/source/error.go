package source

import (
	"fmt"
	"strings"
	"unicode"
)

// Error says why a file was not read, and what to do about it.
type Error struct {
	Path    string // the file, with "!" before an entry of an archive
	Problem string // what is the matter, in words
	Help    string // the way out, in words; may be empty
	Err     error  // the cause, if it is known to Go; may be nil
}

// Error returns one sentence with the name of the file, the problem and the way
// out.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("source: ")
	if e.Path != "" {
		b.WriteString(printable(e.Path) + ": ")
	}
	b.WriteString(e.Problem)
	if e.Help != "" {
		b.WriteString("; " + e.Help)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// printable returns name with the characters that would not show, or would
// change how the rest shows, written as escapes.
func printable(name string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(name, "�") {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
