// Package exchange reads and writes timelines in the formats of other programs.
//
// Each format lives in a file of its own and is one row of the table behind
// Formats. A file is read whole or not at all: if anything in it is wrong, the
// error names the file and the lines, and no event is returned. What a format
// cannot carry is found by Format.Losses before anything is written.
package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/parse/when"
	"dateline/timeline"
)

// The largest input that is read; beyond it the reader gives up with an error.
const (
	maxBytes  = 1 << 30
	maxEvents = 2_000_000
)

// Format is a file format of this or another program.
type Format struct {
	ID         string   // short and stable, for flags: "timelinejs"
	Name       string   // for people: "TimelineJS (JSON)"
	Extensions []string // with the dot, the usual one first

	write    func(io.Writer, *timeline.Timeline) error
	read     func(*input) (draft, error)
	sniff    func(head string) bool
	distinct bool                      // sniff alone is proof; otherwise the extension must agree
	holds    func(timeline.Event) bool // nil if the format holds every event
	carries  []Field                   // for formats that are only written: what a reader sees
}

// ReadOptions change how a file is read. The zero value suits files that name
// their columns and write their dates as their format says.
type ReadOptions struct {
	// Columns maps columns of ours, such as "title" and "when", to headers of
	// a CSV file. Other formats ignore it.
	Columns map[string]string
	// Date reads a date that is not EDTF, as people write them. It may be nil.
	Date func(string) (when.Choice, error)
}

// draft is what a reader found, with events in the order of the file.
type draft struct {
	title  string
	events []timeline.Event
}

// Formats returns all formats, in the order in which a person is offered them.
func Formats() []Format { return slices.Clone(formats) }

// ByID returns the format with the given ID.
func ByID(id string) (f Format, ok bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.ID == id })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// ForWriting returns the first format that is written to files with the
// extension of path.
func ForWriting(path string) (f Format, ok bool) {
	for _, f := range formats {
		if f.Writes() && f.hasExtension(path) {
			return f, true
		}
	}
	return Format{}, false
}

// ForReading returns the format of a file by its content: head holds its first
// bytes, a few kilobytes or all. Programs share extensions, so content always
// has a say; where it is a proof, as with a calendar, the extension has none.
// What is an article rather than a timeline gives ok false.
func ForReading(path string, head []byte) (f Format, ok bool) {
	s, err := decodeText(head[:len(head)-incompleteTail(head)])
	if err != nil {
		return Format{}, false
	}
	for _, f := range formats {
		if f.Reads() && (f.distinct || f.hasExtension(path)) && f.sniff(s) {
			return f, true
		}
	}
	return Format{}, false
}

// Reads reports whether files of the format can be read.
func (f Format) Reads() bool { return f.read != nil }

// Writes reports whether files of the format can be written.
func (f Format) Writes() bool { return f.write != nil }

// Write writes t. Events that the format cannot hold are left out; Losses tells
// which. The same timeline gives the same bytes.
func (f Format) Write(w io.Writer, t *timeline.Timeline) error {
	if !f.Writes() {
		return fmt.Errorf("exchange: %s can be read but not written; choose another format", f.Name)
	}
	if err := f.write(w, f.held(t)); err != nil {
		return fmt.Errorf("exchange: write %s: %w", f.Name, err)
	}
	return nil
}

// Read reads a timeline. The name is used in errors alone. Events without an ID
// in the file get one that depends on their title and time, so that reading the
// file again gives the same IDs.
func (f Format) Read(r io.Reader, name string, opts ReadOptions) (*timeline.Timeline, error) {
	if !f.Reads() {
		return nil, fmt.Errorf("exchange: %s: %s can be written but not read", name, f.Name)
	}
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("exchange: %s: %w", name, err)
	}
	if len(data) > maxBytes {
		return nil, fmt.Errorf("exchange: %s: larger than %d MB; split the file", name, maxBytes>>20)
	}
	d, err := f.parse(data, name, opts)
	if err != nil {
		return nil, err
	}
	return timeline.New(d.title, d.events), nil
}

// parse reads data and gives IDs to the events that lack one.
func (f Format) parse(data []byte, name string, opts ReadOptions) (draft, error) {
	s, err := decodeText(data)
	if err != nil {
		return draft{}, fmt.Errorf("exchange: %s: %w", name, err)
	}
	in := &input{name: name, text: s, opts: opts}
	d, err := f.read(in)
	if err = errors.Join(err, in.err()); err != nil {
		return draft{}, err
	}
	if len(d.events) > maxEvents {
		return draft{}, fmt.Errorf("exchange: %s: %d events, at most %d are read; split the file", name, len(d.events), maxEvents)
	}
	nameEvents(d.events)
	return d, nil
}

// held returns t without the events that the format cannot hold.
func (f Format) held(t *timeline.Timeline) *timeline.Timeline {
	if f.holds == nil || !slices.ContainsFunc(t.Events, func(e timeline.Event) bool { return !f.holds(e) }) {
		return t
	}
	kept := &timeline.Timeline{Title: t.Title}
	for _, e := range t.Events {
		if f.holds(e) {
			kept.Events = append(kept.Events, e)
		}
	}
	return kept
}

func (f Format) hasExtension(path string) bool {
	return slices.Contains(f.Extensions, strings.ToLower(filepath.Ext(path)))
}

// decodeText returns data as a string without a byte order mark.
func decodeText(data []byte) (string, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "", errors.New("written in UTF-16; save it as UTF-8")
	case utf8.Valid(data):
		return string(data), nil
	}
	line := 1 + bytes.Count(data[:firstInvalid(data)], []byte("\n"))
	return "", fmt.Errorf("line %d is not UTF-8; save the file as UTF-8", line)
}

// incompleteTail returns the number of bytes of a character that was cut off at
// the end of data.
func incompleteTail(data []byte) int {
	for n := 1; n < min(utf8.UTFMax, len(data)+1); n++ {
		if c := data[len(data)-n]; utf8.RuneStart(c) {
			if utf8.FullRune(data[len(data)-n:]) {
				return 0
			}
			return n
		}
	}
	return 0
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}
