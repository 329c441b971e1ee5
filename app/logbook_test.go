//go:build !headless

package app

import (
	"path/filepath"
	"strings"
	"testing"

	"dateline/app/state"
)

func TestLogbook(t *testing.T) {
	l := logbook{filepath.Join(t.TempDir(), "deeper", "dateline.log")}
	l.began("v1.2.3")
	told := []state.Notice{
		{Sentence: state.Phrase{Name: "a.txt: it was told before."}},
		{Sentence: state.Phrase{Words: "“{{.Name}}” is open already.", Name: "A secret"}},
		{Sentence: state.Phrase{Name: "b.docx: no word/document.xml inside."}},
		{Sentence: state.Phrase{Name: "It went well."}, Done: true},
	}
	l.problems(told[:1], told)
	l.problems(told, nil)
	_, got := l.read()
	for _, want := range []string{"Dateline v1.2.3, ", "is open already.", "b.docx"} {
		if !strings.Contains(got, want) {
			t.Errorf("the log has no %q:\n%s", want, got)
		}
	}
	for _, unwanted := range []string{"secret", "before", "well"} {
		if strings.Contains(got, unwanted) {
			t.Errorf("the log has %q:\n%s", unwanted, got)
		}
	}
}

func TestLogbookIsBounded(t *testing.T) {
	l := logbook{filepath.Join(t.TempDir(), "dateline.log")}
	for range 5 {
		l.note(strings.Repeat("x", mostLog/2))
	}
	if _, got := l.read(); len(got) > 2*mostLog {
		t.Errorf("the log has %d bytes", len(got))
	}
	logbook{}.note("nowhere")
}
