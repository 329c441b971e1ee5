package source

import (
	"context"
	"path"
	"strings"

	"dateline/parse/text"
)

// readWord reads a Word document: body, then foot- and endnotes.
func readWord(_ context.Context, in *input, b *bundle, visit Visit) error {
	main := b.target("", "officeDocument", "word/document.xml")
	body, err := b.read(main)
	if err != nil {
		return visit(nil, in.fail("no "+main+" inside: "+err.Error(), "open it in Word and save it again", err))
	}
	d := in.document()
	w := word{styles: map[string]wordStyle{}}
	if styles, err := b.read(b.target(main, "styles", "word/styles.xml")); err == nil {
		_ = w.readStyles(styles) // without styles only the headings are lost
	}
	if err := w.readPart(body); err != nil {
		return visit(nil, in.failBundle("a Word document", err))
	}
	for _, notes := range []string{"footnotes", "endnotes"} {
		if part, err := b.read(b.target(main, notes, "word/"+notes+".xml")); err == nil {
			w.note = true
			if err := w.readPart(part); err != nil {
				return visit(nil, in.failBundle("a Word document", err))
			}
		}
	}
	w.fill(d)
	if core, err := b.read(b.target("", "core-properties", "docProps/core.xml")); err == nil {
		fillProperties(d, core)
	}
	return in.deliver(d, visit)
}

// target returns the part to which the part called from has a relation of a
// kind, or standard if it names none.
func (b *bundle) target(from, kind, standard string) string {
	rels := path.Join(path.Dir(from), "_rels", path.Base(from)+".rels")
	if from == "" {
		rels = "_rels/.rels"
	}
	data, err := b.read(rels)
	if err != nil {
		return standard
	}
	found := standard
	_ = walkXML(data, handler{
		start: func(e element) bool {
			if e.name == "Relationship" && strings.HasSuffix(e.get("Type"), "/"+kind) && e.get("TargetMode") != "External" {
				if name := beside(from, e.get("Target")); b.files[name] != nil {
					found = name
				}
			}
			return true
		},
		end: func(string) {}, chars: func(string) {},
	}) // a broken list of relations names no other part
	return found
}

// wordStyle is what a style says about its paragraphs.
type wordStyle struct {
	kind  text.Kind
	level int
	base  string
	set   bool
}

// styleKinds tell kinds by the names of styles that Word and LibreOffice share,
// in lower case.
var styleKinds = map[string]struct {
	kind  text.Kind
	level int
}{
	"title": {text.Heading, 1}, "subtitle": {text.Heading, 2}, "sub-title": {text.Heading, 2},
	"caption": {text.Caption, 0}, "image caption": {text.Caption, 0}, "table caption": {text.Caption, 0},
	"illustration": {text.Caption, 0}, "figure": {text.Caption, 0}, "table": {text.Caption, 0},
	"quote": {text.Quoted, 0}, "intense quote": {text.Quoted, 0}, "block text": {text.Quoted, 0},
	"blockquote": {text.Quoted, 0}, "quotation": {text.Quoted, 0}, "quotations": {text.Quoted, 0},
	"footnote": {text.Footnote, 0}, "footnote text": {text.Footnote, 0}, "endnote": {text.Footnote, 0}, "endnote text": {text.Footnote, 0},
}

// kindOfStyle returns what the name of a style says.
func kindOfStyle(name string) (kind text.Kind, level int, ok bool) {
	name = strings.ToLower(strings.ReplaceAll(name, "_20_", " "))
	if digit, isHeading := strings.CutPrefix(name, "heading"); isHeading {
		if digit = strings.TrimSpace(digit); len(digit) == 1 && digit[0] >= '1' && digit[0] <= '9' {
			return text.Heading, min(int(digit[0]-'0'), 6), true
		}
	}
	if name == "list" || strings.HasPrefix(name, "list ") {
		return text.ListItem, 0, true
	}
	s, ok := styleKinds[name]
	return s.kind, s.level, ok
}

// word reads the parts of a Word document.
type word struct {
	writer
	styles map[string]wordStyle // by id
	stack  []*wordParagraph     // open paragraphs; a text box holds some inside one
	tables []*wordTable         // open tables
	note   bool                 // reading foot- or endnotes
	pages  bool                 // the file says where pages break
}

// wordParagraph is a paragraph that is being read.
type wordParagraph struct {
	text.Block
	buf    strings.Builder
	hidden bool // the run that is being read is not shown
}

// wordTable is a table that is being read.
type wordTable struct {
	cells []cell // of the current row
}

// readStyles learns the styles.
func (w *word) readStyles(data []byte) error {
	id := ""
	return walkXML(data, handler{
		start: func(e element) bool {
			s := w.styles[id]
			switch e.name {
			case "style":
				id = e.get("styleId")
				return true
			case "name":
				s.kind, s.level, s.set = kindOfStyle(e.get("val"))
			case "basedOn":
				s.base = e.get("val")
			case "outlineLvl":
				if v := e.get("val"); !s.set && len(v) == 1 && v[0] <= '5' {
					s.kind, s.level, s.set = text.Heading, int(v[0]-'0')+1, true
				}
			default:
				return true
			}
			w.styles[id] = s
			return true
		},
		end: func(string) {}, chars: func(string) {},
	})
}

