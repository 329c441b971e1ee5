package story

import (
	"slices"
	"strings"

	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
)

// How likely the date of an event is right, by what it was worked out from.
// Measured on annotated articles; see the evaluation beside this package.
const (
	impliedConfidence   = 0.7
	explicitConfidence  = 0.97
	partialConfidence   = 0.93
	relativeConfidence  = 0.9
	mentionedConfidence = 0.75
	inferredFactor      = 0.9 // for an article date that was worked out
)

// confidence returns how likely the date of mention m is right.
func (w *telling) confidence(m int) float64 {
	at := w.mentions[m]
	c := explicitConfidence
	switch at.Placement.Anchor {
	case timex.Article:
		c = relativeConfidence
		if at.Borrow >= when.Year {
			c = partialConfidence
		}
		if w.date.Inferred {
			c *= inferredFactor
		}
	case timex.Mentioned:
		c = mentionedConfidence
	}
	return c
}

// What adds to the importance of an event, which is at most 1.
const (
	anyWeight      = 0.2  // for being told at all
	leadWeight     = 0.3  // for standing at the beginning of the article; less further down
	dayWeight      = 0.2  // for a date to the day
	headingWeight  = 0.1  // for standing in a heading
	toldWeight     = 0.05 // for being told by the article and nobody in it
	repeatedWeight = 0.05 // for a day that dates other events too
	titleWeight    = 0.1  // for naming who or what the title names
)

// weigh gives each draft its importance.
func (w *telling) weigh() {
	lead := 0
	if len(w.places) > 0 {
		lead = w.places[0].Start
	}
	size := max(1, len(w.doc.Text)-lead)
	days := w.eventsByDay()
	for i := range w.drafts {
		d := &w.drafts[i]
		position := 1 - float64(d.Evidence.Start-lead)/float64(size)
		score := anyWeight + leadWeight*position
		if at := d.When.Hull(); at.Grain <= when.Day {
			score += dayWeight
			if days[at.Start] > 1 {
				score += repeatedWeight
			}
		}
		if b, ok := w.doc.BlockAt(d.Evidence.Start); ok && b.Kind == text.Heading {
			score += headingWeight
		}
		if d.Speaker == "" {
			score += toldWeight
		}
		if w.isInTitle(d.People) || w.isInTitle(d.Places) || w.isInTitle(d.Groups) {
			score += titleWeight
		}
		d.Importance = min(1, score)
	}
}

// eventsByDay counts the drafts that are dated to the day by when they start.
func (w *telling) eventsByDay() map[when.Instant]int {
	days := make(map[when.Instant]int, len(w.drafts))
	for _, d := range w.drafts {
		if at := d.When.Hull(); at.Grain <= when.Day {
			days[at.Start]++
		}
	}
	return days
}

// isInTitle reports whether the article's title has one of the names, or the last
// word of one.
func (w *telling) isInTitle(names []string) bool {
	return w.doc.Title != "" && slices.ContainsFunc(names, func(name string) bool {
		return strings.Contains(w.doc.Title, name[strings.LastIndexByte(name, ' ')+1:])
	})
}

// name gives d the people, places and groups that its headline names.
func (w *telling) name(d *Draft, s *sentence, h headline) {
	if len(h.pieces) == 0 {
		return
	}
	first, last := h.pieces[0].word, h.pieces[0].word
	for _, p := range h.pieces {
		first, last = min(first, p.word), max(last, p.word)
	}
	span := text.Span{Start: s.words[first].Start, End: s.words[last].End}
	for _, r := range w.cast.near(span) {
		f := w.cast.figures[r.figure]
		switch f.sort {
		case person:
			d.People = appendNew(d.People, f.full)
		case location:
			d.Places = appendNew(d.Places, f.full)
		case group:
			d.Groups = appendNew(d.Groups, f.full)
		}
	}
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
