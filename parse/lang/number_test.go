package lang

import "testing"

func TestRead(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	all := &Number{Max: 1e9, Fewest: 1, Most: 9, Read: PlainDigits | Fraction | Grouped | OrdinalDigits | CardinalWords | OrdinalWords}
	year := &Number{Min: 1000, Max: 2199, Fewest: 4, Most: 4, Read: PlainDigits | YearWords, Whole: true}
	tests := []struct {
		slot *Number
		text string
		want float64
		used int
	}{
		{all, "12", 12, 1},
		{all, "1,500 men", 1500, 3},
		{all, "2.5", 2.5, 3},
		{all, "3rd", 3, 2},
		{all, "twenty-five", 25, 2},
		{all, "two hundred and one", 201, 4},
		{all, "a hundred", 100, 2},
		{all, "twenty-fifth", 25, 2},
		{all, "three thousand five hundred", 3500, 4},
		{all, "one two", 1, 1},
		{all, "hundred", 0, 0},
		{all, "and", 0, 0},
		{year, "1917", 1917, 1},
		{year, "nineteen ninety-eight", 1998, 3},
		{year, "two thousand one", 2001, 3},
		{year, "1917.5", 0, 0},
		{year, "19", 0, 0},
		{year, "twelve hundred", 0, 0},
	}
	for _, tt := range tests {
		var toks []Token
		x := l.Lexer(tt.text, 0, len(tt.text))
		for {
			var tok Token
			if !x.Next(&tok) {
				break
			}
			toks = append(toks, tok)
		}
		if got, used := l.Read(tt.slot, toks); got != tt.want || used != tt.used {
			t.Errorf("Read(%q) = %v from %d tokens, want %v from %d", tt.text, got, used, tt.want, tt.used)
		}
	}
}
