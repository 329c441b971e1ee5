package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// table is a delimited file: a header and rows under it.
type table struct {
	header []string
	rows   [][]string
	lines  []int // on which each row starts
}

// formulaStarts are the characters that make a spreadsheet take a cell for a
// formula, which may do harm on the reader's machine.
const formulaStarts = "=+-@\t\r"

// defuse puts an apostrophe before a cell that a spreadsheet would run, and
// before one that looks as if that had been done.
func defuse(cell string) string {
	if isDefused("'" + cell) {
		return "'" + cell
	}
	return cell
}

// arm is the inverse of defuse.
func arm(cell string) string {
	if isDefused(cell) {
		return cell[1:]
	}
	return cell
}

// isDefused reports whether cell is apostrophes before the start of a formula.
func isDefused(cell string) bool {
	rest := strings.TrimLeft(cell, "'")
	return len(rest) < len(cell) && rest != "" && strings.IndexByte(formulaStarts, rest[0]) >= 0
}

// dialect is how a delimited file is written.
type dialect struct {
	bom   string
	comma rune
}

var (
	plainCSV = dialect{comma: ','}
	// excelCSV opens with a double click in the many countries where Excel
	// wants semicolons; the mark at the start tells it that this is UTF-8.
	excelCSV = dialect{bom: "\uFEFF", comma: ';'}
)

// writer returns a writer of rows in the dialect.
func (d dialect) writer(w io.Writer) (*csv.Writer, error) {
	if _, err := io.WriteString(w, d.bom); err != nil {
		return nil, err
	}
	c := csv.NewWriter(w)
	c.Comma = d.comma
	return c, nil
}

// readTable reads a delimited file, whichever of comma, semicolon and tab it
// uses.
func (in *input) readTable() (table, error) {
	body, skipped := in.text, 0
	comma := guessComma(body)
	if first, rest, _ := strings.Cut(body, "\n"); len(strings.TrimRight(first, "\r")) == 5 && strings.HasPrefix(first, "sep=") {
		comma, body, skipped = rune(first[4]), rest, 1
	}
	r := csv.NewReader(strings.NewReader(body))
	r.Comma = comma
	r.FieldsPerRecord = -1
	var t table
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return table{}, in.csvError(err, skipped)
		}
		line, _ := r.FieldPos(0)
		if t.header == nil {
			t.header = row
			continue
		}
		if strings.Join(row, "") != "" {
			t.rows = append(t.rows, row)
			t.lines = append(t.lines, line+skipped)
		}
	}
	if t.header == nil {
		return table{}, fmt.Errorf("exchange: %s: empty; a row with the names of the columns is wanted first", in.name)
	}
	return t, nil
}

func (in *input) csvError(err error, skipped int) error {
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		return fmt.Errorf("exchange: %s:%d: %w", in.name, parse.Line+skipped, parse.Err)
	}
	return fmt.Errorf("exchange: %s: %w", in.name, err)
}

// guessComma returns the separator that the first line has most of outside of
// quotes.
func guessComma(s string) rune {
	counts := map[rune]int{}
	quoted := false
	for _, r := range s {
		if r == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		if r == '\n' {
			break
		}
		counts[r]++
	}
	best := ','
	for _, r := range []rune{';', '\t'} {
		if counts[r] > counts[best] {
			best = r
		}
	}
	return best
}

// cell returns the cell of a row in a column, "" if the column is -1 or the row
// too short.
func cell(row []string, column int) string {
	if column < 0 || column >= len(row) {
		return ""
	}
	return row[column]
}
