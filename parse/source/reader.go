package source

import (
	"context"
	"errors"
	"path/filepath"
)

// errNotArticle is the cause of the error about a file that is no article of
// any format.
var errNotArticle = errors.New("no article of any format")

// reader reads files one after the other.
type reader struct {
	opt Options
	pdf pdfEngine
}

func newReader(opt Options) *reader { return &reader{opt: opt.withDefaults()} }

func (r *reader) close() { r.pdf.close() }

func (r *reader) readBytes(ctx context.Context, name string, data []byte, visit Visit) error {
	in := &input{name: filepath.Base(name), path: name, data: data, pdf: &r.pdf}
	f := formatOf(data[:min(len(data), sniffLength)])
	return f.read(ctx, in, visit)
}
