package subset

import (
	"testing"

	"dateline/timeline/typeset"
)

func TestCharacters(t *testing.T) {
	glyphs := func(clusters ...int) []typeset.Glyph {
		var all []typeset.Glyph
		for _, c := range clusters {
			all = append(all, typeset.Glyph{Cluster: c})
		}
		return all
	}
	tests := []struct {
		name string
		run  typeset.Run
		want []string
	}{
		{"letters", typeset.Run{Text: "aé", Glyphs: glyphs(0, 1)}, []string{"a", "é"}},
		{"not at the start", typeset.Run{Text: "bc", Start: 7, Glyphs: glyphs(7, 8)}, []string{"b", "c"}},
		{"a ligature", typeset.Run{Text: "afi", Glyphs: glyphs(0, 1)}, []string{"a", "fi"}},
		{"a letter of two glyphs", typeset.Run{Text: "ab", Glyphs: glyphs(0, 0, 1)}, []string{"", "", "b"}},
		{"right to left", typeset.Run{Text: "שם", RightToLeft: true, Glyphs: glyphs(2, 0)}, []string{"ם", "ש"}},
		{"outside of the text", typeset.Run{Text: "a", Start: 3, Glyphs: glyphs(0, 9)}, []string{"", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i, want := range tt.want {
				if got := string(Characters(tt.run, i)); got != want {
					t.Errorf("glyph %d stands for %q, want %q", i, got, want)
				}
			}
		})
	}
}
