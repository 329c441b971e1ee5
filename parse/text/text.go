// Package text holds an article as one UTF-8 string, and names places in it.
package text

import (
	"unicode/utf8"

	"dateline/parse/when"
)

// Span is a place in Document.Text: the bytes [Start, End).
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether other lies inside s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether s and other share a byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Kind says what a block of an article is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	Caption
	ListItem
	Row      // one row of a table, cells separated by tabs
	Quoted   // block quotation, or the quoted part of a mail
	Footnote // also endnotes
	// Furniture is text that is not the article's: bylines, date lines of the
	// page, "more stories". It is shown to the reader but makes no events.
	Furniture
)

// Block is a paragraph-like part of an article. Blocks are in order, do not
// overlap, and are separated by newlines.
type Block struct {
	Span
	Kind  Kind
	Level int // heading level 1 to 6; 0 elsewhere
	Page  int // page in the source, from 1; 0 where the source has no pages
}

// Stamp is a date that the source gives for the article.
type Stamp struct {
	When   when.Interval
	Origin string // where it stood, in words for the reader: "the page's metadata (article:published_time)"
	Raw    string // as it stood there
}

// Document is an article. Its text is what an author wrote: no markup, no
// hyphens at line ends, lines of a paragraph joined.
type Document struct {
	Name     string // what the reader calls it: the file's name, without folders
	Path     string // where it came from: a file path, with "!" before an entry of an archive
	URL      string // where it was published, if the source says so
	Title    string // headline; may also stand in Text as a Heading
	Author   string
	Site     string // newspaper, journal or site
	Language string // BCP 47 tag as the source states it, or empty
	Text     string
	Blocks   []Block
	// Dates holds what the source says about its own date, most trusted first.
	Dates []Stamp
}

// Slice returns the words at s.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// BlockAt returns the block that holds the byte at offset, or the one before it;
// ok is false if the document has no blocks up to there.
func (d *Document) BlockAt(offset int) (b Block, ok bool) {
	lo, hi := 0, len(d.Blocks)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Blocks[mid].Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return Block{}, false
	}
	return d.Blocks[lo-1], true
}

// CodePoints converts byte offsets of a text to code points, for formats that
// count so. Asking for growing offsets costs one pass over the text in all.
type CodePoints struct {
	text         string
	bytes, runes int
}

// NewCodePoints returns a converter for offsets into s.
func NewCodePoints(s string) *CodePoints { return &CodePoints{text: s} }

// At returns the number of code points before the byte at offset.
func (c *CodePoints) At(offset int) int {
	if offset < c.bytes {
		c.bytes, c.runes = 0, 0
	}
	c.runes += utf8.RuneCountInString(c.text[c.bytes:offset])
	c.bytes = offset
	return c.runes
}

// FromPlain returns a document of plain text: blocks are separated by blank
// lines, or by every line break if the text has no blank line.
func FromPlain(name, s string) *Document {
	return &Document{Name: name, Text: s, Blocks: plainBlocks(s)}
}
