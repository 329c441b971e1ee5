package lang

// Reading is a way in which a text writes a number.
type Reading uint16

// The ways. A language file names them under [number.*] as read = [...].
const (
	PlainDigits   Reading = 1 << iota // "digits": 12
	Fraction                          // "fraction": 2.5
	Grouped                           // "grouped": 1,500
	OrdinalDigits                     // "ordinal digits": 3rd
	CardinalWords                     // "words": twenty-five
	OrdinalWords                      // "ordinal words": twenty-fifth
	YearWords                         // "year words": nineteen ninety-eight
)

var readings = map[string]Reading{
	"digits": PlainDigits, "fraction": Fraction, "grouped": Grouped,
	"ordinal digits": OrdinalDigits, "words": CardinalWords,
	"ordinal words": OrdinalWords, "year words": YearWords,
}

// Number is a slot that reads numbers, as a [number.*] table of the file
// describes it.
type Number struct {
	Name     string
	Min, Max int
	Fewest   int // digits
	Most     int // digits
	Read     Reading
	Whole    bool // digits must not go on after a point or a comma
}

// numeral is what a word means as a number.
type numeral struct {
	value int32
	kind  numeralKind
}

type numeralKind uint8

const (
	noNumeral  numeralKind = iota
	cardinal               // one, twenty
	ordinal                // first, twentieth
	multiplier             // hundred, thousand
	joiner                 // and
	suffix                 // st, nd, rd, th
	article                // a, an: one, before a multiplier
)

// numerals holds the words for numbers. It implements the numeral system
// "western": tens and ones are added, hundreds and thousands multiply.
type numerals struct {
	byWord []numeral // by WordID
	point  WordID    // the sign before decimals
	group  WordID    // the sign between thousands
}

func (n *numerals) of(w WordID) numeral {
	if int(w) < len(n.byWord) {
		return n.byWord[w]
	}
	return numeral{}
}

func (n *numerals) set(w WordID, value int32, kind numeralKind) {
	for int(w) >= len(n.byWord) {
		n.byWord = append(n.byWord, make([]numeral, int(w)+64-len(n.byWord))...)
	}
	n.byWord[w] = numeral{value, kind}
}

// longestNumeral is how many tokens a number in words may have.
const longestNumeral = 9

// Read reads a number at the start of toks in one of the ways that the slot
// allows, preferring the longest. It returns the value and how many tokens it
// takes, 0 if there is none.
func (l *Language) Read(slot *Number, toks []Token) (value float64, used int) {
	if len(toks) == 0 {
		return 0, 0
	}
	switch toks[0].Kind {
	case Digits:
		value, used = l.numerals.digits(slot, toks)
	case Word:
		value, used = l.numerals.words(slot.Read, toks)
	}
	if used == 0 || value < float64(slot.Min) || value > float64(slot.Max) {
		return 0, 0
	}
	return value, used
}

// Looks returns how many tokens Read looks at, at most, if it is given toks,
// which are not empty. They may be more than there are.
func (l *Language) Looks(toks []Token) int {
	n := 1
	if toks[0].Kind == Digits {
		for n < min(len(toks), longestNumeral+1) && (toks[n].Word == l.numerals.point || toks[n].Word == l.numerals.group) {
			n += 2
		}
		return n + 1
	}
	for n < min(len(toks), longestNumeral+1) && l.numerals.of(toks[n].Word).kind != noNumeral {
		n++
	}
	return n + 1
}

