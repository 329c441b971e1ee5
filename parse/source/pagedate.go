package source

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/parse/stamp"
	"dateline/parse/text"
	"dateline/parse/when"
)

// publishedNames are the names of meta elements that carry the day of
// publication, most trusted first.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
	"parsely-pub-date", "sailthru.date", "article.published", "bt:pubdate", "cxenseparse:recs:publishtime",
	"dcsext.articlefirstpublished", "originalpublicationdate", "publishdate", "publish-date", "publish_date",
	"published-date", "published_date", "published_at", "publication_date", "publicationdate", "pubdate", "pub_date", "pub-date",
	"citation_publication_date", "citation_online_date", "prism.publicationdate", "dcterms.issued", "dc.date.issued",
	"dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "datecreated", "date_published", "article_date_original",
	"article.created", "citation_date", "rnews:datepublished", "shareaholic:article_published_time", "displaydate",
	"created", "date", "eomportal-lastupdate", "timestamp",
}

// modifiedNames are those of the day of the last change.
var modifiedNames = []string{
	"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "article.updated",
	"last-modified", "lastmod", "modified", "updated", "revised",
}

// dates returns the dates of the page, most trusted first. Linked data comes
// before meta elements, they before time elements, values in scripts, the
// address of the page, what a reader sees under the headline, and the day of the
// last change. An encyclopedia is as old as its last change.
func (m *meta) dates(root *html.Node, all []piece) []text.Stamp {
	seen := m.visibleDates(all)
	var raw []rawStamp
	raw = append(raw, m.published...)
	raw = append(raw, m.fromNames(publishedNames)...)
	raw = append(raw, timeElements(root, true)...)
	raw = append(raw, m.scripted...)
	address := m.fromAddress()
	raw = append(raw, address...)
	raw = append(raw, timeElements(root, false)...)
	raw = append(raw, seen...)
	modified := slices.Concat(m.modified, m.fromNames(modifiedNames))
	if m.isEncyclopedia() {
		raw = slices.Concat(lastEdited(all), modified, raw)
	} else {
		raw = append(raw, modified...)
	}
	return localDayFirst(stamps(raw), slices.Concat(address, seen))
}

func (m *meta) fromNames(names []string) []rawStamp {
	var list []rawStamp
	for _, name := range names {
		if v := m.named[name]; v != "" {
			list = append(list, rawStamp{v, "the page's metadata (" + name + ")"})
		}
	}
	return list
}

// encyclopedias are words by which a page tells that it is one of an encyclopedia,
// by the meta element that holds them.
var encyclopedias = []struct{ name, word string }{
	{"generator", "mediawiki"},
	{"generator", "dokuwiki"},
	{"generator", "xwiki"},
	{"og:site_name", "wikipedia"},
	{"og:site_name", "wiktionary"},
	{"og:site_name", "encyclop"}, // encyclopedia, Encyclopædia, Encyclopédie
	{"og:site_name", "enzyklop"},
	{"og:site_name", "enciclop"},
	{"og:site_name", "fandom"},
	{"application-name", "wikipedia"},
	{"application-name", "encyclop"},
	{"canonical", "wikipedia.org/"},
	{"canonical", "/wiki/"},
	{"og:url", "wikipedia.org/"},
	{"og:url", "/wiki/"},
}

// isEncyclopedia reports whether the page is one of an encyclopedia, whose day of
// publication is the day on which somebody began it.
func (m *meta) isEncyclopedia() bool {
	for _, e := range encyclopedias {
		if strings.Contains(strings.ToLower(m.named[e.name]), e.word) {
			return true
		}
	}
	return false
}

// address returns the URL of the page as it states it.
func (m *meta) address() string { return m.first("canonical", "og:url") }

var addressDate = pattern(`(?i)[/_-]((?:19|20)\d\d)[/_-]?(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[/_-]?([0-2]\d|3[01]|[1-9])(?:\D|$)`)

// fromAddress returns the date in the page's own address.
func (m *meta) fromAddress() []rawStamp {
	for _, address := range []string{m.named["canonical"], m.named["og:url"], m.named["parsely-link"]} {
		if d := addressDate().FindStringSubmatch(address); d != nil {
			return []rawStamp{{d[1] + "-" + monthNumber(d[2]) + "-" + d[3], "the page's address"}}
		}
	}
	return nil
}

// monthNumber returns the number of a month that begins with a three-letter
// name, and anything else as it is.
func monthNumber(s string) string {
	if i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s)); i >= 0 && len(s) == 3 {
		return strconv.Itoa(i/3 + 1)
	}
	return s
}

// scriptDate finds the date of the article in the data of a script.
var scriptDate = pattern(`(?i)["']?(?:datePublished|published?_?-?(?:date|time|at|on)(?:Time|_?(?:gmt|utc|iso))?|pub_?date|first_?published(?:_?(?:at|date))?|displayDate|postDate|post_date)["']?\s*[:=]\s*["']([^"'<>]{8,40})["']`)

// aside are classes of parts of a page that show other articles.
var aside = pattern(`\b(?:card|related|recirc|comments?|teaser|promo|trending|popular|sidebar|footer|widget|carousel|latest|more)`)

