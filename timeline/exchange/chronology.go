package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// A chronology is a list to be read: for files and case notes. It is written as
// Markdown and as plain text, and not read again.

// markdownSpecial are the characters that Markdown takes for its own.
var markdownSpecial = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "&", `\&`, "~", `\~`,
)

func markdownLine(s string) string { return markdownSpecial.Replace(oneLine(s)) }

func writeMarkdown(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	if t.Title != "" {
		fmt.Fprintf(b, "# %s\n\n", markdownLine(t.Title))
	}
	for _, e := range t.Events {
		fmt.Fprintf(b, "- **%s**: %s\n", markdownLine(e.When.Words(when.Long)), markdownLine(marked(e)))
		if len(e.Tags) > 0 {
			fmt.Fprintf(b, "  (%s)\n", markdownLine(strings.Join(e.Tags, ", ")))
		}
		if e.Note != "" {
			fmt.Fprintf(b, "\n  %s\n", markdownLine(e.Note))
		}
		for _, s := range e.Sources {
			if s.Quote != "" {
				fmt.Fprintf(b, "\n  > %s\n", markdownLine(s.Quote))
			}
			if place := markdownPlace(s); place != "" {
				fmt.Fprintf(b, "\n  — %s\n", place)
			}
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

// markdownPlace says where a source stands, with its address as a link.
func markdownPlace(s timeline.Source) string {
	url := s.URL
	s.URL = ""
	place := markdownLine(placeOf(s))
	if !isAddress(url) || strings.ContainsAny(url, " <>\n") {
		return place
	}
	return strings.TrimPrefix(place+", <"+url+">", ", ")
}

func writePlainText(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	if t.Title != "" {
		fmt.Fprintf(b, "%s\n%s\n\n", oneLine(t.Title), strings.Repeat("=", len([]rune(oneLine(t.Title)))))
	}
	for _, e := range t.Events {
		fmt.Fprintf(b, "%s: %s\n", e.When.Words(when.Long), oneLine(marked(e)))
		if len(e.Tags) > 0 {
			fmt.Fprintf(b, "    (%s)\n", oneLine(strings.Join(e.Tags, ", ")))
		}
		if text := describe(e); text != "" {
			for line := range strings.Lines(text) {
				if line = strings.TrimRight(line, "\r\n"); line != "" {
					fmt.Fprintf(b, "    %s\n", line)
				}
			}
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}
