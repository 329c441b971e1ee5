package parse

import (
	"strings"
	"testing"

	"dateline/parse/text"
)

func TestLanguage(t *testing.T) {
	tests := []struct {
		tag  string
		read bool
	}{
		{"en", true},
		{"EN", true},
		{"en-GB", true},
		{"en_US", true},
		{"", false},
		{"fr", false},
		{"english", false},
		{"-en", false},
	}
	for _, tt := range tests {
		if got := ReadsLanguage(tt.tag); got != tt.read {
			t.Errorf("ReadsLanguage(%q) = %v, want %v", tt.tag, got, tt.read)
		}
	}
}

func TestArticleInLanguage(t *testing.T) {
	doc := text.FromPlain("letter.txt", "The pier burned on 3 May 1912.")
	for _, tag := range []string{"", "en", "en-IE"} {
		if r, err := Article(doc, Options{Language: tag}); err != nil || len(r.Events) != 1 {
			t.Errorf("in language %q: %v, %v, want one event", tag, r, err)
		}
	}
	_, err := Article(doc, Options{Language: "tlh"})
	if err == nil || !strings.Contains(err.Error(), `letter.txt: language "tlh"`) || !strings.Contains(err.Error(), "en") {
		t.Errorf("in an unknown language: error %v, want one that names the article, the language and those that are read", err)
	}
}
