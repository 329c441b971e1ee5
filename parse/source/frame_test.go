package source

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"dateline/parse/text"
)

func TestFrames(t *testing.T) {
	var b bytes.Buffer
	for _, s := range []string{"one", "", "three"} {
		if err := writeFrame(&b, []byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"one", "", "three"} {
		if got, err := readFrame(&b); err != nil || string(got) != want {
			t.Errorf("readFrame() = %q, %v, want %q", got, err, want)
		}
	}
	if _, err := readFrame(&b); !errors.Is(err, io.EOF) {
		t.Errorf("error %v at the end, want EOF", err)
	}
}

func TestFrameIsRefused(t *testing.T) {
	tests := []struct {
		name, in string
		want     error
	}{
		{"too large", "\xff\xff\xff\xff", errFrame},
		{"cut", "\x00\x00\x00\x05abc", io.ErrUnexpectedEOF},
		{"cut length", "\x00\x00", io.ErrUnexpectedEOF},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := readFrame(bytes.NewReader([]byte(tt.in))); !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
		})
	}
}

func TestAnswers(t *testing.T) {
	d := &text.Document{Title: "The mill"}
	if a := answerTo(d, nil); a.Document != d || a.Failure != nil {
		t.Errorf("answer %+v", a)
	}
	a := answerTo(nil, &Error{Path: "a", Problem: "b", Help: "c", Err: errNotArticle})
	if err := a.Failure.err(); err.Error() != "source: a: b; c" || !errors.Is(err, errNotArticle) {
		t.Errorf("error %v", err)
	}
	if err := answerTo(nil, io.EOF).Failure.err(); errors.Is(err, errNotArticle) || err.Error() != "source: EOF" {
		t.Errorf("error %v", err)
	}
}
