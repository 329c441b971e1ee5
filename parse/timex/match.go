package timex

import (
	"math/bits"
	"slices"

	"dateline/parse/lang"
	"dateline/parse/when"
)

// window is how many tokens are held at once; lookahead how many of them are
// kept in reserve, which no rule reads past.
const (
	window    = 2048
	lookahead = 96
)

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
}

// matcher runs rules over tokens. It remembers what each rule group reads at
// each place, so that no place is read twice for the same question.
type matcher struct {
	lang  *lang.Language
	short lang.Length
	toks  []lang.Token
	order lang.Order

	base   int    // tokens of the block before toks[0]
	memo   []memo // by place, modulo lookahead, and group
	arena  []match
	age    uint32 // how often the arena has been cleared
	from   int    // token at which the attempt started
	frames []*frame
	depth  int // of the groups that are being read
	room   lang.Room
	steps  int // how many steps of rules were taken so far
	reach  int // the last token that was looked at

	recall recall
	again  match // what was recalled

	found []Timex // so far, in space that is used again

	blocks int               // how many blocks were begun
	fit    []uint64          // by place, modulo lookahead: the patterns that may be read there
	fitted [lookahead]fitted // for which place each part of fit stands
}

// memo is a remembered answer. Match is an index into the arena, -1 for none.
type memo struct {
	place uint32 // token of the block plus one
	age   uint32
	match int32
	reach uint8 // how many tokens after that one were looked at
}

// fitted names a place: a token of a block, plus one, and the block.
type fitted struct{ place, block int }

// full is how many matches the arena holds before it is cleared.
const full = 1024

func newMatcher(l *lang.Language) *matcher {
	return &matcher{
		lang: l,
		toks: make([]lang.Token, 0, window),
		memo: make([]memo, lookahead*len(l.Groups)), arena: make([]match, 0, 64),
		fit: make([]uint64, lookahead*l.FitWords()),
	}
}

// frame is the state of one rule while it is read.
type frame struct {
	rule    *lang.Rule
	start   int
	slots   [lang.MaxSlots]lang.Value
	extents extents
	best    match
}

// at returns the longest reading of the top-level rules at a token, nil if
// there is none. It stands until the next call.
func (m *matcher) at(pos int) *match {
	groups := m.lang.Candidates(&m.toks[pos], m.next(pos), m.short)
	if len(groups) == 0 {
		return nil
	}
	known := m.recall.entry(m.toks[pos:])
	if known != nil && known.holds(m.toks[pos:], m.short) {
		if !known.found {
			return nil
		}
		m.again = known.match
		m.again.shift(pos)
		return &m.again
	}
	m.reach = pos + 1
	found := m.longest(groups, pos)
	if known != nil && m.reach < min(pos+longestRecall, len(m.toks)) {
		known.keep(m.toks[pos:m.reach+1], m.short, pos, found)
	}
	return found
}

