package ui

import (
	"slices"
	"testing"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"short lines stay", "a b\n\n  c\n", []string{"a b", "", "  c"}},
		{"a long line", "one two three", []string{"one two", "three"}},
		{"as long as may be", "one four", []string{"one four"}},
		{"a word longer than a line", "a abcdefghij b", []string{"a", "abcdefghij", "b"}},
		{"letters of several bytes", "äöü äöü ä", []string{"äöü äöü", "ä"}},
	} {
		if got := fold(tt.text, 8); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
