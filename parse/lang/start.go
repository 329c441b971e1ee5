package lang

import "math/bits"

// set is a set of tokens: words, and numbers by how many digits they have.
type set struct {
	bits   []uint64
	widths uint16 // bit w for numbers of w digits
}

// widest is the most digits that are told apart; longer numbers count as that.
const widest = 10

// widthOf returns the bit of widths for a token of digits.
func widthOf(t *Token) uint16 { return 1 << min(t.Width, widest) }

func newSet() *set { return &set{} }

func (s *set) add(w WordID) {
	for int(w)/64 >= len(s.bits) {
		s.bits = append(s.bits, make([]uint64, int(w)/64+1-len(s.bits))...)
	}
	s.bits[w/64] |= 1 << (w % 64)
}

func (s *set) has(w WordID) bool {
	return int(w)/64 < len(s.bits) && s.bits[w/64]&(1<<(w%64)) != 0
}

func (s *set) join(other *set) {
	if len(other.bits) > len(s.bits) {
		s.bits = append(s.bits, make([]uint64, len(other.bits)-len(s.bits))...)
	}
	for i, word := range other.bits {
		s.bits[i] |= word
	}
	s.widths |= other.widths
}

// holds reports whether the token belongs to the set.
func (s *set) holds(t *Token) bool {
	if t.Kind == Digits {
		return s.widths&widthOf(t) != 0 || t.Word != 0 && s.has(t.Word)
	}
	return t.Word != 0 && s.has(t.Word)
}

// opening tells how something may begin: by which tokens, and by which tokens
// after the first. It is one if it may be a single token, empty if it may be
// nothing at all. What comes second is kept apart by whether the first token is
// a word or a number.
type opening struct {
	first  set
	second [2]set
	one    [2]bool
	empty  bool
}

// kinds of first token
const (
	byWord = iota
	byNumber
)

func kindOf(t *Token) int {
	if t.Kind == Digits {
		return byNumber
	}
	return byWord
}

// or adds another way to begin.
func (o *opening) or(other *opening) {
	o.first.join(&other.first)
	for k := range o.second {
		o.second[k].join(&other.second[k])
		o.one[k] = o.one[k] || other.one[k]
	}
	o.empty = o.empty || other.empty
}

// then returns the opening of o with next after it. Only next may be empty.
func (o *opening) then(next *opening) *opening {
	out := &opening{}
	out.first.join(&o.first)
	for k := range o.second {
		out.second[k].join(&o.second[k])
		if o.one[k] {
			out.second[k].join(&next.first)
		}
		out.one[k] = o.one[k] && next.empty
	}
	return out
}

// fits reports whether something that begins with t may go on with the next
// token, which is nil at the end of the text.
func (o *opening) fits(t, next *Token) bool {
	k := kindOf(t)
	return o.one[k] || next != nil && o.second[k].holds(next)
}

// prepare computes which rules may begin with which tokens. Groups only use
// groups before them, so one pass in order is enough.
func (l *Language) prepare() {
	p := &openings{lang: l, groups: make([]opening, len(l.Groups))}
	p.numbers = make([]*opening, len(l.Numbers))
	for i := range l.Numbers {
		p.numbers[i] = p.number(&l.Numbers[i])
	}
	p.tables = make([]*opening, len(l.Tables))
	for i := range l.Tables {
		p.tables[i] = p.table(&l.Tables[i])
	}
	for i := range l.Groups {
		g := &l.Groups[i]
		g.first = make([][]*Rule, len(l.lexicon.words))
		for _, r := range g.Rules {
			p.begin(g, r)
			p.groups[i].or(&r.opening)
		}
	}
	l.candidates = [...]*candidates{LongText: l.gatherCandidates(l.Find), ShortText: l.gatherCandidates(l.FindShort)}
}

// openings computes the openings of rules.
type openings struct {
	lang            *Language
	groups          []opening
	numbers, tables []*opening
	known           []*opening // by step of the rule at hand
	rule            *Rule
}

// begin computes the openings of a rule's patterns and files the rule under its
// first tokens.
func (p *openings) begin(g *Group, r *Rule) {
	r.openings = make([]*opening, len(r.Steps))
	p.rule, p.known = r, r.openings
	for i := range r.Patterns {
		pattern := &r.Patterns[i]
		pattern.opening = p.of(pattern.Start)
		r.opening.or(pattern.opening)
	}
	for i, word := range r.opening.first.bits {
		for ; word != 0; word &= word - 1 {
			w := i*64 + bits.TrailingZeros64(word)
			g.first[w] = append(g.first[w], r)
		}
	}
	for w := range g.digits {
		if r.opening.first.widths&(1<<w) != 0 {
			g.digits[w] = append(g.digits[w], r)
			g.afterDigits[w].or(&r.opening)
		}
	}
}

// of returns the opening of the rule at hand from a step on.
func (p *openings) of(at int16) *opening {
	if p.known[at] != nil {
		return p.known[at]
	}
	step := &p.rule.Steps[at]
	var out *opening
	switch step.Code {
	case Accept:
		out = &opening{empty: true}
	case Open, Close:
		out = p.of(step.Next)
	case Split:
		out = &opening{}
		out.or(p.of(step.Next))
		out.or(p.of(step.Else))
	default:
		out = p.element(step).then(p.of(step.Next))
	}
	p.known[at] = out
	return out
}

