package source

import (
	"context"
	"strings"
	"testing"

	"dateline/parse/text"
)

// readAll reads a file in this process and fails the test if that is an error.
func readAll(t *testing.T, name string, data []byte) []*text.Document {
	t.Helper()
	docs, err := Read(context.Background(), name, data, Options{})
	if err != nil {
		t.Fatalf("Read(%s): %v", name, err)
	}
	for _, d := range docs {
		checkDocument(t, d)
	}
	return docs
}

// readOne reads a file that holds one article.
func readOne(t *testing.T, name string, data []byte) *text.Document {
	t.Helper()
	docs := readAll(t, name, data)
	if len(docs) != 1 {
		t.Fatalf("Read(%s): %d documents, want 1", name, len(docs))
	}
	return docs[0]
}

// refused reads a file that cannot be read, and returns the sentence about it.
func refused(t *testing.T, name string, data []byte) string {
	t.Helper()
	docs, err := Read(context.Background(), name, data, Options{})
	if err == nil || len(docs) != 0 {
		t.Fatalf("Read(%s): %d documents and error %v, want only an error", name, len(docs), err)
	}
	return err.Error()
}

var kindLetters = map[text.Kind]string{
	text.Paragraph: "p", text.Heading: "h", text.Caption: "c", text.ListItem: "l",
	text.Row: "r", text.Quoted: "q", text.Footnote: "n", text.Furniture: "f",
}

// outline writes the blocks of a document, one on a line, with a letter for the
// kind, the level of headings and the page where there is one.
func outline(d *text.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		b.WriteString(kindLetters[block.Kind])
		if block.Level > 0 {
			b.WriteByte('0' + byte(block.Level))
		}
		if block.Page > 0 {
			b.WriteString("@")
			b.WriteByte('0' + byte(block.Page))
		}
		b.WriteString(" " + d.Slice(block.Span) + "\n")
	}
	return b.String()
}

// days writes the dates of a document.
func days(d *text.Document) string {
	var list []string
	for _, s := range d.Dates {
		list = append(list, s.When.EDTF())
	}
	return strings.Join(list, " ")
}

// lines joins lines as outline does.
func lines(list ...string) string { return strings.Join(list, "\n") + "\n" }
