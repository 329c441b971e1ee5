package timex

import (
	"fmt"
	"strings"

	"dateline/parse/lang"
	"dateline/parse/text"
	"dateline/parse/when"
)

// provingDate is the article date of the examples in language files: Thursday,
// 5 May 1921.
var provingDate = when.Date(1921, 5, 5).Unit(when.Day)

// Prove runs every example of a language file: each yes must be read with the
// expression and the value it states, and no rule may read anything in its own
// no. The error is a lang.Faults that lists every example that fails.
func Prove(l *lang.Language) error {
	r := NewReader(l, Options{})
	var faults lang.Faults
	for _, g := range l.Groups {
		for _, rule := range g.Rules {
			for _, example := range rule.Yes {
				if problem := r.proveYes(example); problem != "" {
					faults = append(faults, l.Fault(rule, "yes", example, problem, "change the rule or the example"))
				}
			}
			for _, example := range rule.No {
				if problem := r.proveNo(rule, example); problem != "" {
					faults = append(faults, l.Fault(rule, "no", example, problem, "narrow the rule"))
				}
			}
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// proveYes runs an example "words [expression] words => value". Without
// brackets the whole text is the expression; "nothing" as the value means that
// nothing may be read there. It returns what is wrong, empty if nothing is.
func (r *Reader) proveYes(example string) string {
	words, want, ok := strings.Cut(example, "=>")
	if !ok {
		return "the example has no => value"
	}
	words, want = strings.TrimSpace(words), strings.TrimSpace(want)
	start, end := strings.Index(words, "["), strings.Index(words, "]")-1
	if start < 0 || end < start {
		start, end = 0, len(words)
	}
	body := strings.NewReplacer("[", "", "]", "").Replace(words)
	doc := &text.Document{Text: body}
	found := r.Find(doc)
	placed := r.Resolve(found, provingDate)
	for i := range found {
		if found[i].Start >= end || found[i].End <= start {
			continue
		}
		if found[i].Start != start || found[i].End != end {
			return fmt.Sprintf("read %q instead of %q", doc.Slice(found[i].Span), body[start:end])
		}
		return compare(&placed[i], want)
	}
	if want == "nothing" {
		return ""
	}
	return fmt.Sprintf("%q was not read", body[start:end])
}

// compare returns how a placement differs from what an example wants: a TIMEX3
// value, with its modifier if it has one, or a date in EDTF.
func compare(p *Placement, want string) string {
	got := strings.TrimSpace(p.Value + " " + p.Mod)
	if want == got || want == p.Value || want == p.When.EDTF() && want != "" {
		return ""
	}
	return fmt.Sprintf("read as %s (%s), want %s", got, p.When.EDTF(), want)
}

func (r *Reader) proveNo(rule *lang.Rule, example string) string {
	doc := &text.Document{Text: example}
	for _, t := range r.Find(doc) {
		if t.Rule == rule.Name || rule.Mean.IsNothing() {
			return fmt.Sprintf("%q was read by %q", doc.Slice(t.Span), t.Rule)
		}
	}
	return ""
}