// styleOf returns the kind of a style or of the first one it is based on.
func (w *word) styleOf(id string) (text.Kind, int) {
	const longest = 10 // a chain of styles may run in a circle
	for range longest {
		s, ok := w.styles[id]
		if !ok {
			break
		}
		if s.set {
			return s.kind, s.level
		}
		id = s.base
	}
	kind, level, _ := kindOfStyle(id)
	return kind, level
}

// wordSkipped are elements whose content is not shown: deleted text, codes of
// fields, what older programs show instead.
var wordSkipped = map[string]bool{
	"del": true, "delText": true, "instrText": true, "Fallback": true, "moveFrom": true, "delInstrText": true,
	"sectPr": true, "rt": true,
}

func (w *word) readPart(data []byte) error {
	w.stack, w.tables = nil, nil
	inText := false
	return walkXML(data, handler{
		start: func(e element) bool {
			if wordSkipped[e.name] {
				return false
			}
			switch e.name {
			case "footnote", "endnote":
				return e.get("type") == "" || e.get("type") == "normal"
			case "t":
				inText = true
			}
			w.start(e)
			return true
		},
		end: func(name string) {
			if name == "t" {
				inText = false
			}
			w.end(name)
		},
		chars: func(s string) {
			if p := w.top(); inText && p != nil && !p.hidden {
				p.buf.WriteString(s)
			}
		},
	})
}

func (w *word) top() *wordParagraph {
	if len(w.stack) == 0 {
		return nil
	}
	return w.stack[len(w.stack)-1]
}

// wordMarks are elements that stand for a character.
var wordMarks = map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}

func (w *word) start(e element) {
	switch e.name {
	case "p":
		p := &wordParagraph{}
		if w.note {
			p.Kind = text.Footnote
		}
		w.stack = append(w.stack, p)
	case "tbl":
		w.tables = append(w.tables, &wordTable{})
	case "tr":
		if t := w.table(); t != nil {
			t.cells = nil
		}
	case "tc":
		if t := w.table(); t != nil {
			t.cells = append(t.cells, nil)
		}
	}
	p := w.top()
	if p == nil {
		return
	}
	switch e.name {
	case "pStyle":
		if !w.note {
			p.Kind, p.Level = w.styleOf(e.get("val"))
		}
	case "numPr":
		if p.Kind == text.Paragraph {
			p.Kind = text.ListItem
		}
	case "r":
		p.hidden = false
	case "vanish":
		p.hidden = e.get("val") != "0" && e.get("val") != "false"
	case "lastRenderedPageBreak":
		w.breakPage()
	case "br":
		if e.get("type") == "page" {
			w.breakPage()
		}
	}
	if p.buf.Len() > 0 || e.name != "tab" { // a tab stop of the style is no tab
		p.buf.WriteString(wordMarks[e.name])
	}
}

func (w *word) breakPage() {
	w.pages = true
	w.page++
}

// table returns the innermost open table.
func (w *word) table() *wordTable {
	if len(w.tables) == 0 {
		return nil
	}
	return w.tables[len(w.tables)-1]
}

func (w *word) end(name string) {
	switch name {
	case "p":
		p := w.top()
		if p == nil {
			return
		}
		w.stack = w.stack[:len(w.stack)-1]
		w.paragraph(p)
	case "tr":
		if t := w.table(); t != nil {
			w.row(t)
		}
	case "tbl":
		if len(w.tables) > 0 {
			w.tables = w.tables[:len(w.tables)-1]
		}
	}
}

// paragraph adds a paragraph to the cell that is open, or to the document.
func (w *word) paragraph(p *wordParagraph) {
	s := p.buf.String()
	if t := w.table(); t != nil && len(t.cells) > 0 && !w.note {
		last := len(t.cells) - 1
		t.cells[last] = append(t.cells[last], cellBlock{p.Kind, p.Level, s})
		return
	}
	w.add(p.Kind, p.Level, strings.ReplaceAll(s, "\t", " "))
}

// row adds a row of a table; one inside a cell is part of that cell.
func (w *word) row(t *wordTable) {
	cells := t.cells
	t.cells = nil
	if len(w.tables) > 1 {
		outer := w.tables[len(w.tables)-2]
		if n := len(outer.cells); n > 0 {
			outer.cells[n-1] = append(outer.cells[n-1], cellBlock{text: joinCells(cells, " ")})
			return
		}
	}
	w.addRow(cells)
}

// fill moves what was read into d. Pages are counted only if the file says where
// they break.
func (w *word) fill(d *text.Document) {
	if w.pages {
		for i := range w.blocks {
			w.blocks[i].Page++
		}
	}
	w.writer.fill(d)
}
