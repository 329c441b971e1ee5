package app

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/source"
	"dateline/parse/text"
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/exchange"
	"dateline/timeline/render/html"
	"dateline/timeline/render/parcel"
	"dateline/timeline/render/pdf"
	"dateline/timeline/render/raster"
	"dateline/timeline/render/svg"
)

// carrying is the ID of the format in which pictures carry their timeline.
const carrying = "json"

// carried returns what a picture of t carries inside, or nil if it is to carry
// nothing.
func (o ExportOptions) carried(t *timeline.Timeline) ([]byte, error) {
	if o.NoEmbed {
		return nil, nil
	}
	format, _ := exchange.ByID(carrying)
	var b bytes.Buffer
	err := format.Write(&b, t)
	return b.Bytes(), err
}

// carriers are the kinds of files that may carry a timeline: how they begin, and
// what takes it out of them.
var carriers = []struct {
	begins   func(head []byte) bool
	embedded func(file []byte) ([]byte, error)
}{
	{begins("\x89PNG\r\n"), raster.Embedded},
	{begins("%PDF-"), pdf.Embedded},
	{holds("<svg"), svg.Embedded},
	{holds("<html"), html.Embedded},
}

func begins(with string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(with)) }
}

func holds(word string) func([]byte) bool {
	return func(head []byte) bool { return bytes.Contains(bytes.ToLower(head), []byte(word)) }
}

// errArticle says that a file is not a timeline but, if anything, an article.
var errArticle = errors.New("no timeline")

// mostTimeline is the number of bytes of the largest timeline that is read, if the
// reader does not raise it.
const mostTimeline = 256 << 20

// headSize is how much of a file tells what it is.
const headSize = 4096

// readTimeline reads a timeline that was written before, by this program or by
// another: a picture that carries one, or a file of an exchange format. The error
// is errArticle for any other file, and for one that cannot be opened or is
// larger than most, so that the reader of articles says what is wrong with it.
// With columns, the keys of exchange.ReadOptions.Columns, a table is read whatever
// its header says.
func readTimeline(path string, most int64, columns map[string]string) (*timeline.Timeline, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return nil, errArticle
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, errArticle
	}
	defer f.Close()
	head := make([]byte, headSize)
	n, _ := io.ReadFull(f, head) // what is wrong with it comes up again
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), f)
	for _, c := range carriers {
		if c.begins(head) {
			return unpack(path, whole, c.embedded)
		}
	}
	format, ok := exchange.ForReading(path, head)
	if len(columns) > 0 && isTable(path) {
		format, ok = exchange.ByID(tableFormat)
	}
	if !ok {
		return nil, errArticle
	}
	return format.Read(whole, path, exchange.ReadOptions{Date: dateInWords, Columns: columns})
}

// unpack reads the timeline that a picture carries.
func unpack(path string, file io.Reader, embedded func([]byte) ([]byte, error)) (*timeline.Timeline, error) {
	data, err := io.ReadAll(file)
	if err != nil {
		return nil, errArticle
	}
	inside, err := embedded(data)
	switch {
	case errors.Is(err, parcel.ErrNone):
		return nil, errArticle
	case err != nil:
		return nil, fmt.Errorf("%s: the timeline inside it cannot be read: %w", path, err)
	}
	format, _ := exchange.ByID(carrying)
	return format.Read(bytes.NewReader(inside), path, exchange.ReadOptions{})
}

// dateInWords reads a date as an article's words are read.
func dateInWords(words string) (when.Choice, error) {
	u := understand(opened{doc: text.FromPlain("", words)}, parse.Options{})
	if u.err != nil {
		return nil, u.err
	}
	for _, m := range u.reading.Mentions {
		if !m.When.Hull().IsZero() {
			return m.When, nil
		}
	}
	return nil, fmt.Errorf("%q is not a date; write it as 2021-03-22", words)
}

// collect makes one timeline of the articles and timelines at paths. It is nil if
// there are none; what could not be read is among the errors.
func collect(ctx context.Context, paths []string, from source.Options, opt parse.Options, columns map[string]string) (*timeline.Timeline, *state.Names, []error) {
	var found []*timeline.Timeline
	var articles []string
	var names *state.Names
	var failed []error
	for _, path := range paths {
		t, err := readTimeline(path, cmp.Or(from.MaxFileSize, mostTimeline), columns)
		switch {
		case errors.Is(err, errArticle):
			articles = append(articles, path)
		case err != nil:
			failed = append(failed, err)
		default:
			found = append(found, t)
		}
	}
	if len(articles) > 0 {
		readings, wrong := readAll(ctx, articles, from, opt)
		failed = append(failed, wrong...)
		if len(readings) > 0 {
			m, _ := state.Update(state.New(), state.Loaded{Readings: readings})
			found = slices.Insert(found, 0, m.Timeline)
			names = m.Names()
		}
	}
	return joined(found), names, failed
}

// joined makes one timeline of several, or nil of none. An event that is in two of
// them stands there once; another that only shares its ID gets one of its own.
func joined(parts []*timeline.Timeline) *timeline.Timeline {
	if len(parts) <= 1 {
		return slices.Concat(parts, []*timeline.Timeline{nil})[0]
	}
	var events []timeline.Event
	var eras []timeline.Era
	byID := map[string]timeline.Event{}
	for _, t := range parts {
		eras = append(eras, t.Eras...)
		for _, e := range t.Events {
			for taken, ok := byID[e.ID]; ok && !same(taken, e); taken, ok = byID[e.ID] {
				e.ID += "+"
			}
			if _, ok := byID[e.ID]; !ok {
				byID[e.ID] = e
				events = append(events, e)
			}
		}
	}
	title := parts[0].Title
	if title != "" {
		title = fmt.Sprintf("%s and %d more", title, len(parts)-1)
	}
	all := timeline.New(title, events)
	all.Eras = eras
	return all
}

// same reports whether two events of one ID are the same event.
func same(a, b timeline.Event) bool {
	return strings.EqualFold(a.Title, b.Title) && slices.Equal(a.When, b.When)
}
