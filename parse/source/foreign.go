package source

import (
	"bytes"
	"context"
)

// foreign are files that people may take for articles, or that lie among them,
// and what to do with each.
var foreign = []struct{ start, name, help string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office program", "open it there or in LibreOffice and save it as .docx"},
	{"\x89PNG\r\n\x1a\n", "a picture", "take the text from it with a text recognition program"},
	{"\xff\xd8\xff", "a picture", "take the text from it with a text recognition program"},
	{"GIF8", "a picture", "take the text from it with a text recognition program"},
	{"II*\x00", "a picture", "take the text from it with a text recognition program"},
	{"MM\x00*", "a picture", "take the text from it with a text recognition program"},
	{"AT&TFORM", "scanned pages (DjVu)", "save them as a PDF with text"},
	{"\x1f\x8b", "a packed file (gzip)", "unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it first"},
	{"Rar!\x1a\x07", "an archive (rar)", "unpack it first"},
	{"BZh", "a packed file (bzip2)", "unpack it first"},
	{"\xfd7zXZ\x00", "a packed file (xz)", "unpack it first"},
	{"SQLite format 3\x00", "a database", "open a project of this program from the window"},
	{"\x7fELF", "a program", "name the text itself"},
	{"MZ\x90\x00", "a program", "name the text itself"},
	{"%!PS", "a PostScript file", "turn it into a PDF"},
	{"ID3", "a recording", "write down its words first"},
	{"OggS", "a recording", "write down its words first"},
	{"RIFF", "a recording or a film", "write down its words first"},
	{"ITOLITLS", "an e-book of Microsoft Reader", "turn it into an EPUB"},
	{"BOOKMOBI", "an e-book for Kindle", "turn it into an EPUB"},
}

// officePackage is the name, in UTF-16, under which Office programs put a document
// with a password in a file of the old kind.
var officePackage = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// withoutPassword is the way out of a document with a password.
const withoutPassword = "open it in the program that made it and save a copy without one"

// isForeign reports whether s is the beginning of a file that holds no text
// that can be read.
func isForeign(s sample) bool { return foreignAt(s.head) >= 0 }

func foreignAt(head []byte) int {
	for i, f := range foreign {
		if bytes.HasPrefix(head, []byte(f.start)) {
			return i
		}
	}
	return -1
}

func refuseForeign(_ context.Context, in *input, visit Visit) error {
	f := foreign[foreignAt(in.data)]
	if bytes.Contains(in.data, officePackage) {
		return visit(nil, in.fail("the document is protected by a password", withoutPassword, errEncrypted))
	}
	return visit(nil, in.fail("this is "+f.name+", not an article", f.help, errNotArticle))
}
