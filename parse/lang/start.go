package lang

import "strconv"

// opening tells how something may begin: by which tokens, and by which tokens
// second and third. It is one or two if it may be that many tokens, empty if it
// may be nothing at all. What comes after the first token is kept apart by
// whether that is a word or a number.
type opening struct {
	first         classSet
	second, third [2]classSet
	one, two      [2]bool
	empty         bool
}

// or returns the opening of what may begin in either way.
func (o *opening) or(other *opening) opening {
	out := opening{first: o.first.or(other.first), empty: o.empty || other.empty}
	for k := range o.second {
		out.second[k] = o.second[k].or(other.second[k])
		out.third[k] = o.third[k].or(other.third[k])
		out.one[k] = o.one[k] || other.one[k]
		out.two[k] = o.two[k] || other.two[k]
	}
	return out
}

// then returns the opening of o with next after it. Only next may be empty.
func (o *opening) then(next *opening) opening {
	out := opening{first: o.first, second: o.second, third: o.third}
	for k := range o.second {
		if o.two[k] {
			out.third[k] = out.third[k].or(next.first)
			out.two[k] = next.empty
		}
		if o.one[k] {
			out.second[k] = out.second[k].or(next.first)
			out.third[k] = out.third[k].or(next.second[byWord]).or(next.second[byNumber])
			out.one[k] = next.empty
			out.two[k] = out.two[k] || next.one[byWord] || next.one[byNumber]
		}
	}
	return out
}

// fits reports whether something that begins with a token of the first kind may
// go on with a token of the second class.
func (o *opening) fits(kind uint8, second Class) bool {
	return o.one[kind] || o.second[kind].has(second)
}

// prepare computes which rules may begin with which tokens. Groups only use
// groups before them, so one pass in order is enough.
func (l *Language) prepare() {
	l.classify()
	p := &openings{lang: l, classes: &l.lexicon.classes, groups: make([]opening, len(l.Groups))}
	for _, words := range l.sets {
		p.sets = append(p.sets, p.set(words))
	}
	for i := range l.Numbers {
		p.numbers = append(p.numbers, p.number(&l.Numbers[i]))
	}
	for i := range l.Tables {
		p.tables = append(p.tables, p.table(&l.Tables[i]))
	}
	for i := range l.Groups {
		for _, r := range l.Groups[i].Rules {
			p.begin(r)
			p.groups[i] = p.groups[i].or(&r.opening)
		}
	}
	l.filter = l.newFilter()
	l.starts = [...][]start{LongText: l.newStarts(l.Find), ShortText: l.newStarts(l.FindShort)}
}

// openings computes the openings of rules.
type openings struct {
	lang            *Language
	classes         *classes
	sets            []classSet
	groups          []opening
	numbers, tables []opening
	known           []bool // by step of the rule at hand
	rule            *Rule
}

// begin computes the openings of a rule's steps and patterns.
func (p *openings) begin(r *Rule) {
	r.openings = make([]opening, len(r.Steps))
	p.rule, p.known = r, make([]bool, len(r.Steps))
	for _, start := range r.Patterns {
		r.opening = r.opening.or(p.of(start))
	}
}

// of returns the opening of the rule at hand from a step on.
func (p *openings) of(at int16) *opening {
	out := &p.rule.openings[at]
	if p.known[at] {
		return out
	}
	p.known[at] = true
	step := &p.rule.Steps[at]
	switch step.Code {
	case Accept:
		out.empty = true
	case Open, Close:
		*out = *p.of(step.Next)
	case Split:
		*out = p.of(step.Next).or(p.of(step.Else))
	default:
		*out = p.element(step).then(p.of(step.Next))
	}
	return out
}

// element returns the opening of what a single step reads.
func (p *openings) element(step *Step) *opening {
	switch step.Code {
	case InTable:
		return &p.tables[step.Ref]
	case IsNumber:
		return &p.numbers[step.Ref]
	case IsRule:
		return &p.groups[step.Ref]
	case InSet:
		return &opening{first: p.sets[step.Ref], one: [2]bool{true, true}}
	}
	word := WordID(step.Ref)
	out := &opening{first: p.set([]WordID{word})}
	out.one[p.kind(word)] = true
	return out
}

// set returns the classes of words.
func (p *openings) set(words []WordID) classSet {
	s := p.classes.newSet()
	for _, w := range words {
		s.add(p.classes.byWord[w])
	}
	return s
}

// kind tells words of the lexicon from numbers that the file mentions.
func (p *openings) kind(w WordID) uint8 { return p.classes.kinds[p.classes.byWord[w]] }

