package lang

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"

	"dateline/parse/when"
)

// file is a language file as TOML has it.
type file struct {
	Name     string
	Code     string
	Tokens   string
	Find     []string
	Short    []string
	Numerals struct {
		System     string
		Point      string
		Group      string
		Joiners    []string
		Suffixes   []string
		Articles   []string
		Cardinal   map[string]int
		Ordinal    map[string]int
		Multiplier map[string]int
	}
	Number map[string]struct {
		Min, Max int
		Digits   []int
		Read     []string
		Whole    bool
	}
	Words map[string]map[string][]string
	Rule  map[string][]struct {
		Say   toml.Primitive
		Mean  string
		Order string
		Yes   []string
		No    []string
	}
	Tense struct {
		Words   map[string][]string
		Endings map[string]string
	}
	Story map[string]any
}

// loader compiles a file and gathers its faults.
type loader struct {
	lang   *Language
	file   file
	meta   toml.MetaData
	faults Faults
}

// Load compiles a language file. The error is a Faults that lists every mistake
// in it with line, column and a hint. The examples of the rules are not run;
// that is what timex.Prove does.
func Load(name string, content []byte) (*Language, error) {
	l := &loader{lang: &Language{
		source:       source{name, string(content)},
		tableByName:  map[string]int{},
		numberByName: map[string]int{},
		groupByName:  map[string]int{},
		story:        map[string][]string{},
	}}
	meta, err := toml.Decode(string(content), &l.file)
	if err != nil {
		return nil, Faults{syntaxFault(l.lang.source, err)}
	}
	l.meta = meta
	l.head()
	l.words()
	l.numbers()
	l.rules()
	l.tense()
	collect(l.lang.story, "", l.file.Story)
	l.unknownKeys()
	if err := l.faults.err(); err != nil {
		return nil, err
	}
	l.lang.prepare()
	return l.lang, nil
}

// syntaxFault turns an error of the TOML reader into a fault.
func syntaxFault(s source, err error) Fault {
	var syntax toml.ParseError
	if !errors.As(err, &syntax) {
		return Fault{File: s.name, Text: err.Error()}
	}
	f := Fault{File: s.name, Line: syntax.Position.Line, Column: syntax.Position.Col, Text: syntax.Message, Width: max(syntax.Position.Len, 1)}
	if lines := strings.Split(s.text, "\n"); f.Line >= 1 && f.Line <= len(lines) {
		f.Source = lines[f.Line-1]
	}
	return f
}

func (l *loader) fault(at Place, word, text, hint string) {
	l.faults = append(l.faults, l.lang.source.fault(at, word, text, hint))
}

// head reads the names and the systems that the file asks for.
func (l *loader) head() {
	l.lang.Name, l.lang.Code = l.file.Name, l.file.Code
	if l.file.Name == "" || l.file.Code == "" {
		l.fault(Place{}, "", "name or code is missing", `write name = "English" and code = "en" at the top`)
	}
	if l.file.Tokens != "spaces" {
		l.fault(Place{Key: "tokens"}, l.file.Tokens, fmt.Sprintf("there is no tokeniser %q", l.file.Tokens), `use "spaces"`)
	}
	if l.file.Numerals.System != "western" {
		l.fault(Place{Table: "numerals", Key: "system"}, l.file.Numerals.System, fmt.Sprintf("there is no numeral system %q", l.file.Numerals.System), `use "western"`)
	}
}

