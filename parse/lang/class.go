package lang

import "math/bits"

// Class is a sort of tokens that the rules of a language do not tell apart. The
// tokens that no rule mentions are of class zero.
type Class uint16

// widest is the most digits that are told apart; longer numbers count as that.
const widest = 10

// Kinds of first token.
const (
	byWord = iota
	byNumber
)

// classes sorts the tokens of a language.
type classes struct {
	byWord  []Class // by WordID
	byWidth [widest + 1]Class
	kinds   []uint8 // by class: byWord or byNumber
	widths  []classSet
}

// of returns the class of a token.
func (c *classes) of(t *Token) Class {
	switch {
	case int(t.Word) >= len(c.byWord):
		return 0
	case t.Word == 0 && t.Kind == Digits:
		return c.byWidth[min(t.Width, widest)]
	}
	return c.byWord[t.Word]
}

// none stands for a token that is missing, at the end of the text.
func (c *classes) none() Class { return Class(len(c.kinds)) }

// classSet is a set of classes.
type classSet []uint64

func (c *classes) newSet() classSet { return make(classSet, (len(c.kinds)+63)/64) }

func (s classSet) add(c Class) { s[c/64] |= 1 << (c % 64) }

func (s classSet) has(c Class) bool { return int(c/64) < len(s) && s[c/64]&(1<<(c%64)) != 0 }

// join adds the members of a set that is not empty or of as many classes.
func (s classSet) join(other classSet) {
	for i, word := range other {
		s[i] |= word
	}
}

// or returns the union of two sets, which may be one of them.
func (s classSet) or(other classSet) classSet {
	switch {
	case len(s) == 0 || len(other) > 0 && &s[0] == &other[0]:
		return other
	case len(other) == 0:
		return s
	}
	out := make(classSet, len(s))
	for i := range s {
		out[i] = s[i] | other[i]
	}
	return out
}

// begin returns what a rule may begin with that has a set as the first of its
// opening: a number of figures only where any number of that width may stand.
func (c *classes) begin(first classSet) classSet {
	out := c.newSet()
	for class := range first.each {
		if c.kinds[class] == byWord {
			out.add(class)
		}
	}
	for w, class := range c.byWidth {
		if first.has(class) {
			out.join(c.widths[w])
		}
	}
	return out
}

// each calls yield with the members of the set.
func (s classSet) each(yield func(Class) bool) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			if !yield(Class(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}

// classify sorts the words of the lexicon by which words of the rules, sets,
// tables and numerals they are.
func (l *Language) classify() {
	p := partition{of: make([]int, len(l.lexicon.words)), seen: make([]int, len(l.lexicon.words)), moved: make([]move, 1)}
	widths := [widest + 1][]WordID{}
	for w, word := range l.lexicon.words {
		if w > 0 && byteClass[word[0]] == digit {
			widths[min(len(word), widest)] = append(widths[min(len(word), widest)], WordID(w))
		}
	}
	for _, words := range widths {
		p.split(words)
	}
	for i := range l.Groups {
		for _, r := range l.Groups[i].Rules {
			for _, step := range r.Steps {
				if step.Code == Literal {
					p.split([]WordID{WordID(step.Ref)})
				}
			}
		}
	}
	for _, words := range l.sets {
		p.split(words)
	}
	for i := range l.Tables {
		for _, words := range l.Tables[i].columns() {
			p.split(words)
		}
	}
	kinds := [article + 1][]WordID{}
	for w, n := range l.numerals.byWord {
		kinds[n.kind] = append(kinds[n.kind], WordID(w))
	}
	for _, words := range kinds[noNumeral+1:] {
		p.split(words)
	}
	p.split([]WordID{l.numerals.point})
	p.split([]WordID{l.numerals.group})
	l.lexicon.classes = p.classes()
	c := &l.lexicon.classes
	for w := range c.byWidth {
		c.byWidth[w] = Class(len(c.kinds))
		c.kinds = append(c.kinds, byNumber)
	}
	c.widths = make([]classSet, len(c.byWidth))
	for w := range c.widths {
		c.widths[w] = c.newSet()
		c.widths[w].add(c.byWidth[w])
		for _, word := range widths[w] {
			c.widths[w].add(c.byWord[word])
			c.kinds[c.byWord[word]] = byNumber
		}
	}
}

// partition sorts words into ever finer classes.
type partition struct {
	of    []int  // class by word
	seen  []int  // by word: the round in which it was moved last
	moved []move // by class
	round int
}

// move tells where the words of a class went in a round.
type move struct{ round, to int }

// split tells the given words from all others.
func (p *partition) split(words []WordID) {
	p.round++
	for _, w := range words {
		if p.seen[w] == p.round {
			continue
		}
		p.seen[w] = p.round
		from := p.of[w]
		if p.moved[from].round != p.round {
			p.moved[from] = move{p.round, len(p.moved)}
			p.moved = append(p.moved, move{})
		}
		p.of[w] = p.moved[from].to
	}
}

// classes numbers the classes that have words from one on, and zero the words
// that were never told apart.
func (p *partition) classes() classes {
	c := classes{byWord: make([]Class, len(p.of)), kinds: make([]uint8, 1)}
	numbers := make([]Class, len(p.moved))
	for w, old := range p.of {
		if old == 0 {
			continue
		}
		if numbers[old] == 0 {
			numbers[old] = Class(len(c.kinds))
			c.kinds = append(c.kinds, byWord)
		}
		c.byWord[w] = numbers[old]
	}
	return c
}
