package timex

import "dateline/parse/lang"

// recall remembers what was read at the words of other places. Texts repeat
// themselves: what stands at "on Monday, the" is the same wherever it stands, as
// long as every token that was looked at is the same. What is met only once, as
// most wordings of prose, is not written down.
type recall struct {
	met     [wordings]uint32 // the hash met last, by its lower bits
	entries []recalled       // likewise
}

// Limits of what is remembered: how many wordings, a power of two, and how many
// tokens one of them may have.
const (
	wordings      = 512
	longestRecall = 12
)

// recalled is a wording and what was read there.
type recalled struct {
	length lang.Length
	tokens int8 // how many of words were looked at, 0 if nothing is known
	found  bool
	words  [longestRecall]wording
	match  match // its places counted from the first token
}

// wording is what rules can tell about a token.
type wording struct {
	word  lang.WordID
	num   int32
	width uint8
	kind  lang.TokenKind
	gap   lang.Gap
	small bool // in lower case, for words of the lexicon
}

func wordingOf(t *lang.Token) wording {
	return wording{t.Word, t.Num, t.Width, t.Kind, t.Gap, t.Word > 0 && t.Case == lang.Lower}
}

// first is the wording of a first token, before which anything may stand.
func first(t *lang.Token) wording {
	w := wordingOf(t)
	w.gap = 0
	return w
}

// entry returns the entry for the wording of toks, nil if that was not met lately.
func (r *recall) entry(toks []lang.Token) *recalled {
	h := uint32(1)
	for i := range toks[:min(len(toks), 3)] {
		h = (h ^ uint32(toks[i].Word)) * prime
		h = (h ^ uint32(toks[i].Num)) * prime
		h ^= h >> 15
	}
	at := h % wordings
	if r.met[at] != h {
		r.met[at] = h
		return nil
	}
	if r.entries == nil {
		r.entries = make([]recalled, wordings)
	}
	return &r.entries[at]
}

// prime spreads what it is multiplied with over 32 bits.
const prime = 2654435761

// holds reports whether e is what was read at the wording of toks in a text of
// the given length.
func (e *recalled) holds(toks []lang.Token, length lang.Length) bool {
	n := int(e.tokens)
	if n == 0 || n > len(toks) || e.length != length || e.words[0] != first(&toks[0]) {
		return false
	}
	for i := 1; i < n; i++ {
		if e.words[i] != wordingOf(&toks[i]) {
			return false
		}
	}
	return true
}

// keep remembers that found, nil for nothing, was read at the start of toks,
// which are all that was looked at.
func (e *recalled) keep(toks []lang.Token, length lang.Length, pos int, found *match) {
	e.tokens, e.length, e.found = int8(len(toks)), length, found != nil
	e.words[0] = first(&toks[0])
	for i := 1; i < len(toks); i++ {
		e.words[i] = wordingOf(&toks[i])
	}
	if found != nil {
		e.match = *found
		e.match.shift(-pos)
	}
}

// shift moves the places of a match by a number of tokens.
func (m *match) shift(by int) {
	m.start += by
	m.end += by
	for i := range m.extents.at[:m.extents.n] {
		m.extents.at[i][0] += by
		m.extents.at[i][1] += by
	}
}
