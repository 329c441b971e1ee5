package lang

import (
	"fmt"
	"strings"
)

// Code is what an instruction of a compiled rule does.
type Code uint8

// The instructions.
const (
	Literal  Code = iota // the token is the word Ref
	InSet                // the token is one of the words of the set Ref
	InTable              // the tokens are a form of the table Ref
	IsNumber             // the tokens are a number of the slot Ref
	IsRule               // the tokens are what the rule group Ref reads
	Split                // go on at Next, and at Else
	Open                 // the extent of the expression starts
	Close                // the extent ends
	Accept               // the rule has read everything
)

// Step is an instruction of a compiled rule. Steps form a graph without loops,
// so that a rule reads a bounded number of tokens.
type Step struct {
	Code       Code
	Gaps       Gap  // what may stand before the token
	Capital    bool // the word must be written with a capital
	Slot       int8 // where the value goes, -1 for nowhere
	Ref        int32
	Next, Else int16
}

// say compiles the pattern of a rule. The grammar is: words and signs; {slot}
// and {alias:slot}; [optional]; (a|b); <extent>. A blank allows blanks or a
// hyphen between tokens, "_" blanks alone, "-" a hyphen or dash, "~" anything or nothing short of
// a dash, and nothing asks for nothing.
type say struct {
	lang    *Language
	rule    *Rule
	text    string
	at      int
	problem string // what is wrong, empty if nothing is
	word    string // the part of the text that is wrong
	hint    string
}

// item is a node of the parsed pattern.
type item struct {
	step    Step
	choices [][]item // for groups: the alternatives
}

func (s *say) compile() {
	items := s.sequence("")
	if s.problem == "" && s.at < len(s.text) {
		s.fail(s.text[s.at:s.at+1], fmt.Sprintf("%q closes nothing", s.text[s.at:s.at+1]), "take it out, or open it before")
	}
	if s.problem != "" {
		return
	}
	end := s.emit(Step{Code: Accept, Slot: -1})
	start := s.link(items, end)
	s.rule.Patterns = append(s.rule.Patterns, start)
}

func (s *say) fail(word, problem, hint string) {
	if s.problem == "" {
		s.word, s.problem, s.hint = word, problem, hint
	}
}

// sequence parses items up to one of the closing signs.
func (s *say) sequence(closing string) []item {
	var items []item
	gap := Glued
	for s.at < len(s.text) && s.problem == "" {
		c := s.text[s.at]
		if strings.IndexByte(closing, c) >= 0 || strings.IndexByte("])|", c) >= 0 {
			return items
		}
		switch c {
		case ' ':
			gap = Spaced | Hyphen
			s.at++
			continue
		case '_':
			gap = Spaced
			s.at++
			continue
		case '-':
			gap = Hyphen | Dash
			s.at++
			continue
		case '~':
			gap = Glued | Spaced | Hyphen
			s.at++
			continue
		case '<', '>':
			s.at++
			code := Open
			if c == '>' {
				code = Close
			}
			items = append(items, item{step: Step{Code: code, Slot: -1}})
			continue
		case '[':
			items = append(items, s.group(gap, "]"))
		case '(':
			items = append(items, s.group(gap, ")"))
		case '{':
			items = append(items, item{step: s.slot(gap)})
		default:
			items = append(items, s.literal(gap)...)
		}
		gap = Glued
	}
	return items
}

// group parses (a|b) or [a|b]; the gap before it is the gap before each
// alternative.
func (s *say) group(gap Gap, closing string) item {
	start := s.at
	s.at++
	var g item
	for s.problem == "" {
		branch := s.sequence("")
		g.choices = append(g.choices, withGap(branch, gap))
		if s.at >= len(s.text) {
			s.fail(s.text[start:], "the bracket is never closed", "put "+closing+" where it ends")
			return g
		}
		c := s.text[s.at : s.at+1]
		s.at++
		if c == "|" {
			continue
		}
		if c != closing {
			s.fail(s.text[start:s.at], fmt.Sprintf("%q closes a bracket that %q opened", c, s.text[start:start+1]), "use "+closing)
		}
		break
	}
	s.lang.gather(&g)
	if closing == "]" {
		g.choices = append(g.choices, nil)
	}
	return g
}