// element returns the opening of what a single step reads.
func (p *openings) element(step *Step) *opening {
	switch step.Code {
	case InTable:
		return p.tables[step.Ref]
	case IsNumber:
		return p.numbers[step.Ref]
	case IsRule:
		return &p.groups[step.Ref]
	}
	out := &opening{}
	if step.Code == InSet {
		out.first.join(p.lang.sets[step.Ref])
		out.one = [2]bool{true, true}
		return out
	}
	out.first.add(WordID(step.Ref))
	out.one[p.kind(WordID(step.Ref))] = true
	return out
}

// kind tells words of the lexicon from numbers that the file mentions.
func (p *openings) kind(w WordID) int {
	if byteClass[p.lang.lexicon.words[w][0]] == digit {
		return byNumber
	}
	return byWord
}

func (p *openings) table(t *Table) *opening {
	out := &opening{}
	for w, list := range t.byFirst {
		out.first.add(w)
		k := p.kind(w)
		for _, e := range list {
			if len(e.forms) == 1 {
				out.one[k] = true
			} else {
				out.second[k].add(e.forms[1].word)
			}
		}
	}
	return out
}

func (p *openings) number(slot *Number) *opening {
	out := &opening{}
	out.first.widths = slot.widths()
	out.one[byNumber] = out.first.widths != 0
	n := &p.lang.numerals
	if slot.Read&(Fraction|Grouped) != 0 {
		out.second[byNumber].add(n.point)
		out.second[byNumber].add(n.group)
	}
	words := slot.Read&(CardinalWords|OrdinalWords|YearWords) != 0
	out.one[byWord] = words
	for i, numeral := range n.byWord {
		w := WordID(i)
		switch {
		case numeral.kind == noNumeral:
		case numeral.kind == suffix:
			if slot.Read&OrdinalDigits != 0 {
				out.second[byNumber].add(w)
			}
		case words:
			out.second[byWord].add(w)
			if numeral.kind == cardinal || numeral.kind == article || numeral.kind == ordinal && slot.Read&OrdinalWords != 0 {
				out.first.add(w)
			}
		}
	}
	return out
}

// widths returns how many digits the numbers of the slot may begin with.
func (n *Number) widths() uint16 {
	const any = 1<<(widest+1) - 2
	if n.Read&(Fraction|OrdinalDigits) != 0 {
		return any
	}
	out := uint16(0)
	if n.Read&Grouped != 0 {
		out |= 1<<1 | 1<<2 | 1<<3
	}
	if n.Read&PlainDigits != 0 {
		for w := n.Fewest; w <= min(n.Most, widest); w++ {
			out |= 1 << w
		}
	}
	return out
}

// Candidate is a rule that may begin with a token, and the place of its group
// among those that read expressions.
type Candidate struct {
	Group int
	Rules []*Rule
}

// gatherCandidates lists, by word, the groups of a list that have rules which
// begin with it.
func (l *Language) gatherCandidates(finds []int) *candidates {
	c := &candidates{byWord: make([]start, len(l.lexicon.words))}
	for _, g := range finds {
		group := &l.Groups[g]
		for w, rules := range group.first {
			c.byWord[w].add(g, rules)
		}
		for w, rules := range group.digits {
			c.byWidth[w].add(g, rules)
		}
	}
	return c
}

// candidates lists what may begin an expression, by its first token.
type candidates struct {
	byWord  []start
	byWidth [widest + 1]start
}

// start is what may begin with one token: the groups, and the openings of all
// their rules joined.
type start struct {
	groups  []Candidate
	opening opening
}

func (s *start) add(group int, rules []*Rule) {
	if len(rules) == 0 {
		return
	}
	s.groups = append(s.groups, Candidate{group, rules})
	for _, r := range rules {
		for k := range s.opening.second {
			s.opening.second[k].join(&r.opening.second[k])
			s.opening.one[k] = s.opening.one[k] || r.opening.one[k]
		}
	}
}

// Candidates returns the groups with rules that read expressions and may begin
// with the token t, to judge by the one after it, in texts of the given length.
func (l *Language) Candidates(t, next *Token, length Length) []Candidate {
	s := &l.candidates[length].byWord[t.Word]
	if t.Kind == Digits {
		s = &l.candidates[length].byWidth[min(t.Width, widest)]
	}
	if len(s.groups) == 0 || !s.opening.fits(t, next) {
		return nil
	}
	return s.groups
}

// Length tells short messages from longer texts.
type Length uint8

// The lengths.
const (
	LongText Length = iota
	ShortText
)

// Fits reports whether the rule may be read from the token t on, to judge by the
// token after it, which is nil at the end of the text.
func (r *Rule) Fits(t, next *Token) bool { return r.opening.fits(t, next) }

// Fits reports whether the pattern may be read from the token t on, to judge by
// the token after it, which is nil at the end of the text.
func (p *Pattern) Fits(t, next *Token) bool {
	return p.opening.first.holds(t) && p.opening.fits(t, next)
}

// Fits reports whether any rule of the group may be read from the token t on, to
// judge by the token after it. For numbers it spares looking at each rule.
func (g *Group) Fits(t, next *Token) bool {
	return t.Kind != Digits || g.afterDigits[min(t.Width, widest)].fits(t, next)
}

// MayGoOn reports whether the rule may be read on from a step at the token, which
// is nil at the end of the text.
func (r *Rule) MayGoOn(at int16, t *Token) bool {
	o := r.openings[at]
	return o.empty || t != nil && o.first.holds(t)
}

// In reports whether a token is one of the words of a set of the rules.
func (l *Language) In(ref int32, t *Token) bool { return t.Word != 0 && l.sets[ref].has(t.Word) }
