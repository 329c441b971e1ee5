package source

import (
	"strings"

	"dateline/parse/text"
)

// frontMatter takes the block between two lines of dashes (YAML) or plus signs
// (TOML) at the beginning of s, fills d with what it says, and returns the rest.
func frontMatter(d *text.Document, s string) string {
	const longest = 100 // lines
	fence := s[:min(3, len(s))]
	if fence != "---" && fence != "+++" {
		return s
	}
	_, rest, _ := strings.Cut(s, "\n")
	fields := map[string]string{}
	last := "" // the field that may go on in the next line
	for range longest {
		line, after, more := strings.Cut(rest, "\n")
		if trimmed := strings.TrimSpace(line); trimmed == fence || trimmed == "..." {
			fillFrontMatter(d, fields)
			return after
		}
		if !more {
			break
		}
		rest = after
		key, value, ok := strings.Cut(line, ":")
		if fence == "+++" {
			key, value, ok = strings.Cut(line, "=")
		}
		switch {
		case strings.HasPrefix(line, "  ") && last != "":
			fields[last] = unquote(fields[last] + " " + strings.TrimSpace(line))
		case ok:
			last = strings.ToLower(strings.TrimSpace(key))
			fields[last] = unquote(value)
		}
	}
	return s
}

// unquote returns a value without white space and quotation marks around it.
func unquote(s string) string { return strings.Trim(strings.TrimSpace(s), `"'`) }

// frontMatterDates are the names under which front matter keeps the date of the
// article, most trusted first.
var frontMatterDates = []string{"date", "published", "pubdate", "publishdate", "publish_date", "created", "updated", "lastmod"}

func fillFrontMatter(d *text.Document, fields map[string]string) {
	d.Title = fields["title"]
	d.Author = strings.Trim(fields["author"], "[]")
	d.Language = first(fields["lang"], fields["language"])
	d.URL = first(fields["canonical"], fields["canonical_url"], fields["url"])
	var raw []rawStamp
	for _, name := range frontMatterDates {
		if v := fields[name]; v != "" {
			raw = append(raw, rawStamp{v, "the file's front matter (" + name + ")"})
		}
	}
	d.Dates = stamps(raw)
}
