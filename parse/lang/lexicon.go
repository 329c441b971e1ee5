package lang

import "strings"

// lexicon numbers the words of a language file. It is an open-addressing table
// keyed by the hash that the lexer computes while it reads a word.
type lexicon struct {
	words   []string // by WordID; words[0] is empty
	hashes  []uint32 // by WordID
	slots   []WordID // a power of two, at most half full
	endings []ending
	classes classes
}

// ending is a suffix that tells the tense of words that are not listed.
type ending struct {
	suffix string
	cue    Cue
}

// add returns the number of a lower-case word, giving it one if it is new.
func (l *lexicon) add(word string) WordID {
	if len(l.words) == 0 {
		l.words, l.hashes = []string{""}, []uint32{0}
		l.grow(1 << 13)
	}
	h := hash(word)
	if id := l.find(h, word); id != 0 {
		return id
	}
	if 2*len(l.words) >= len(l.slots) {
		l.grow(2 * len(l.slots))
	}
	id := WordID(len(l.words))
	l.words = append(l.words, word)
	l.hashes = append(l.hashes, h)
	l.place(id)
	return id
}

func (l *lexicon) grow(size int) {
	l.slots = make([]WordID, size)
	for id := 1; id < len(l.words); id++ {
		l.place(WordID(id))
	}
}

func (l *lexicon) place(id WordID) {
	mask := uint32(len(l.slots) - 1)
	at := l.hashes[id] & mask
	for l.slots[at] != 0 {
		at = (at + 1) & mask
	}
	l.slots[at] = id
}

// find returns the number of a word that is written with ASCII capitals or in
// lower case, 0 if the language file does not have it.
func (l *lexicon) find(h uint32, word string) WordID {
	if len(l.slots) == 0 {
		return 0
	}
	mask := uint32(len(l.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		id := l.slots[at]
		if id == 0 {
			return 0
		}
		if l.hashes[id] == h && equalFolded(l.words[id], word) {
			return id
		}
	}
}

// equalFolded reports whether word is lower but for ASCII capitals.
func equalFolded(lower, word string) bool {
	if len(lower) != len(word) {
		return false
	}
	for i := range len(word) {
		b := word[i]
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if b != lower[i] {
			return false
		}
	}
	return true
}

// ending returns the number, from 1, of the tense ending that a word has.
func (l *lexicon) ending(word string) uint8 {
	for i, e := range l.endings {
		if len(word) > len(e.suffix)+1 && strings.HasSuffix(word, e.suffix) {
			return uint8(i + 1)
		}
	}
	return 0
}
