// Package parse reads an article and returns the dated events in it.
//
// A *text.Document comes from parse/source, or from text.FromPlain. Everything
// here depends on the document and the options alone: the same input gives the
// same output.
package parse

import (
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// Options change how an article is read. The zero value reads English with the
// date that the article itself supports.
type Options struct {
	Language string        // BCP 47 tag of a language file; empty for the document's own, else English
	Date     when.Interval // the article's date as the reader gives it; the zero Interval to find it
	DayFirst bool          // read 03/04/2021 as 3 April rather than March 4
}

// Reading is what was found in one article.
type Reading struct {
	Document *text.Document
	Date     story.ArticleDate
	Mentions []story.Mention // in order of place
	Events   []story.Draft   // in order of place
}
