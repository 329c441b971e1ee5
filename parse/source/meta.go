package source

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/parse/stamp"
	"dateline/parse/text"
	"dateline/parse/when"
)

// fill fills in what the page says about itself. The pieces are those of the
// whole page.
func (m *meta) fill(d *text.Document, root *html.Node, all []piece) {
	d.Language = m.language
	d.URL = m.address()
	d.Site = first(m.publisher, m.first("og:site_name", "application-name", "dc.publisher"))
	d.Author = first(m.author, m.first("author", "article:author_name", "dc.creator", "parsely-author", "sailthru.author"))
	d.Title = m.pageTitle(all)
	d.Dates = m.dates(root, all)
}

// pageTitle returns the title: the main heading if the title in the head begins
// with it and adds little more than the site's name. The headline in JSON-LD comes
// second, since some sites describe the kind of page there.
func (m *meta) pageTitle(all []piece) string {
	stated := first(m.first("og:title", "twitter:title", "dc.title"), m.title)
	letters := lettersOf(stated)
	for _, p := range all {
		if p.kind != text.Heading || p.level != 1 {
			continue
		}
		if h := lettersOf(p.text); strings.HasPrefix(letters, h) && 2*len(h) > len(letters) {
			return oneLine(p.text)
		}
	}
	return first(m.headline, stated)
}

func first(list ...string) string {
	for _, s := range list {
		if s = oneLine(s); s != "" {
			return s
		}
	}
	return ""
}

// meta is what the head of a page, and its JSON-LD, say.
type meta struct {
	language  string
	title     string
	named     map[string]string // content of meta elements by lower-case name; the first of a name counts
	headline  string
	author    string
	publisher string
	published []rawStamp
	modified  []rawStamp
	scripted  []rawStamp // the first date of publication in the data of a script
}

// rawStamp is a date as it stands in the source.
type rawStamp struct{ raw, origin string }

func (m *meta) first(names ...string) string {
	for _, name := range names {
		if v := m.named[name]; v != "" {
			return v
		}
	}
	return ""
}

func collectMeta(root *html.Node) *meta {
	m := &meta{named: map[string]string{}}
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			m.language = strings.TrimSpace(first(attr(n, "lang"), attr(n, "xml:lang")))
		case atom.Title:
			if m.title == "" && n.FirstChild != nil && n.Parent.DataAtom == atom.Head {
				m.title = oneLine(n.FirstChild.Data)
			}
		case atom.Meta:
			content := first(attr(n, "content"), attr(n, "value"))
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" && m.named[name] == "" {
					m.named[name] = content
				}
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.named["canonical"] == "" {
				m.named["canonical"] = attr(n, "href")
			}
		case atom.Script:
			m.readScript(n)
		}
	}
	return m
}

// readScript takes what a script says about the article.
func (m *meta) readScript(n *html.Node) {
	if n.FirstChild == nil {
		return
	}
	data := n.FirstChild.Data
	if strings.EqualFold(attr(n, "type"), "application/ld+json") && m.readLinkedData(data) {
		return
	}
	if len(m.scripted) == 0 && mentionsDay(data) {
		if found := scriptDate().FindStringSubmatch(data); found != nil {
			m.scripted = []rawStamp{{found[1], "the data in the page's script"}}
		}
	}
}

// mentionsDay reports whether scriptDate is worth a search, which takes longer
// than all else on a page with large scripts.
func mentionsDay(script string) bool {
	for _, piece := range []string{"ublish", "ubDate", "ubdate", "ub_date", "isplayDate", "ostDate", "ost_date"} {
		if strings.Contains(script, piece) {
			return true
		}
	}
	return false
}

// readLinkedData takes what JSON-LD says about the article, and reports whether
// it is JSON at all.
func (m *meta) readLinkedData(s string) bool {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return false
	}
	m.linkedData(v, 0)
	return true
}

func (m *meta) linkedData(v any, depth int) {
	const deepest = 12
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, w := range v {
			m.linkedData(w, depth+1)
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			m.published = append(m.published, rawStamp{s, "the page's linked data (datePublished)"})
			if h, ok := v["headline"].(string); ok && m.headline == "" {
				m.headline = h
			}
			if m.author == "" {
				m.author = nameOf(v["author"])
			}
			if m.publisher == "" {
				m.publisher = nameOf(v["publisher"])
			}
		}
		if s, ok := v["dateModified"].(string); ok {
			m.modified = append(m.modified, rawStamp{s, "the page's linked data (dateModified)"})
		}
		m.linkedData(v["@graph"], depth+1)
		m.linkedData(v["mainEntity"], depth+1)
	}
}

// nameOf returns the name of a person or an organisation in JSON-LD.
func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	case []any:
		var names []string
		for _, w := range v {
			if s := nameOf(w); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// stamps reads raw stamps and leaves out those that cannot be read, and those
// that name the same day as one before them.
func stamps(raws []rawStamp) []text.Stamp {
	var list []text.Stamp
	seen := map[when.Interval]bool{}
	for _, r := range raws {
		iv, err := stamp.Parse(r.raw)
		if err != nil {
			continue
		}
		if iv.Grain < when.Day {
			iv = iv.Start.Unit(when.Day)
		}
		if !seen[iv] {
			seen[iv] = true
			list = append(list, text.Stamp{When: iv, Origin: r.origin, Raw: r.raw})
		}
	}
	return list
}
