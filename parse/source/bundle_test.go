package source

import (
	"errors"
	"testing"
)

func TestBeside(t *testing.T) {
	tests := []struct{ from, reference, want string }{
		{"a/c.opf", "text/one.xhtml", "a/text/one.xhtml"},
		{"c.opf", "one%20two.xhtml#top", "one two.xhtml"},
		{"a/b/c.opf", "../one.xhtml", "a/one.xhtml"},
		{"a/c.opf", "/one.xhtml", "one.xhtml"},
		{"c.opf", "../../etc/passwd", "../../etc/passwd"},
		{"c.opf", "%zz", "%zz"},
	}
	for _, tt := range tests {
		if got := beside(tt.from, tt.reference); got != tt.want {
			t.Errorf("beside(%q, %q) = %q, want %q", tt.from, tt.reference, got, tt.want)
		}
	}
}

func TestBundleReads(t *testing.T) {
	b, err := openBundle(zipOf(part{`a\b.txt`, "one"}, part{"c/", ""}))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := b.read("a/b.txt"); err != nil || string(data) != "one" {
		t.Errorf("read %q, %v", data, err)
	}
	if _, err := b.read("none"); !errors.Is(err, errMissing) {
		t.Errorf("error %v, want %v", err, errMissing)
	}
	b.left = 2
	if _, err := b.read("a/b.txt"); !errors.Is(err, errTogether) {
		t.Errorf("error %v, want %v", err, errTogether)
	}
}