// words compiles the word tables and the numerals.
func (l *loader) words() {
	for _, name := range sortedKeys(l.file.Words) {
		t := Table{Name: name, byFirst: map[WordID][]entry{}}
		for _, key := range sortedKeys(l.file.Words[name]) {
			value := symbol(key)
			if !value.Number && !knownNames[key] && !when.IsHoliday(key) {
				l.fault(Place{Table: "words." + name, Key: key}, key, fmt.Sprintf("nothing is called %q", key), "write a number, or the name of a unit, part of day, section, direction or holiday")
			}
			for _, spelling := range l.file.Words[name][key] {
				t.addForm(l.lang.forms(spelling), value)
			}
		}
		l.lang.Tables = append(l.lang.Tables, t)
		l.lang.tableByName[name] = len(l.lang.Tables)
	}
	lex, num := &l.lang.lexicon, &l.lang.numerals
	n := l.file.Numerals
	for kind, words := range map[numeralKind]map[string]int{cardinal: n.Cardinal, ordinal: n.Ordinal, multiplier: n.Multiplier} {
		for word, value := range words {
			num.set(lex.add(word), int32(value), kind)
		}
	}
	for _, word := range n.Joiners {
		num.set(lex.add(word), 0, joiner)
	}
	for _, word := range n.Suffixes {
		num.set(lex.add(word), 0, suffix)
	}
	for _, word := range n.Articles {
		num.set(lex.add(word), 1, article)
	}
	num.point, num.group = lex.add(n.Point), lex.add(n.Group)
}

// numbers compiles the number slots.
func (l *loader) numbers() {
	for _, name := range sortedKeys(l.file.Number) {
		n := l.file.Number[name]
		slot := Number{Name: name, Min: n.Min, Max: n.Max, Fewest: 1, Most: 9, Whole: n.Whole}
		if len(n.Digits) == 2 {
			slot.Fewest, slot.Most = n.Digits[0], n.Digits[1]
		}
		for _, way := range n.Read {
			r, ok := readings[way]
			if !ok {
				l.fault(Place{Table: "number." + name, Key: "read"}, way, fmt.Sprintf("there is no way %q to read a number", way), "the ways are: "+strings.Join(sortedKeys(readings), ", "))
			}
			slot.Read |= r
		}
		l.lang.Numbers = append(l.lang.Numbers, slot)
		l.lang.numberByName[name] = len(l.lang.Numbers)
	}
}

// rules compiles the rule groups in the order in which the file has them.
func (l *loader) rules() {
	for _, key := range l.meta.Keys() {
		if len(key) != 2 || key[0] != "rule" || l.lang.groupByName[key[1]] > 0 {
			continue
		}
		l.lang.Groups = append(l.lang.Groups, Group{Name: key[1]})
		l.lang.groupByName[key[1]] = len(l.lang.Groups)
	}
	for g := range l.lang.Groups {
		group := &l.lang.Groups[g]
		for i := range l.file.Rule[group.Name] {
			group.Rules = append(group.Rules, l.rule(g, i))
		}
	}
	l.lang.Find = l.finds("find", l.file.Find)
	l.lang.FindShort = slices.Concat(l.lang.Find, l.finds("short", l.file.Short))
}

// finds returns the groups that a list of names asks for.
func (l *loader) finds(key string, names []string) []int {
	var groups []int
	for _, name := range names {
		at := l.lang.groupByName[name]
		if at == 0 {
			l.fault(Place{Key: key}, name, fmt.Sprintf("there is no rule group %q", name), l.lang.nearest(name))
			continue
		}
		groups = append(groups, at-1)
	}
	return groups
}

var orders = map[string]Order{"": AnyOrder, "month-first": MonthFirst, "day-first": DayFirst}

