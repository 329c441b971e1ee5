package source

import (
	"context"
	"strconv"
	"strings"

	"dateline/parse/text"
)

var flatOpenDocument = pattern(`^(?:<\?xml[^>]*\?>\s*)?<office:document\b`)

// isFlatOpenDocument reports whether s is the beginning of an OpenDocument
// text that is one XML file.
func isFlatOpenDocument(s sample) bool { return flatOpenDocument().MatchString(s.text) }

func readFlatOpenDocument(_ context.Context, in *input, visit Visit) error {
	return in.openDocument(in.data, in.data, visit)
}

// readOpenDocument reads an OpenDocument text.
func readOpenDocument(_ context.Context, in *input, b *bundle, visit Visit) error {
	if len(b.locked("META-INF/manifest.xml", "file-entry", "encryption-data", "full-path")) > 0 {
		return visit(nil, in.fail("the document is protected by a password", withoutPassword, errEncrypted))
	}
	content, err := b.read("content.xml")
	if err != nil {
		return visit(nil, in.fail("no content.xml inside: "+err.Error(), "open it in LibreOffice and save it again", err))
	}
	properties, _ := b.read("meta.xml") // without it only the properties are lost
	return in.openDocument(content, properties, visit)
}

// openDocument reads the content of an OpenDocument text: body, then notes.
func (in *input) openDocument(content, properties []byte, visit Visit) error {
	o := openDocument{styles: map[string]string{}}
	if err := walkXML(content, handler{start: o.start, end: o.end, chars: o.chars}); err != nil {
		return visit(nil, in.failBundle("an OpenDocument text", err))
	}
	for _, n := range o.notes {
		o.add(text.Footnote, 0, n)
	}
	d := in.document()
	if o.pages {
		for i := range o.blocks {
			o.blocks[i].Page++
		}
	}
	o.fill(d)
	fillProperties(d, properties)
	return in.deliver(d, visit)
}

// openDocument reads content.xml.
type openDocument struct {
	writer
	styles map[string]string // parent of each automatic style
	stack  []*odtParagraph   // open paragraphs; a frame holds some inside one
	list   int               // depth of lists
	note   bool
	notes  []string
	rows   []*odtRow // open rows
	pages  bool
	body   bool
}

type odtParagraph struct {
	text.Block
	buf  strings.Builder
	note bool
}

type odtRow struct {
	cells []cell
}

// odtSkipped are elements whose content is not the text.
var odtSkipped = map[string]bool{
	"tracked-changes": true, "annotation": true, "annotation-end": true, "note-citation": true, "forms": true,
	"sequence-decls": true, "variable-decls": true, "table-of-content-source": true, "index-title-template": true,
	"title": true, "desc": true, "script": true, "ruby-text": true, "binary-data": true, "meta": true, "settings": true,
	"master-styles": true,
}

func (o *openDocument) start(e element) bool {
	if odtSkipped[e.name] {
		return false
	}
	switch e.name {
	case "style":
		o.styles[e.get("name")] = e.get("parent-style-name")
	case "body":
		o.body = true
	case "p", "h":
		o.stack = append(o.stack, o.begin(e))
	case "list":
		o.list++
	case "note":
		o.note = true
	case "table-row":
		o.rows = append(o.rows, &odtRow{})
	case "table-cell", "covered-table-cell":
		if len(o.rows) > 0 {
			r := o.rows[len(o.rows)-1]
			r.cells = append(r.cells, nil)
		}
	case "soft-page-break":
		o.pages = true
		o.page++
	}
	if len(o.stack) > 0 {
		o.stack[len(o.stack)-1].buf.WriteString(odtMark(e))
	}
	return true
}

// odtMark returns the characters for which an element stands.
func odtMark(e element) string {
	switch e.name {
	case "s":
		const most = 100
		n, err := strconv.Atoi(e.get("c"))
		if err != nil {
			n = 1
		}
		return strings.Repeat(" ", min(max(n, 0), most))
	case "tab":
		return "\t"
	case "line-break":
		return "\n"
	}
	return ""
}

// begin returns the paragraph that e opens.
func (o *openDocument) begin(e element) *odtParagraph {
	p := &odtParagraph{note: o.note}
	style := e.get("style-name")
	kind, level, ok := kindOfStyle(style)
	if !ok {
		kind, level, _ = kindOfStyle(o.styles[style])
	}
	p.Kind, p.Level = kind, level
	switch {
	case e.name == "h":
		n, err := strconv.Atoi(e.get("outline-level"))
		if err != nil {
			n = 1
		}
		p.Kind, p.Level = text.Heading, min(max(n, 1), 6)
	case o.list > 0 && kind == text.Paragraph:
		p.Kind = text.ListItem
	}
	return p
}

func (o *openDocument) chars(s string) {
	if n := len(o.stack); n > 0 && o.body {
		o.stack[n-1].buf.WriteString(strings.Map(func(r rune) rune {
			if r == '\n' || r == '\t' {
				return ' '
			}
			return r
		}, s))
	}
}

func (o *openDocument) end(name string) {
	switch name {
	case "p", "h":
		if n := len(o.stack); n > 0 {
			p := o.stack[n-1]
			o.stack = o.stack[:n-1]
			o.paragraph(p)
		}
	case "list":
		o.list--
	case "note":
		o.note = false
	case "table-row":
		if n := len(o.rows); n > 0 {
			cells := o.rows[n-1].cells
			o.rows = o.rows[:n-1]
			o.row(cells)
		}
	}
}

func (o *openDocument) paragraph(p *odtParagraph) {
	s := p.buf.String()
	switch {
	case p.note:
		o.notes = append(o.notes, s)
	case len(o.rows) > 0 && len(o.rows[len(o.rows)-1].cells) > 0:
		cells := o.rows[len(o.rows)-1].cells
		cells[len(cells)-1] = append(cells[len(cells)-1], cellBlock{p.Kind, p.Level, s})
	default:
		o.add(p.Kind, p.Level, strings.ReplaceAll(s, "\t", " "))
	}
}

// row adds a row of a table, or joins it to the cell in which its table stands.
func (o *openDocument) row(cells []cell) {
	if n := len(o.rows); n > 0 && len(o.rows[n-1].cells) > 0 {
		outer := o.rows[n-1].cells
		outer[len(outer)-1] = append(outer[len(outer)-1], cellBlock{text: joinCells(cells, " ")})
		return
	}
	o.addRow(cells)
}
