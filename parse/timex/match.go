package timex

import (
	"dateline/parse/lang"
	"dateline/parse/when"
)

// window is how many tokens are held at once; lookahead how many of them are
// kept in reserve, which no rule reads past.
const (
	window    = 2048
	lookahead = 96
)

// capture is what a slot of a rule has read.
type capture struct {
	value      lang.Value
	start, end int // tokens, from the start of the window
}

// maxExtents is how many stretches of one rule may be marked with < and >.
const maxExtents = 4

// extents are the marked stretches of a match, in tokens.
type extents struct {
	n  int
	at [maxExtents][2]int
}

// match is what a rule has read.
type match struct {
	rule    *lang.Rule
	value   lang.Value
	start   int // tokens
	end     int
	extents extents
	slots   [lang.MaxSlots]capture
}

// matcher runs rules over tokens. It remembers what each rule group reads at
// each place, so that no place is read twice for the same question.
type matcher struct {
	lang  *lang.Language
	finds []int // groups whose rules read expressions
	toks  []lang.Token
	order lang.Order

	attempt uint32 // number of the top-level attempt that memo belongs to
	memo    []memo // by place in the lookahead and group
	arena   []match
	from    int // token at which the attempt started
}

// memo is a remembered answer. Match is an index into the arena, -1 for none.
type memo struct {
	attempt uint32
	match   int32
}

func newMatcher(l *lang.Language) *matcher {
	return &matcher{lang: l, memo: make([]memo, lookahead*len(l.Groups)), arena: make([]match, 0, 64)}
}

// frame is the state of one rule while it is read.
type frame struct {
	rule    *lang.Rule
	start   int
	slots   [lang.MaxSlots]capture
	extents extents
	best    match
}

// at returns the longest reading of the top-level rules at a token, nil if
// there is none.
func (m *matcher) at(pos int) *match {
	m.attempt++
	m.from = pos
	m.arena = m.arena[:0]
	var best *match
	for _, g := range m.finds {
		if i := m.group(g, pos); i >= 0 && (best == nil || m.arena[i].end > best.end) {
			best = &m.arena[i]
		}
	}
	return best
}

// group returns the place in the arena of the longest reading of a rule group
// at a token, -1 if there is none.
func (m *matcher) group(g, pos int) int32 {
	if pos-m.from >= lookahead || pos >= len(m.toks) {
		return -1
	}
	known := &m.memo[(pos-m.from)*len(m.lang.Groups)+g]
	if known.attempt == m.attempt {
		return known.match
	}
	known.attempt, known.match = m.attempt, -1
	rules := m.lang.Groups[g].Starting(&m.toks[pos])
	if len(rules) == 0 {
		return -1
	}
	f := frame{start: pos}
	for _, r := range rules {
		if r.Order != lang.AnyOrder && r.Order != m.order {
			continue
		}
		f.rule = r
		for _, start := range r.Starts() {
			f.extents.n = 0
			m.run(&f, start, pos)
		}
	}
	if f.best.rule == nil {
		return -1
	}
	m.arena = append(m.arena, f.best)
	known.match = int32(len(m.arena) - 1)
	return known.match
}

// run goes on reading a rule from a step at a token.
func (m *matcher) run(f *frame, at int16, pos int) {
	for {
		step := &f.rule.Steps[at]
		switch step.Code {
		case lang.Split:
			m.run(f, step.Next, pos)
			at = step.Else
			continue
		case lang.Open:
			if f.extents.n == maxExtents {
				return
			}
			f.extents.at[f.extents.n] = [2]int{pos, pos}
			f.extents.n++
			m.run(f, step.Next, pos)
			f.extents.n--
			return
		case lang.Close:
			if f.extents.n > 0 {
				f.extents.at[f.extents.n-1][1] = pos
			}
		case lang.Accept:
			m.accept(f, pos)
			return
		default:
			if pos >= len(m.toks) || pos > f.start && m.toks[pos].Gap&step.Gaps == 0 {
				return
			}
			used, value := m.read(step, pos)
			if used == 0 {
				return
			}
			if step.Slot >= 0 {
				before := f.slots[step.Slot]
				f.slots[step.Slot] = capture{value, pos, pos + used}
				m.run(f, step.Next, pos+used)
				f.slots[step.Slot] = before
				return
			}
			pos += used
		}
		at = step.Next
	}
}

// read reads what one step asks for and returns how many tokens it takes.
func (m *matcher) read(step *lang.Step, pos int) (used int, v lang.Value) {
	toks := m.toks[pos:]
	switch step.Code {
	case lang.Literal:
		if int32(toks[0].Word) != step.Ref || step.Capital && toks[0].Case == lang.Lower {
			return 0, v
		}
		return 1, v
	case lang.InTable:
		s, n := m.lang.Tables[step.Ref].Match(toks)
		return n, lang.Value{Set: n > 0, N: float64(s.Num), Name: s.Name}
	case lang.IsNumber:
		x, n := m.lang.Read(&m.lang.Numbers[step.Ref], toks)
		return n, lang.Value{Set: n > 0, N: x}
	case lang.IsRule:
		if i := m.group(int(step.Ref), pos); i >= 0 {
			found := &m.arena[i]
			return found.end - pos, found.value
		}
	}
	return 0, v
}

// accept keeps a reading if it is the longest so far and means something.
func (m *matcher) accept(f *frame, end int) {
	if f.best.rule != nil && end <= f.best.end {
		return
	}
	value, ok := f.rule.Mean.Build(func(slot int8) lang.Value { return f.slots[slot].value })
	if !ok {
		return
	}
	f.best = match{rule: f.rule, value: value, start: f.start, end: end, extents: f.extents, slots: f.slots}
}

// exprOf returns the operand i of an expression that has several.
func exprOf(e when.Expr, i int) when.Expr {
	switch e := e.(type) {
	case when.Range:
		return [...]when.Expr{e.From, e.To}[min(i, 1)]
	case when.Either:
		return e[min(i, len(e)-1)]
	}
	return e
}
