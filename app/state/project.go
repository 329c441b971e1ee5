package state

import (
	"path/filepath"
	"slices"
	"strings"
)

// Project is the file that the work is written to.
type Project struct {
	Path     string
	ReadOnly bool // it can be looked at but not changed
}

// Name returns what the project is called: its file's name without extension.
func (p Project) Name() string {
	base := filepath.Base(p.Path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// Work is everything that has been done in a window: what was open at first, and
// the deeds since then, of which the last Undone are undone.
type Work struct {
	Base   []Article
	Deeds  []Deed
	Undone int
}

// work returns everything that has been done.
func (m Model) work() Work {
	w := Work{Base: m.base, Undone: len(m.future)}
	w.Deeds = append(w.Deeds, m.past...)
	for i := range m.future {
		w.Deeds = append(w.Deeds, m.future[len(m.future)-1-i])
	}
	return w
}

// Untouched reports whether nothing has been done in the window.
func (m Model) Untouched() bool {
	return len(m.Articles) == 0 && len(m.past) == 0 && m.Project == (Project{})
}

// Unkept reports whether the reader has done more than to open articles, and no
// project keeps it.
func (m Model) Unkept() bool {
	return m.Project == (Project{}) && slices.ContainsFunc(m.Articles, func(a Article) bool {
		return a.Own() || !a.Date.IsZero() || len(a.Review.Edits) > 0
	})
}

// NewProject begins an empty project at a path: here if nothing has been done
// in the window, else in another one.
type NewProject struct{ Path string }

func (n NewProject) update(m Model) (Model, Effect) {
	if !m.Untouched() {
		return m, OpenWindow{n}
	}
	return SaveProject(n).update(m)
}

// SaveProject makes a project of what is open. Every change from then on is
// written to it.
type SaveProject struct{ Path string }

func (s SaveProject) update(m Model) (Model, Effect) {
	if s.Path == "" {
		return m.notice(Phrase{Words: "The project needs a name."}), nil
	}
	return m, CreateProject{s.Path, m.work()}
}

// ProjectCreated reports that there is a project of what is open.
type ProjectCreated struct{ Project Project }

func (p ProjectCreated) update(m Model) (Model, Effect) {
	m.Project, m.Unwritten, m.filed = p.Project, 0, Filed{}
	m.Recent = remember(m.Recent, p.Project.Path)
	return m, Remember{m.Recent, m.Theme}
}

// SaveCopy writes a copy of the project. The work goes on in the project itself.
type SaveCopy struct{ Path string }

func (s SaveCopy) update(m Model) (Model, Effect) {
	switch {
	case m.Project == (Project{}):
		return m.notice(Phrase{Words: "There is no project to copy yet. Save it as a project first."}), nil
	case s.Path == "":
		return m.notice(Phrase{Words: "The copy needs a name."}), nil
	}
	return m, CopyProject{s.Path, m.work()}
}

// Copied reports that a copy of the project was written.
type Copied struct{ Path string }

func (c Copied) update(m Model) (Model, Effect) {
	return m.done(Phrase{Words: "The copy was written to {{.Name}}.", Name: c.Path}), nil
}

// find opens projects that were among the files to be opened: one of them here
// if nothing has been done in the window, others in windows of their own.
func (m Model) find(projects []string) (Model, Effect) {
	var effects Effects
	here := m.Untouched()
	for _, path := range projects {
		switch {
		case path == m.Project.Path:
			m = m.notice(Phrase{Words: "“{{.Name}}” is open already.", Name: m.Project.Name()})
		case here:
			m.Loading++
			effects = append(effects, OpenProject{path})
			here = false
		default:
			effects = append(effects, OpenWindow{Open{Paths: []string{path}}})
		}
	}
	return m, effects
}

// ProjectOpened reports that a project was read.
type ProjectOpened struct {
	Project  Project
	Articles []Article
	Filed    Filed
}

func (p ProjectOpened) update(m Model) (Model, Effect) {
	m.Loading = max(m.Loading-1, 0)
	m.Project, m.Unwritten = p.Project, 0
	m.base, m.past, m.future, m.filed = p.Articles, nil, nil, p.Filed
	m.Recent = remember(m.Recent, p.Project.Path)
	if p.Project.ReadOnly {
		m = m.notice(Phrase{Words: "“{{.Name}}” cannot be written. Save it as a project in another folder to keep what you change.", Name: p.Project.Name()})
	}
	m.Fitted = true
	m, arrange := m.withArticles(p.Articles)
	return m, Effects{arrange, Remember{m.Recent, m.Theme}}
}

// ProjectFailed reports in a sentence that a project could not be opened.
type ProjectFailed struct{ Sentence string }

func (p ProjectFailed) update(m Model) (Model, Effect) {
	m.Loading = max(m.Loading-1, 0)
	return m.notice(verbatim(p.Sentence)), nil
}

// Wrote reports how many deeds are still to be written to the project, and in a
// sentence why.
type Wrote struct {
	Unwritten int
	Problem   string
}

func (w Wrote) update(m Model) (Model, Effect) {
	before := m.Unwritten
	m.Unwritten = w.Unwritten
	switch {
	case w.Unwritten > 0 && before == 0:
		return m.notice(Phrase{Words: "{{.Name}} Your work is kept in memory and written as soon as it can be.", Name: w.Problem}), KeepLater{}
	case w.Unwritten == 0 && before > 0:
		return m.done(Phrase{Words: "Everything is written to “{{.Name}}” again.", Name: m.Project.Name()}), nil
	case w.Unwritten > 0:
		return m, KeepLater{}
	}
	return m, nil
}

// WriteAgain tries to write what could not be written before.
type WriteAgain struct{}

func (WriteAgain) update(m Model) (Model, Effect) {
	if m.Unwritten == 0 {
		return m, nil
	}
	return m, KeepAgain{}
}