// gather joins the alternatives of a group that are single words into one set.
func (l *Language) gather(g *item) {
	var words []WordID
	gaps := Gap(0)
	var rest [][]item
	for _, choice := range g.choices {
		if len(choice) != 1 || choice[0].choices != nil || choice[0].step.Code != Literal || choice[0].step.Capital ||
			len(words) > 0 && choice[0].step.Gaps != gaps {
			rest = append(rest, choice)
			continue
		}
		gaps = choice[0].step.Gaps
		words = append(words, WordID(choice[0].step.Ref))
	}
	if len(words) < 2 {
		return
	}
	l.sets = append(l.sets, words)
	step := Step{Code: InSet, Gaps: gaps, Slot: -1, Ref: int32(len(l.sets) - 1)}
	g.choices = append([][]item{{{step: step}}}, rest...)
}

// withGap gives the gap to the first tokens of a sequence that asks for none.
func withGap(items []item, gap Gap) []item {
	for i := range items {
		it := &items[i]
		if it.choices != nil {
			optional := false
			for j := range it.choices {
				it.choices[j] = withGap(it.choices[j], gap)
				optional = optional || len(it.choices[j]) == 0
			}
			if optional {
				continue
			}
			return items
		}
		if it.step.Code == Open || it.step.Code == Close {
			continue
		}
		if it.step.Gaps == Glued {
			it.step.Gaps = gap
		}
		return items
	}
	return items
}

// slot parses {name} or {alias:name}.
func (s *say) slot(gap Gap) Step {
	start := s.at
	end := strings.IndexByte(s.text[s.at:], '}')
	if end < 0 {
		s.fail(s.text[start:], "the slot is never closed", "put } after its name")
		return Step{}
	}
	s.at += end + 1
	alias, name, ok := strings.Cut(s.text[start+1:start+end], ":")
	if !ok {
		name = alias
	}
	step := Step{Gaps: gap, Slot: s.rule.slot(alias)}
	switch {
	case s.lang.tableByName[name] > 0:
		step.Code, step.Ref = InTable, int32(s.lang.tableByName[name]-1)
	case s.lang.numberByName[name] > 0:
		step.Code, step.Ref = IsNumber, int32(s.lang.numberByName[name]-1)
	case s.lang.groupByName[name] > 0:
		step.Code, step.Ref = IsRule, int32(s.lang.groupByName[name]-1)
		if int(step.Ref) >= s.rule.Group {
			s.fail(name, fmt.Sprintf("{%s} is used before it is complete", name), "a rule may only use rules of groups above its own")
		}
	default:
		s.fail(name, fmt.Sprintf("{%s} is no word table, number or rule group", name), s.lang.nearest(name))
	}
	return step
}

// literal parses a run of words and signs.
func (s *say) literal(gap Gap) []item {
	start := s.at
	for s.at < len(s.text) && strings.IndexByte(" _-~<>[](){}|", s.text[s.at]) < 0 {
		s.at++
	}
	var items []item
	for i, form := range s.lang.forms(s.text[start:s.at]) {
		step := Step{Code: Literal, Gaps: Glued, Slot: -1, Ref: int32(form.word), Capital: form.capital}
		if i == 0 {
			step.Gaps = gap
		}
		items = append(items, item{step: step})
	}
	return items
}

// emit appends a step and returns its place.
func (s *say) emit(step Step) int16 {
	s.rule.Steps = append(s.rule.Steps, step)
	return int16(len(s.rule.Steps) - 1)
}

// link emits items from the last to the first and returns where they start.
func (s *say) link(items []item, next int16) int16 {
	for i := len(items) - 1; i >= 0; i-- {
		it := items[i]
		if it.choices == nil {
			it.step.Next = next
			next = s.emit(it.step)
			continue
		}
		entry := s.link(it.choices[len(it.choices)-1], next)
		for j := len(it.choices) - 2; j >= 0; j-- {
			branch := s.link(it.choices[j], next)
			entry = s.emit(Step{Code: Split, Slot: -1, Next: branch, Else: entry})
		}
		next = entry
	}
	return next
}
