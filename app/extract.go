package app

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"

	"dateline/parse"
	"dateline/parse/source"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
)

const extractHelp = `usage: dateline extract [flags] [FILE…|-]

Prints what was found in each article as one line of JSON: "timex" holds the
date words (TIMEX3 type and value), "events" the events (EDTF dates). Places are
counted in code points. Without a FILE, or for -, standard input is read.

flags:
  --jsonl            the input is JSON Lines of documents, as {"id", "text"} and
                     optionally "dct" (the document's date) and "lang"
  --merge            print the events of all articles together, a line each: what
                     several articles tell once, with every source
` + readingHelp + `
examples:
  dateline extract report.html
  cat notes.txt | dateline extract --date 2021-03-22 -
  dateline extract --jsonl corpus.jsonl > found.jsonl
`

// record is what extract prints about one document.
type record struct {
	ID     string        `json:"id"`
	Title  string        `json:"title,omitempty"`
	Date   *dateRecord   `json:"date,omitempty"`
	Timex  []timexRecord `json:"timex"`
	Events []eventRecord `json:"events"`
}

// dateRecord is the document's own date.
type dateRecord struct {
	When     string `json:"when"` // EDTF
	Reason   string `json:"reason"`
	Inferred bool   `json:"inferred"`
}

// timexRecord is one temporal expression. Start and End count code points.
type timexRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
}

// eventRecord is one event. Start and End count code points of its evidence.
type eventRecord struct {
	When       string   `json:"when"` // EDTF
	Title      string   `json:"title"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Quote      string   `json:"quote"`
	TimeWords  string   `json:"time_words"`
	Confidence float64  `json:"confidence"`
	Importance float64  `json:"importance"`
	Status     string   `json:"status"`
	Why        string   `json:"why"`
	Inferred   bool     `json:"inferred"`
	Speaker    string   `json:"speaker,omitempty"`
	People     []string `json:"people,omitempty"`
	Places     []string `json:"places,omitempty"`
	Groups     []string `json:"groups,omitempty"`
}

// newRecord describes a reading under the given ID.
func newRecord(id string, r *parse.Reading) record {
	doc := r.Document
	rec := record{
		ID:     id,
		Title:  doc.Title,
		Events: make([]eventRecord, len(r.Events)),
	}
	if r.Date.Known() {
		rec.Date = &dateRecord{r.Date.When.EDTF(), r.Date.Reason, r.Date.Inferred}
	}
	points := text.NewCodePoints(doc.Text)
	marks := marksOf(r.Mentions)
	rec.Timex = make([]timexRecord, len(marks))
	for i, m := range marks {
		rec.Timex[i] = timexRecord{
			Start: points.At(m.Start), End: points.At(m.End), Text: doc.Slice(m.Span),
			Type: m.Type.String(), Value: m.Value, Mod: m.Mod,
		}
	}
	for i, d := range r.Events {
		rec.Events[i] = newEventRecord(doc, d, points)
	}
	return rec
}

// marksOf returns the TIMEX3 annotation of mentions.
func marksOf(mentions []story.Mention) []timex.Mark {
	found := make([]timex.Timex, len(mentions))
	placed := make([]timex.Placement, len(mentions))
	for i, m := range mentions {
		found[i], placed[i] = m.Timex, m.Placement
	}
	return timex.Marks(found, placed)
}

func newEventRecord(doc *text.Document, d story.Draft, points *text.CodePoints) eventRecord {
	return eventRecord{
		When: d.Date(), Title: d.Title,
		Start: points.At(d.Evidence.Start), End: points.At(d.Evidence.End),
		Quote: doc.Slice(d.Evidence), TimeWords: timeWords(doc, d),
		Confidence: thousandths(d.Confidence), Importance: thousandths(d.Importance),
		Status: d.Status.String(), Why: d.Why, Inferred: d.Inferred,
		Speaker: d.Speaker, People: d.People, Places: d.Places, Groups: d.Groups,
	}
}

// thousandths rounds a share to three decimals.
func thousandths(share float64) float64 { return math.Round(share*1000) / 1000 }

// timeWords returns the words that date an event. Several stretches become the
// stretch from the first to the last, so that they can be found in the text.
func timeWords(doc *text.Document, d story.Draft) string {
	if len(d.TimeWords) == 0 {
		return ""
	}
	hull := d.TimeWords[0]
	for _, s := range d.TimeWords[1:] {
		hull.Start, hull.End = min(hull.Start, s.Start), max(hull.End, s.End)
	}
	return doc.Slice(hull)
}

func runExtract(ctx context.Context, c call, args []string) error {
	flags := newFlags("extract")
	jsonl := flags.Bool("jsonl", false, "")
	merge := flags.Bool("merge", false, "")
	reading := readingFlags(flags)
	paths, err := parseFlags(flags, args)
	if err != nil {
		return err
	}
	opt, err := reading.options()
	from, limits := reading.source(c.In)
	if err = errors.Join(err, limits); err != nil {
		return misuse{fmt.Errorf("extract: %w", err)}
	}
	if *jsonl && *merge {
		return misuse{errors.New("extract: --merge reads articles, not JSON Lines; leave out --merge or --jsonl")}
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	extract := Extract
	if *merge {
		extract = ExtractMerged
	}
	out := bufio.NewWriterSize(c.Out, 1<<16)
	err = extract(ctx, out, Extraction{
		Paths: paths, Lines: *jsonl, Parse: opt,
		Source: from,
		Report: func(err error) { fmt.Fprintf(c.Err, "dateline: %v\n", err) },
	})
	return errors.Join(err, out.Flush())
}

// Extraction says what Extract reads.
type Extraction struct {
	Paths  []string // files and folders; "-" is standard input
	Lines  bool     // the input is JSON Lines of documents rather than articles
	Parse  parse.Options
	Source source.Options // how they are opened; its Stdin is "-", and the lines
	Report func(error)    // told of each article that cannot be read
}

// Extract writes a line of JSON about every article to w, in the order of the
// input. Articles that cannot be read are reported and left out; the error then
// tells that there were some.
func Extract(ctx context.Context, w io.Writer, e Extraction) error {
	tasks := e.files(ctx)
	if e.Lines {
		tasks = e.lines()
	}
	failed := false
	err := inOrder(tasks, func(t task) outcome { return t() }, func(o outcome) error {
		for _, err := range o.failed {
			failed = true
			e.Report(err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		_, err := w.Write(o.printed)
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("extract: %w", err)
	case failed:
		return errReported
	}
	return nil
}

// task is the reading of one file or one line; it may run beside others.
type task func() outcome

// outcome is what a task leaves to be printed.
type outcome struct {
	printed []byte // whole lines
	failed  []error
}

// print appends a record as a line.
func (o *outcome) print(rec record) {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(rec); err != nil {
		o.failed = append(o.failed, fmt.Errorf("extract: %s: %w", rec.ID, err))
		return
	}
	o.printed = append(o.printed, line.Bytes()...)
}

// files returns the tasks of reading each article in the paths.
func (e Extraction) files(ctx context.Context) iter.Seq[task] {
	return func(yield func(task) bool) {
		for in := range articles(ctx, e.Paths, e.Source) {
			if !yield(func() outcome { return e.readArticle(in) }) {
				return
			}
		}
	}
}

// readArticle reads one article that was opened.
func (e Extraction) readArticle(in opened) outcome {
	var o outcome
	u := understand(in, e.Parse)
	if u.err != nil {
		o.failed = append(o.failed, u.err)
		return o
	}
	doc := u.reading.Document
	o.print(newRecord(cmp.Or(doc.Path, doc.Name), u.reading))
	return o
}