// rule compiles one rule.
func (l *loader) rule(group, nth int) *Rule {
	raw := l.file.Rule[l.lang.Groups[group].Name][nth]
	r := &Rule{Group: group, Nth: nth, Yes: raw.Yes, No: raw.No}
	at := l.lang.Place(r)
	patterns, err := l.patterns(raw.Say)
	if err != nil || len(patterns) == 0 {
		l.fault(at, "", "the rule does not say anything", `write say = "..." or say = ["...", "..."]`)
		return r
	}
	r.Name = l.lang.Groups[group].Name + ": " + patterns[0]
	for _, pattern := range patterns {
		s := say{lang: l.lang, rule: r, text: pattern}
		s.compile()
		if s.problem != "" {
			l.fault(Place{at.Table, at.Nth, "say"}, s.word, s.problem, s.hint)
		}
	}
	m := meaning{rule: r, text: raw.Mean}
	r.Mean = m.parse()
	if m.problem != "" {
		l.fault(Place{at.Table, at.Nth, "mean"}, m.word, m.problem, m.hint)
	}
	order, ok := orders[raw.Order]
	if !ok {
		l.fault(Place{at.Table, at.Nth, "order"}, raw.Order, fmt.Sprintf("there is no order %q", raw.Order), "the orders are: day-first, month-first")
	}
	r.Order = order
	if len(raw.Yes) == 0 && len(raw.No) == 0 {
		l.fault(Place{at.Table, at.Nth, "say"}, "", "the rule has no example", `write yes = ["words [expression] words => value"]`)
	}
	if len(r.Slots) > maxSlots {
		l.fault(Place{at.Table, at.Nth, "say"}, "", fmt.Sprintf("the rule has %d slots", len(r.Slots)), fmt.Sprintf("use at most %d, or split it", maxSlots))
	}
	return r
}

// maxSlots is how many slots a rule may have.
const maxSlots = 8

// MaxSlots is the most slots that any rule has.
const MaxSlots = maxSlots

// patterns reads say, which is one pattern or a list of them.
func (l *loader) patterns(p toml.Primitive) ([]string, error) {
	var list []string
	if err := l.meta.PrimitiveDecode(p, &list); err == nil {
		return list, nil
	}
	var one string
	if err := l.meta.PrimitiveDecode(p, &one); err != nil {
		return nil, err
	}
	return []string{one}, nil
}

var cueNames = map[string]Cue{
	"past": PastCue, "present": PresentCue, "future": FutureCue, "infinitive": Infinitive, "determiner": Determiner,
}

// tense compiles the words that tell the tense of a clause.
func (l *loader) tense() {
	cues := &l.lang.cues
	cues.phrases.byFirst = map[WordID][]entry{}
	for _, name := range sortedKeys(l.file.Tense.Words) {
		cue, ok := cueNames[name]
		if !ok {
			l.fault(Place{Table: "tense.words", Key: name}, name, fmt.Sprintf("there is no tense cue %q", name), "the cues are: "+strings.Join(sortedKeys(cueNames), ", "))
		}
		for _, word := range l.file.Tense.Words[name] {
			cues.add(l.lang.forms(word), cue)
		}
	}
	for _, suffix := range sortedKeys(l.file.Tense.Endings) {
		name := l.file.Tense.Endings[suffix]
		cue, ok := cueNames[name]
		if !ok {
			l.fault(Place{Table: "tense.endings", Key: suffix}, name, fmt.Sprintf("there is no tense cue %q", name), "the cues are: "+strings.Join(sortedKeys(cueNames), ", "))
		}
		l.lang.lexicon.endings = append(l.lang.lexicon.endings, ending{suffix, cue})
	}
}

// unknownKeys reports keys that mean nothing.
func (l *loader) unknownKeys() {
	for _, key := range l.meta.Undecoded() {
		if key[0] == "story" || len(key) >= 3 && key[0] == "rule" && key[2] == "say" {
			continue
		}
		at := Place{Table: strings.Join(key[:len(key)-1], "."), Key: key[len(key)-1]}
		l.fault(at, key[len(key)-1], fmt.Sprintf("%s means nothing", key), "take it out, or look for a misspelling")
	}
}

// collect flattens the story tables into lists with dotted names.
func collect(into map[string][]string, prefix string, tree map[string]any) {
	for key, value := range tree {
		name := prefix + key
		switch value := value.(type) {
		case map[string]any:
			collect(into, name+".", value)
		case []any:
			for _, v := range value {
				into[name] = append(into[name], fmt.Sprint(v))
			}
		default:
			into[name] = []string{fmt.Sprint(value)}
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
