package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"runtime"
	"slices"
)

// errNotArticle is the cause of the error about a file that is no article of
// any format.
var errNotArticle = errors.New("no article of any format")

// reader reads files, here or in workers.
type reader struct {
	opt  Options
	pdf  pdfEngine    // for files that are read here
	idle chan *worker // those that wait for a file
}

func newReader(opt Options) *reader {
	return &reader{opt: opt.withDefaults(), idle: make(chan *worker, runtime.GOMAXPROCS(0))}
}

// close ends the workers. No file may be being read.
func (r *reader) close() {
	r.pdf.close()
	for {
		select {
		case w := <-r.idle:
			w.stop()
		default:
			return
		}
	}
}

// read reads the file at path from content.
func (r *reader) read(ctx context.Context, path string, content io.Reader, visit Visit) error {
	head, err := io.ReadAll(io.LimitReader(content, min(maxInProcess, r.opt.MaxFileSize)+1))
	if err != nil {
		return &Error{Path: path, Problem: "cannot be read", Help: "check the disk", Err: err}
	}
	if int64(len(head)) > r.opt.MaxFileSize {
		return r.tooLarge(path)
	}
	whole := len(head) <= maxInProcess
	f := formatOf(head)
	in := &input{name: filepath.Base(path), path: path, data: head, pdf: &r.pdf}
	switch {
	case whole && (f.cheap != nil && f.cheap(head) || len(r.opt.Worker) == 0):
	case f.linear || len(r.opt.Worker) == 0:
		limit := r.opt.MaxFileSize
		if f.linear {
			limit = min(limit, maxText)
		}
		rest, err := io.ReadAll(io.LimitReader(content, limit+1-int64(len(head))))
		if err != nil {
			return &Error{Path: path, Problem: "cannot be read", Help: "check the disk", Err: err}
		}
		in.data = slices.Concat(head, rest)
		if int64(len(in.data)) > r.opt.MaxFileSize {
			return r.tooLarge(path)
		}
	default:
		return r.delegate(ctx, header{in.name, in.path}, io.MultiReader(bytes.NewReader(head), content), visit)
	}
	return f.read(ctx, in, visit)
}

// delegate has a worker read a file.
func (r *reader) delegate(ctx context.Context, h header, content io.Reader, visit Visit) error {
	var w *worker
	select {
	case w = <-r.idle:
	default:
		var err error
		if w, err = startWorker(r.opt); err != nil {
			return &Error{Path: h.Path, Problem: "the program that reads it cannot be started", Help: "install the program again", Err: err}
		}
	}
	fit, err := w.read(ctx, h, content, visit)
	if fit {
		select {
		case r.idle <- w:
			return nil
		default:
		}
	}
	w.stop()
	return err
}

// tooLarge returns the error about a file that is larger than a file may be.
func (r *reader) tooLarge(path string) *Error {
	return &Error{
		Path: path, Problem: "it is larger than the " + megabytes(r.opt.MaxFileSize) + " that are read",
		Help: "raise the limit with --max-file-size",
	}
}
