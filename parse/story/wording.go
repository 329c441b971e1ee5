package story

import (
	"strings"

	"dateline/parse/text"
)

// title writes the title of a headline in sentence k: pronouns and short names
// are replaced by the names that they stand for, where that is safe.
func (w *telling) title(s *sentence, k int, h headline) string {
	instead := map[int]string{}
	room := longest - len(h.words) - len(h.speaker)
	if len(h.words) > 0 {
		w.nameSubject(s, k, h, instead)
		w.fullNames(s, h, instead, room)
	}
	t := s.balance(s.render(h.words, instead))
	if len(h.speaker) > 0 {
		t = s.render(h.speaker, nil) + ": " + t
	}
	return capitalise(t)
}

// nameSubject replaces what stands for a name at the start of a title.
func (w *telling) nameSubject(s *sentence, k int, h headline, instead map[int]string) {
	first := h.words[0]
	word := s.words[first]
	if s.isQuoted(first) {
		return
	}
	switch {
	case word.tag == pronoun || word.tag == owner:
		gender := word.is & (masculine | feminine)
		if gender == 0 {
			return
		}
		f, ok := w.cast.whom(gender, word.Start, k)
		if !ok {
			return
		}
		instead[first] = w.cast.figures[f].full
		if word.tag == owner {
			instead[first] += "’s"
		}
	case word.tag == article && word.is&indefinite == 0 && len(h.words) > 1:
		noun := s.words[h.words[1]]
		if noun.is&groupNoun == 0 || h.words[1] != first+1 || len(h.words) > 2 && h.words[2] == first+2 && s.isPartOfPhrase(h.words[2]) {
			return
		}
		if f, ok := w.cast.which(noun.lower, word.Start, k); ok {
			instead[first] = w.cast.figures[f].full
			instead[h.words[1]] = ""
		}
	}
}

// isPartOfPhrase reports whether word i goes on with a noun phrase.
func (s *sentence) isPartOfPhrase(i int) bool {
	switch s.words[i].tag {
	case noun, name, number, genitive, link:
		return true
	}
	return false
}

// isQuoted reports whether word i stands inside quotation marks.
func (s *sentence) isQuoted(i int) bool {
	depth := 0
	for _, w := range s.words[max(0, i-farthest):i] {
		switch w.tag {
		case quoteOpen:
			depth++
		case quoteClose:
			depth--
		}
	}
	return depth > 0
}

// fullNames replaces the first short form of each person's name in a title by
// the full name, as long as there is room.
func (w *telling) fullNames(s *sentence, h headline, instead map[int]string, room int) {
	span := text.Span{Start: s.words[h.words[0]].Start, End: s.words[h.words[len(h.words)-1]].End}
	at := 0
	for _, r := range w.cast.near(span) {
		full := w.cast.figures[r.figure].full
		more := strings.Count(full, " ") - strings.Count(w.doc.Slice(r.Span), " ")
		if more <= 0 || more > room || !strings.HasSuffix(full, w.doc.Slice(r.Span)) {
			continue
		}
		for at < len(h.words) && s.words[h.words[at]].Start < r.Start {
			at++
		}
		if at == len(h.words) || s.words[h.words[at]].Start != r.Start {
			continue
		}
		if i := h.words[at]; i == 0 || s.words[i-1].is&personTitle == 0 && s.words[i-1].tag != name {
			instead[i] = full
			room -= more
			return
		}
	}
}
