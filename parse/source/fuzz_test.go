package source

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// fuzzOne reads a file and checks that it gives sound documents or errors.
func fuzzOne(t *testing.T, data []byte) {
	t.Helper()
	docs, err := Read(context.Background(), "fuzz", data, Options{})
	for _, d := range docs {
		checkDocument(t, d)
	}
	for _, e := range flatten(err) {
		var known *Error
		if !errors.As(e, &known) {
			t.Errorf("%T is not an *Error: %v", e, e)
		}
	}
}

// FuzzRead reads anything but PDFs, which have their own machine, starting from
// real files where they lie beside the repository.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"real-files/*", "formats/*"} {
		files, _ := filepath.Glob(filepath.Join(articles, pattern)) // the pattern is sound
		for _, name := range files {
			const largest = 40 << 10
			if data, err := os.ReadFile(name); err == nil && len(data) < largest && filepath.Ext(name) != ".pdf" {
				f.Add(data)
			}
		}
	}
	for _, seed := range []string{
		"<html><body><p>It was built in 1921.",
		"<rss><channel><item><title>a</title><description>in 1921</description></item></channel></rss>",
		"From: a@example.org\r\nTo: b@example.org\r\nSubject: a\r\nContent-Type: multipart/mixed\r\n\r\nin 1921",
		`{\rtf1 in 1921{\footnote 1951}}`, `{"text":"in 1921","date":"1951-03-22"}`, "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nin 1921\n",
		string(nestedZip(2)), string(zipOf(wordFile("<w:p><w:r><w:t>in 1921</w:t></w:r></w:p>")...)), string(zipOf(openFile("<text:p>in 1921</text:p>")...)),
		string(zipOf(book(bookOPF, part{"text/one.xhtml", "<p>in 1921"}, bookLock("text/two%20b.xhtml"))...)),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const head = 1024
		if isPDF(sample{head: data[:min(len(data), head)]}) {
			t.Skip("a PDF")
		}
		fuzzOne(t, data)
	})
}
