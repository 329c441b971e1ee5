package lang

import (
	"unicode"
	"unicode/utf8"
)

// TokenKind says what a token is made of.
type TokenKind uint8

// The kinds of token.
const (
	Word   TokenKind = iota // letters
	Digits                  // decimal digits
	Mark                    // one sign that is neither
)

// Gap is what stands between a token and the one before it. The values are bits,
// so that a set of them can be asked for.
type Gap uint8

// The gaps.
const (
	Glued  Gap = 1 << iota // nothing
	Spaced                 // blanks, or a single line break
	Hyphen                 // a hyphen between two words: "two-day"
	Dash                   // a dash, or a hyphen with blanks around it
	Break                  // the start of the text, or an empty line
)

// Case tells how a word is written.
type Case uint8

// The cases of letters.
const (
	Lower   Case = iota // also signs and digits
	Capital             // the first letter is a capital
	Upper               // two or more letters, all capitals
)

// WordID is the number of a word in a language's lexicon. Zero is a word that
// the language file does not mention.
type WordID int32

// Token is a word, a number or a sign. Start and End are bytes of the text.
type Token struct {
	Start, End int
	Word       WordID
	Class      Class
	Num        int32 // value of Digits with at most 9 of them
	Kind       TokenKind
	Gap        Gap
	Case       Case
	Width      uint8 // number of digits, at most 255
	Ending     uint8 // index+1 of the tense ending that a word unknown to the lexicon has
}

// Lexer cuts a text into tokens. It implements the tokeniser "spaces": words
// are runs of letters, so "3pm" is two tokens and "year's" three.
type Lexer struct {
	lexicon *lexicon
	text    string
	at, end int
	gap     Gap
}

// Lexer returns a lexer over text[start:end].
func (l *Language) Lexer(text string, start, end int) Lexer {
	return Lexer{lexicon: &l.lexicon, text: text, at: start, end: end, gap: Break}
}

// Classes of bytes.
const (
	other = iota
	letter
	digit
	blank
	high // part of a rune beyond ASCII
)

var byteClass = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b >= 0x80:
			t[b] = high
		case b >= '0' && b <= '9':
			t[b] = digit
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			t[b] = letter
		case b == ' ' || b >= '\t' && b <= '\r':
			t[b] = blank
		}
	}
	return t
}()

// Next reads the next token into t and reports whether there was one.
func (x *Lexer) Next(t *Token) bool {
	x.skip()
	if x.at >= x.end {
		return false
	}
	*t = Token{Start: x.at, Gap: x.gap}
	x.gap = Glued
	switch byteClass[x.text[x.at]] {
	case letter:
		x.word(t)
	case digit:
		x.digits(t)
	case high:
		r, _ := utf8.DecodeRuneInString(x.text[x.at:x.end])
		if unicode.IsLetter(r) {
			x.foldedWord(t)
		} else {
			x.mark(t)
		}
	default:
		x.mark(t)
	}
	t.Class = x.lexicon.classes.of(t)
	return true
}

// skip moves over blanks, hyphens and dashes and notes them as the gap.
func (x *Lexer) skip() {
	start, lines, spaced, joined := x.at, 0, false, 0
	for x.at < x.end {
		b := x.text[x.at]
		switch byteClass[b] {
		case blank:
			if b == '\n' {
				lines++
			}
			spaced = true
			x.at++
			continue
		case high:
			r, n := utf8.DecodeRuneInString(x.text[x.at:x.end])
			if n == 0 {
				return
			}
			switch kind := runeGap(r); kind {
			case Spaced:
				spaced = true
			case Hyphen:
				joined++
			case Dash:
				joined += 2
			case Glued: // soft hyphen, zero-width blank
			default:
				x.gapAfter(start, lines, spaced, joined)
				return
			}
			x.at += n
			continue
		}
		if b != '-' {
			break
		}
		joined++
		x.at++
	}
	x.gapAfter(start, lines, spaced, joined)
}

func (x *Lexer) gapAfter(start, lines int, spaced bool, joined int) {
	switch {
	case x.gap == Break || lines > 1:
		x.gap = Break
	case joined > 1 || joined == 1 && spaced:
		x.gap = Dash
	case joined == 1:
		x.gap = Hyphen
	case x.at > start && spaced:
		x.gap = Spaced
	default:
		x.gap = Glued
	}
}