// longest returns the longest reading of some groups at a token, nil if there is
// none.
func (m *matcher) longest(groups []int, pos int) *match {
	m.from = pos
	if len(m.arena) > full {
		m.forget()
	}
	best := int32(-1)
	for _, g := range groups {
		if i := m.group(g, pos); i >= 0 && (best < 0 || m.arena[i].end > m.arena[best].end) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return &m.arena[best]
}

// forget clears the arena and with it what is remembered.
func (m *matcher) forget() {
	m.arena = m.arena[:0]
	m.age++
}

// here returns the token at pos, nil at the end or after an empty line.
func (m *matcher) here(pos int) *lang.Token {
	if pos >= len(m.toks) || m.toks[pos].Gap == lang.Break && pos > m.from {
		return nil
	}
	return &m.toks[pos]
}

// next returns the token after pos, nil at the end or after an empty line.
func (m *matcher) next(pos int) *lang.Token {
	if pos+1 >= len(m.toks) || m.toks[pos+1].Gap == lang.Break {
		return nil
	}
	return &m.toks[pos+1]
}

// group returns the place in the arena of the longest reading of a rule group
// at a token, -1 if there is none.
func (m *matcher) group(g, pos int) int32 {
	if pos-m.from >= lookahead {
		return -1
	}
	group := &m.lang.Groups[g]
	outer := m.reach
	m.reach = max(outer, pos+2)
	fits := m.fits(pos)[group.At:][:group.Words()]
	if !slices.ContainsFunc(fits, func(word uint64) bool { return word != 0 }) {
		return -1
	}
	place := m.base + pos + 1
	known := &m.memo[place%lookahead*len(m.lang.Groups)+g]
	if known.place == uint32(place) && known.age == m.age {
		m.look(pos + int(known.reach))
		return known.match
	}
	*known = memo{place: uint32(place), age: m.age, match: -1}
	m.reach = pos + 2
	f := m.push(pos)
	unread := int16(-1) // the last group that was asked for first and reads nothing here
	for w, fit := range fits {
		for ; fit != 0; fit &= fit - 1 {
			p := &group.Patterns[w*64+bits.TrailingZeros64(fit)]
			if p.Lead >= 0 && (p.Lead == unread || m.group(int(p.Lead), pos) < 0) {
				unread = p.Lead
				continue
			}
			f.rule, f.extents.n = p.Rule, 0
			m.run(f, p.Start, pos)
		}
	}
	if f.best.rule != nil {
		m.arena = append(m.arena, f.best)
		known.match = int32(len(m.arena) - 1)
	}
	m.depth--
	known.reach = uint8(m.reach - pos)
	m.look(outer)
	return known.match
}

// look notes that a token was looked at, or that there was none.
func (m *matcher) look(pos int) { m.reach = max(m.reach, pos) }

// fits returns which patterns may be read from pos, to judge by three tokens.
func (m *matcher) fits(pos int) []uint64 {
	place := m.base + pos + 1
	at, words := place%lookahead, m.lang.FitWords()
	out := m.fit[at*words:][:words]
	if known := &m.fitted[at]; known.place != place || known.block != m.blocks {
		*known = fitted{place, m.blocks}
		next := m.next(pos)
		var third *lang.Token
		if next != nil {
			third = m.next(pos + 1)
		}
		m.lang.Fit(out, &m.toks[pos], next, third, m.order)
	}
	return out
}

// push returns a frame for reading a group at a token.
func (m *matcher) push(pos int) *frame {
	if m.depth == len(m.frames) {
		m.frames = append(m.frames, &frame{})
	}
	f := m.frames[m.depth]
	m.depth++
	f.start, f.best.rule = pos, nil
	return f
}

// run goes on reading a rule from a step at a token.
func (m *matcher) run(f *frame, at int16, pos int) {
	for {
		m.steps++
		step := &f.rule.Steps[at]
		switch step.Code {
		case lang.Split:
			if m.mayGoOn(f, step.Next, pos) {
				if !m.mayGoOn(f, step.Else, pos) {
					at = step.Next
					continue
				}
				m.run(f, step.Next, pos)
			}
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
			if pos >= len(m.toks) || pos > f.start && m.toks[pos].Gap&step.Gaps == 0 || !m.mayGoOn(f, at, pos) {
				return
			}
			used, value := m.read(step, pos)
			if used == 0 {
				return
			}
			if step.Slot >= 0 {
				before := f.slots[step.Slot]
				f.slots[step.Slot] = value
				m.run(f, step.Next, pos+used)
				f.slots[step.Slot] = before
				return
			}
			pos += used
		}
		at = step.Next
	}
}

// mayGoOn reports whether a rule may be read on from a step at pos.
func (m *matcher) mayGoOn(f *frame, at int16, pos int) bool {
	m.look(pos + 1)
	here := m.here(pos)
	if here == nil {
		return m.lang.MayGoOn(f.rule, at, nil, nil)
	}
	return m.lang.MayGoOn(f.rule, at, here, m.next(pos))
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
	case lang.InSet:
		return 1, v // the opening of the step is the set
	case lang.InTable:
		table := &m.lang.Tables[step.Ref]
		m.look(pos + table.Looks(toks) - 1)
		s, n := table.Match(toks)
		return n, lang.Value{Set: n > 0, N: float64(s.Num), Name: s.Name}
	case lang.IsNumber:
		m.look(pos + m.lang.Looks(toks) - 1)
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
	value, ok := f.rule.Mean.Build(&f.slots, &m.room)
	if !ok {
		return
	}
	f.best = match{rule: f.rule, value: value, start: f.start, end: end, extents: f.extents}
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
