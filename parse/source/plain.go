package source

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"dateline/parse/text"
)

// readPlain reads a file without markup. The text of the document is that of
// the file, so that offsets in one are offsets in the other.
func readPlain(_ context.Context, in *input, visit Visit) error {
	s, err := in.plainText()
	if err != nil {
		return visit(nil, err)
	}
	d := text.FromPlain(in.name, s)
	d.Path = in.path
	return in.deliver(d, visit)
}

// plainText returns the decoded content of a text file, or the error that says
// why it has none.
func (in *input) plainText() (string, error) {
	if len(in.data) > maxText {
		return "", in.fail("the text is longer than "+megabytes(maxText), "split it into several files", nil)
	}
	if bytes.Count(in.data, []byte("\n")) > maxLines {
		return "", in.fail(fmt.Sprintf("the text has more than %d lines", maxLines), "split it into several files", nil)
	}
	s := decode(in.data, "")
	binaryData, wrongCharset := strange(s)
	switch {
	case strings.TrimSpace(s) == "":
		return "", in.empty()
	case binaryData:
		return "", in.fail("not a text, nor any other kind of article that can be read",
			"wanted is a text, a web page, a PDF, a Word or OpenDocument text, an e-book or a mail", errNotArticle)
	case wrongCharset:
		return "", in.fail("the encoding of the text cannot be found out", "save it as UTF-8", nil)
	}
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && r != '\f' && (r < ' ' || r == 0x7f) {
			return ' ' // one byte for one byte: offsets stay
		}
		return r
	}, s), nil
}

// empty returns the error of a file without any text.
func (in *input) empty() *Error {
	if len(in.data) == 0 {
		return in.fail("the file is empty", "copy or download it again", nil)
	}
	return in.fail("there is no text in it", "open it to see what it holds; pictures of pages need text recognition first", nil)
}