// runeGap returns how a rune between words counts, 0 if it is no gap.
func runeGap(r rune) Gap {
	switch r {
	case 0x2010, 0x2011:
		return Hyphen
	case 0x2012, 0x2013, 0x2014, 0x2015, 0x2212:
		return Dash
	case 0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060:
		return Glued
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) {
		return Spaced
	}
	return 0
}

const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

// word reads ASCII letters, and hands over to foldedWord at any other letter.
func (x *Lexer) word(t *Token) {
	h := uint32(hashSeed)
	capitals := 0
	i := x.at
	for ; i < x.end; i++ {
		b := x.text[i]
		if byteClass[b] != letter {
			break
		}
		if b < 'a' {
			capitals++
			b |= 0x20
		}
		h = (h ^ uint32(b)) * hashPrime
	}
	if i < x.end && byteClass[x.text[i]] == high {
		if r, _ := utf8.DecodeRuneInString(x.text[i:x.end]); unicode.IsLetter(r) || r == 0xAD {
			x.foldedWord(t)
			return
		}
	}
	t.Case = caseOf(x.text[x.at] < 'a', capitals, i-x.at)
	t.Word = x.lexicon.find(h, x.text[x.at:i])
	if t.Word == 0 {
		t.Ending = x.lexicon.ending(x.text[x.at:i])
	}
	x.at = i
	t.End = i
}

func caseOf(first bool, capitals, letters int) Case {
	switch {
	case capitals > 1 && capitals == letters:
		return Upper
	case first:
		return Capital
	}
	return Lower
}

// foldedWord reads a word with letters beyond ASCII. Soft hyphens inside it are
// skipped and ligatures taken apart.
func (x *Lexer) foldedWord(t *Token) {
	var folded [48]byte
	key := folded[:0]
	capitals, letters, first := 0, 0, false
	i := x.at
	for i < x.end {
		r, n := utf8.DecodeRuneInString(x.text[i:x.end])
		if !unicode.IsLetter(r) && r != 0xAD && !unicode.Is(unicode.Mn, r) {
			break
		}
		i += n
		if r == 0xAD {
			continue
		}
		lower := unicode.ToLower(r)
		if lower != r {
			capitals++
			first = first || letters == 0
		}
		letters++
		if len(key) < 40 {
			key = appendFolded(key, lower)
		}
	}
	t.Case = caseOf(first, capitals, letters)
	t.Word = x.lexicon.find(hash(key), string(key))
	x.at = i
	t.End = i
}

var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬆ': "st"}

func appendFolded(key []byte, r rune) []byte {
	if s, ok := ligatures[r]; ok {
		return append(key, s...)
	}
	return utf8.AppendRune(key, r)
}

func hash[T string | []byte](s T) uint32 {
	h := uint32(hashSeed)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * hashPrime
	}
	return h
}

func (x *Lexer) digits(t *Token) {
	t.Kind = Digits
	i := x.at
	for ; i < x.end && byteClass[x.text[i]] == digit; i++ {
		if i-x.at < 9 {
			t.Num = t.Num*10 + int32(x.text[i]-'0')
		}
	}
	t.Width = uint8(min(i-x.at, 255))
	if t.Width <= 4 {
		t.Word = x.lexicon.find(hash(x.text[x.at:i]), x.text[x.at:i])
	}
	x.at = i
	t.End = i
}

// mark reads one sign. Typographic quotes count as their plain forms.
func (x *Lexer) mark(t *Token) {
	t.Kind = Mark
	r, n := utf8.DecodeRuneInString(x.text[x.at:x.end])
	x.at += max(n, 1)
	t.End = x.at
	switch r {
	case '’', '‘', 'ʼ', '`', '´':
		t.Word = x.lexicon.find(hash("'"), "'")
	case '“', '”', '„':
		t.Word = x.lexicon.find(hash(`"`), `"`)
	default:
		s := x.text[t.Start:t.End]
		t.Word = x.lexicon.find(hash(s), s)
	}
}
