package timex

import (
	"dateline/parse/lang"
	"dateline/parse/when"
)

// clause follows the tense of the sentence that is being read. A verb's tense
// holds for the expressions after it, until the next verb or the end of the
// sentence; expressions before the first verb wait for it.
type clause struct {
	tense   when.Tense
	known   bool
	verbAt  int // offset of the last verb's token
	waiting int // index of the first expression that waits for a verb
	hold    int // offset up to which a participle belongs to the verb before it
	from    int // offset at which the sentence starts
}

// start begins a new sentence at an offset; found is how many expressions there
// are so far.
func (c *clause) start(from, found int) { *c = clause{from: from, waiting: found} }

// participleReach is how many bytes after "will" or "is" a participle belongs
// to that verb.
const participleReach = 24

// read takes notice of the token at pos.
func (c *clause) read(s *scan, pos int) {
	t := &s.toks[pos]
	if t.Kind == lang.Digits {
		return
	}
	if t.Kind == lang.Mark {
		if ends(s, pos) {
			c.end(s.found)
			c.start(t.End, len(s.found))
		}
		return
	}
	cue, _ := s.lang.Cue(s.toks[pos:])
	if cue == lang.NoCue || cue == lang.Determiner || s.names(pos) {
		return
	}
	if cue == lang.Infinitive && !verbFollows(s, pos) {
		return
	}
	tense, ok := cue.Tense()
	if !ok || c.belongs(cue, t.Start) {
		return
	}
	c.tense, c.known, c.verbAt = tense, true, t.Start
	c.hold = 0
	if cue == lang.FutureCue || cue == lang.Infinitive {
		c.hold = t.Start + participleReach
	}
	c.release(s.found)
}

// belongs reports whether a verb at an offset is part of the one before it, as
// "be held" is of "will be held".
func (c *clause) belongs(cue lang.Cue, at int) bool {
	if at >= c.hold {
		return false
	}
	if cue == lang.PastCue {
		c.hold = 0
		return true
	}
	return cue == lang.PresentCue
}

// verbFollows reports whether the word after "to" can be a verb.
func verbFollows(s *scan, pos int) bool {
	if pos+1 >= len(s.toks) {
		return false
	}
	next := &s.toks[pos+1]
	if next.Kind != lang.Word || next.Case != lang.Lower || next.Gap != lang.Spaced {
		return false
	}
	cue, _ := s.lang.Cue(s.toks[pos+1:])
	return cue != lang.Determiner && len(s.lang.Candidates(next, s.next(pos+1), s.short)) == 0
}

// names reports whether the word at pos is a capitalized one that can start an
// expression: the "May" of "May 3" is no verb.
func (s *scan) names(pos int) bool {
	t := &s.toks[pos]
	return t.Case != lang.Lower && len(s.lang.Candidates(t, s.next(pos), s.short)) > 0
}

// ends reports whether the sign at pos ends a sentence.
func ends(s *scan, pos int) bool {
	switch s.doc.Text[s.toks[pos].Start] {
	case '!', '?', ';':
		return true
	case '.':
	default:
		return false
	}
	if pos+1 >= len(s.toks) {
		return true
	}
	next := &s.toks[pos+1]
	if next.Gap == lang.Glued {
		return next.Kind == lang.Mark
	}
	if pos > 0 && s.toks[pos-1].End-s.toks[pos-1].Start <= 2 && s.toks[pos-1].Kind == lang.Word {
		return false
	}
	return next.Case != lang.Lower || next.Kind != lang.Word
}

// skip takes notice of the end of a sentence inside an expression.
func (c *clause) skip(s *scan, from, to int) {
	for pos := from; pos < to; pos++ {
		if s.toks[pos].Gap == lang.Break {
			c.end(s.found)
			c.start(s.toks[pos].Start, len(s.found))
		}
	}
}

// note gives an expression the tense that holds for it.
func (c *clause) note(t *Timex) {
	t.sentence = c.from
	if c.known {
		t.Tense, t.Tensed = c.tense, true
	}
}

// release gives the tense to the expressions that waited for a verb.
func (c *clause) release(found []Timex) {
	for i := c.waiting; i < len(found); i++ {
		if !found[i].Tensed {
			found[i].Tense, found[i].Tensed = c.tense, true
		}
	}
	c.waiting = len(found)
}

// end closes the sentence.
func (c *clause) end(found []Timex) { c.waiting = len(found) }