// published are classes of elements that hold the day of publication.
var publishedMark = pattern(`\b(?:published|datepublished|entry-date|pubdate|pub-date|post-date|dateline|posted|timestamp|article-date|article__date)`)

// dateMark are classes of elements that hold some date.
var dateMark = pattern(`date|time|publish|posted|byline|meta|info`)

// timeElements returns the dates of time elements: those marked as the day of
// publication, or the first of the others.
func timeElements(root *html.Node, marked bool) []rawStamp {
	for n := range root.Descendants() {
		if n.DataAtom != atom.Time && attr(n, "itemprop") != "datePublished" {
			continue
		}
		raw := first(attr(n, "datetime"), attr(n, "content"), innerText(n))
		if _, err := stamp.Parse(raw); err != nil || standsAside(n) {
			continue
		}
		marks := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class"))
		isMarked := publishedMark().MatchString(marks) || hasAttr(n, "pubdate")
		if isMarked == marked && !strings.Contains(marks, "modified") && !strings.Contains(marks, "updated") {
			return []rawStamp{{raw, "a date that the page marks as such (time)"}}
		}
	}
	return nil
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// standsAside reports whether n stands in a part of the page that is about something
// else.
func standsAside(n *html.Node) bool {
	for p := n; p != nil && p.DataAtom != atom.Body; p = p.Parent {
		switch p.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer, atom.Li:
			return true
		}
		if aside().MatchString(strings.ToLower(attr(p, "class") + " " + attr(p, "id"))) {
			return true
		}
	}
	return false
}

// writtenDate finds a date with its year as it is written for readers.
var writtenDate = pattern(`(?i)\b(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?[ -](?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?[ -](?:19|20)\d\d|(?:19|20)\d\d[-/]\d\d[-/]\d\d|\d\d?[./]\d\d?[./](?:19|20)\d\d)\b`)

// dateOf returns the date in a line that was written for readers, or the empty
// string.
func dateOf(line string) string {
	if !strings.ContainsAny(line, "0123456789") {
		return ""
	}
	return oneLine(strings.ReplaceAll(writtenDate().FindString(line), ",", " "))
}

// visibleDates returns the dates in short lines: near the headline if they hold
// little else, or in an element whose name says so.
func (m *meta) visibleDates(all []piece) []rawStamp {
	const near, short = 12, 120
	headline := -1
	for i, p := range all {
		if p.kind == text.Heading && (p.level == 1 || sameWords(p.text, m.headlineText())) {
			headline = i
			break
		}
	}
	var under, marked []rawStamp
	for i, p := range all {
		if len(p.text) > short || p.links*2 > len(p.text) {
			continue
		}
		raw := dateOf(p.text)
		if raw == "" || aside().MatchString(p.marks) {
			continue
		}
		switch {
		case headline >= 0 && i > headline-4 && i <= headline+near && isByline(p.text, m.author):
			under = append(under, rawStamp{raw, "the date line of the page"})
		case dateMark().MatchString(p.marks) && len(marked) == 0 && !p.sentence():
			marked = append(marked, rawStamp{raw, "a date line of the page"})
		}
	}
	return append(under[:min(1, len(under))], marked...)
}

func (m *meta) headlineText() string { return first(m.headline, m.first("og:title", "twitter:title")) }

// sameWords reports whether two lines have the same letters and digits.
func sameWords(a, b string) bool { return a != "" && lettersOf(a) == lettersOf(b) }

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

var editedOn = pattern(`(?i)last (?:edited|modified|changed|updated)(?: on)?:? (\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})`)

// lastEdited returns the date of the line in which a wiki says when it changed.
func lastEdited(all []piece) []rawStamp {
	for i := len(all) - 1; i >= 0; i-- {
		if found := editedOn().FindStringSubmatch(all[i].text); found != nil {
			return []rawStamp{{found[1], "the page's note of its last change"}}
		}
	}
	return nil
}

// localDayFirst puts the day of the place before the day in Greenwich: if the
// most trusted stamp is in UTC and the page's address or date line names the day
// before or after, that is the day that the author's "today" means.
func localDayFirst(list []text.Stamp, local []rawStamp) []text.Stamp {
	if len(list) == 0 || !inUTC(list[0].Raw) {
		return list
	}
	for _, there := range stamps(local) {
		for i, s := range list {
			if s.When == there.When && adjacent(s.When, list[0].When) {
				list[0], list[i] = list[i], list[0]
				return list
			}
		}
	}
	return list
}

// inUTC reports whether a stamp gives a time of day in UTC.
func inUTC(raw string) bool {
	if !strings.Contains(raw, ":") {
		return false
	}
	for _, suffix := range []string{"Z", "+00:00", "+0000", "GMT", "UTC"} {
		if strings.HasSuffix(raw, suffix) {
			return true
		}
	}
	return false
}

// adjacent reports whether two days follow each other.
func adjacent(a, b when.Interval) bool {
	return a.Grain == when.Day && b.Grain == when.Day && (a.End == b.Start || b.End == a.Start)
}
