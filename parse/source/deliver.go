package source

import (
	"strings"

	"dateline/parse/text"
)

// deliver passes d to visit, or the error that there is nothing in it. The date
// line and the byline at its top are marked as furniture, and what they say goes
// before what the file says about itself.
func (in *input) deliver(d *text.Document, visit Visit) error {
	if len(d.Blocks) == 0 {
		return visit(nil, in.empty())
	}
	topLines(d)
	if d.Title == "" {
		d.Title = headline(d)
	}
	return visit(trimmed(d), nil)
}

// trimmed cuts what d says of itself where no title or name is that long.
func trimmed(d *text.Document) *text.Document {
	for _, s := range []*string{&d.Title, &d.Author, &d.Site, &d.URL, &d.Language} {
		if len(*s) > maxProperty {
			*s = strings.ToValidUTF8((*s)[:maxProperty], "")
		}
	}
	return d
}

// topLines marks the byline and the date line of an article, which stand before
// its first paragraph of prose or right after it.
func topLines(d *text.Document) {
	const last, short = 8, 120
	for i := range d.Blocks[:min(last, len(d.Blocks))] {
		b := &d.Blocks[i]
		line := d.Slice(b.Span)
		if len(line) > short {
			return
		}
		if b.Kind != text.Paragraph && b.Kind != text.Heading || len(d.Blocks) == 1 || !isByline(line, d.Author) {
			continue
		}
		b.Kind, b.Level = text.Furniture, 0
		if raw := dateOf(line); raw != "" {
			d.Dates = mergeStamps(stamps([]rawStamp{{raw, "the date line at the top"}}), d.Dates)
		}
		if name, ok := strings.CutPrefix(line, "By "); ok && d.Author == "" && writtenDate().FindString(name) == "" {
			d.Author = name
		}
	}
}

// mergeStamps returns the stamps of both lists, each day once.
func mergeStamps(a, b []text.Stamp) []text.Stamp {
	for _, s := range b {
		known := false
		for _, t := range a {
			known = known || t.When == s.When
		}
		if !known {
			a = append(a, s)
		}
	}
	return a
}

// headline returns the first heading of d, or its first line if that looks like
// one: short, not ended like a sentence, with more text after it.
func headline(d *text.Document) string {
	const longest = 120
	for _, b := range d.Blocks[:min(3, len(d.Blocks))] {
		if b.Kind == text.Heading {
			return d.Slice(b.Span)
		}
	}
	if len(d.Blocks) < 2 {
		return ""
	}
	line := d.Slice(d.Blocks[0].Span)
	if len(line) > longest || strings.Contains(line, "\n") || strings.ContainsAny(line[len(line)-1:], ".,;:") {
		return ""
	}
	return line
}
