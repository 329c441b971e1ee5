package source

import (
	"context"
	"slices"
	"strings"

	"dateline/parse/text"
)

// isFictionBook reports whether s is the beginning of a FictionBook file.
func isFictionBook(s sample) bool {
	const near = 1024
	return strings.HasPrefix(s.text, "<") && strings.Contains(s.text[:min(len(s.text), near)], "<FictionBook")
}

// fictionBlocks are the elements of a FictionBook that are blocks.
var fictionBlocks = map[string]text.Kind{
	"p": text.Paragraph, "v": text.Paragraph, "subtitle": text.Heading, "text-author": text.Paragraph, "tr": text.Row,
}

// readFictionBook reads a FictionBook file.
func readFictionBook(_ context.Context, in *input, visit Visit) error {
	f := fictionBook{info: map[string]string{}}
	if err := walkXML(in.data, handler{start: f.start, end: f.end, chars: f.chars}); err != nil {
		return visit(nil, in.failBundle("a FictionBook", err))
	}
	d := in.document()
	f.fill(d)
	d.Title, d.Language = f.info["book-title"], f.info["lang"]
	d.Author = oneLine(f.info["first-name"] + " " + f.info["last-name"])
	d.Dates = stamps([]rawStamp{{first(f.date, f.info["date"]), "the book's properties (date)"}, {f.info["year"], "the book's properties (year of the edition)"}})
	return in.deliver(d, visit)
}

// fictionBook reads the file in one pass.
type fictionBook struct {
	writer
	path  []string
	buf   strings.Builder
	info  map[string]string // the first value of each element of the description
	date  string
	notes bool
}

func (f *fictionBook) start(e element) bool {
	f.path = append(f.path, e.name)
	switch e.name {
	case "binary", "stylesheet":
		f.path = f.path[:len(f.path)-1]
		return false
	case "body":
		f.notes = e.get("name") == "notes"
	case "date":
		f.date = first(f.date, e.get("value"))
	case "td", "th":
		f.buf.WriteString("\t")
	}
	return true
}

func (f *fictionBook) in(name string) bool {
	return slices.Contains(f.path, name)
}

func (f *fictionBook) chars(s string) {
	if f.in("body") {
		f.buf.WriteString(strings.ReplaceAll(s, "\n", " "))
		return
	}
	if n := len(f.path); n > 0 && f.in("description") && f.info[f.path[n-1]] == "" {
		f.info[f.path[n-1]] = strings.TrimSpace(s)
	}
}

func (f *fictionBook) end(name string) {
	kind, isBlock := fictionBlocks[name]
	if isBlock && f.in("body") {
		level := 0
		switch {
		case kind == text.Heading || f.in("title"):
			kind, level = text.Heading, 2
		case f.notes:
			kind = text.Footnote
		case f.in("cite") || f.in("epigraph"):
			kind = text.Quoted
		}
		f.add(kind, level, strings.TrimPrefix(f.buf.String(), "\t"))
		f.buf.Reset()
	}
	f.path = f.path[:max(0, len(f.path)-1)]
}
