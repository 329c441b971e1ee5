package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Query is what a reader searches for: words, or beginnings of words, that must
// all occur. Case and accents do not matter. The zero Query finds nothing.
type Query struct{ words []string }

// NewQuery returns the query of words as they are typed.
func NewQuery(typed string) Query { return Query{strings.Fields(folded(typed))} }

// Finds reports whether each word of the query begins a word in one of the texts.
func (q Query) Finds(texts ...string) bool {
	for _, word := range q.words {
		if !slices.ContainsFunc(texts, func(text string) bool { return begins(text, word) }) {
			return false
		}
	}
	return len(q.words) > 0
}

// FindsEvent reports whether an event is found by its title, its note, its tags
// or the sentences that tell it.
func (q Query) FindsEvent(e *Event) bool {
	texts := make([]string, 0, 8)
	texts = append(texts, e.Title, e.Note)
	texts = append(texts, e.Tags...)
	for i := range e.Sources {
		texts = append(texts, e.Sources[i].Quote)
	}
	return q.Finds(texts...)
}

// begins reports whether a word of text begins with a folded word. Text that is
// all ASCII, as most is, is not copied.
func begins(text, word string) bool {
	small := word[0]
	large := small
	if 'a' <= small && small <= 'z' {
		large -= 'a' - 'A'
	}
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			return beginsIn(folded(text), word)
		}
		if (c == small || c == large) && (i == 0 || !isWord(text[i-1])) && hasPrefix(text[i:], word) {
			return true
		}
	}
	return false
}

// beginsIn does the same in a folded text.
func beginsIn(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:from+i])
		if from+i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) || !inWords(before) {
			return true
		}
		from += i + 1
	}
}

// inWords reports whether a letter's script sets words apart. Chinese, Japanese
// and Thai do not, so that a word may begin anywhere.
func inWords(r rune) bool {
	return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}

// hasPrefix reports whether text begins with a folded word, in ASCII.
func hasPrefix(text, word string) bool {
	if len(text) < len(word) {
		return false
	}
	for i := range len(word) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// folded returns s in lower case and without accents.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
