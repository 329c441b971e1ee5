package lang

import "math/bits"

// set is a set of tokens: words, and whether digits belong to it.
type set struct {
	bits   []uint64
	digits bool
}

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
	s.digits = s.digits || other.digits
}

// holds reports whether the token belongs to the set.
func (s *set) holds(t *Token) bool {
	if t.Kind == Digits {
		return s.digits || s.has(t.Word)
	}
	return t.Word != 0 && s.has(t.Word)
}

// opening tells how something may begin: by which tokens, and by which tokens
// after the first. It is one if it may be a single token, empty if it may be
// nothing at all.
type opening struct {
	first, second set
	one, empty    bool
}

// or adds another way to begin.
func (o *opening) or(other *opening) {
	o.first.join(&other.first)
	o.second.join(&other.second)
	o.one = o.one || other.one
	o.empty = o.empty || other.empty
}

// then returns the opening of o with next after it. Only next may be empty.
func (o *opening) then(next *opening) *opening {
	out := &opening{one: o.one && next.empty}
	out.first.join(&o.first)
	out.second.join(&o.second)
	if o.one {
		out.second.join(&next.first)
	}
	return out
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
	l.candidates, l.byDigits = l.gatherCandidates(l.Find)
	l.shortCandidates, l.shortByDigits = l.gatherCandidates(l.FindShort)
}

// openings computes the openings of rules.
type openings struct {
	lang            *Language
	groups          []opening
	numbers, tables []*opening
	known           []*opening // by step of the rule at hand
	rule            *Rule
}

// begin computes the opening of a rule and files it under its first tokens.
func (p *openings) begin(g *Group, r *Rule) {
	p.rule, p.known = r, make([]*opening, len(r.Steps))
	for _, start := range r.starts {
		r.opening.or(p.of(start))
	}
	for i, word := range r.opening.first.bits {
		for ; word != 0; word &= word - 1 {
			w := i*64 + bits.TrailingZeros64(word)
			g.first[w] = append(g.first[w], r)
		}
	}
	if r.opening.first.digits {
		g.digits = append(g.digits, r)
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
	out := &opening{one: true}
	if step.Code == InSet {
		out.first.join(p.lang.sets[step.Ref])
		return out
	}
	out.first.add(WordID(step.Ref))
	return out
}

func (p *openings) table(t *Table) *opening {
	out := &opening{}
	for w, list := range t.byFirst {
		out.first.add(w)
		for _, e := range list {
			if len(e.forms) == 1 {
				out.one = true
			} else {
				out.second.add(e.forms[1].word)
			}
		}
	}
	return out
}

func (p *openings) number(slot *Number) *opening {
	out := &opening{one: true}
	if slot.Read&(PlainDigits|Fraction|Grouped|OrdinalDigits) != 0 {
		out.first.digits, out.second.digits = true, true
	}
	n := &p.lang.numerals
	out.second.add(n.point)
	out.second.add(n.group)
	words := slot.Read&(CardinalWords|OrdinalWords|YearWords) != 0
	for i, numeral := range n.byWord {
		w := WordID(i)
		switch numeral.kind {
		case noNumeral:
			continue
		case cardinal, article:
			if words {
				out.first.add(w)
			}
		case ordinal:
			if slot.Read&OrdinalWords != 0 {
				out.first.add(w)
			}
		}
		out.second.add(w)
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
func (l *Language) gatherCandidates(finds []int) (byWord [][]Candidate, byDigits []Candidate) {
	byWord = make([][]Candidate, len(l.lexicon.words))
	for _, g := range finds {
		group := &l.Groups[g]
		for w, rules := range group.first {
			if len(rules) > 0 {
				byWord[w] = append(byWord[w], Candidate{g, rules})
			}
		}
		if len(group.digits) > 0 {
			byDigits = append(byDigits, Candidate{g, group.digits})
		}
	}
	return byWord, byDigits
}

// Candidates returns the groups with rules that read expressions and may begin
// with the token. Short asks for those that are read in short messages.
func (l *Language) Candidates(t *Token, short Length) []Candidate {
	switch {
	case t.Kind == Digits && short == ShortText:
		return l.shortByDigits
	case t.Kind == Digits:
		return l.byDigits
	case short == ShortText:
		return l.shortCandidates[t.Word]
	}
	return l.candidates[t.Word]
}

// Length tells short messages from longer texts.
type Length uint8

// The lengths.
const (
	LongText Length = iota
	ShortText
)

// Fits reports whether the rule may go on after its first token with the next
// one, which is nil at the end of the text.
func (r *Rule) Fits(next *Token) bool {
	return r.opening.one || next != nil && r.opening.second.holds(next)
}

// In reports whether a token is one of the words of a set of the rules.
func (l *Language) In(ref int32, t *Token) bool { return t.Word != 0 && l.sets[ref].has(t.Word) }
