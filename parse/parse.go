// Package parse reads an article and returns the dated events in it.
//
// A *text.Document comes from parse/source, or from text.FromPlain. Everything
// here depends on the document and the options alone: the same input gives the
// same output.
package parse

import (
	"fmt"

	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// Options change how an article is read. The zero value reads English with the
// date that the article itself supports.
type Options struct {
	Language string        // BCP 47 tag of one of Languages; empty for English
	Date     when.Interval // the article's date as the reader gives it; the zero Interval to find it
	DayFirst bool          // read 03/04/2021 as 3 April rather than March 4
}

// Article finds the dates in doc and the events that they date. The error tells
// that the language is not one of Languages, or that its file is broken.
func Article(doc *text.Document, opt Options) (*Reading, error) {
	l, err := tongueOf(opt.Language)
	if err != nil {
		return nil, fmt.Errorf("parse: %s: %w", doc.Name, err)
	}
	reader := l.readers[opt.DayFirst]
	r := &Reading{Document: doc}
	found := reader.Find(doc)
	a := l.teller.Analyse(doc, found)
	a.SetTenses(found)
	if opt.Date.IsZero() {
		r.Date = story.DateOf(doc, found, reader.Resolve(found, when.Interval{}))
	} else {
		r.Date = story.ArticleDate{When: opt.Date, Reason: story.ReaderSaid, Others: doc.Dates}
	}
	placed := reader.Resolve(found, r.Date.When)
	r.Mentions = make([]story.Mention, len(found))
	for i := range found {
		r.Mentions[i] = story.Mention{Timex: found[i], Placement: placed[i]}
	}
	r.Events = a.Tell(r.Mentions, r.Date)
	r.analysis = a
	return r, nil
}
