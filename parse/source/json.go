package source

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
)

// isJSON reports whether a sample is the beginning of JSON or JSON Lines.
func isJSON(file sample) bool {
	s := file.text
	if s == "" || s[0] != '{' && s[0] != '[' {
		return false
	}
	rest := strings.TrimSpace(s[1:])
	return rest != "" && strings.ContainsAny(rest[:1], `"{}]`)
}

// readJSON reads articles in JSON: one object, a list of them, one on each line,
// or a JSON Feed.
func readJSON(ctx context.Context, in *input, visit Visit) error {
	d := json.NewDecoder(strings.NewReader(decode(bytes.TrimSpace(in.data), "")))
	var items []item
	site := ""
	for {
		var v any
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(items) == 0 {
				return visit(nil, in.fail("not JSON that can be read: "+err.Error(), "check it with a JSON tool", err))
			}
			return errors.Join(in.deliverItems(ctx, site, items, visit), visit(nil, in.fail("the JSON is broken after article "+strconv.Itoa(len(items))+": "+err.Error(), "check it with a JSON tool", err)))
		}
		if object, ok := v.(map[string]any); ok && object["items"] != nil {
			site = first(stringAt(object, "title"))
			v = object["items"]
		}
		items = appendItems(items, v)
	}
	if len(items) == 0 {
		return visit(nil, in.fail("no articles in this JSON", `wanted are objects with "text" and, if known, "title" and "date"`, errNotArticle))
	}
	return in.deliverItems(ctx, site, items, visit)
}

// The names under which articles in JSON keep their parts, most usual first.
var (
	jsonTexts   = []string{"content_html", "content_text", "text", "body", "articleBody", "content", "maintext", "full_text", "summary"}
	jsonTitles  = []string{"title", "headline", "name"}
	jsonAuthors = []string{"author", "authors", "byline", "creator"}
	jsonURLs    = []string{"url", "link", "canonical_url", "id"}
	jsonSites   = []string{"site", "source", "publisher", "site_name"}
	jsonDates   = []string{
		"date_published", "datePublished", "published", "published_at", "publication_date", "publishedAt", "publish_date",
		"pubDate", "pub_date", "date", "dct", "created_at", "created", "timestamp", "date_modified", "dateModified", "updated",
	}
)

// appendItems appends the articles in v: an object with a text, or a list.
func appendItems(items []item, v any) []item {
	switch v := v.(type) {
	case []any:
		for _, w := range v {
			items = appendItems(items, w)
		}
	case map[string]any:
		it := item{
			title: stringAt(v, jsonTitles...), author: stringAt(v, jsonAuthors...), url: stringAt(v, jsonURLs...),
			site: stringAt(v, jsonSites...), language: stringAt(v, "language", "lang", "inLanguage"), html: stringAt(v, jsonTexts...),
		}
		for _, name := range jsonDates {
			if raw := stringAt(v, name); raw != "" {
				it.dates = append(it.dates, rawStamp{raw, "the file (" + name + ")"})
			}
		}
		if strings.TrimSpace(it.html) != "" {
			items = append(items, it)
		}
	}
	return items
}

// stringAt returns the first of the named values that is a string, a name or a
// list of names.
func stringAt(object map[string]any, names ...string) string {
	for _, name := range names {
		if s := nameOf(object[name]); s != "" {
			return s
		}
	}
	return ""
}
