package source

import (
	"errors"
	"io"
	"testing"
)

func TestErrorIsASentence(t *testing.T) {
	tests := []struct {
		name string
		err  Error
		want string
	}{
		{"whole", Error{Path: "a.pdf", Problem: "it is damaged", Help: "save it again"}, "source: a.pdf: it is damaged; save it again"},
		{"no way out", Error{Path: "a.txt", Problem: "the file is empty"}, "source: a.txt: the file is empty"},
		{"no file", Error{Problem: "it is damaged"}, "source: it is damaged"},
		{"name that would not show", Error{Path: "a\u202e\n\xff.txt", Problem: "x"}, `source: a\u202e\u000a�.txt: x`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.err.Error(); got != tt.want {
				t.Errorf("Error() = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestErrorHasACause(t *testing.T) {
	if err := error(&Error{Err: io.ErrUnexpectedEOF}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("the cause is lost")
	}
}
