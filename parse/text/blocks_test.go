package text

import (
	"strings"
	"testing"
)

func TestPlainBlocks(t *testing.T) {
	const (
		one   = "The mill by the river was built in the year of the great flood by two"
		two   = "brothers from the hills, and it worked for as long as they lived there."
		three = "Nobody has lived there since, though a baker from the town has bought"
	)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a line each", "The mill.\nIt fell.\n", []string{"The mill.", "It fell."}},
		{"blank lines", " The mill. \n\n \n\tIt fell.", []string{"The mill.", "It fell."}},
		{"wrapped", "The mill\n\n" + one + "\n" + two + "\n\n" + three + "\nthe house.", []string{"The mill", one + "\n" + two, three + "\nthe house."}},
		{"long lines of a list", "Mills of the valley\n\n" + strings.Repeat("1921 was the year in which another mill was built on the river\n", 5), append([]string{"Mills of the valley"}, repeat("1921 was the year in which another mill was built on the river", 5)...)},
		{"a list among wrapped lines", one + "\n" + two + "\n" + two + "\n\n1921 built\n1939 left\n1944 sold\n1951 burned\n", []string{one + "\n" + two + "\n" + two, "1921 built", "1939 left", "1944 sold", "1951 burned"}},
		{"no text", " \n\n", nil},
		{"without capitals", "河边的磨坊是在大洪水那一年由两兄弟建造的他们来自山上并且一直工作\n直到战争来临", []string{"河边的磨坊是在大洪水那一年由两兄弟建造的他们来自山上并且一直工作\n直到战争来临"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := FromPlain("a", tt.text)
			var got []string
			for _, b := range d.Blocks {
				got = append(got, d.Slice(b.Span))
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("blocks %q, want %q", got, tt.want)
			}
		})
	}
}

func repeat(s string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = s
	}
	return list
}
