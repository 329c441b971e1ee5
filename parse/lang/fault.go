package lang

import (
	"fmt"
	"strings"
)

// Fault is one mistake in a language file.
type Fault struct {
	File   string
	Line   int    // from 1; 0 if the place is not known
	Column int    // from 1, in bytes; 0 if the place is not known
	Source string // the line itself
	Width  int    // bytes at Column that are wrong
	Text   string // what is wrong
	Hint   string // how to put it right; may be empty
}

// Error draws the fault: where, what, the line with a caret below it, the hint.
func (f Fault) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "lang: %s:%d: %s", f.File, f.Line, f.Text)
	if f.Source != "" {
		fmt.Fprintf(&b, "\n    %s\n    %s%s", f.Source, indent(f.Source, f.Column-1), strings.Repeat("^", max(f.Width, 1)))
	}
	if f.Hint != "" {
		fmt.Fprintf(&b, "\n    %s", f.Hint)
	}
	return b.String()
}

// indent returns blanks as wide as the first n bytes of the line, keeping tabs.
func indent(line string, n int) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, line[:min(max(n, 0), len(line))])
}

// Faults is every mistake that was found in a language file.
type Faults []Fault

// Error lists all faults, one after the other.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// err returns nil if there is no fault, so that a nil error stays one.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Place is where something stands in a language file.
type Place struct {
	Table string // the header it stands under: "rule.date"
	Nth   int    // which of the headers of that name, from 0
	Key   string // "say"
}

// source finds places in a language file. The file is searched only when there
// is a fault to report.
type source struct {
	name string
	text string
}

// fault returns a Fault at a place. The caret goes below word, if the lines of
// the key's value hold it.
func (s source) fault(at Place, word, text, hint string) Fault {
	f := Fault{File: s.name, Text: text, Hint: hint}
	header, nth, inKey := "", map[string]int{}, false
	for i, line := range strings.Split(s.text, "\n") {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "[") && strings.HasSuffix(trimmed, "]") && !strings.ContainsAny(trimmed, `",`) {
			header = strings.Trim(trimmed, "[]")
			nth[header]++
			inKey = false
			if header == at.Table && nth[header] == at.Nth+1 && at.Key == "" {
				f.Line, f.Source, f.Column, f.Width = i+1, line, strings.Index(line, trimmed)+1, len(trimmed)
				return f
			}
			continue
		}
		if header != at.Table || nth[header] != at.Nth+1 && header != "" {
			continue
		}
		if key, _, ok := strings.Cut(trimmed, "="); ok && !strings.HasPrefix(trimmed, `"`) || strings.HasPrefix(trimmed, `"`+at.Key+`"`) {
			inKey = strings.Trim(strings.TrimSpace(key), `"`) == at.Key
		}
		if !inKey {
			continue
		}
		if column := strings.Index(line, word); column >= 0 {
			f.Line, f.Source, f.Column, f.Width = i+1, line, column+1, len(word)
			return f
		}
		if f.Line == 0 {
			f.Line, f.Source, f.Column, f.Width = i+1, line, strings.Index(line, trimmed)+1, len(trimmed)
		}
	}
	return f
}
