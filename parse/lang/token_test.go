package lang

import (
	"strings"
	"testing"
)

var gapSigns = map[Gap]string{Glued: "", Spaced: "_", Hyphen: "-", Dash: "=", Break: "/"}

// cut writes the tokens of a text with the gaps before them.
func cut(t *testing.T, text string) string {
	t.Helper()
	l, err := Load("tiny.toml", []byte(tiny))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	x := l.Lexer(text, 0, len(text))
	for {
		var tok Token
		if !x.Next(&tok) {
			return b.String()
		}
		b.WriteString(gapSigns[tok.Gap] + "|" + text[tok.Start:tok.End])
	}
}

func TestLexer(t *testing.T) {
	tests := []struct{ text, want string }{
		{"two days", "/|two_|days"},
		{"3pm", "/|3|pm"},
		{"two-day", "/|two-|day"},
		{"1914–1918", "/|1914=|1918"},
		{"war - 1914", "/|war=|1914"},
		{"year's", "/|year|'|s"},
		{"one\ntwo", "/|one_|two"},
		{"one\n\ntwo", "/|one/|two"},
		{"May\u00a05", "/|May_|5"},
		{"Sep\u00adtember", "/|Sep\u00adtember"},
		{"1,500.", "/|1|,|500|."},
		{"", ""},
		{"  ", ""},
		{"\xff", "/|\xff"},
	}
	for _, tt := range tests {
		if got := cut(t, tt.text); got != tt.want {
			t.Errorf("%q is cut into %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestLexiconFolds(t *testing.T) {
	l, err := Load("tiny.toml", []byte(tiny))
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"day", "Day", "DAY", "da\u00ady"} {
		x := l.Lexer(word, 0, len(word))
		var tok Token
		if !x.Next(&tok) || tok.Word == 0 {
			t.Errorf("%q is not in the lexicon", word)
		}
	}
}
