package source

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"dateline/parse/text"
)

// input is one file, or one entry of an archive.
type input struct {
	name  string // without folders
	path  string // for messages and Document.Path
	data  []byte
	depth int // archives around it
	// around is what is left to the files of the archive that it is or lies in;
	// nil if there is none.
	around *allowance
	pdf    *pdfEngine
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
	matches func(s sample) bool
	// read passes the articles of a file to visit.
	read func(ctx context.Context, in *input, visit Visit) error
	// cheap reports whether a file can be read in this process: neither time
	// nor memory can be out of proportion to its size. If it is nil, none can.
	cheap func(data []byte) bool
	// linear is set if that holds for a file of any size.
	linear bool
}

// formats are tried in order; the last matches everything.
func formats() []format {
	return []format{
		{isPDF, readPDF, nil, false},
		{isZip, readZip, smallBundle, false},
		{isWebArchive, readWebArchive, nil, false},
		{isForeign, refuseForeign, always, true},
		{isFlatOpenDocument, readFlatOpenDocument, small, false},
		{isFictionBook, readFictionBook, small, false},
		{isRTF, readRTF, small, false},
		{isFeed, readFeed, small, false},
		{isHTML, readPage, fewTags, false},
		{isJSON, readJSON, small, false},
		{isSubtitles, readSubtitles, always, true},
		{isMailbox, readMailbox, fewTags, false},
		{isMail, readMail, fewTags, false},
		{isMarkdown, readMarkdown, always, true},
		{isAnything, readPlain, always, true},
	}
}

// sample is the beginning of a file.
type sample struct {
	head []byte
	text string // the same, decoded, without white space at its beginning
}

// formatOf returns the format of a file that begins with head.
func formatOf(head []byte) format {
	head = head[:min(len(head), sniffLength)]
	s := sample{head: head, text: strings.TrimSpace(textHead(head))}
	for _, f := range formats() {
		if f.matches(s) {
			return f
		}
	}
	return format{}
}

func isAnything(sample) bool { return true }

func always([]byte) bool { return true }

func small(data []byte) bool { return len(data) <= maxInProcess }

func fewTags(data []byte) bool {
	return len(data) <= maxInProcess && bytes.Count(data, []byte("<")) <= maxTagsInProcess
}

// textHead returns the beginning of a text file, decoded.
func textHead(head []byte) string {
	for n := 0; n < utf8.UTFMax && len(head) > 0 && !utf8.Valid(head); n++ {
		head = head[:len(head)-1] // the cut may have hit a character
	}
	return decode(head, "")
}
