package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"dateline/app/project"
	"dateline/app/state"
	"dateline/parse"
)

// keeper writes the work of one window to its project, deed by deed.
type keeper struct {
	mu        sync.Mutex
	file      *project.Project // nil while there is no project
	unwritten []state.Keep     // what the file could not take yet, oldest first
}

// keeping reports whether an effect is one for do.
func keeping(effect state.Effect) bool {
	switch effect.(type) {
	case state.Keep, state.KeepAgain, state.TurnFile, state.OpenProject, state.CreateProject, state.CopyProject:
		return true
	}
	return false
}

// do carries out an effect that is about the project. Effects must come in order,
// one after the other.
func (k *keeper) do(effect state.Effect) state.Msg {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch effect := effect.(type) {
	case state.Keep:
		k.unwritten = append(k.unwritten, effect)
		return k.flush()
	case state.KeepAgain:
		return k.flush()
	case state.TurnFile:
		return k.turn(effect.Way)
	case state.OpenProject:
		return k.open(effect.Path)
	case state.CreateProject:
		return k.create(effect)
	case state.CopyProject:
		return k.copyTo(effect)
	}
	return state.Failed{Sentence: "The program does not know how to do this."}
}

// flush writes what is unwritten, as far as the file takes it.
func (k *keeper) flush() state.Msg {
	for len(k.unwritten) > 0 {
		if err := writeDeed(k.file, k.unwritten[0]); err != nil {
			return state.Wrote{Unwritten: len(k.unwritten), Problem: sentence(err)}
		}
		k.unwritten = k.unwritten[1:]
	}
	return state.Wrote{}
}

func (k *keeper) open(path string) state.Msg {
	file, err := project.Open(path)
	if err != nil {
		return state.ProjectFailed{Sentence: sentence(err)}
	}
	articles, err := readProject(file)
	if err != nil {
		_ = file.Close() // what could not be read says more
		return state.ProjectFailed{Sentence: sentence(err)}
	}
	steps, err := filed(file)
	if err != nil {
		_ = file.Close()
		return state.ProjectFailed{Sentence: sentence(err)}
	}
	k.replace(file)
	return state.ProjectOpened{Project: state.Project{Path: path, ReadOnly: file.ReadOnly()}, Articles: articles, Filed: steps}
}

// filed names the steps of a file that are taken back and done again next.
func filed(file *project.Project) (state.Filed, error) {
	steps, err := file.History(1)
	var named state.Filed
	for _, s := range steps {
		if s.Undone {
			named.Redo = s.Name
		} else {
			named.Undo = s.Name
		}
	}
	return named, err
}

// turn takes back the latest step of the file, or does the next one again, when
// all that was done since is written.
func (k *keeper) turn(way state.Way) state.Msg {
	if wrote, ok := k.flush().(state.Wrote); ok && wrote.Unwritten > 0 {
		return wrote
	}
	turned := state.Turned{}
	err := turnStep(k.file, way)
	if err == nil {
		turned.Articles, err = readProject(k.file)
	}
	if err == nil {
		turned.Filed, err = filed(k.file)
	}
	if err != nil {
		return state.Failed{Sentence: sentence(err)}
	}
	return turned
}

// turnStep takes back the latest step of a file, or does the next one again.
func turnStep(file *project.Project, way state.Way) error {
	if way == state.Undone {
		_, err := file.Undo()
		return err
	}
	_, err := file.Redo()
	return err
}

func (k *keeper) create(c state.CreateProject) state.Msg {
	path, err := projectPath(c.Path)
	if err != nil {
		return state.Failed{Sentence: sentence(err)}
	}
	file, err := written(path, c.Work)
	if err != nil {
		return state.Failed{Sentence: sentence(err)}
	}
	k.replace(file)
	return state.ProjectCreated{Project: state.Project{Path: path}}
}

// projectPath returns the path of a project file that the reader means by a name,
// independent of the working folder, since it is remembered.
func projectPath(name string) (string, error) {
	if filepath.Ext(name) != project.Extension {
		name += project.Extension
	}
	return filepath.Abs(name)
}

// copyTo writes a copy of the file or, while that lags behind the work, a new
// file of the work.
func (k *keeper) copyTo(c state.CopyProject) state.Msg {
	path, err := projectPath(c.Path)
	if err == nil {
		err = k.saveCopy(path, c.Work)
	}
	if err != nil {
		return state.Failed{Sentence: sentence(err)}
	}
	return state.Copied{Path: path}
}

