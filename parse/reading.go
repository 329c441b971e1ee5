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
}

// newsReach is how many days before the article's date the event that it is
// about may lie.
const newsReach = 7

// DateAt returns when what the text tells at a byte offset took place, as far as
// the article lets one say: the date of the clause that holds the offset, else
// that of the event that the article is about, else the article's own date. The
// Choice is empty if there is none of these.
func (r *Reading) DateAt(offset int) when.Choice {
	best, length := -1, 0
	for i, e := range r.Events {
		if e.Clause.Start <= offset && offset < e.Clause.End && (best < 0 || e.Clause.Len() < length) {
			best, length = i, e.Clause.Len()
		}
	}
	if best >= 0 {
		return r.Events[best].When
	}
	if !r.Date.Known() {
		return nil
	}
	for _, e := range r.Events {
		if e.Evidence.Start > len(r.Document.Text)/3 {
			break
		}
		at := e.When.Hull()
		if at.Grain == when.Day && at.Start <= r.Date.When.Start && at.Start >= r.Date.When.Start.Add(-newsReach, when.Day) {
			return e.When
		}
	}
	return when.One(r.Date.When)
}
