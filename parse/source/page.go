package source

import (
	"bytes"
	"context"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"dateline/parse/text"
)

// firstTags are what web pages and pieces of them begin with.
var firstTags = pattern(`(?i)^<(?:!doctype\s+html|html|head|body|article|div|main|p|meta|title|h[1-6]|script|style|table|section|center|font)\b`)

// isHTML reports whether a sample is the beginning of a web page: a tag of HTML
// after comments, an XML declaration and white space.
func isHTML(file sample) bool {
	s := file.text
	for {
		var end string
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?xml"):
			end = "?>"
		default:
			return firstTags().MatchString(s)
		}
		_, after, ok := strings.Cut(s, end)
		if !ok {
			return false
		}
		s = strings.TrimSpace(after)
	}
}

// readPage reads a web page: the article without what stands around it.
func readPage(_ context.Context, in *input, visit Visit) error {
	s := decode(in.data, declaredCharset(in.data))
	if binaryData, _ := strange(s); binaryData {
		return visit(nil, in.fail("a web page that is not text", "save the page again", nil))
	}
	d := in.document()
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		// The parser refuses pages that are nested too deeply.
		fillFlat(d, s)
	} else {
		fillPage(d, root)
	}
	if d.Text == "" {
		return visit(nil, in.fail("there is no text on the page",
			"it may be made by a script: open it in a browser and save it as text or PDF", nil))
	}
	return visit(trimmed(d), nil)
}

// fillPage fills d with the article of a parsed page.
func fillPage(d *text.Document, root *html.Node) {
	all := pieces(root)
	m := collectMeta(root)
	m.fill(d, root, all)
	article := articlePieces(root, d.URL)
	if size(article) < shortArticle && size(article)*2 < size(all) {
		article = all
	}
	var w writer
	for _, p := range furnish(article, m, d.Author) {
		w.add(p.kind, p.level, p.text)
	}
	w.fill(d)
}

// shortArticle is the number of bytes below which what readability found may be
// less than the article.
const shortArticle = 500

// articlePieces returns the part of the page that readability takes for the
// article.
func articlePieces(root *html.Node, address string) []piece {
	parser := readability.NewParser()
	parser.KeepClasses = true
	page, err := url.Parse(address)
	if err != nil || !page.IsAbs() {
		page = &url.URL{Scheme: "https", Host: "localhost", Path: "/"}
	}
	article, err := parser.ParseDocument(root, page)
	if err != nil || article.Node == nil {
		return nil
	}
	return pieces(article.Node)
}

// size returns the number of bytes of text in ps.
func size(ps []piece) int {
	n := 0
	for _, p := range ps {
		n += len(p.text)
	}
	return n
}

// fillFlat fills d with the text between the tags of a page that cannot be
// parsed.
func fillFlat(d *text.Document, s string) {
	var w writer
	var buf bytes.Buffer
	skip := ""
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.add(text.Paragraph, 0, buf.String())
			w.fill(d)
			return
		case html.TextToken:
			if skip == "" {
				buf.Write(bytes.ReplaceAll(z.Text(), []byte("\n"), []byte(" ")))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch {
			case skip != "" && t.Type == html.EndTagToken && t.Data == skip:
				skip = ""
			case skip == "" && t.Type == html.StartTagToken && unseen[t.DataAtom]:
				skip = t.Data
			}
			if blockLevel[t.DataAtom] {
				w.add(text.Paragraph, 0, buf.String())
				buf.Reset()
			}
		}
	}
}