// digits reads a number that starts with digits.
func (n *numerals) digits(slot *Number, toks []Token) (float64, int) {
	t := toks[0]
	if t.Width > 9 {
		return 0, 0
	}
	value := float64(t.Num)
	if slot.Read&OrdinalDigits != 0 && len(toks) > 1 && toks[1].Gap == Glued && n.of(toks[1].Word).kind == suffix {
		return value, 2
	}
	glued := func(i int, sign WordID) bool {
		return len(toks) > i+1 && toks[i].Word == sign && toks[i].Gap == Glued &&
			toks[i+1].Kind == Digits && toks[i+1].Gap == Glued
	}
	used := 1
	if slot.Read&Grouped != 0 && t.Width <= 3 {
		for glued(used, n.group) && toks[used+1].Width == 3 && used < longestNumeral {
			value = value*1000 + float64(toks[used+1].Num)
			used += 2
		}
	}
	if slot.Read&Fraction != 0 && glued(used, n.point) && toks[used+1].Width <= 3 {
		decimals := float64(toks[used+1].Num)
		for range toks[used+1].Width {
			decimals /= 10
		}
		return value + decimals, used + 2
	}
	if slot.Whole && (glued(used, n.point) || glued(used, n.group)) {
		return 0, 0
	}
	if used == 1 && (slot.Read&PlainDigits == 0 || int(t.Width) < slot.Fewest || int(t.Width) > slot.Most) {
		return 0, 0
	}
	return value, used
}

// words reads a number written in words.
func (n *numerals) words(ways Reading, toks []Token) (float64, int) {
	switch n.of(toks[0].Word).kind {
	case cardinal, ordinal:
	case article:
		if len(toks) < 2 || n.of(toks[1].Word).kind != multiplier {
			return 0, 0
		}
		value, used := n.additive(ways, toks[1:])
		return value, used + min(used, 1)
	default:
		return 0, 0
	}
	if ways&YearWords != 0 {
		if value, used := n.yearWords(toks); used > 0 {
			return value, used
		}
	}
	if ways&(CardinalWords|OrdinalWords) == 0 {
		return 0, 0
	}
	return n.additive(ways, toks)
}

// additive reads "two hundred and twenty-first": small numbers add up, a
// multiplier multiplies what stands before it.
func (n *numerals) additive(ways Reading, toks []Token) (float64, int) {
	total, group, last := 0.0, 0.0, int32(0)
	used, digits := 0, false
	bestValue, best := 0.0, 0
	for used < min(len(toks), longestNumeral) {
		t := toks[used]
		if used > 0 && t.Gap&(Spaced|Hyphen) == 0 {
			break
		}
		word := n.of(t.Word)
		switch word.kind {
		case cardinal, ordinal:
			if digits && !adds(last, word.value) {
				return bestValue, best
			}
			if word.kind == ordinal && ways&OrdinalWords == 0 {
				return bestValue, best
			}
			group += float64(word.value)
			last, digits = word.value, true
			used++
			if word.kind == ordinal {
				return total + group, used
			}
		case multiplier:
			if group == 0 {
				group = 1
			}
			group *= float64(word.value)
			if word.value >= 1000 {
				total, group = total+group, 0
			}
			last, digits = word.value, true
			used++
		case joiner:
			if !digits || last < 100 {
				return bestValue, best
			}
			used++
			continue
		default:
			return bestValue, best
		}
		if ways&CardinalWords != 0 {
			bestValue, best = total+group, used
		}
	}
	return bestValue, best
}

// adds reports whether a number word may follow another to be added to it:
// ones after tens, anything below the multiplier after a multiplier.
func adds(before, after int32) bool {
	if before >= 100 {
		return after < before
	}
	return before >= 20 && before%10 == 0 && after < 10
}

// yearWords reads a year that is said as two numbers below a hundred,
// "nineteen ninety-eight", or with a thousand, "two thousand one".
func (n *numerals) yearWords(toks []Token) (float64, int) {
	century, used := n.additive(CardinalWords, toks)
	if used == 0 || century != float64(int(century)) {
		return 0, 0
	}
	if century >= 1000 && century < 3000 && n.of(toks[0].Word).value < 10 {
		return century, used
	}
	if century < 13 || century > 20 || used != 1 || len(toks) < 2 || toks[1].Gap&(Spaced|Hyphen) == 0 {
		return 0, 0
	}
	rest, more := n.additive(CardinalWords, toks[used:])
	if more == 0 || rest < 10 || rest > 99 {
		return 0, 0
	}
	return century*100 + rest, used + more
}
