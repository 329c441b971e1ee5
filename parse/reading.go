package parse

import (
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// Reading is what was found in one article.
type Reading struct {
	Document *text.Document
	Date     story.ArticleDate
	Mentions []story.Mention // in order of place
	Events   []story.Draft   // in order of place

	analysis *story.Analysis // nil in a Reading that was put together by hand
}

// newsReach is how many days before the article's date the event that it is
// about may lie.
const newsReach = 7

// DateAt returns when what the text tells at a byte offset took place, as far as
// the article lets one say: the date of the clause that holds the offset, where it
// starts if it has no end; else the article's own date for what is so now, and the
// date of the event that the article is about for the rest. The Choice is empty if
// the article has no date.
func (r *Reading) DateAt(offset int) when.Choice {
	best, length := -1, 0
	for i, e := range r.Events {
		if e.Clause.Start <= offset && offset < e.Clause.End && (best < 0 || e.Clause.Len() < length) {
			best, length = i, e.Clause.Len()
		}
	}
	if best >= 0 && !r.isNamedAfter(best) {
		return started(r.Events[best].When)
	}
	if !r.Date.Known() {
		return nil
	}
	if r.analysis == nil || !r.analysis.IsNow(offset) {
		if news, ok := r.news(); ok {
			return news
		}
	}
	return when.One(r.Date.When)
}

// isNamedAfter reports whether event i stands in the title of the article and is
// dated by no more than its year: the year is part of a name then.
func (r *Reading) isNamedAfter(i int) bool {
	e := r.Events[i]
	at := e.When.Hull()
	b, ok := r.Document.BlockAt(e.Evidence.Start)
	return ok && (b.Kind == text.Heading || b.Start == r.Document.Blocks[0].Start) && r.Date.Known() && at.Grain == when.Year &&
		at.Start <= r.Date.When.Start && r.Date.When.Start < at.End
}

// news returns the date of the event that the article is about: the first one told
// in its first third that lies in the days before the article's date.
func (r *Reading) news() (when.Choice, bool) {
	for _, e := range r.Events {
		if e.Evidence.Start > len(r.Document.Text)/3 {
			break
		}
		at := e.When.Hull()
		if at.Grain == when.Day && at.Start <= r.Date.When.Start && at.Start >= r.Date.When.Start.Add(-newsReach, when.Day) {
			return e.When, true
		}
	}
	return nil, false
}

// started returns the unit in which what has no end started; c itself if it ends.
func started(c when.Choice) when.Choice {
	if at := c.Hull(); len(c) == 1 && at.End == when.Last && at.Start != when.First {
		return when.One(at.Start.Unit(at.Grain))
	}
	return c
}
