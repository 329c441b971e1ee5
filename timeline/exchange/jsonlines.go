package exchange

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/timeline"
)

// writeJSONLines writes a head, then one event a line.
func writeJSONLines(w io.Writer, t *timeline.Timeline) error {
	b := bufio.NewWriter(w)
	head, err := marshal(jsonHead{jsonFormat, jsonVersion, t.Title})
	if err != nil {
		return err
	}
	fmt.Fprintln(b, head)
	for _, e := range t.Events {
		line, err := marshal(NewJSONEvent(e))
		if err != nil {
			return err
		}
		fmt.Fprintln(b, line)
	}
	return b.Flush()
}

// sniffJSONLines knows a file by its head line, or by events without one.
func sniffJSONLines(head string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(head, " \t\r\n"), "\n")
	if !strings.HasPrefix(first, "{") || !json.Valid([]byte(first)) {
		return false
	}
	var line struct {
		jsonHead
		When *string `json:"when"`
	}
	return json.Unmarshal([]byte(first), &line) == nil && (line.Format == jsonFormat || line.When != nil)
}

// readJSONLines reads events, one a line. The head may be missing, blank lines
// are skipped.
func readJSONLines(in *input) (draft, error) {
	var d draft
	offset := 0
	for line := range strings.Lines(in.text) {
		at := offset
		offset += len(line)
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if at == 0 && jsonKey(line, "format", jsonFormat) {
			var head jsonHead
			if err := in.unmarshal(line, at, &head); err != nil {
				return d, err
			}
			if err := head.check(); err != nil {
				return d, fmt.Errorf("exchange: %s:1: %w", in.name, err)
			}
			d.title = head.Title
			continue
		}
		d.events = in.appendJSON(d.events, line, at)
	}
	return d, nil
}
