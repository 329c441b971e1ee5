package exchange

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"dateline/timeline"
)

// Formats that have one free text for an event get its note and its sources in
// it, in a form that people read and that undescribe takes apart again:
//
//	The reader's note.
//
//	“The sentence.”
//	— report.pdf, p. 3, https://example.org/report

// describe returns the note and the sources of an event as one text.
func describe(e timeline.Event) string {
	var parts []string
	if e.Note != "" {
		parts = append(parts, e.Note)
	}
	for _, s := range e.Sources {
		part := ""
		if s.Quote != "" {
			part = "“" + s.Quote + "”"
		}
		if place := placeOf(s); place != "" {
			part = strings.TrimPrefix(part+"\n— "+place, "\n")
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "\n\n")
}

// undescribe is the inverse of describe, as far as the text has its form; the
// rest is the note.
func undescribe(s string) (note string, sources []timeline.Source) {
	parts := strings.Split(s, "\n\n")
	first := len(parts)
	for first > 0 {
		if _, ok := parseSource(parts[first-1]); !ok {
			break
		}
		first--
	}
	for _, part := range parts[first:] {
		source, _ := parseSource(part)
		sources = append(sources, source)
	}
	return strings.Join(parts[:first], "\n\n"), sources
}

// parseSource reads one source.
func parseSource(s string) (source timeline.Source, ok bool) {
	quote, place, hasPlace := strings.Cut(s, "\n— ")
	if !hasPlace {
		if rest, found := strings.CutPrefix(s, "— "); found {
			quote, place = "", rest
		}
	}
	if quote != "" {
		if quote, ok = strings.CutPrefix(quote, "“"); !ok {
			return timeline.Source{}, false
		}
		if quote, ok = strings.CutSuffix(quote, "”"); !ok {
			return timeline.Source{}, false
		}
	}
	source = parsePlace(place)
	source.Quote = quote
	return source, quote != "" || place != ""
}

// parsePlace is the inverse of placeOf.
func parsePlace(place string) (s timeline.Source) {
	if i := strings.LastIndex(place, ", "); isAddress(place[i+1:]) || i >= 0 && isAddress(place[i+2:]) {
		s.URL = strings.TrimPrefix(place[i+1:], " ")
		place = place[:max(i, 0)]
	}
	i := strings.LastIndex(place, "p. ")
	if i >= 0 && (i == 0 || strings.HasSuffix(place[:i], ", ")) {
		if page, err := digits(place[i+len("p. "):]); err == nil && page > 0 {
			s.Page = page
			place = strings.TrimSuffix(place[:i], ", ")
		}
	}
	s.Document = place
	return s
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// placeOf says where a source stands: document, page and address.
func placeOf(s timeline.Source) string {
	var parts []string
	if s.Document != "" {
		parts = append(parts, s.Document)
	}
	if s.Page > 0 {
		parts = append(parts, "p. "+strconv.Itoa(s.Page))
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, ", ")
}

// citations names the sources of an event on one line.
func citations(e timeline.Event) string {
	var all []string
	for _, s := range e.Sources {
		all = append(all, strings.TrimSpace(fmt.Sprintf("“%s” (%s)", s.Quote, placeOf(s))))
	}
	return strings.Join(all, "; ")
}

// toHTML writes plain text as HTML: paragraphs and line breaks.
func toHTML(s string) string {
	if s == "" {
		return ""
	}
	s = html.EscapeString(s)
	s = strings.ReplaceAll(s, "\n\n", "</p><p>")
	return "<p>" + strings.ReplaceAll(s, "\n", "<br>") + "</p>"
}

// breaking are the tags that end a line, and what they become.
var breaking = map[string]string{"br": "\n", "p": "\n\n", "div": "\n\n", "blockquote": "\n\n", "li": "\n", "h1": "\n\n", "h2": "\n\n", "h3": "\n\n"}

// fromHTML returns the text of HTML without its tags.
func fromHTML(s string) string {
	var b strings.Builder
	for s != "" {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:open])
		if !isTag(s[open+1:]) {
			b.WriteByte('<')
			s = s[open+1:]
			continue
		}
		end := strings.IndexByte(s[open:], '>')
		if end < 0 {
			b.WriteString(s[open:])
			break
		}
		tag := strings.ToLower(strings.TrimRight(s[open+1:open+end], "/ "))
		name, _, _ := strings.Cut(tag, " ")
		if closing := strings.HasPrefix(name, "/"); !closing && b.Len() > 0 || name == "br" {
			b.WriteString(breaking[strings.TrimPrefix(name, "/")])
		}
		s = s[open+end+1:]
	}
	return html.UnescapeString(b.String())
}

// isTag reports whether what follows a < is a tag rather than text.
func isTag(s string) bool {
	s = strings.TrimPrefix(s, "/")
	return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z' || s[0] == '!')
}

// oneLine returns s with line breaks as spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
