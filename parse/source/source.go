// Package source reads the files that people keep articles in: it strips the
// format and keeps the words, where they stood, and what the file says about
// itself.
//
// A format is recognised by content, never by the name of the file. Each format
// has one file here and one row in the table of format.go.
package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"dateline/parse/text"
)

// Options say how much a file may cost. The zero value has the limits of
// limits.go, and reads in this process.
type Options struct {
	// Worker is the command, program first, that runs Child. Whatever could
	// hang, take all memory or overflow the stack is then read by such a
	// process; see SelfWorker. If it is empty everything is read in this process,
	// which only suits files that are trusted.
	Worker []string
	// MaxFileSize is the number of bytes of the largest file that is opened.
	MaxFileSize int64
	// MaxMemory is the number of bytes that a worker may use.
	MaxMemory int64
	// Timeout is how long the reading of one file may take.
	Timeout time.Duration
	// Stdin, if set, is what Open reads for the path "-".
	Stdin io.Reader
	// Progress, if set, is told now and then how far the reading has come. It
	// is called from the goroutine that called Read or Open.
	Progress func(Progress)
}

// Progress is how far the reading of several files has come.
type Progress struct {
	Path     string // the file that was read last
	Files    int    // files read so far
	Articles int    // articles found in them
}

// withDefaults returns o with the standard limits where it has none.
func (o Options) withDefaults() Options {
	if o.MaxFileSize <= 0 {
		o.MaxFileSize = maxFileSize
	}
	if o.MaxMemory <= 0 {
		o.MaxMemory = maxMemory
	}
	if o.Timeout <= 0 {
		o.Timeout = timeout
	}
	return o
}

// Visit is called with each article, or with the error of a file or an entry
// that could not be read. It ends the reading by returning an error.
type Visit func(*text.Document, error) error

// Read returns the articles in data, the content of a file called name: one for
// most formats, several for a mailbox, a feed or an archive. An article that
// cannot be read does not stop the others, so there may be documents beside an
// error; errors are *Error, joined if there are several.
func Read(ctx context.Context, name string, data []byte, opt Options) ([]*text.Document, error) {
	var docs []*text.Document
	var failed []error
	r := newReader(opt)
	defer r.close()
	err := r.read(ctx, name, bytes.NewReader(data), func(d *text.Document, err error) error {
		if err != nil {
			failed = append(failed, err)
		} else {
			docs = append(docs, d)
		}
		return nil
	})
	return docs, errors.Join(append(failed, err)...)
}
