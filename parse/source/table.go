package source

import (
	"strings"

	"dateline/parse/text"
)

// cell is one cell of a table: its paragraphs.
type cell []cellBlock

type cellBlock struct {
	kind  text.Kind
	level int
	text  string
}

// addRow adds a row of a table. A table that only arranges text is read cell by
// cell.
func (w *writer) addRow(cells []cell) {
	if !arranges(cells) {
		w.add(text.Row, 0, joinCells(cells, "\t"))
		return
	}
	for _, c := range cells {
		for _, p := range c {
			w.add(p.kind, p.level, strings.ReplaceAll(p.text, "\t", " "))
		}
	}
}

// arranges reports whether the cells of a row are columns of text rather than
// data: there is only one, or one is longer than data are.
func arranges(cells []cell) bool {
	const long = 400
	filled := 0
	for _, c := range cells {
		n := 0
		for _, p := range c {
			n += len(p.text)
		}
		if n > long {
			return true
		}
		if n > 0 {
			filled++
		}
	}
	return filled <= 1
}

func joinCells(cells []cell, separator string) string {
	row := make([]string, len(cells))
	for i, c := range cells {
		var parts []string
		for _, p := range c {
			parts = append(parts, p.text)
		}
		row[i] = oneLine(strings.Join(parts, " "))
	}
	return strings.Join(row, separator)
}
