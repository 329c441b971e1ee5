package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"dateline/parse/text"
)

// Open reads the files at paths, and those in the folders and archives among
// them, and calls visit for each article in order, or with the *Error of a file
// that could not be read. Only so many files are read ahead as there are
// processors, so a folder may be of any size. Only regular files are opened.
//
// In a folder, what is no article at all (a picture, a program) is passed over,
// as are hidden files and links to other folders. The error that Open returns is
// that of visit, or of ctx; what is wrong with files goes to visit.
func Open(ctx context.Context, paths []string, opt Options, visit Visit) error {
	ctx, cancel := context.WithCancel(ctx)
	r := newReader(opt)
	defer r.close()
	defer cancel() // before close, so that no worker is waited for
	progress := Progress{}
	inFolder := 0 // articles and errors of the folder that is being read
	for j := range r.start(ctx, paths) {
		if j.end && inFolder == 0 {
			if err := visit(nil, noArticles(j.path)); err != nil {
				return err
			}
		}
		if j.end {
			inFolder = 0
			continue
		}
		articles, all, err := j.deliver(ctx, visit)
		if err != nil {
			return err
		}
		inFolder += all
		progress.Articles += articles
		progress.Path, progress.Files = j.path, progress.Files+1
		if opt.Progress != nil {
			opt.Progress(progress)
		}
	}
	return ctx.Err()
}

// noArticles returns the error about a folder in which nothing could be read.
func noArticles(path string) *Error {
	return &Error{Path: path, Problem: "no articles in this folder", Help: "name a folder with articles, or the articles themselves"}
}

// job is one file to be read, or the end of a folder.
type job struct {
	path   string
	folder bool  // found in a folder, not named
	end    bool  // no file: all files of the folder at path have been named
	err    error // why the file cannot be read, if that is known already
	out    chan result
}

func newJob(path string) *job { return &job{path: path, out: make(chan result)} }

type result struct {
	doc *text.Document
	err error
}

// deliver passes what was read of the file to visit, and returns the number of
// articles, and that of articles and errors.
func (j *job) deliver(ctx context.Context, visit Visit) (articles, all int, err error) {
	for {
		select {
		case got, more := <-j.out:
			if !more {
				return articles, all, nil
			}
			all++
			if got.doc != nil {
				articles++
			}
			if err := visit(got.doc, got.err); err != nil {
				return articles, all, err
			}
		case <-ctx.Done():
			return articles, all, ctx.Err()
		}
	}
}

// start reads the files at paths, as many at a time as there are processors,
// and returns them in order. What was read of each comes from job.out, which is
// closed after the last.
func (r *reader) start(ctx context.Context, paths []string) <-chan *job {
	todo := make(chan *job)
	inOrder := make(chan *job, runtime.GOMAXPROCS(0))
	go func() {
		defer close(todo)
		defer close(inOrder)
		for _, path := range paths {
			r.list(ctx, path, func(j *job) bool {
				for _, c := range []chan<- *job{inOrder, todo} {
					select {
					case c <- j:
					case <-ctx.Done():
						return false
					}
				}
				return true
			})
		}
	}()
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for j := range todo {
				r.run(ctx, j)
			}
		}()
	}
	return inOrder
}

// run reads the file of one job.
func (r *reader) run(ctx context.Context, j *job) {
	defer close(j.out)
	send := func(d *text.Document, err error) error {
		select {
		case j.out <- result{d, err}:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := j.err
	switch {
	case j.end:
	case err == nil && j.folder:
		found := 0
		err = r.readFile(ctx, j, passOver(send, &found))
	case err == nil:
		err = r.readFile(ctx, j, send)
	}
	if err != nil {
		_ = send(nil, err) // an error of send means that nobody listens
	}
}

// list calls found with a job for each file at path, until it returns false.
func (r *reader) list(ctx context.Context, path string, found func(*job) bool) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() || path == "-" && r.opt.Stdin != nil {
		found(newJob(path))
		return
	}
	_ = filepath.WalkDir(path, func(p string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return fs.SkipAll
		}
		if err != nil {
			j := newJob(p)
			j.err = &Error{Path: p, Problem: "the folder cannot be read", Help: "check its permissions", Err: err}
			found(j)
			return fs.SkipDir
		}
		if p != path && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !isRegular(p) {
			return nil
		}
		j := newJob(p)
		j.folder = true
		if !found(j) {
			return fs.SkipAll
		}
		return nil
	}) // what is wrong has been passed on
	j := newJob(path)
	j.end = true
	found(j)
}

// isRegular reports whether there is an ordinary file at path, or a link to one.
func isRegular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// readFile reads the file of a job.
func (r *reader) readFile(ctx context.Context, j *job, visit Visit) error {
	if j.path == "-" && r.opt.Stdin != nil {
		return r.read(ctx, "standard input", r.opt.Stdin, visit)
	}
	f, err := openRegular(j.path)
	if err != nil {
		return err
	}
	defer f.Close()
	return r.read(ctx, j.path, f, visit)
}

// megabytes writes a size for a reader.
func megabytes(n int64) string {
	if n < 10<<20 {
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// kinds of files that are not opened, in words.
var kinds = []struct {
	mode fs.FileMode
	name string
}{
	{fs.ModeDir, "a folder"},
	{fs.ModeNamedPipe, "a pipe"},
	{fs.ModeSocket, "a socket"},
	{fs.ModeDevice, "a device"},
	{fs.ModeIrregular, "no regular file"},
}

// openRegular opens the file at path if it is a regular one. It never waits: a
// pipe whose other end is closed would block for ever.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, openError(path, err)
	}
	f, err := openMode(path, info.Mode())
	if err != nil {
		return nil, err
	}
	// What stands at path may have changed since.
	info, err = f.Stat()
	if err == nil {
		err = checkRegular(path, info.Mode())
	}
	if err == nil {
		err = checkFileSystem(path, f)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func openMode(path string, mode fs.FileMode) (*os.File, error) {
	if err := checkRegular(path, mode); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return nil, openError(path, err)
	}
	return f, nil
}

func checkRegular(path string, mode fs.FileMode) error {
	if mode.IsRegular() {
		return nil
	}
	what := "no regular file"
	for _, k := range kinds {
		if mode&k.mode != 0 {
			what = k.name
			break
		}
	}
	return &Error{Path: path, Problem: "this is " + what, Help: "only ordinary files are read"}
}

// openError turns an error of the operating system into a sentence.
func openError(path string, err error) *Error {
	e := &Error{Path: path, Problem: "cannot be opened", Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Problem, e.Help = "there is no such file", "check the name"
	case errors.Is(err, fs.ErrPermission):
		e.Problem, e.Help = "it may not be read", "check its permissions"
	default:
		var cause *fs.PathError
		if errors.As(err, &cause) {
			e.Problem += " (" + cause.Err.Error() + ")"
		}
		e.Help = "check the name and the disk"
	}
	return e
}
