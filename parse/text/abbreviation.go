package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// openers are abbreviations that something always follows: a name or the rest
// of a date. Written with a capital, a full stop behind one never ends a
// sentence. The languages share one list, since a word that is an abbreviation
// in one of them hardly ever ends a sentence in another.
var openers = wordSet(`mr mrs ms mx dr prof st sgt capt cpl lt col gen adm cmdr maj pvt brig rev hon gov sen rep
	reps sens pres supt insp fr sr sra mme mlle hr bl msgr ft mt
	jan feb mar apr aug sept oct nov dec okt dez tue tues wed thu thurs fri`)

// links are abbreviations inside a sentence that are written small.
var links = wordSet(`vs cf approx ca tzn tzv např mj sv bzw ggf i.e e.g z.b d.h`)

// numbered are abbreviations that a number follows.
var numbered = wordSet(`no nos nr art fig figs vol vols p pp pt ch sec para str st č čl op mon sun sat`)

// closers are abbreviations that may end a sentence as well. A full stop behind
// one ends it if a word follows that usually opens one.
var closers = wordSet(`inc corp co ltd llc plc bros jr dept univ assn ave blvd rd sq bn mil
	usw usf atd apod a.m p.m u.s u.k u.n e.u d.c l.a n.y ph.d b.a m.a m.d u.s.a b.c a.d
	ala ariz ark calif colo conn del fla ga kan ky la md mich minn mo mont neb nev
	okla ore pa tenn tex va vt wis wyo ont que`)

// starters are words that begin sentences far more often than names.
var starters = wordSet(`the a an in on at by for from with to after before since until during as if when while
	he she it they we i you his her its their our my this that these those there here
	but and or so yet then now however meanwhile some many most all both each one no not what who why how
	der die das ein eine er sie es wir im am und aber le la les un une il elle el los las una en`)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// breaks reports whether the sentence that reads before ends where it does, if
// after follows it. Only what ends in a full stop can go on.
func breaks(before, after string) bool {
	stem, stopped := strings.CutSuffix(strings.TrimRight(before, " \t\u00a0"), ".")
	if !stopped || after == "" {
		return true
	}
	word := lastWord(stem)
	if word == "" {
		return true
	}
	next, low := firstWord(after), strings.ToLower(word)
	opens := next == "" || starters[strings.ToLower(next)]
	switch capital := !startsLower(word); {
	case capital && openers[low], links[low]:
		return false
	case numbered[low] && startsDigit(after):
		return false
	case isInitial(word):
		return opens || low == "i"
	case capital && closers[low], isDotted(low):
		return opens && !startsDigit(after)
	}
	return !startsLower(after)
}

// lastWord returns the word that s ends with, inner full stops included.
func lastWord(s string) string {
	at := len(s)
	for at > 0 && len(s)-at < 24 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		at -= n
	}
	return strings.TrimLeft(s[at:], ".")
}

// firstWord returns the letters that s begins with, behind an opening quote.
func firstWord(s string) string {
	s = strings.TrimLeft(s, " \"'“‘«(")
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}

func startsDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isInitial reports whether word is one capital letter, as in "J. Smith".
func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

// isDotted reports whether word is letters with full stops between: "e.g".
func isDotted(word string) bool {
	parts := strings.Split(word, ".")
	for _, p := range parts {
		if utf8.RuneCountInString(p) != 1 {
			return false
		}
	}
	return len(parts) > 1
}
