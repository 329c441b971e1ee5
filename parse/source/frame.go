package source

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"

	"dateline/parse/text"
)

// A worker and its parent talk in frames: four bytes with a length, then so many
// bytes. A file goes to the worker as a header, its content in pieces, and an
// empty frame; what was read comes back as answers, the last of which is marked.

// header is what the worker learns of a file.
type header struct{ Name, Path string }

// answer is an article, or the error of a file or an entry, or the end.
type answer struct {
	Document *text.Document `json:",omitempty"`
	Failure  *failure       `json:",omitempty"`
	Done     bool           `json:",omitempty"`
}

// failure is an Error without its cause, which no other process could use.
type failure struct {
	Path, Problem, Help string
	NotArticle          bool
}

// largestFrame holds the text of the longest article even if each of its bytes
// has to be escaped.
const largestFrame = 8 * maxText

var errFrame = errors.New("frame too large")

func writeFrame(w io.Writer, data []byte) error {
	if err := binary.Write(w, binary.BigEndian, uint32(len(data))); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

func readFrame(r io.Reader) ([]byte, error) {
	var size uint32
	if err := binary.Read(r, binary.BigEndian, &size); err != nil {
		return nil, err
	}
	if size > largestFrame {
		return nil, errFrame
	}
	data := make([]byte, size)
	_, err := io.ReadFull(r, data)
	return data, err
}

func writeJSON(w io.Writer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return writeFrame(w, data)
}

// answerTo returns the answer for what a Visit is called with.
func answerTo(d *text.Document, err error) answer {
	if err == nil {
		return answer{Document: d}
	}
	f := &failure{Problem: err.Error(), NotArticle: errors.Is(err, errNotArticle)}
	var known *Error
	if errors.As(err, &known) {
		f.Path, f.Problem, f.Help = known.Path, known.Problem, known.Help
	}
	return answer{Failure: f}
}

// err returns the error that f stands for.
func (f *failure) err() error {
	e := &Error{Path: f.Path, Problem: f.Problem, Help: f.Help}
	if f.NotArticle {
		e.Err = errNotArticle
	}
	return e
}
