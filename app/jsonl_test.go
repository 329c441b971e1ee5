package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/parse"
)

func TestExtractLines(t *testing.T) {
	tests := []struct {
		name  string
		input string
		ids   []string // of what is printed
		err   string   // part of what is reported
	}{
		{"one", `{"id": "a", "text": "It rained on 5 May 1921."}`, []string{"a"}, ""},
		{"in order", `{"id": "a", "text": ""}` + "\n" + `{"id": "b", "text": ""}` + "\n" + `{"id": "c", "text": ""}` + "\n", []string{"a", "b", "c"}, ""},
		{"blank lines", "\n\n" + `{"id": "a", "text": ""}` + "\r\n \n", []string{"a"}, ""},
		{"no JSON", "text\n" + `{"id": "b", "text": ""}`, []string{"b"}, "standard input: line 1: is no JSON object"},
		{"a list", `["id"]`, nil, "is no JSON object"},
		{"no id", `{"text": "It rained."}`, nil, `line 1: has no "id"`},
		{"a date", `{"id": "a", "text": "It rained on Monday.", "dct": "1921-05-05"}`, []string{"a"}, ""},
		{"a date that is none", `{"id": "a", "text": "", "dct": "May 5ish"}`, nil, `"dct" "May 5ish" is not read as a date`},
		{"nothing", "", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, out, errors := run(tt.input, "extract", "--jsonl")
			if (code != exitDone) != (tt.err != "") || !strings.Contains(errors, tt.err) {
				t.Errorf("exits %d with %q, want %q", code, errors, tt.err)
			}
			var ids []string
			for line := range strings.Lines(out) {
				var rec record
				if err := json.Unmarshal([]byte(line), &rec); err != nil {
					t.Fatalf("prints %q: %v", line, err)
				}
				ids = append(ids, rec.ID)
			}
			if fmt.Sprint(ids) != fmt.Sprint(tt.ids) {
				t.Errorf("prints %q, want %q", ids, tt.ids)
			}
		})
	}
}

func TestExtractCountsCodePoints(t *testing.T) {
	const words = "Прошло 3 года. Café 🙂 opened on 5 May 1921."
	_, out, _ := run(fmt.Sprintf(`{"id": "a", "text": %q}`, words), "extract", "--jsonl")
	var rec record
	if err := json.Unmarshal([]byte(out), &rec); err != nil {
		t.Fatalf("prints %q: %v", out, err)
	}
	if len(rec.Timex) == 0 {
		t.Fatal("no date words are found")
	}
	for _, x := range rec.Timex {
		if got := string([]rune(words)[x.Start:x.End]); got != x.Text {
			t.Errorf("%d to %d is %q, want %q", x.Start, x.End, got, x.Text)
		}
	}
}

func TestLineReaderSkipsLongLines(t *testing.T) {
	long := strings.Repeat("x", maxLine+1)
	r := newLineReader("in", io.NopCloser(strings.NewReader("a\n"+long+"\nb\n"+long)))
	want := []struct {
		line string
		err  error
	}{{"a", nil}, {"", errLongLine}, {"b", nil}, {"", errLongLine}, {"", io.EOF}}
	for i, w := range want {
		line, err := r.next()
		if string(line) != w.line || !errors.Is(err, w.err) {
			t.Fatalf("line %d is %q, %v; want %q, %v", i, line, err, w.line, w.err)
		}
	}
	if r.line != 5 {
		t.Errorf("the end is at line %d, want 5", r.line)
	}
}

// broken fails after some bytes.
type broken struct{ rest io.Reader }

func (b broken) Read(p []byte) (int, error) {
	n, err := b.rest.Read(p)
	if errors.Is(err, io.EOF) {
		err = errors.New("the cable is cut")
	}
	return n, err
}

func TestExtractReportsABrokenInput(t *testing.T) {
	var out bytes.Buffer
	var reported []error
	err := Extract(context.Background(), &out, Extraction{
		Paths: []string{"-"}, Lines: true, Source: sourceOptions(broken{strings.NewReader(`{"id": "a", "text": ""}` + "\n")}),
		Report: func(err error) { reported = append(reported, err) },
	})
	if err == nil || len(reported) != 1 || !strings.Contains(reported[0].Error(), "the cable is cut") {
		t.Errorf("returns %v and reports %v", err, reported)
	}
	if !strings.Contains(out.String(), `"id":"a"`) {
		t.Errorf("prints %q, want what came before", out.String())
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte(`{"id": "a", "text": "It rained on 5 May 1921.", "dct": "1921-05-05", "lang": "en"}`))
	f.Add([]byte("{}\n\n{\"id\": \"\xff\", \"text\": \"\\ud800\"}\r\nno"))
	f.Fuzz(func(t *testing.T, input []byte) {
		r := newLineReader("in", io.NopCloser(bytes.NewReader(input)))
		for lines := 0; ; lines++ {
			line, err := r.next()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					t.Fatalf("line %d: %v", r.line, err)
				}
				return
			}
			if len(line) == 0 || bytes.ContainsRune(line, '\n') || lines > len(input) {
				t.Fatalf("line %d is %q", r.line, line)
			}
			if doc, _, err := parseLine(line, parse.Options{}); err == nil && (doc.Name == "" || !utf8.ValidString(doc.Text)) {
				t.Fatalf("line %d gives %+v", r.line, doc)
			}
		}
	})
}
