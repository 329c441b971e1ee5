package state

import "testing"

func TestPhrase(t *testing.T) {
	tests := []struct {
		name   string
		phrase Phrase
		want   string
	}{
		{"nothing", Phrase{}, ""},
		{"words alone", Phrase{Words: "The disk is full."}, "The disk is full."},
		{"a name", Phrase{Words: "open “{{.Name}}”", Name: "war.txt"}, "open “war.txt”"},
		{"a count", Phrase{Words: "open {{.Count}} articles", Count: 12}, "open 12 articles"},
		{"both", Phrase{Words: "{{.Name}}: {{.Count}}", Name: "a", Count: 2}, "a: 2"},
		{"words as they are", verbatim("{{.Count}} cannot be read."), "{{.Count}} cannot be read."},
		{"a name with braces", Phrase{Words: "open “{{.Name}}”", Name: "{{.Count}}"}, "open “{{.Count}}”"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.phrase.String(); got != tt.want {
				t.Errorf("String() = %q, want %q", got, tt.want)
			}
			if got := tt.phrase.IsZero(); got != (tt.want == "") {
				t.Errorf("IsZero() = %v", got)
			}
		})
	}
}
