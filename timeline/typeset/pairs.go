package typeset

import (
	"math"
	"sync"
	"sync/atomic"
)

// pairTable gives the advance of simple text without shaping it: in alphabets
// whose letters neither join nor stack, and with ligatures off, the advance of a
// text is the sum over its letters of the advance of each before the next.
// A pair is shaped once.
type pairTable struct {
	// ascii holds the pairs of printable ASCII as the bits of a float32, 0 where
	// a pair has not been shaped yet. Index 0 on the right is the end of a text.
	ascii [asciiCount * (asciiCount + 1)]atomic.Uint32

	mu     sync.RWMutex
	others map[[2]rune]float32
}

const (
	asciiFirst = ' '
	asciiLast  = '~'
	asciiCount = asciiLast - asciiFirst + 1
)

// endOfText stands to the right of the last letter.
const endOfText rune = -1

func newPairTable() *pairTable {
	return &pairTable{others: make(map[[2]rune]float32)}
}

// advance returns the width of text in ems, or false if it needs shaping. The
// function measure gives the advance of a letter before another.
func (t *pairTable) advance(text string, measure func(left, right rune) float32) (ems float64, ok bool) {
	left := endOfText
	for _, right := range text {
		if !simple(right) {
			return 0, false
		}
		if left != endOfText {
			ems += float64(t.pair(left, right, measure))
		}
		left = right
	}
	if left != endOfText {
		ems += float64(t.pair(left, endOfText, measure))
	}
	return ems, true
}

func (t *pairTable) pair(left, right rune, measure func(left, right rune) float32) float32 {
	if isASCII(left) && (right == endOfText || isASCII(right)) {
		column := rune(0)
		if right != endOfText {
			column = right - asciiFirst + 1
		}
		slot := &t.ascii[(left-asciiFirst)*(asciiCount+1)+column]
		if bits := slot.Load(); bits != 0 {
			return math.Float32frombits(bits)
		}
		width := measure(left, right)
		slot.Store(math.Float32bits(width))
		return width
	}
	key := [2]rune{left, right}
	t.mu.RLock()
	width, ok := t.others[key]
	t.mu.RUnlock()
	if ok {
		return width
	}
	width = measure(left, right)
	t.mu.Lock()
	t.others[key] = width
	t.mu.Unlock()
	return width
}

// pairAdvance returns a function that shapes a pair in one of the own faces.
func (s *Setter) pairAdvance(face int) func(left, right rune) float32 {
	return func(left, right rune) float32 {
		s.mu.Lock()
		defer s.mu.Unlock()
		bold := face == 1
		if right == endOfText {
			return s.width(string(left), bold)
		}
		return s.width(string([]rune{left, right}), bold) - s.width(string(right), bold)
	}
}

func (s *Setter) width(text string, bold bool) float32 {
	width := 0.0
	for _, run := range s.shape(text, 1, bold) {
		width += run.Advance
	}
	return float32(width)
}

func isASCII(r rune) bool { return asciiFirst <= r && r <= asciiLast }

// simple reports whether r is of an alphabet without joining or stacking marks
// that the own faces hold whole: Latin with its accents, Greek, Cyrillic, and
// the punctuation of prose.
func simple(r rune) bool {
	switch {
	case isASCII(r):
		return true
	case r >= 0xA1 && r <= 0x17F && r != 0xAD: // Latin-1, Latin Extended-A
		return true
	case r >= 0x391 && r <= 0x3C9 && r != 0x3A2: // Greek
		return true
	case r >= 0x401 && r <= 0x45F: // Cyrillic
		return true
	case r >= 0x2013 && r <= 0x201E && r != 0x2016 && r != 0x2017: // dashes, quotation marks
		return true
	}
	return r == 0x2026 // ellipsis
}
