package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy takes small words and marks off the ends.
func (s *sentence) tidy(words []int) []int {
	for n := len(words); n > 0; n = len(words) {
		switch s.words[words[n-1]].tag {
		case comma, stop, dash, link, article, owner, joiner, opener, relator, toVerb, quoteOpen, parenOpen:
			words = words[:n-1]
			continue
		case noun, negator:
			if w := s.words[words[n-1]]; w.is&indefinite != 0 || w.tag == negator {
				words = words[:n-1] // "no" of "no later than May"
				continue
			}
		case quoteClose:
			if n > 1 && (s.words[words[n-2]].tag == comma || s.words[words[n-2]].tag == stop) {
				words = append(words[:n-2], words[n-1])
				continue
			}
		}
		break
	}
	for len(words) > 1 {
		w := s.words[words[0]]
		if w.tag == modifier && (s.words[words[1]].tag == comma || words[0] > 0 && s.words[words[0]-1].tag == modifier && s.isDropped(words[0]-1)) {
			words = words[1:] // "Shortly after noon, …", "So far …"
			continue
		}
		switch w.tag {
		case comma, stop, dash, joiner, genitive, quoteClose, parenClose, opener, relator:
			words = words[1:]
			continue
		}
		break
	}
	return words
}

// balance closes the quotation marks and brackets that a title cut open.
func (s *sentence) balance(t string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"(", ")"}, {"«", "»"}, {"[", "]"}} {
		opened, closed := strings.Count(t, pair[0]), strings.Count(t, pair[1])
		switch {
		case opened > closed && strings.HasSuffix(t, pair[0]):
			t = strings.TrimSpace(strings.TrimSuffix(t, pair[0]))
		case opened > closed:
			t += pair[1]
		case closed > opened:
			t = strings.Replace(t, pair[1], "", closed-opened)
		}
	}
	if strings.Count(t, `"`)%2 == 1 {
		t = strings.Replace(t, `"`, "", 1)
	}
	return strings.Join(strings.Fields(t), " ")
}

// unquoted takes off the quotation marks around the whole of a title.
func unquoted(t string) string {
	if rest, ok := strings.CutPrefix(t, "“"); ok && strings.Index(t, "”") == len(t)-len("”") {
		return strings.TrimSuffix(rest, "”")
	}
	return t
}

func capitalise(t string) string {
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 || n < len(t) && strings.ContainsAny(t[n:n+1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return t // "iPhone"
	}
	return string(unicode.ToUpper(r)) + t[n:]
}
