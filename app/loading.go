package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/source"
	"dateline/parse/text"
	"dateline/parse/when"
)

// opened is an article as it came from a file, or what was wrong with it.
type opened struct {
	doc  *text.Document
	read *parse.Reading // how a project has it; nil for an article that is still to be read
	err  error
}

// articles yields the articles at paths, and those in projects, in order.
func articles(ctx context.Context, paths []string, opt source.Options) iter.Seq[opened] {
	return func(yield func(opened) bool) {
		for rest := paths; len(rest) > 0; {
			inputs, used := projectArticles(rest[0]), 1
			switch at := slices.IndexFunc(rest, isProject); {
			case at < 0:
				inputs, used = fileArticles(ctx, rest, opt), len(rest)
			case at > 0:
				inputs, used = fileArticles(ctx, rest[:at], opt), at
			}
			for in := range inputs {
				if !yield(in) {
					return
				}
			}
			rest = rest[used:]
		}
	}
}

// fileArticles yields the articles at paths, none of which is a project.
func fileArticles(ctx context.Context, paths []string, opt source.Options) iter.Seq[opened] {
	return func(yield func(opened) bool) {
		err := source.Open(ctx, paths, opt, func(doc *text.Document, err error) error {
			if !yield(opened{doc: doc, err: err}) {
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(opened{err: err})
		}
	}
}

// projectArticles yields the articles of a project as the reader left them.
func projectArticles(path string) iter.Seq[opened] {
	return func(yield func(opened) bool) {
		readings, err := keptReadings(path)
		if err != nil {
			yield(opened{err: err})
			return
		}
		for _, r := range readings {
			if !yield(opened{doc: r.Document, read: r}) {
				return
			}
		}
	}
}

// errStopped ends the reading of files when nobody takes more of them.
var errStopped = errors.New("stopped")

// understood is a reading, or what was wrong with the article.
type understood struct {
	reading *parse.Reading
	err     error
}

// understand reads an article that was opened, unless a project has it. One that the reader stumbles over
// is an error like any other, and the rest are read.
func understand(in opened, opt parse.Options) (u understood) {
	if in.err != nil {
		return understood{err: in.err}
	}
	if in.read != nil {
		return understood{reading: in.read}
	}
	defer func() {
		if fault := recover(); fault != nil {
			u = understood{err: fmt.Errorf("parse: %s: the program has a fault with this article (%v); please report it with the article", in.doc.Name, fault)}
		}
	}()
	r, err := parse.Article(in.doc, opt)
	return understood{r, err}
}

// readAll reads the articles at paths on all cores. What cannot be read is among
// the errors; the rest is read all the same.
func readAll(ctx context.Context, paths []string, from source.Options, opt parse.Options) ([]*parse.Reading, []error) {
	var readings []*parse.Reading
	var failed []error
	err := inOrder(articles(ctx, paths, from),
		func(in opened) understood { return understand(in, opt) },
		func(u understood) error {
			if u.err == nil {
				readings = append(readings, u.reading)
			} else {
				failed = append(failed, u.err)
			}
			return nil
		})
	if err != nil {
		failed = append(failed, err)
	}
	return readings, failed
}

// loaded reads files for the window: articles, and timelines that were written
// before. Projects are only named. If ctx ends meanwhile, nothing is loaded.
func loaded(ctx context.Context, l state.Load, from source.Options) state.Msg {
	msg := state.Loaded{Asked: len(l.Paths)}
	var paths []string
	for _, path := range l.Paths {
		if isProject(path) {
			msg.Projects = append(msg.Projects, path)
			continue
		}
		switch t, err := readTimeline(path, mostTimeline, nil); {
		case errors.Is(err, errArticle):
			paths = append(paths, path)
		case err != nil:
			msg.Problems = append(msg.Problems, sentence(err))
		default:
			t.Title = cmp.Or(t.Title, filepath.Base(path))
			msg.Timelines, msg.Opened = append(msg.Timelines, t), append(msg.Opened, path)
		}
	}
	var failed []error
	msg.Readings, failed = readAll(ctx, paths, from, parse.Options{})
	if ctx.Err() != nil {
		return state.Loaded{Asked: len(l.Paths), Problems: []string{"The reading was stopped. Nothing was added."}}
	}
	msg.Opened = append(msg.Opened, openedPaths(paths, msg.Readings)...)
	msg.Problems = append(msg.Problems, sentences(failed)...)
	return msg
}

// loadedWords reads words that were pasted: the paths of files, one on each line,
// or else an article.
func loadedWords(ctx context.Context, l state.LoadWords, from source.Options) state.Msg {
	if paths := pastedPaths(l.Words); len(paths) > 0 {
		msg := loaded(ctx, state.Load{Paths: paths}, from)
		if read, ok := msg.(state.Loaded); ok {
			read.Asked = 1
			return read
		}
		return msg
	}
	msg := state.Loaded{Asked: 1}
	u := understand(opened{doc: text.FromPlain(beginningOf(l.Words), l.Words)}, parse.Options{})
	if u.err != nil {
		msg.Problems = append(msg.Problems, sentence(u.err))
		return msg
	}
	msg.Readings = append(msg.Readings, u.reading)
	return msg
}

// pastedPaths returns the paths that words consist of, or nil if they are no
// paths of files that are there. File managers quote them, or write addresses.
func pastedPaths(words string) []string {
	const longest = 1 << 16
	if len(words) > longest {
		return nil
	}
	var paths []string
	for line := range strings.Lines(words) {
		path := strings.Trim(strings.TrimSpace(line), `"'`)
		if address, err := url.Parse(path); err == nil && address.Scheme == "file" {
			path = address.Path
		}
		if path == "" {
			continue
		}
		if _, err := os.Stat(path); err != nil || !filepath.IsAbs(path) {
			return nil
		}
		paths = append(paths, path)
	}
	return paths
}

// beginningOf returns the first words of a text, as a name for it.
func beginningOf(words string) string {
	const longest = 40
	first, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
	runes := []rune(strings.TrimSpace(first))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest-1]) + "…"
}

