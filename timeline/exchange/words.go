package exchange

import (
	"fmt"
	"strings"

	"dateline/timeline"
)

// citations names the sources of an event: “quote” (document, p. 3).
func citations(e timeline.Event) string {
	var all []string
	for _, s := range e.Sources {
		all = append(all, citation(s))
	}
	return strings.Join(all, "; ")
}

// citation names one source.
func citation(s timeline.Source) string {
	var b strings.Builder
	if s.Quote != "" {
		fmt.Fprintf(&b, "“%s”", s.Quote)
	}
	if place := placeOf(s); place != "" {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "(%s)", place)
	}
	return b.String()
}

// placeOf says where a source stands: document, page and address.
func placeOf(s timeline.Source) string {
	var parts []string
	if s.Document != "" {
		parts = append(parts, s.Document)
	}
	if s.Page > 0 {
		parts = append(parts, fmt.Sprintf("p. %d", s.Page))
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, ", ")
}
