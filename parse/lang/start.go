package lang

// starts tells by which tokens an expression may begin.
type starts struct {
	words  []bool // by WordID
	digits bool
}

// MayStart reports whether any expression may begin with the token.
func (l *Language) MayStart(t *Token) bool {
	if t.Kind == Digits {
		return l.starts.digits
	}
	return l.starts.words[t.Word]
}

// prepare computes which rules may start with which tokens. Groups only use
// groups before them, so one pass in order is enough.
func (l *Language) prepare() {
	l.starts.words = make([]bool, len(l.lexicon.words))
	for i := range l.Groups {
		g := &l.Groups[i]
		g.first = map[WordID][]*Rule{}
		for _, r := range g.Rules {
			f := &firsts{lang: l, rule: r, words: map[WordID]bool{}, seen: map[int16]bool{}}
			for _, start := range r.starts {
				f.visit(start)
			}
			for w := range f.words {
				g.first[w] = append(g.first[w], r)
			}
			if f.digits {
				g.digits = append(g.digits, r)
			}
		}
	}
	for _, i := range l.FindShort {
		for w := range l.Groups[i].first {
			l.starts.words[w] = true
		}
		l.starts.digits = l.starts.digits || len(l.Groups[i].digits) > 0
	}
}

// firsts gathers the tokens that a rule may begin with.
type firsts struct {
	lang   *Language
	rule   *Rule
	words  map[WordID]bool
	digits bool
	seen   map[int16]bool
}

func (f *firsts) visit(at int16) {
	if f.seen[at] {
		return
	}
	f.seen[at] = true
	step := f.rule.Steps[at]
	switch step.Code {
	case Literal:
		f.words[WordID(step.Ref)] = true
		f.digits = f.digits || byteClass[f.lang.lexicon.words[step.Ref][0]] == digit
	case InTable:
		for w := range f.lang.Tables[step.Ref].byFirst {
			f.words[w] = true
		}
	case IsNumber:
		f.number(&f.lang.Numbers[step.Ref])
	case IsRule:
		g := &f.lang.Groups[step.Ref]
		for w := range g.first {
			f.words[w] = true
		}
		f.digits = f.digits || len(g.digits) > 0
	case Split:
		f.visit(step.Next)
		f.visit(step.Else)
	case Open, Close:
		f.visit(step.Next)
	}
}

func (f *firsts) number(slot *Number) {
	f.digits = f.digits || slot.Read&(PlainDigits|Fraction|Grouped|OrdinalDigits) != 0
	if slot.Read&(CardinalWords|OrdinalWords|YearWords) == 0 {
		return
	}
	for w, n := range f.lang.numerals.byWord {
		if n.kind == cardinal || n.kind == multiplier || n.kind == article || n.kind == ordinal && slot.Read&OrdinalWords != 0 {
			f.words[WordID(w)] = true
		}
	}
}
