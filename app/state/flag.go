package state

import (
	"slices"

	"dateline/parse"
	"dateline/parse/when"
)

// Pull is an article's date that is being moved along the timeline. What counts
// from it follows, but nothing is changed before it is let go.
type Pull struct {
	Article string        // ID; empty while none is
	Date    when.Interval // where the date would be

	before  Article // as it was
	waiting bool    // the article is being read with a date
}

// Flag returns the article whose date stands on the timeline, the one that the
// reader is busy with; ok is false if its date is not known.
func (m Model) Flag() (a Article, date when.Interval, ok bool) {
	if a, ok = m.Article(m.Pull.Article); ok {
		return a, m.Pull.Date, true
	}
	a, _ = m.Article(m.currentArticle())
	if a.Reading == nil {
		return Article{}, when.Interval{}, false
	}
	date = a.Anchor()
	return a, date, !date.IsZero()
}

// PullDate moves an article's date along the timeline for as long as it is held:
// by DX pixels from where it is, to a day.
type PullDate struct {
	Article string
	DX      float64
}

func (p PullDate) update(m Model) (Model, Effect) {
	a, ok := m.Article(p.Article)
	if !ok || m.Viewport.Width == 0 {
		return m, nil
	}
	if m.Pull.Article != p.Article {
		m.Pull = Pull{Article: p.Article, Date: a.Anchor(), before: a}
		m.Fitted = false // the pointer keeps its place in time
	}
	from := m.Pull.before.Anchor().Start
	grain := max(when.Day, grainAt(m.Viewport.PerPixel))
	n := units(from, m.Viewport.At(m.Viewport.X(from)+p.DX), grain)
	date := from.Add(n, grain).Unit(when.Day)
	if n == 0 {
		date = m.Pull.before.Anchor()
	}
	if date == m.Pull.Date {
		return m, nil
	}
	m.Pull.Date = date
	return m.foresee()
}

// foresee asks what the article would tell with its date where it is held, one
// date at a time.
func (m Model) foresee() (Model, Effect) {
	if m.Pull.waiting {
		return m, nil
	}
	m.Pull.waiting = true
	return m, Foresee{m.Pull.before, m.Pull.Date}
}

// Foreseen reports what an article would tell with another date.
type Foreseen struct {
	Article string
	Date    when.Interval
	Reading *parse.Reading
}

func (f Foreseen) update(m Model) (Model, Effect) {
	i := m.articleAt(f.Article)
	if i < 0 || m.Pull.Article != f.Article {
		return m, nil
	}
	m.Pull.waiting = false
	m, arrange := m.withArticles(replaced(m.Articles, i, m.redated(i, f.Date, f.Reading)))
	if m.Pull.Date == f.Date {
		return m, arrange
	}
	m, again := m.foresee()
	return m, Effects{arrange, again}
}

// replaced returns articles with another one at a place.
func replaced(articles []Article, i int, a Article) []Article {
	articles = slices.Clone(articles)
	articles[i] = a
	return articles
}

// DropDate leaves the date that is being moved where it is held.
type DropDate struct{}

func (DropDate) update(m Model) (Model, Effect) {
	pull, i := m.Pull, m.articleAt(m.Pull.Article)
	if i < 0 {
		return m, nil
	}
	seen := m.Articles[i]
	m, arrange := m.unpulled()
	switch {
	case pull.Date == pull.before.Anchor():
		return m, arrange
	case seen.Date == pull.Date:
		return Dated{seen.ID, seen.Date, seen.Reading}.update(m)
	}
	m, read := SetDate{seen.ID, pull.Date}.update(m)
	return m, Effects{arrange, read}
}

// unpulled puts the date that is being moved back where it was.
func (m Model) unpulled() (Model, Effect) {
	pull, i := m.Pull, m.articleAt(m.Pull.Article)
	m.Pull = Pull{}
	if i < 0 || m.Articles[i] == pull.before {
		return m, nil
	}
	return m.withArticles(replaced(m.Articles, i, pull.before))
}

// besides reports whether a message leaves alone what is being moved: others that
// come meanwhile find everything as it was.
func besides(msg Msg) bool {
	switch msg.(type) {
	case PullDate, DropDate, Foreseen, Resize, Show, Arrived, Arranged, Drew, Wrote, Found:
		return true
	}
	return false
}