func (k *keeper) saveCopy(path string, work state.Work) error {
	if len(k.unwritten) == 0 && k.file != nil {
		return k.file.SaveCopy(path)
	}
	file, err := written(path, work)
	if err != nil {
		return err
	}
	return file.Close()
}

// replace makes file the one that is written to. It has all the work.
func (k *keeper) replace(file *project.Project) {
	if k.file != nil {
		_ = k.file.Close() // a project that is left behind; its file is complete
	}
	k.file, k.unwritten = file, nil
}

// close writes what is unwritten, if it can be, and leaves a single file.
func (k *keeper) close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.file == nil {
		return nil
	}
	var err error
	if wrote, ok := k.flush().(state.Wrote); ok && wrote.Unwritten > 0 {
		err = errors.New(wrote.Problem)
	}
	err = errors.Join(err, k.file.Close())
	k.file = nil
	return err
}

// written makes a project file of work, deed by deed, so that they can be undone
// there as well. The file appears with all of it or not at all.
func written(path string, work state.Work) (*project.Project, error) {
	file, err := project.Create(path)
	if err != nil {
		return nil, err
	}
	if err = writeWork(file, work); err != nil {
		return nil, errors.Join(err, file.Close(), os.Remove(path))
	}
	return file, nil
}

func writeWork(file *project.Project, work state.Work) error {
	if len(work.Base) > 0 {
		if err := addWork(file, work.Base); err != nil {
			return err
		}
	}
	for _, d := range work.Deeds {
		if err := writeDeed(file, state.Keep{Deed: d}); err != nil {
			return err
		}
	}
	for range work.Undone {
		if _, err := file.Undo(); err != nil {
			return err
		}
	}
	return nil
}

// addWork adds articles, and what the reader had added by hand.
func addWork(file *project.Project, base []state.Article) error {
	texts := slices.DeleteFunc(slices.Clone(base), state.Article.Own)
	if len(texts) > 0 {
		if err := file.AddArticles(projectReadings(texts)...); err != nil {
			return err
		}
	}
	for _, a := range base {
		if a.Own() {
			return file.Put("add events", projectReading(a).Events...)
		}
	}
	return nil
}

// writeDeed writes one deed.
func writeDeed(file *project.Project, k state.Keep) error {
	if file == nil {
		return errors.New("project: no file is open; save the work as a project")
	}
	switch {
	case k.Way != state.Done:
		return turnStep(file, k.Way)
	case len(k.Before) == 0 && k.After[0].Own():
		return file.Put(k.Name.String(), projectReading(k.After[0]).Events...)
	case len(k.Before) == 0:
		return file.AddArticles(projectReadings(k.After)...)
	case len(k.After) == 0:
		return file.RemoveArticle(k.Before[0].ID)
	case k.Before[0].Reading != k.After[0].Reading && !k.After[0].Own():
		_, err := file.Reread(projectReading(k.After[0]))
		return err
	}
	var records []project.Record
	for i, a := range k.After {
		records = append(records, revised(k.Before[i], a)...)
	}
	return file.Put(k.Name.String(), records...)
}

// isProject reports whether the file at path is a project. A file that cannot be
// read is none, and neither is stdin, "-", nor a pipe, which would be waited for.
func isProject(path string) bool {
	if path == "-" {
		return false
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 100))
	return err == nil && project.IsProject(head)
}

// readProject returns the articles of a project as the reader left them.
func readProject(file *project.Project) ([]state.Article, error) {
	ids, err := file.Articles()
	if err != nil {
		return nil, err
	}
	records := map[string][]project.Record{}
	for batch, err := range file.Events() {
		if err != nil {
			return nil, err
		}
		for _, r := range batch {
			records[r.Article] = append(records[r.Article], r)
		}
	}
	articles := make([]state.Article, 0, len(ids)+1)
	for _, id := range ids {
		a, err := file.Article(id)
		if err != nil {
			return nil, fmt.Errorf("article %q: %w", id, err)
		}
		articles = append(articles, stateArticle(a, records[id]))
	}
	if own := records[""]; len(own) > 0 {
		articles = append(articles, ownArticle(own))
	}
	return articles, nil
}

// keptReadings returns the articles of the project at path with those events that
// the reader did not dismiss, under the titles that the reader gave them.
func keptReadings(path string) ([]*parse.Reading, error) {
	file, err := project.Open(path)
	if err != nil {
		return nil, err
	}
	articles, err := readProject(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, err
	}
	readings := make([]*parse.Reading, len(articles))
	for i, a := range articles {
		readings[i] = reviewed(a)
	}
	return readings, nil
}
