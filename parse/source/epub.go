package source

import (
	"context"
	"strings"

	"golang.org/x/net/html"

	"dateline/parse/text"
)

// readEPUB reads an electronic book: its chapters in the order of the spine. The
// page of a block is the number of its chapter.
func readEPUB(ctx context.Context, in *input, b *bundle, visit Visit) error {
	p, err := b.openPackage()
	if err != nil {
		return visit(nil, in.failBundle("an electronic book", err))
	}
	d := in.document()
	var w writer
	read := map[string]bool{}
	missing := 0
	locked := b.locked("META-INF/encryption.xml", "EncryptedData", "CipherReference", "URI")
	for _, name := range p.spine {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if read[name] {
			continue // a chapter is read once, however often the spine names it
		}
		read[name] = true
		if locked[name] {
			continue
		}
		chapter, err := b.read(name)
		if err != nil {
			missing++
			continue // a chapter that is missing does not stop the others
		}
		w.page++
		for _, piece := range chapterPieces(chapter) {
			w.add(piece.kind, piece.level, piece.text)
		}
	}
	if w.b.Len() == 0 && len(locked) > 0 {
		return visit(nil, in.fail("the book is locked by its seller (DRM)", "only books without a lock can be read; take the text from a copy without one", errEncrypted))
	}
	if w.b.Len() == 0 && missing > 0 {
		return visit(nil, in.fail("the chapters that the book names are not in it", "it may be damaged; download it again", errMissing))
	}
	w.fill(d)
	d.Title, d.Author, d.Site, d.Language = p.title, strings.Join(p.authors, ", "), p.publisher, p.language
	d.Dates = stamps(p.dates)
	return in.deliver(d, visit)
}

// chapterPieces returns the text of a chapter.
func chapterPieces(data []byte) []piece {
	s := decode(data, declaredCharset(data))
	root, err := html.Parse(strings.NewReader(closeEmpty(s)))
	if err == nil {
		return pieces(root)
	}
	var d text.Document
	fillFlat(&d, s)
	var list []piece
	for _, b := range d.Blocks {
		list = append(list, piece{kind: b.Kind, text: d.Slice(b.Span)})
	}
	return list
}

// closeEmpty gives empty elements an end tag where HTML takes <title/> and the
// like for the beginning of an element that holds all the rest.
func closeEmpty(s string) string {
	for _, name := range []string{"title", "script", "style", "a", "p", "div", "span"} {
		s = strings.ReplaceAll(s, "<"+name+"/>", "<"+name+"></"+name+">")
	}
	return s
}

// bookPackage is the package document of a book.
type bookPackage struct {
	title, publisher, language string
	authors                    []string
	dates                      []rawStamp
	spine                      []string // names of the chapters' files, in order
}

// openPackage reads the package document.
func (b *bundle) openPackage() (*bookPackage, error) {
	container, err := b.read("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	root := ""
	err = walkXML(container, handler{
		start: func(e element) bool {
			if e.name == "rootfile" && root == "" {
				root = e.get("full-path")
			}
			return true
		},
		end: func(string) {}, chars: func(string) {},
	})
	if err != nil {
		return nil, err
	}
	data, err := b.read(root)
	if err != nil {
		return nil, err
	}
	return parsePackage(root, data)
}

// parsePackage reads the package document data, which stands in the file root.
func parsePackage(root string, data []byte) (*bookPackage, error) {
	p := &bookPackage{}
	manifest := map[string]string{}
	var now element
	err := walkXML(data, handler{
		start: func(e element) bool {
			now = element{e.name, e.attr}
			switch e.name {
			case "item":
				if !strings.Contains(" "+e.get("properties")+" ", " nav ") {
					manifest[e.get("id")] = beside(root, e.get("href"))
				}
			case "itemref":
				if name := manifest[e.get("idref")]; name != "" && e.get("linear") != "no" {
					p.spine = append(p.spine, name)
				}
			}
			return true
		},
		end:   func(string) { now = element{} },
		chars: func(s string) { p.metadata(now, strings.TrimSpace(s)) },
	})
	return p, err
}

// metadata takes one value about the book.
func (p *bookPackage) metadata(e element, value string) {
	if value == "" {
		return
	}
	switch {
	case e.name == "title":
		p.title = first(p.title, value)
	case e.name == "creator":
		p.authors = append(p.authors, value)
	case e.name == "publisher":
		p.publisher = first(p.publisher, value)
	case e.name == "language":
		p.language = first(p.language, value)
	case e.name == "date" && e.get("event") == "modification", e.name == "meta" && e.get("property") == "dcterms:modified":
		p.dates = append(p.dates, rawStamp{value, "the book's properties (last changed)"})
	case e.name == "date":
		// The day of publication goes before those of changes.
		p.dates = append([]rawStamp{{value, "the book's properties (published)"}}, p.dates...)
	}
}
