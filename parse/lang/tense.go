package lang

import "dateline/parse/when"

// Cue is what a word tells about the tense of its clause.
type Cue uint8

// The cues.
const (
	NoCue       Cue = iota
	PastCue         // said, was
	PresentCue      // is, has
	FutureCue       // will, expected
	Infinitive      // "to": the future, if a verb follows
	Determiner      // "the": what follows a marker of the infinitive is no verb
	severalCues     // the start of a phrase of several words
)

// tenseCues tells the cue of each word.
type tenseCues struct {
	byWord  []Cue
	phrases Table
}

// cue returns the cue of the first of toks, and how many tokens it takes.
func (c *tenseCues) cue(toks []Token) (Cue, int) {
	w := toks[0].Word
	if int(w) >= len(c.byWord) {
		return NoCue, 1
	}
	cue := c.byWord[w]
	if cue != severalCues {
		return cue, 1
	}
	if value, n := c.phrases.Match(toks); n > 0 {
		return Cue(value.Num), n
	}
	return NoCue, 1
}

// Cue returns what the first of toks tells about the tense of its clause, and
// how many tokens it takes.
func (l *Language) Cue(toks []Token) (Cue, int) {
	t := &toks[0]
	if t.Kind != Word {
		return NoCue, 1
	}
	if t.Word == 0 {
		if t.Ending > 0 && t.Case == Lower {
			return l.lexicon.endings[t.Ending-1].cue, 1
		}
		return NoCue, 1
	}
	return l.cues.cue(toks)
}

// Tense returns the tense of a cue; ok is false if it tells none.
func (c Cue) Tense() (t when.Tense, ok bool) {
	switch c {
	case PastCue:
		return when.Past, true
	case PresentCue:
		return when.NoTense, true
	case FutureCue, Infinitive:
		return when.Future, true
	}
	return when.NoTense, false
}

// add notes the cue of a word or phrase.
func (c *tenseCues) add(forms []form, cue Cue) {
	if len(forms) == 0 {
		return
	}
	w := forms[0].word
	for int(w) >= len(c.byWord) {
		c.byWord = append(c.byWord, make([]Cue, int(w)+256-len(c.byWord))...)
	}
	if len(forms) > 1 || c.byWord[w] == severalCues {
		if before := c.byWord[w]; before != NoCue && before != severalCues {
			c.phrases.addForm([]form{forms[0]}, Symbol{Num: int(before)})
		}
		c.byWord[w] = severalCues
		c.phrases.addForm(forms, Symbol{Num: int(cue)})
		return
	}
	c.byWord[w] = cue
}
