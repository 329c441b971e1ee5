package lang

import (
	"fmt"
	"strconv"
	"unicode"
)

// form is one token of a word form in the file.
type form struct {
	word    WordID
	gap     Gap
	capital bool
}

// entry is a spelling in a word table.
type entry struct {
	forms []form
	value Symbol
}

// Symbol is what a word of a table stands for: a number or a name.
type Symbol struct {
	Num    int
	Name   string
	Number bool // Num counts
}

// Table is a list of words with their values.
type Table struct {
	Name    string
	byFirst map[WordID][]entry // longest first
}

// Match reads a form of the table at the start of toks and returns its value
// and how many tokens it takes, 0 if there is none.
func (t *Table) Match(toks []Token) (Symbol, int) {
	if len(toks) == 0 || toks[0].Word == 0 {
		return Symbol{}, 0
	}
	for _, e := range t.byFirst[toks[0].Word] {
		if e.matches(toks) {
			return e.value, len(e.forms)
		}
	}
	return Symbol{}, 0
}

// Looks returns how many tokens Match looks at, at most, if it is given toks,
// which are not empty. They may be more than there are.
func (t *Table) Looks(toks []Token) int {
	if list := t.byFirst[toks[0].Word]; len(list) > 0 {
		return len(list[0].forms)
	}
	return 1
}

func (e *entry) matches(toks []Token) bool {
	if len(toks) < len(e.forms) {
		return false
	}
	for i, f := range e.forms {
		t := toks[i]
		if t.Word != f.word || f.capital && t.Case == Lower || i > 0 && t.Gap&f.gap == 0 {
			return false
		}
	}
	return true
}

// columns returns the first, second and third words of the forms of the table.
func (t *Table) columns() [3][]WordID {
	var out [3][]WordID
	for _, list := range t.byFirst {
		for _, e := range list {
			for i, f := range e.forms[:min(len(e.forms), len(out))] {
				out[i] = append(out[i], f.word)
			}
		}
	}
	return out
}

// forms cuts a spelling of the file into tokens. A capital letter asks for a
// capital in the text.
func (l *Language) forms(spelling string) []form {
	var out []form
	x := l.Lexer(spelling, 0, len(spelling))
	for {
		var t Token
		if !x.Next(&t) {
			return out
		}
		written := spelling[t.Start:t.End]
		f := form{gap: t.Gap, capital: t.Case != Lower}
		if t.Gap == Spaced {
			f.gap = Spaced | Hyphen
		}
		f.word = l.lexicon.add(foldWord(written))
		out = append(out, f)
	}
}

// foldWord returns a spelling as the lexer looks it up.
func foldWord(written string) string {
	switch written {
	case "’", "‘":
		return "'"
	}
	key := make([]byte, 0, len(written))
	for _, r := range written {
		key = appendFolded(key, unicode.ToLower(r))
	}
	return string(key)
}

// addForm adds a spelling to the table, keeping longer ones before shorter.
func (t *Table) addForm(forms []form, value Symbol) {
	if len(forms) == 0 {
		return
	}
	list := t.byFirst[forms[0].word]
	at := len(list)
	for at > 0 && len(list[at-1].forms) < len(forms) {
		at--
	}
	list = append(list, entry{})
	copy(list[at+1:], list[at:])
	list[at] = entry{forms, value}
	t.byFirst[forms[0].word] = list
}

// symbol reads the key of a word table: a number or a name.
func symbol(key string) Symbol {
	if n, err := strconv.Atoi(key); err == nil {
		return Symbol{Num: n, Number: true, Name: key}
	}
	return Symbol{Name: key}
}

// nearest returns a hint that names the slot whose name is most like the given
// one.
func (l *Language) nearest(name string) string {
	best, cost := "", len(name)
	for _, names := range []map[string]int{l.tableByName, l.numberByName, l.groupByName} {
		for have := range names {
			if d := distance(name, have); d < cost || d == cost && have < best {
				best, cost = have, d
			}
		}
	}
	if best == "" {
		return "define it under [words], [number] or [[rule]]"
	}
	return fmt.Sprintf("did you mean {%s}?", best)
}

// distance is the number of letters to change to get from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
