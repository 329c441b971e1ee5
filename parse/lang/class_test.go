package lang

import (
	"slices"
	"testing"
)

// tokensOf cuts a text into tokens of a language.
func tokensOf(l *Language, text string) []Token {
	var toks []Token
	x := l.Lexer(text, 0, len(text))
	for {
		var t Token
		if !x.Next(&t) {
			return toks
		}
		toks = append(toks, t)
	}
}

// TestClasses asks which tokens the rules of English tell apart.
func TestClasses(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		a, b string
		same bool
	}{
		{"table", "chair", true}, // no rule knows either
		{"seventy", "eighty", true},
		{"tuesday", "Tuesday", true},
		{"83", "84", true},
		{"123456", "234567", true},
		{"Tuesday", "table", false},
		{"Tuesday", "April", false},
		{"83", "833", false},
		{"years", "ago", false},
		{"seven", "seventh", false},
		{"before", "until", false},
		{"/", ",", false},
	}
	for _, test := range tests {
		a, b := tokensOf(l, test.a)[0], tokensOf(l, test.b)[0]
		if got := a.Class == b.Class; got != test.same {
			t.Errorf("%q and %q: same class %v, want %v", test.a, test.b, got, test.same)
		}
	}
	if c := tokensOf(l, "chair")[0].Class; c != 0 {
		t.Errorf("a word that no rule knows is of class %d, want 0", c)
	}
}

func TestClassSet(t *testing.T) {
	c := classes{kinds: make([]uint8, 130)}
	a, b := c.newSet(), c.newSet()
	a.add(0)
	a.add(64)
	b.add(64)
	b.add(129)
	if got, want := slices.Collect(a.or(b).each), []Class{0, 64, 129}; !slices.Equal(got, want) {
		t.Errorf("the union is %v, want %v", got, want)
	}
	if got, want := slices.Collect(a.each), []Class{0, 64}; !slices.Equal(got, want) {
		t.Errorf("after the union the set is %v, want %v", got, want)
	}
	if a.has(129) || a.has(c.none()) || !a.has(64) || classSet(nil).has(0) {
		t.Error("the set has other members than were added")
	}
}

func TestPartition(t *testing.T) {
	p := partition{of: make([]int, 6), seen: make([]int, 6), moved: make([]move, 1)}
	p.split([]WordID{1, 2, 3, 2})
	p.split([]WordID{3, 4})
	p.split([]WordID{4})
	c := p.classes()
	if want := []Class{0, 1, 1, 2, 3, 0}; !slices.Equal(c.byWord, want) {
		t.Errorf("the words are of classes %v, want %v", c.byWord, want)
	}
	if len(c.kinds) != 4 {
		t.Errorf("there are %d classes, want 4", len(c.kinds))
	}
}
