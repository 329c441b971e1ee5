package app

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"dateline/parse"
	"dateline/parse/stamp"
	"dateline/parse/text"
)

// maxLine is the number of bytes of the longest line of JSON Lines that is read.
const maxLine = 64 << 20

// document is a line of the input of "extract --jsonl".
type document struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Title string `json:"title"`
	Date  string `json:"dct"`  // the document's date, as a machine writes it
	Lang  string `json:"lang"` // the flag's, else English, stands in for one that is not read
}

// lines returns the tasks of reading each line of the paths as a document.
func (e Extraction) lines() iter.Seq[task] {
	return func(yield func(task) bool) {
		for _, path := range e.Paths {
			if !e.linesOf(path, yield) {
				return
			}
		}
	}
}

// linesOf yields the tasks of one path. It returns false if no more are taken.
func (e Extraction) linesOf(path string, yield func(task) bool) bool {
	in, err := e.openLines(path)
	if err != nil {
		return yield(func() outcome { return outcome{failed: []error{err}} })
	}
	defer in.close()
	for {
		line, err := in.next()
		if errors.Is(err, io.EOF) {
			return true
		}
		place := in.place()
		if !yield(func() outcome { return e.readLine(place, line, err) }) {
			return false
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return true
		}
	}
}

func (e Extraction) openLines(path string) (*lineReader, error) {
	if path == "-" {
		return newLineReader("standard input", io.NopCloser(e.Source.Stdin)), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("extract: %s: cannot be opened: %w", path, cause(err))
	}
	return newLineReader(path, f), nil
}

// readLine reads one line; failure is what went wrong before, or nil.
func (e Extraction) readLine(place string, line []byte, failure error) outcome {
	var o outcome
	fail := func(err error) outcome {
		o.failed = append(o.failed, fmt.Errorf("extract: %s: %w", place, err))
		return o
	}
	if failure != nil {
		return fail(failure)
	}
	doc, opt, err := parseLine(line, e.Parse)
	if err != nil {
		return fail(err)
	}
	u := understand(opened{doc: doc}, opt)
	if u.err != nil {
		return fail(u.err)
	}
	o.print(newRecord(doc.Name, u.reading))
	return o
}

// parseLine reads one document of JSON Lines, and how it is to be read.
func parseLine(line []byte, opt parse.Options) (*text.Document, parse.Options, error) {
	var d document
	if err := json.Unmarshal(line, &d); err != nil {
		return nil, opt, fmt.Errorf("is no JSON object with \"id\" and \"text\": %w", err)
	}
	if d.ID == "" {
		return nil, opt, errors.New(`has no "id"`)
	}
	if parse.ReadsLanguage(d.Lang) {
		opt.Language = d.Lang
	}
	if d.Date != "" {
		date, err := stamp.Parse(d.Date)
		if err != nil {
			return nil, opt, fmt.Errorf(`"dct" %q is not read as a date; write it as 2021-03-22`, d.Date)
		}
		opt.Date = date
	}
	doc := text.FromPlain(d.ID, d.Text)
	doc.Title = d.Title
	return doc, opt, nil
}

// errLongLine tells of a line that was skipped for its length.
var errLongLine = fmt.Errorf("is longer than %d MB", maxLine>>20)

// lineReader reads lines that are not blank.
type lineReader struct {
	name   string
	source io.ReadCloser
	in     *bufio.Reader
	line   int // number of the last line that was read, from 1
}

func newLineReader(name string, source io.ReadCloser) *lineReader {
	return &lineReader{name: name, source: source, in: bufio.NewReaderSize(source, 1<<16)}
}

func (r *lineReader) close() { r.source.Close() }

// place names the last line that was read.
func (r *lineReader) place() string { return fmt.Sprintf("%s: line %d", r.name, r.line) }

// next returns the next line that is not blank, without its end; io.EOF at the
// end; or errLongLine for a line that was too long and is skipped.
func (r *lineReader) next() ([]byte, error) {
	for {
		r.line++
		line, err := r.read()
		if err != nil {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return line, nil
		}
	}
}

// read returns one line. The end of the input ends a line too.
func (r *lineReader) read() ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > maxLine {
			line, long = nil, true
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !(errors.Is(err, io.EOF) && (len(line) > 0 || long)):
			return nil, err
		case long:
			return nil, errLongLine
		}
		return line, nil
	}
}
