package state

import (
	"fmt"
	"hash/fnv"
	"slices"

	"dateline/parse"
	"dateline/timeline"
)

// mostRecent is how many opened files are remembered.
const mostRecent = 8

// Open asks for articles to be read from files.
type Open struct{ Paths []string }

func (o Open) update(m Model) (Model, Effect) {
	if len(o.Paths) == 0 {
		return m, nil
	}
	m.Loading += len(o.Paths)
	return m, Load(o)
}

// OpenSample asks for the built-in article.
type OpenSample struct{}

func (OpenSample) update(m Model) (Model, Effect) {
	m.Loading++
	return m, LoadSample{}
}

// Loaded reports that articles were read, or could not be. It ends the loading
// of Asked files.
type Loaded struct {
	Asked    int
	Opened   []string // paths of the files and folders that had articles, to be remembered
	Projects []string // paths of the files that are projects
	Readings []*parse.Reading
	// Timelines are those that other files held, under the files' names.
	Timelines []*timeline.Timeline
	Problems  []string // sentences, one for each article that could not be read
}

func (l Loaded) update(m Model) (Model, Effect) {
	if m.Loading = max(m.Loading-l.Asked, 0); m.Loading == 0 {
		m.Reached = Reached{}
	}
	for _, problem := range l.Problems {
		m = m.notice(verbatim(problem))
	}
	for _, path := range l.Opened {
		m.Recent = remember(m.Recent, path)
	}
	var added []Article
	taken := m.idsWithout(-1)
	known := m.texts()
	for _, r := range l.Readings {
		a := newArticle(r)
		if m.articleAt(a.ID) >= 0 || slices.ContainsFunc(added, func(b Article) bool { return b.ID == a.ID }) {
			m = m.notice(Phrase{Words: "“{{.Name}}” is open already.", Name: a.Name()})
			continue
		}
		if known[r.Document.Text] && r.Document.Text != "" {
			m = m.notice(Phrase{Words: "“{{.Name}}” says word for word what an open article says, and was left out.", Name: a.Name()})
			continue
		}
		known[r.Document.Text] = true
		if len(r.Events) == 0 {
			m = m.notice(Phrase{Words: "No dated events were found in “{{.Name}}”.", Name: a.Name()})
		}
		a.Review = &Review{IDs: eventIDs(r, taken)}
		added = append(added, a)
	}
	keep := Remember{m.Recent, m.Theme}
	var effects Effects
	if len(added) > 0 {
		m.Fitted = true
		var effect Effect
		m, effect = m.do(Deed{Name: addName(added), Change: Change{At: len(m.Articles), After: added}})
		effects = append(effects, effect)
	}
	for _, t := range l.Timelines {
		var effect Effect
		if m, effect = m.bring(t); effect != nil {
			effects = append(effects, effect)
		}
	}
	if effects = append(effects, keep); len(effects) == 1 && len(l.Projects) == 0 {
		return m, keep
	}
	m, find := m.find(l.Projects)
	return m, append(effects, find)
}

// texts returns what the open articles say.
func (m Model) texts() map[string]bool {
	known := map[string]bool{}
	for _, a := range m.Texts() {
		known[a.Reading.Document.Text] = true
	}
	return known
}

// newArticle identifies an article by its file and its words.
func newArticle(r *parse.Reading) Article {
	h := fnv.New64a()
	for _, part := range []string{r.Document.Path, r.Document.Name, r.Document.Text} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return Article{ID: fmt.Sprintf("a%016x", h.Sum64()), Reading: r}
}

func addName(added []Article) Phrase {
	if len(added) == 1 {
		return Phrase{Words: "open “{{.Name}}”", Name: added[0].Name()}
	}
	return Phrase{Words: "open {{.Count}} articles", Count: len(added)}
}

// remember returns recent with path in front.
func remember(recent []string, path string) []string {
	kept := []string{path}
	for _, p := range recent {
		if p != path && len(kept) < mostRecent {
			kept = append(kept, p)
		}
	}
	return kept
}

// CloseArticle takes an article and its events out of the timeline. An empty
// Article stands for the one that the reader is busy with.
type CloseArticle struct{ Article string }

func (c CloseArticle) update(m Model) (Model, Effect) {
	id := c.Article
	if id == "" {
		id = m.currentArticle()
	}
	i := m.articleAt(id)
	if i < 0 || m.Articles[i].Own() {
		return m, nil
	}
	name := Phrase{Words: "close “{{.Name}}”", Name: m.Articles[i].Name()}
	m.Fitted = true
	return m.do(Deed{Name: name, Change: Change{At: i, Before: []Article{m.Articles[i]}}})
}

// Failed reports that something did not succeed, in a sentence for the reader.
type Failed struct{ Sentence string }

func (f Failed) update(m Model) (Model, Effect) { return m.notice(verbatim(f.Sentence)), nil }

// notice returns m with a problem added.
func (m Model) notice(problem Phrase) Model {
	m.Notices = append(slices.Clip(m.Notices), Notice{Sentence: problem})
	return m
}

// done returns m with a notice of something that was done.
func (m Model) done(sentence Phrase) Model {
	m.Notices = append(slices.Clip(m.Notices), Notice{Sentence: sentence, Done: true})
	return m
}

// DismissNotices clears the notices from the window.
type DismissNotices struct{}

func (DismissNotices) update(m Model) (Model, Effect) {
	m.Notices = nil
	return m, nil
}

// ChooseTheme changes the colours.
type ChooseTheme struct{ Theme Theme }

func (c ChooseTheme) update(m Model) (Model, Effect) {
	m.Theme = c.Theme
	return m, Remember{m.Recent, m.Theme}
}

// Recall puts back what was kept from an earlier start.
type Recall struct {
	Recent []string
	Theme  Theme
}

func (r Recall) update(m Model) (Model, Effect) {
	m.Recent, m.Theme = r.Recent, r.Theme
	return m, nil
}
