package ui

import (
	"os"
	"testing"

	"dateline/app/state"
	"dateline/assets"
)

// TestMain lets the windows of the tests speak English on any system.
func TestMain(m *testing.M) {
	for _, name := range []string{"LC_ALL", "LANGUAGE"} {
		if err := os.Setenv(name, "en"); err != nil {
			panic(err)
		}
	}
	if err := Speak(assets.Languages, "languages"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

func TestSay(t *testing.T) {
	tests := []struct {
		name   string
		phrase state.Phrase
		want   string
	}{
		{"nothing", state.Phrase{}, ""},
		{"a name", state.Phrase{Words: "open “{{.Name}}”", Name: "{{.Count}}"}, "open “{{.Count}}”"},
		{"several", state.Phrase{Words: "open {{.Count}} articles", Count: 1200}, "open 1,200 articles"},
		{"one", state.Phrase{Words: "open {{.Count}} articles", Count: 1}, "open 1 article"},
		{"words as they are", state.Phrase{Name: "{{.Name}}"}, "{{.Name}}"},
		{"words that no language has", state.Phrase{Words: "fold “{{.Name}}”", Name: "a"}, "fold “a”"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := say(tt.phrase); got != tt.want {
				t.Errorf("say = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "1", 999: "999", 1000: "1,000", -1234: "-1,234", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %q, want %q", n, got, want)
		}
	}
}