func (p *openings) table(t *Table) opening {
	columns := t.columns()
	out := opening{first: p.set(columns[0])}
	for k := range out.second {
		out.second[k], out.third[k] = p.classes.newSet(), p.classes.newSet()
	}
	for w, list := range t.byFirst {
		k := p.kind(w)
		for _, e := range list {
			switch len(e.forms) {
			case 1:
				out.one[k] = true
				continue
			case 2:
				out.two[k] = true
			default:
				out.third[k].add(p.classes.byWord[e.forms[2].word])
			}
			out.second[k].add(p.classes.byWord[e.forms[1].word])
		}
	}
	return out
}

func (p *openings) number(slot *Number) opening {
	out := opening{first: p.classes.newSet()}
	for k := range out.second {
		out.second[k], out.third[k] = p.classes.newSet(), p.classes.newSet()
	}
	for w, classes := range p.classes.widths {
		if slot.widths()&(1<<w) != 0 {
			out.first = out.first.or(classes)
			out.one[byNumber] = true
		}
	}
	n := &p.lang.numerals
	if slot.Read&(Fraction|Grouped) != 0 {
		out.second[byNumber].add(p.classes.byWord[n.point])
		out.second[byNumber].add(p.classes.byWord[n.group])
		for _, classes := range p.classes.widths[1:4] {
			out.third[byNumber] = out.third[byNumber].or(classes)
		}
	}
	words := slot.Read&(CardinalWords|OrdinalWords|YearWords) != 0
	out.one[byWord], out.two[byWord] = words, words
	for i, numeral := range n.byWord {
		if numeral.kind == noNumeral {
			continue
		}
		c := p.classes.byWord[i]
		switch {
		case numeral.kind == suffix:
			if slot.Read&OrdinalDigits != 0 {
				out.second[byNumber].add(c)
				out.two[byNumber] = true
			}
		case words:
			out.second[byWord].add(c)
			out.third[byWord].add(c)
			if numeral.kind == cardinal || numeral.kind == article || numeral.kind == ordinal && slot.Read&OrdinalWords != 0 {
				out.first.add(c)
			}
		}
	}
	return out
}

// widths returns how many digits the numbers of the slot may begin with.
func (n *Number) widths() uint16 {
	const every = 1<<(widest+1) - 2
	if n.Read&Fraction != 0 {
		return every
	}
	out := uint16(0)
	if n.Read&OrdinalDigits != 0 {
		out |= 1<<(len(strconv.Itoa(n.Max))+1) - 2
		out &= every
	}
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

// start is what may begin an expression with a token of one class: the groups
// with such rules, and what may come second in any of these rules.
type start struct {
	groups []int
	second [2]classSet
	one    [2]bool
}

// add notes a rule of a group.
func (s *start) add(group int, r *Rule) {
	if n := len(s.groups); n == 0 || s.groups[n-1] != group {
		s.groups = append(s.groups, group)
	}
	for k := range s.second {
		s.second[k].join(r.opening.second[k])
		s.one[k] = s.one[k] || r.opening.one[k]
	}
}

// newStarts lists, by class, the groups of a list that have rules which begin
// with it.
func (l *Language) newStarts(finds []int) []start {
	c := &l.lexicon.classes
	starts := make([]start, len(c.kinds))
	for i := range starts {
		starts[i].second = [2]classSet{c.newSet(), c.newSet()}
	}
	for _, g := range finds {
		for _, r := range l.Groups[g].Rules {
			for first := range c.begin(r.opening.first).each {
				starts[first].add(g, r)
			}
		}
	}
	return starts
}

// Candidates returns the groups with rules that read expressions and may begin
// with the token t, to judge by the one after it, in texts of the given length.
func (l *Language) Candidates(t, next *Token, length Length) []int {
	s := &l.starts[length][t.Class]
	if len(s.groups) == 0 {
		return nil
	}
	if k := l.lexicon.classes.kinds[t.Class]; !s.one[k] && !s.second[k].has(l.classOf(next)) {
		return nil
	}
	return s.groups
}

// classOf returns the class of a token, which may be missing.
func (l *Language) classOf(t *Token) Class {
	if t == nil {
		return l.lexicon.classes.none()
	}
	return t.Class
}

// Length tells short messages from longer texts.
type Length uint8

// The lengths.
const (
	LongText Length = iota
	ShortText
)

// MayGoOn reports whether the rule may be read on from a step at the token t, to
// judge by the one after it. They are nil at the end of the text.
func (l *Language) MayGoOn(r *Rule, at int16, t, next *Token) bool {
	o := &r.openings[at]
	return o.empty || t != nil && o.first.has(t.Class) && o.fits(l.lexicon.classes.kinds[t.Class], l.classOf(next))
}
