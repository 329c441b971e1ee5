package lang

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/parse/when"
)

// Value is what a slot has read or an operator has made.
type Value struct {
	Set  bool    // false if an optional slot was not read
	N    float64 // numbers
	Name string  // names from word tables
	Expr when.Expr
}

// Mean is the meaning of a rule: an operator and its arguments, a slot, a number
// or a name.
type Mean struct {
	op   *operator
	args []Mean // in the order of the operator's parameters; zero if left out
	slot int8   // valid if kind is slotArg
	kind argKind
	lit  Value
}

type argKind uint8

const (
	noArg argKind = iota
	slotArg
	literalArg
	callArg
)

// IsNothing reports whether the meaning is that the words are no date.
func (m *Mean) IsNothing() bool { return m.kind == callArg && m.op.name == "nothing" }

// Room is space for the arguments of a meaning while it is built.
type Room [maxCalls * maxParams]Value

// maxCalls is how deep the operators of a meaning may be nested.
const maxCalls = 8

// Build makes the value of the meaning from those of the slots. It fails if the
// numbers name no date.
func (m *Mean) Build(slots *[MaxSlots]Value, room *Room) (Value, bool) {
	return m.build(slots, room[:])
}

func (m *Mean) build(slots *[MaxSlots]Value, room []Value) (Value, bool) {
	switch m.kind {
	case slotArg:
		return slots[m.slot], true
	case literalArg:
		return m.lit, true
	case noArg:
		return Value{}, true
	}
	args, rest := room[:len(m.args)], room[len(m.args):]
	clear(args)
	for i := range m.args {
		switch arg := &m.args[i]; arg.kind {
		case noArg:
		case slotArg:
			args[i] = slots[arg.slot]
		case literalArg:
			args[i] = arg.lit
		case callArg:
			v, ok := arg.build(slots, rest)
			if !ok {
				return Value{}, false
			}
			args[i] = v
		}
	}
	v, ok := m.op.build(args)
	v.Set = true
	return v, ok
}

// meaning parses the mean of a rule: op(arg, name=arg, 3, "word", op(...)).
type meaning struct {
	rule    *Rule
	text    string
	at      int
	depth   int // of the operators that are being read
	problem string
	word    string
	hint    string
}

func (p *meaning) fail(word, problem, hint string) {
	if p.problem == "" {
		p.word, p.problem, p.hint = word, problem, hint
	}
}

func (p *meaning) blanks() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
}

// name reads a name of letters, digits and hyphens.
func (p *meaning) name() string {
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(" (),=", p.text[p.at]) < 0 {
		p.at++
	}
	return p.text[start:p.at]
}

func (p *meaning) accept(c byte) bool {
	p.blanks()
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

func (p *meaning) parse() Mean {
	m := p.expression()
	p.blanks()
	if p.problem == "" && p.at < len(p.text) {
		p.fail(p.text[p.at:], "nothing may follow the meaning", "take it out")
	}
	return m
}

func (p *meaning) expression() Mean {
	p.blanks()
	word := p.name()
	if word == "" {
		p.fail(p.text, "a meaning is missing here", "write an operator, a slot, a number or a name")
		return Mean{}
	}
	if p.accept('(') {
		return p.call(word)
	}
	if n, err := strconv.ParseFloat(word, 64); err == nil {
		return Mean{kind: literalArg, lit: Value{Set: true, N: n}}
	}
	if slot := p.rule.find(word); slot >= 0 {
		return Mean{kind: slotArg, slot: slot}
	}
	if knownNames[word] || when.IsHoliday(word) {
		return Mean{kind: literalArg, lit: Value{Set: true, Name: word}}
	}
	p.fail(word, fmt.Sprintf("%s is no slot of this rule", word), "write {"+word+"} into say, or use one of its slots")
	return Mean{}
}

// call parses the arguments of an operator after its opening bracket.
func (p *meaning) call(word string) Mean {
	op := operators[word]
	if op == nil {
		p.fail(word, fmt.Sprintf("%s is no operator", word), "the operators are: "+operatorNames())
		return Mean{}
	}
	if p.depth == maxCalls {
		p.fail(word, fmt.Sprintf("more than %d operators stand inside each other", maxCalls), "make a rule of the inner ones")
		return Mean{}
	}
	p.depth++
	defer func() { p.depth-- }()
	m := Mean{kind: callArg, op: op, args: make([]Mean, len(op.params))}
	for !p.accept(')') {
		if p.at >= len(p.text) {
			p.fail(p.text, "the bracket of "+word+" is never closed", "put ) after its arguments")
			return m
		}
		start := p.at
		i := p.parameter(&m)
		if i < 0 {
			p.fail(strings.TrimSpace(p.text[start:p.at]), word+" takes no such argument", "it takes: "+strings.Join(op.params, ", "))
			return m
		}
		m.args[i] = p.expression()
		if p.problem != "" {
			return m
		}
		p.accept(',')
	}
	for i, name := range op.params[:op.required] {
		if m.args[i].kind == noArg {
			p.fail(word, word+" lacks its argument "+name, "it takes: "+strings.Join(op.params, ", "))
		}
	}
	return m
}

// parameter returns which parameter the argument at p.at is for: the one named
// before "=", the one with the argument's own name, or the first that is free.
func (p *meaning) parameter(m *Mean) int {
	p.blanks()
	start := p.at
	word := p.name()
	if p.accept('=') {
		return m.op.parameter(word)
	}
	p.at = start
	if i := m.op.parameter(word); i >= 0 {
		return i
	}
	for i := range m.args {
		if m.args[i].kind == noArg && !m.op.named {
			return i
		}
	}
	return -1
}
