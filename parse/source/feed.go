package source

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"dateline/parse/text"
)

var feedStart = pattern(`(?i)<(?:rss\b|(?:feed|rdf:RDF)\b[^>]*xmlns)`)

// isFeed reports whether s is the beginning of a feed, RSS or Atom.
func isFeed(s sample) bool {
	const near = 2048
	return strings.HasPrefix(s.text, "<") && !firstTags().MatchString(s.text) && feedStart().MatchString(s.text[:min(len(s.text), near)])
}

// readFeed reads each item of a feed as an article of its own.
func readFeed(ctx context.Context, in *input, visit Visit) error {
	f := feed{}
	err := walkXML([]byte(decode(in.data, declaredCharset(in.data))), handler{start: f.start, end: f.end, chars: f.chars})
	if err != nil && len(f.items) == 0 {
		return visit(nil, in.failBundle("a feed", err))
	}
	return in.deliverItems(ctx, f.title, f.items, visit)
}

// item is an article of a feed or of a JSON file.
type item struct {
	title, author, site, url, language string
	html                               string // the longest of its texts, with markup
	dates                              []rawStamp
}

// deliverItems passes each item on as an article.
func (in *input) deliverItems(ctx context.Context, site string, items []item, visit Visit) error {
	delivered, tooLong := 0, false
	for i, it := range items {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d := in.document()
		if len(items) > 1 {
			d.Name, d.Path = fmt.Sprintf("%s, article %d", in.name, i+1), fmt.Sprintf("%s!%d", in.path, i+1)
		}
		it.fill(d)
		d.Site = first(it.site, site)
		if len(d.Blocks) == 0 {
			tooLong = tooLong || len(it.html) > maxText
			continue // a heading without an article
		}
		delivered++
		if err := visit(trimmed(d), nil); err != nil {
			return err
		}
	}
	if tooLong {
		return visit(nil, in.fail("the text of an article in it is longer than "+megabytes(maxText), "split it into several files", nil))
	}
	if delivered == 0 {
		return visit(nil, in.fail("no articles with a text in it", "name the articles themselves, not the list of them", nil))
	}
	return nil
}

// fill fills d with the item. Text without markup is read as plain text.
func (it *item) fill(d *text.Document) {
	var w writer
	if root, err := html.Parse(strings.NewReader(it.html)); err == nil && strings.Contains(it.html, "<") {
		for _, p := range pieces(root) {
			w.add(p.kind, p.level, p.text)
		}
	} else {
		s := html.UnescapeString(lineEnds(it.html))
		w.addPlain(text.Paragraph, s)
	}
	w.fill(d)
	d.Title, d.Author, d.URL, d.Language = inlineText(it.title), inlineText(it.author), it.url, it.language
	d.Dates = stamps(it.dates)
}

// inlineText returns a line of HTML without its markup.
func inlineText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return clean(s)
	}
	return oneLine(clean(html.UnescapeString(mdTag().ReplaceAllString(s, ""))))
}

// feedDates are the elements that hold the date of an item, most trusted first.
var feedDates = []struct{ element, words string }{
	{"pubDate", "the feed (pubDate)"},
	{"published", "the feed (published)"},
	{"issued", "the feed (issued)"},
	{"date", "the feed (date)"},
	{"created", "the feed (created)"},
	{"updated", "the feed (updated)"},
	{"modified", "the feed (modified)"},
}

// feed reads a feed.
type feed struct {
	title  string
	items  []item
	open   bool // inside an item
	values map[string]string
	name   string
	depth  int // of elements inside the one called name, which hold XHTML
	buf    strings.Builder
}

func (f *feed) start(e element) bool {
	if f.name == "content" || f.name == "summary" {
		f.depth++
		fmt.Fprintf(&f.buf, "<%s>", e.name)
		return true
	}
	switch e.name {
	case "item", "entry":
		f.open, f.values = true, map[string]string{}
	case "link":
		if href := e.get("href"); f.open && href != "" && (e.get("rel") == "" || e.get("rel") == "alternate") {
			f.values["link"] = href
		}
	}
	f.name = e.name
	f.buf.Reset()
	return true
}

func (f *feed) chars(s string) {
	if f.depth > 0 {
		s = html.EscapeString(s)
	}
	f.buf.WriteString(s)
}

func (f *feed) end(name string) {
	if f.depth > 0 {
		f.depth--
		fmt.Fprintf(&f.buf, "</%s>", name)
		return
	}
	value := strings.TrimSpace(f.buf.String())
	switch {
	case name == "item" || name == "entry":
		if f.open {
			f.items = append(f.items, f.item())
		}
		f.open = false
	case !f.open && name == "title" && f.title == "":
		f.title = value
	case f.open && f.name == name && len(value) > len(f.values[name]):
		f.values[name] = value
	}
	f.name = ""
	f.buf.Reset()
}

// item returns the item that has been read.
func (f *feed) item() item {
	v := f.values
	it := item{
		title: v["title"], author: first(v["creator"], v["author"], v["name"]),
		url: first(v["link"], v["guid"], v["id"]), html: longest(v["encoded"], v["content"], v["description"], v["summary"]),
	}
	for _, d := range feedDates {
		if raw := v[d.element]; raw != "" {
			it.dates = append(it.dates, rawStamp{raw, d.words})
		}
	}
	return it
}

func longest(list ...string) string {
	best := ""
	for _, s := range list {
		if len(s) > len(best) {
			best = s
		}
	}
	return best
}