// openedPaths returns those of paths that readings came from: files, and folders
// and archives around them.
func openedPaths(paths []string, readings []*parse.Reading) []string {
	var opened []string
	for _, path := range paths {
		around := func(r *parse.Reading) bool {
			rest, ok := strings.CutPrefix(r.Document.Path, path)
			return ok && (rest == "" || strings.HasSuffix(path, string(filepath.Separator)) || strings.ContainsRune("!"+string(filepath.Separator), rune(rest[0])))
		}
		if path != "-" && slices.ContainsFunc(readings, around) {
			opened = append(opened, path)
		}
	}
	return opened
}

// loadedSample reads the built-in article for the window.
func loadedSample(ctx context.Context, files Files) state.Msg {
	docs, err := source.Read(ctx, files.SampleName, files.Sample, sourceOptions(nil))
	msg := state.Loaded{Asked: 1}
	if err != nil {
		msg.Problems = append(msg.Problems, sentence(err))
	}
	for _, doc := range docs {
		doc.Path = "" // it is in no file, so it is not remembered
		u := understand(opened{doc: doc}, parse.Options{})
		if u.err != nil {
			msg.Problems = append(msg.Problems, sentence(u.err))
			continue
		}
		msg.Readings = append(msg.Readings, u.reading)
	}
	return msg
}

// reread reads an article again with another date.
func reread(r state.Reread) state.Msg {
	u := understand(opened{doc: r.Article.Reading.Document}, parse.Options{Date: r.Date})
	if u.err != nil {
		return state.Failed{Sentence: sentence(u.err)}
	}
	return state.Dated{Article: r.Article.ID, Date: r.Date, Reading: u.reading}
}

// foreseen reads an article again with another date, to show what would change.
func foreseen(f state.Foresee) state.Msg {
	msg := reread(state.Reread(f))
	if d, ok := msg.(state.Dated); ok {
		return state.Foreseen(d)
	}
	return msg
}

// readDate reads typed words as an article is read, and takes the first date.
func readDate(r state.ReadDate) state.Msg {
	msg := state.DateRead{Article: r.Article, Words: r.Words}
	u := understand(opened{doc: text.FromPlain("", r.Words)}, parse.Options{})
	if u.err == nil {
		msg.When = firstDate(u.reading)
	}
	return msg
}

// readTime reads typed words as the time of an event.
func readTime(r state.ReadTime) state.Msg {
	return state.TimeRead{Words: r.Words, When: namedTime(r.Words, r.Anchor)}
}

// firstDate returns the first bounded place in time that is named, or the zero
// Interval.
func firstDate(r *parse.Reading) when.Interval {
	for _, m := range r.Mentions {
		if iv := m.When.Hull(); !iv.IsZero() && !iv.Open() {
			return iv
		}
	}
	return when.Interval{}
}

func sentences(failed []error) []string {
	var all []string
	for _, err := range failed {
		all = append(all, sentence(err))
	}
	return all
}
