package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/parse/text"
)

// piece is a block of a page before it is decided whether it belongs to the
// article.
type piece struct {
	kind  text.Kind
	level int
	text  string // cleaned
	links int    // bytes of text that stand in links
	marks string // classes, ids and roles of the elements around it, in lower case
	page  int    // in a file with pages
}

// unseen are elements whose content is not read by a reader of the page.
var unseen = atoms(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object,
	atom.Embed, atom.Canvas, atom.Audio, atom.Video, atom.Button, atom.Select, atom.Textarea, atom.Input,
	atom.Head, atom.Rp, atom.Rt, atom.Datalist, atom.Map)

// blockLevel are elements that begin and end a block.
var blockLevel = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
	atom.Dd, atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
	atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
	atom.Legend, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table,
	atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		set[a] = true
	}
	return set
}

// headingLevels gives the level of a heading element.
var headingLevels = map[atom.Atom]int{
	atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6,
}

// elementKinds gives the kind of the blocks inside an element.
var elementKinds = map[atom.Atom]text.Kind{
	atom.Li: text.ListItem, atom.Blockquote: text.Quoted,
	atom.Figure: text.Caption, atom.Figcaption: text.Caption, atom.Caption: text.Caption,
	atom.H1: text.Heading, atom.H2: text.Heading, atom.H3: text.Heading,
	atom.H4: text.Heading, atom.H5: text.Heading, atom.H6: text.Heading,
}

// place is where the walk through a page has arrived.
type place struct {
	kind  text.Kind
	level int
	marks string
	pre   bool // white space counts
	link  bool
}

// walker collects the pieces of a page.
type walker struct {
	pieces []piece
	buf    strings.Builder
	links  int
	size   int
}

// pieces returns the blocks under root in the order of the page.
func pieces(root *html.Node) []piece {
	var k walker
	k.walk(root, place{})
	k.flush(place{})
	return k.pieces
}

// flush ends the block that is being collected.
func (k *walker) flush(at place) {
	lines := paragraphs(clean(k.buf.String()))
	for _, s := range lines {
		switch last := len(k.pieces) - 1; {
		case last >= 0 && isInitial(k.pieces[last].text, s):
			k.pieces[last].text += s
		case k.size < maxText:
			// Links are counted for the whole and shared out among the lines.
			k.pieces = append(k.pieces, piece{at.kind, at.level, s, min(k.links/len(lines), len(s)), at.marks, 0})
			k.size += len(s)
		}
	}
	k.buf.Reset()
	k.links = 0
}

// isInitial reports whether letter is the large first letter of a paragraph that
// goes on with rest.
func isInitial(letter, rest string) bool {
	return len(letter) == 1 && letter[0] >= 'A' && letter[0] <= 'Z' && rest[0] >= 'a' && rest[0] <= 'z'
}

func (k *walker) walk(n *html.Node, at place) {
	switch n.Type {
	case html.TextNode:
		k.text(n.Data, at)
		return
	case html.ElementNode:
		if unseen[n.DataAtom] || hidden(n) || isReferenceMark(n) {
			return
		}
	}
	inner := at.inside(n)
	isBlock := n.Type == html.ElementNode && blockLevel[n.DataAtom]
	switch {
	case n.DataAtom == atom.Br:
		k.buf.WriteByte('\n')
	case n.DataAtom == atom.Table && isDataTable(n):
		k.flush(at)
		k.rows(n, inner)
		return
	case isBlock:
		k.flush(at)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		k.walk(c, inner)
	}
	if isBlock {
		k.flush(inner)
	}
}

// text adds the words of a text node.
func (k *walker) text(s string, at place) {
	if !at.pre {
		s = strings.Map(func(r rune) rune {
			if r == '\n' || r == '\t' || r == '\r' || r == '\f' {
				return ' '
			}
			return r
		}, s)
	}
	k.buf.WriteString(s)
	if at.link {
		k.links += len(strings.TrimSpace(s))
	}
}

// inside returns the place inside the element n at the place at.
func (at place) inside(n *html.Node) place {
	if n.Type != html.ElementNode {
		return at
	}
	if kind, ok := elementKinds[n.DataAtom]; ok {
		// A paragraph of a quoted list is still a quotation.
		if at.kind != text.Quoted && at.kind != text.Footnote || kind == text.Heading {
			at.kind, at.level = kind, headingLevels[n.DataAtom]
		}
	}
	at.pre = at.pre || n.DataAtom == atom.Pre
	at.link = at.link || n.DataAtom == atom.A
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-testid":
			const longest = 400
			if len(at.marks)+len(a.Val) < longest {
				at.marks += " " + strings.ToLower(a.Val)
			}
		}
	}
	if isFootnotes(n) {
		at.kind, at.level = text.Footnote, 0
	}
	return at
}

// rows adds a row for each row of a table, cells separated by tabs.
func (k *walker) rows(n *html.Node, at place) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			var cells []string
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if d.DataAtom == atom.Td || d.DataAtom == atom.Th {
					cells = append(cells, oneLine(innerText(d)))
				}
			}
			k.buf.WriteString(strings.Join(cells, "\t"))
			row := at
			row.kind, row.level = text.Row, 0
			k.flush(row)
		case atom.Caption:
			k.walk(c, at)
		default:
			k.rows(c, at)
		}
	}
}

// innerText returns the words under n, blocks and line breaks as spaces.
func innerText(n *html.Node) string {
	var b strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && (unseen[n.DataAtom] || hidden(n) || isReferenceMark(n)) {
			return
		}
		apart := blockLevel[n.DataAtom] || n.DataAtom == atom.Br
		if apart {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if apart {
			b.WriteByte(' ')
		}
	}
	visit(n)
	return b.String()
}

// oneLine returns s with every stretch of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// isDataTable reports whether a table holds data rather than the layout of the
// page: at least two columns somewhere, no table inside, no cell of several
// paragraphs.
func isDataTable(table *html.Node) bool {
	wide := false
	var visit func(n *html.Node) bool
	visit = func(n *html.Node) bool {
		cells, paragraphs := 0, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Table:
				return false
			case atom.Td, atom.Th:
				cells++
			case atom.P, atom.H1, atom.H2, atom.H3, atom.Section, atom.Article:
				paragraphs++
			}
			if paragraphs > 2 || !visit(c) {
				return false
			}
		}
		wide = wide || cells > 1
		return true
	}
	return visit(table) && wide
}

// hidden reports whether n says that it is not shown.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isReferenceMark reports whether n is a raised number that points to a
// footnote, or an "edit" link of a wiki.
func isReferenceMark(n *html.Node) bool {
	if n.DataAtom != atom.Sup && n.DataAtom != atom.Span {
		return false
	}
	class := attr(n, "class")
	switch n.DataAtom {
	case atom.Sup:
		return strings.Contains(class, "reference") || strings.Contains(class, "noprint") || strings.Contains(class, "footnote")
	default:
		return strings.Contains(class, "mw-editsection")
	}
}

// isFootnotes reports whether the content of n is foot- or endnotes.
func isFootnotes(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	switch attr(n, "role") {
	case "doc-endnotes", "doc-footnote", "doc-endnote":
		return true
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		switch class {
		case "footnotes", "footnote", "endnotes", "references", "reflist":
			return true
		}
	}
	return false
}

// attr returns the value of an attribute, or the empty string.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
