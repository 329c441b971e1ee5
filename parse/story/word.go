package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/parse/text"
)

// tag is the part that a word plays in its sentence.
type tag uint8

const (
	noun tag = iota // also adjectives: whatever may stand inside a noun phrase
	name
	number
	article // any determiner
	owner   // "his", "its"
	genitive
	pronoun
	object // an object pronoun
	link   // a preposition
	toVerb // "to" before an infinitive
	opener // a subordinating conjunction, or "that" before what is said
	relator
	joiner // "and"
	verb   // a finite verb
	participle
	ingForm
	infinitive
	modifier // an adverb
	negator
	comma
	stop
	dash
	quoteOpen
	quoteClose
	parenOpen
	parenClose
	timeWord
)

// word is a word, number or mark of a sentence.
type word struct {
	text.Span
	lower string
	is    class
	tag   tag
	upper bool // begins with a capital
	lead  bool // belongs to the time words behind it: "on" of "on Monday"
	time  int  // for timeWord: index of the time group
}

// marks are the characters that are words of their own.
var marks = map[rune]tag{
	',': comma, ';': stop, ':': stop, '.': stop, '!': stop, '?': stop, '…': stop,
	'—': dash, '–': dash, '―': dash, '•': dash, '|': dash,
	'“': quoteOpen, '«': quoteOpen, '„': quoteOpen, '”': quoteClose, '»': quoteClose, '"': quoteOpen,
	'(': parenOpen, '[': parenOpen, ')': parenClose, ']': parenClose,
}

// scanner cuts a sentence into words.
type scanner struct {
	lexicon *Lexicon
	source  string
	quoted  bool // inside straight quotation marks
}

// scan appends the words of s to words.
func (sc *scanner) scan(words []word, s text.Span) []word {
	for at := s.Start; at < s.End; {
		r, n := utf8.DecodeRuneInString(sc.source[at:s.End])
		switch {
		case unicode.IsSpace(r):
			at += n
		case isWordRune(r) || isMoney(r) || (r == '\'' || r == '’') && at+n < s.End && isLetterAt(sc.source, at+n) && !sc.letterBefore(at, s.Start):
			end := sc.wordEnd(at, s.End)
			words = sc.appendWord(words, text.Span{Start: at, End: end})
			at = end
		default:
			if at+2 <= s.End && typewriter[sc.source[at:at+2]] != "" {
				n = 2
			}
			words = append(words, sc.mark(r, text.Span{Start: at, End: at + n}))
			at += n
		}
	}
	return words
}

// typewriter are quotation marks made of two characters, and what stands for them
// in a title.
var typewriter = map[string]string{"``": "“", "''": "”"}

func (sc *scanner) letterBefore(at, start int) bool {
	r, _ := utf8.DecodeLastRuneInString(sc.source[start:at])
	return at > start && isWordRune(r)
}

func isLetterAt(s string, at int) bool {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsLetter(r)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '°'
}

func isMoney(r rune) bool {
	return r == '$' || r == '€' || r == '£' || r == '¥' || r == '#' || r == '@' || r == '&' || r == '%'
}

// wordEnd returns where the word that starts at start ends: letters and digits,
// with hyphens, apostrophes, dots and the like between them.
func (sc *scanner) wordEnd(start, limit int) int {
	at := start
	for at < limit {
		if c := sc.source[at] | 0x20; c >= 'a' && c <= 'z' {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(sc.source[at:limit])
		if !isWordRune(r) && !isMoney(r) && !(at == start) {
			if !strings.ContainsRune("-'’.,/:·@", r) || at+n >= limit {
				break
			}
			next, _ := utf8.DecodeRuneInString(sc.source[at+n : limit])
			before, _ := utf8.DecodeLastRuneInString(sc.source[start:at])
			if r == '.' && sc.isAbbreviation(start, at, limit) {
				return at + n
			}
			if r == '.' && next == '-' && isLetterAt(sc.source, at+n+1) {
				at += n
				continue // "U.S.-led"
			}
			if r == '-' && before == '.' && isWordRune(next) {
				at += n
				continue
			}
			if !isWordRune(next) || !isWordRune(before) && before != '%' {
				break
			}
			if (r == ',' || r == ':') && !(unicode.IsDigit(next) && unicode.IsDigit(before)) {
				break
			}
		}
		at += n
	}
	return at
}

// isAbbreviation reports whether the full stop at dot belongs to the word before
// it: it does not end the sentence, so more words follow.
func (sc *scanner) isAbbreviation(start, dot, limit int) bool {
	rest := strings.TrimLeft(sc.source[dot+1:min(limit, dot+4)], " ")
	if rest == "" || dot == start {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	space := sc.source[dot+1] == ' ' || sc.source[dot+1] == ','
	return space && (isWordRune(r) || r == ',' || r == '(' || isMoney(r))
}

// appendWord adds the word at s, cut into stem and genitive or contraction.
func (sc *scanner) appendWord(words []word, s text.Span) []word {
	whole := sc.source[s.Start:s.End]
	if isPlain(whole) {
		return append(words, sc.word(s))
	}
	for _, apostrophe := range [...]string{"’", "'"} {
		i := strings.LastIndex(whole, apostrophe)
		if i <= 0 {
			continue
		}
		switch tail := whole[i+len(apostrophe):]; tail {
		case "s", "S":
			stem := sc.word(text.Span{Start: s.Start, End: s.Start + i})
			w := sc.word(text.Span{Start: s.Start + i, End: s.End})
			if stem.is&(subjectPronoun|relative) == 0 {
				w.tag, w.is = genitive, 0
			}
			return append(words, stem, w)
		case "ll", "d", "ve", "re", "m":
			words = append(words, sc.word(text.Span{Start: s.Start, End: s.Start + i}))
			return append(words, sc.word(text.Span{Start: s.Start + i, End: s.End}))
		}
	}
	return append(words, sc.word(s))
}

// isPlain reports whether s has nothing but ASCII and no apostrophe.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '\'' {
			return false
		}
	}
	return true
}

// isLower reports whether s has no ASCII capital.
func isLower(s string) bool {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

// word looks up the word at s.
func (sc *scanner) word(s text.Span) word {
	src := sc.source[s.Start:s.End]
	r, _ := utf8.DecodeRuneInString(src)
	w := word{Span: s, upper: unicode.IsUpper(r)}
	w.lower = src
	if w.upper || !isPlain(src) || !isLower(src) {
		w.lower = strings.ReplaceAll(strings.ToLower(src), "’", "'")
	}
	w.is = sc.lexicon.lookup(w.lower)
	if unicode.IsDigit(r) || isMoney(r) && r != '&' && r != '@' {
		w.tag = number
	}
	return w
}

// mark makes a word of a punctuation mark. Straight quotation marks open and
// close in turn.
func (sc *scanner) mark(r rune, s text.Span) word {
	w := word{Span: s, lower: sc.source[s.Start:s.End], tag: stop}
	if t, ok := marks[r]; ok {
		w.tag = t
	}
	if t := typewriter[w.lower]; t != "" {
		r, _ = utf8.DecodeRuneInString(t)
		w.tag = marks[r]
		return w
	}
	switch r {
	case '"':
		if sc.quoted {
			w.tag = quoteClose
		}
		sc.quoted = !sc.quoted
	case '\'', '‘', '’':
		w.tag = genitive // behind a plural: "allies' help"
		if r == '‘' {
			w.tag = quoteOpen
		}
	case '-', '/':
		w.tag = dash
	}
	return w
}
