package state

import (
	"slices"

	"dateline/parse"
	"dateline/parse/when"
)

// EditDate opens the panel in which an article's date is changed. An empty
// Article stands for the one that is open, or else the first.
type EditDate struct{ Article string }

func (e EditDate) update(m Model) (Model, Effect) {
	id := e.Article
	if id == "" {
		id = m.currentArticle()
	}
	if a, ok := m.Article(id); !ok || a.Own() {
		return m, nil
	}
	m.Entry = DateEntry{Article: id}
	m.Panel = DatePanel
	return m, nil
}

// currentArticle returns the ID of the article that the reader is busy with, or
// "" if there is none.
func (m Model) currentArticle() string {
	if m.Panel == ArticlePanel {
		return m.Reader.Article
	}
	if _, o, ok := m.Event(m.Selected); ok && !m.Articles[o.Article].Own() {
		return m.Articles[o.Article].ID
	}
	if texts := m.Texts(); len(texts) > 0 {
		return texts[0].ID
	}
	return ""
}

// TypeDate reports what stands in the entry for an article's date.
type TypeDate struct{ Words string }

func (t TypeDate) update(m Model) (Model, Effect) {
	if m.Panel != DatePanel || t.Words == m.Entry.Words {
		return m, nil
	}
	m.Entry.Words, m.Entry.When = t.Words, when.Interval{}
	return m, ReadDate{m.Entry.Article, t.Words}
}

// DateRead reports how typed words were read. The zero Interval means that they
// name no date.
type DateRead struct {
	Article, Words string
	When           when.Interval
}

func (d DateRead) update(m Model) (Model, Effect) {
	if d.Article == m.Entry.Article && d.Words == m.Entry.Words {
		m.Entry.When = d.When
	}
	return m, nil
}

// SetDate gives an article another date. The zero Interval goes back to the
// date that the article itself supports.
type SetDate struct {
	Article string
	Date    when.Interval
}

func (s SetDate) update(m Model) (Model, Effect) {
	a, ok := m.Article(s.Article)
	if !ok || s.Date == a.Date {
		return m, nil
	}
	return m, Reread{a, s.Date}
}

// Dated reports that an article was read again with another date.
type Dated struct {
	Article string
	Date    when.Interval
	Reading *parse.Reading
}

func (d Dated) update(m Model) (Model, Effect) {
	i := m.articleAt(d.Article)
	if i < 0 {
		return m, nil
	}
	before := m.Articles[i]
	after := m.redated(i, d.Date, d.Reading)
	m, arrange := m.do(Deed{
		Name:   Phrase{Words: "change the date of “{{.Name}}”", Name: before.Name()},
		Change: Change{At: i, Before: []Article{before}, After: []Article{after}},
	})
	if m.Panel == DatePanel {
		m.Entry = DateEntry{Article: d.Article}
	}
	return m, arrange
}

// redated returns the article at a place as it was read with another date.
func (m Model) redated(i int, date when.Interval, r *parse.Reading) Article {
	review := &Review{IDs: eventIDs(r, m.idsWithout(i)), Edits: m.Articles[i].Review.Edits}
	return Article{ID: m.Articles[i].ID, Reading: r, Date: date, Review: review}
}

// Anchor returns the day that relative words of the article count from; it is zero
// if nothing tells it.
func (a Article) Anchor() when.Interval {
	if !a.Date.IsZero() {
		return a.Date
	}
	return a.Reading.Date.When
}

// Others returns the dates that other evidence gives for an article than the
// one it has, each once.
func (a Article) Others() []when.Interval {
	var others []when.Interval
	for _, stamp := range a.Reading.Date.Others {
		if stamp.When != a.Reading.Date.When && !slices.Contains(others, stamp.When) {
			others = append(others, stamp.When)
		}
	}
	return others
}
