package pdf

import (
	"fmt"
	"strings"
)

// tags is the order in which a page is read aloud: groups are sections and texts
// are paragraphs. Shapes are marked as decoration.
type tags struct {
	nodes []node
	path  []int // the open sections, from the outermost
	marks []int // node of each marked text, by its number on the page
	decor bool  // inside a decoration

	silent bool // all is decoration, texts too
}

// node is a section, or a paragraph if its mark is not negative.
type node struct {
	title string
	mark  int
	kids  []int
}

// newTags returns tags with the section of the whole picture open.
func newTags(title string) tags {
	return tags{nodes: []node{{title: title, mark: -1}}, path: []int{0}}
}

// open begins a section.
func (t *tags) open(p *painter, title string) {
	t.decoration(p, false)
	t.path = append(t.path, t.add(node{title: title, mark: -1}))
}

// close ends the section that was opened last.
func (t *tags) close(p *painter) {
	t.decoration(p, false)
	t.path = t.path[:len(t.path)-1]
}

// text begins a paragraph, to be ended by end.
func (t *tags) text(p *painter) {
	t.decoration(p, false)
	if t.silent {
		p.op("/Artifact BMC\n")
		return
	}
	p.op(fmt.Sprintf("/P <</MCID %d>> BDC\n", len(t.marks)))
	t.marks = append(t.marks, t.add(node{mark: len(t.marks)}))
}

// end ends what text began.
func (t *tags) end(p *painter) { p.op("EMC\n") }

// artifact says that what is painted next is not read.
func (t *tags) artifact(p *painter) { t.decoration(p, true) }

func (t *tags) decoration(p *painter, on bool) {
	if t.decor == on {
		return
	}
	t.decor = on
	if on {
		p.op("/Artifact BMC\n")
		return
	}
	p.op("EMC\n")
}

// add puts a node into the open section and returns its number.
func (t *tags) add(n node) int {
	t.nodes = append(t.nodes, n)
	number := len(t.nodes) - 1
	parent := &t.nodes[t.path[len(t.path)-1]]
	parent.kids = append(parent.kids, number)
	return number
}

// write adds the structure to the file and returns its root.
func (t *tags) write(to *file, page ref) ref {
	root, parents := to.reserve(), to.reserve()
	refs := make([]ref, len(t.nodes))
	for i := range refs {
		refs[i] = to.reserve()
	}
	above := make([]ref, len(t.nodes))
	above[0] = root
	for i, n := range t.nodes {
		body := fmt.Appendf(nil, "<< /Type /StructElem /P %v", above[i])
		switch {
		case n.mark >= 0:
			body = fmt.Appendf(body, " /S /P /Pg %v /K %d >>", page, n.mark)
		default:
			kind := "Sect"
			if i == 0 {
				kind = "Document"
			}
			body = fmt.Appendf(body, " /S /%s", kind)
			if n.title != "" {
				body = appendString(append(body, " /T "...), n.title)
			}
			body = append(body, " /K ["...)
			for _, kid := range n.kids {
				above[kid] = refs[i]
				body = fmt.Appendf(body, " %v", refs[kid])
			}
			body = append(body, " ] >>"...)
		}
		to.put(refs[i], body)
	}
	var marked strings.Builder
	for _, n := range t.marks {
		fmt.Fprintf(&marked, " %v", refs[n])
	}
	to.put(parents, fmt.Appendf(nil, "<< /Nums [0 [%s ]] >>", marked.String()))
	to.put(root, fmt.Appendf(nil, "<< /Type /StructTreeRoot /K %v /ParentTree %v /ParentTreeNextKey 1 >>", refs[0], parents))
	return root
}
