package source

import (
	"bytes"
	"context"
	"unicode/utf8"

	"dateline/parse/text"
)

// input is one file, or one entry of an archive.
type input struct {
	name  string // without folders
	path  string // for messages and Document.Path
	data  []byte
	depth int // archives around it
	pdf   *pdfEngine
}

// document returns an empty document that names its file.
func (in *input) document() *text.Document {
	return &text.Document{Name: in.name, Path: in.path}
}

// fail returns an error about the file.
func (in *input) fail(problem, help string, cause error) *Error {
	return &Error{Path: in.path, Problem: problem, Help: help, Err: cause}
}

// format is one kind of file.
type format struct {
	name string // in words
	// matches looks at the beginning of a file, at most sniffLength bytes.
	matches func(head []byte) bool
	// read passes the articles of a file to visit.
	read func(ctx context.Context, in *input, visit Visit) error
	// cheap reports whether a file can be read in this process: neither time
	// nor memory can be out of proportion to its size. If it is nil, none can.
	cheap func(data []byte) bool
}

// formats are tried in order; the last matches everything.
func formats() []format {
	return []format{
		{"a PDF", isPDF, readPDF, nil},
		{"a zip file", isZip, readZip, smallBundle},
		{"a web archive", isWebArchive, readWebArchive, nil},
		{"no article", isForeign, refuseForeign, always},
		{"an OpenDocument text", isFlatOpenDocument, readFlatOpenDocument, small},
		{"a FictionBook", isFictionBook, readFictionBook, small},
		{"a rich text", isRTF, readRTF, small},
		{"a feed", isFeed, readFeed, small},
		{"a web page", isHTML, readPage, fewTags},
		{"JSON", isJSON, readJSON, small},
		{"subtitles", isSubtitles, readSubtitles, small},
		{"a mailbox", isMailbox, readMailbox, small},
		{"a mail or a saved page", isMail, readMail, small},
		{"Markdown", isMarkdown, readMarkdown, always},
		{"plain text", always, readPlain, always},
	}
}

// formatOf returns the format of a file that begins with head.
func formatOf(head []byte) format {
	for _, f := range formats() {
		if f.matches(head) {
			return f
		}
	}
	return format{}
}

func always([]byte) bool { return true }

func small(data []byte) bool { return len(data) <= maxInProcess }

func fewTags(data []byte) bool {
	return len(data) <= maxInProcess && bytes.Count(data, []byte("<")) <= maxTagsInProcess
}

// textHead returns the beginning of a text file, decoded and in lower case.
func textHead(head []byte) string {
	for n := 0; n < utf8.UTFMax && len(head) > 0 && !utf8.Valid(head); n++ {
		head = head[:len(head)-1] // the cut may have hit a character
	}
	return decode(head, "")
}
