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
	f.Add([]byte("<html><body><p>It was built in 1921."))
	f.Fuzz(func(t *testing.T, data []byte) {
		const head = 1024
		if isPDF(sample{head: data[:min(len(data), head)]}) {
			t.Skip("a PDF")
		}
		fuzzOne(t, data)
	})
}
