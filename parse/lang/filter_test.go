package lang

import (
	"math/bits"
	"testing"
)

// TestFit asks how many patterns may be read from the first word of a text. The
// filter may let through too many but must never lose one that reads.
func TestFit(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text      string
		min, most int
	}{
		{"table", 0, 0},
		{"table by table", 0, 0},
		{"1/", 0, 20},
		{"3 May 1921", 1, 40},
		{"May 3 , 1921", 1, 40},
		{"two days ago", 1, 40},
		{"two cold horses", 0, 10},
		{"yesterday", 1, 60},
	}
	for _, test := range tests {
		toks := tokensOf(l, test.text)
		at := func(i int) *Token {
			if i < len(toks) {
				return &toks[i]
			}
			return nil
		}
		out := make([]uint64, l.FitWords())
		l.Fit(out, at(0), at(1), at(2), MonthFirst)
		n := 0
		for _, word := range out {
			n += bits.OnesCount64(word)
		}
		if n < test.min || n > test.most {
			t.Errorf("%q: %d patterns fit, want %d to %d", test.text, n, test.min, test.most)
		}
	}
}

// TestFitKeepsTheOrder asks that readers who write the month first are not given
// the patterns for the others.
func TestFitKeepsTheOrder(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	toks := tokensOf(l, "1/2/1921")
	for _, order := range []Order{MonthFirst, DayFirst} {
		out := make([]uint64, l.FitWords())
		l.Fit(out, &toks[0], &toks[1], &toks[2], order)
		some := false
		for i := range l.Groups {
			g := &l.Groups[i]
			for j, p := range g.Patterns {
				if out[g.At+j/64]&(1<<(j%64)) == 0 {
					continue
				}
				some = true
				if p.Rule.Order != AnyOrder && p.Rule.Order != order {
					t.Errorf("order %d: %q fits, which is for order %d", order, p.Rule.Name, p.Rule.Order)
				}
			}
		}
		if !some {
			t.Errorf("order %d: nothing fits", order)
		}
	}
}
