package source

import (
	"strings"
	"testing"
)

func TestPlainTextIsThatOfTheFile(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"as it is", "The old mill\n\nIt was built in 1921, they say.\n", "The old mill\n\nIt was built in 1921, they say.\n"},
		{"mark and line ends", "\xef\xbb\xbfone\r\n\r\ntwo\r\n", "one\n\ntwo\n"},
		{"windows-1252", "caf\xe9 in 1921", "café in 1921"},
		{"control characters keep their place", "a\x07b " + strings.Repeat("in 1921 ", 9), "a b " + strings.Repeat("in 1921 ", 9)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := readOne(t, "mill.txt", []byte(tt.file)); d.Text != tt.want {
				t.Errorf("text %q, want %q", d.Text, tt.want)
			}
		})
	}
}

func TestPlainTextIsRead(t *testing.T) {
	d := readOne(t, "folder/mill.txt", []byte("The old mill\n\nBy Ada Stone\nMay 5, 1921\n\nThe mill was built by the river before anybody who lives here today was born.\n"))
	if d.Name != "mill.txt" || d.Path != "folder/mill.txt" || d.Title != "The old mill" || days(d) != "" && days(d) != "1921-05-05" {
		t.Errorf("name %q, path %q, title %q, days %q", d.Name, d.Path, d.Title, days(d))
	}
}

func TestPlainTextIsRefused(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"empty", "", "the file is empty"},
		{"blank", " \n\t\n", "no text in it"},
		{"binary", "\x01\x02\x03\x04\x05\x06\x00\x01", "not a text"},
		{"unknown encoding", strings.Repeat("\xcf\xf0\xe8\xe2\xe5\xf2, ", 20), "save it as UTF-8"},
		{"too long", strings.Repeat("word ", maxText/5+1), "longer than 16 MB"},
		{"too many lines", strings.Repeat("a\n", maxLines+1), "lines"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.txt", []byte(tt.file)); !strings.Contains(got, tt.want) || !strings.HasPrefix(got, "source: a.txt: ") {
				t.Errorf("refused with %q, want the file's name and %q", got, tt.want)
			}
		})
	}
}
