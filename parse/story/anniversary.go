package story

import (
	"fmt"

	"dateline/parse/text"
	"dateline/parse/when"
)

// tellAnniversary makes the event that an anniversary looks back to: as many
// years before the date on which it is kept as the words of mention m count.
func (w *telling) tellAnniversary(s *sentence, k, m int, a when.Anniversary) {
	start := s.wordAt(w.mentions[m].Start)
	end := s.wordAt(w.mentions[m].End)
	if start >= end || end+1 >= len(s.words) || s.words[end].is&nounLink == 0 {
		return
	}
	kept, why, ok := w.keptOn(s, start)
	if !ok {
		return
	}
	h, ok := s.phraseHeadline(s.phraseAround(timeGroup{start: end + 1, end: end + 1}), s.in[start])
	if !ok {
		return
	}
	d := Draft{
		When:       when.One(kept.Start.Add(-a.N, when.Year).Unit(max(kept.Grain, when.Day))),
		Title:      w.title(s, k, h),
		Evidence:   s.Span,
		Clause:     s.extent(h.clause),
		TimeWords:  []text.Span{w.mentions[m].Span},
		Mention:    m,
		Inferred:   true,
		Confidence: impliedConfidence,
		Why:        fmt.Sprintf("“%s” → %d years before %s", w.doc.Slice(w.mentions[m].Span), a.N, why),
	}
	w.name(&d, s, h)
	w.add(d)
}

// keptOn returns when the anniversary at word i is kept: the date of its clause,
// else the year of the article.
func (w *telling) keptOn(s *sentence, i int) (when.Interval, string, bool) {
	best, nearest := -1, 0
	for _, g := range s.times {
		if m, ok := w.leader(g); ok && s.in[g.end-1] == s.in[i] && (best < 0 || distance(g, i) < nearest) {
			best, nearest = m, distance(g, i)
		}
	}
	if best >= 0 {
		iv := w.mentions[best].When.Hull()
		return iv, when.One(iv).Words(when.Long) + ", where “" + w.doc.Slice(w.mentions[best].Span) + "” places it", !iv.Open()
	}
	if !w.date.Known() {
		return when.Interval{}, "", false
	}
	iv := w.date.When.Start.Unit(when.Year)
	return iv, when.One(iv).Words(when.Long) + ", the year of the article", true
}

func distance(g timeGroup, i int) int { return max(g.start-i, i-g.end) }
