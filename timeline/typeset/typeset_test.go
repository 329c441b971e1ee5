package typeset

import (
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// setter returns a setter of the program's faces, without system fonts.
func setter(t testing.TB) *Setter {
	t.Helper()
	s, err := New(ownFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ownFonts(t testing.TB) Fonts {
	t.Helper()
	fonts := Fonts{Alone: true}
	for name, data := range map[string]*[]byte{"Regular": &fonts.Regular, "Bold": &fonts.Bold} {
		file, err := os.ReadFile("../../assets/fonts/NotoSans-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		*data = file
	}
	return fonts
}

func TestNewRefusesWhatIsNoFont(t *testing.T) {
	fonts := ownFonts(t)
	for _, tt := range []struct {
		name  string
		fonts Fonts
		want  string
	}{
		{"no fonts", Fonts{}, "typeset: the regular face"},
		{"not a font", Fonts{Regular: []byte("hello"), Bold: fonts.Bold}, "typeset: the regular face"},
		{"bold cut short", Fonts{Regular: fonts.Regular, Bold: fonts.Bold[:1000]}, "typeset: the bold face"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := New(tt.fonts); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("New = %v, want an error that starts with %q", err, tt.want)
			}
		})
	}
}

func TestAdvanceEqualsTheSumOfShapedRuns(t *testing.T) {
	s := setter(t)
	for _, text := range []string{
		"", " ", "a", "AVATAR Tolstoy, W. To", "office, affluent, fjord", "Łódź – Øresund “Žižek”…",
		"Встреча в Гуйлине: Ё, Ў", "Συνθήκη", "1914–1918", "e\u0301tude", "line\nbreak\ttab", "\u200bzero",
		"To. T. V, Ye’s", "שלום 1948", "سلام", "a\x00b",
	} {
		for _, bold := range []bool{false, true} {
			want := 0.0
			for _, run := range s.Shape(text, 13, bold) {
				want += run.Advance
			}
			if got := s.Advance(text, 13, bold); math.Abs(got-want) > 1e-3 {
				t.Errorf("Advance(%q, 13, %v) = %.4f, the runs of Shape are %.4f wide", text, bold, got, want)
			}
		}
	}
}

func TestAdvanceGrowsInProportionToSize(t *testing.T) {
	s := setter(t)
	for _, text := range []string{"Treaty of Good-Neighbourliness", "Гуйлинь", "سلام"} {
		small, large := s.Advance(text, 1, false), s.Advance(text, 37.5, false)
		if math.Abs(large-37.5*small) > 1e-6 {
			t.Errorf("Advance(%q) is %v at 1 and %v at 37.5", text, small, large)
		}
	}
}

func TestAdvanceKnowsBoldFromRegular(t *testing.T) {
	s := setter(t)
	if r, b := s.Advance("Treaty", 13, false), s.Advance("Treaty", 13, true); r >= b {
		t.Errorf("Advance(Treaty) = %v regular, %v bold, want bold wider", r, b)
	}
}

func TestShapeKeepsEveryByteOfTheText(t *testing.T) {
	s := setter(t)
	for _, text := range []string{"Kiev", "a שלום b", "Гуйлинь 桂林", "bad \xff byte", "e\u0301"} {
		runs := s.Shape(text, 10, false)
		slices.SortFunc(runs, func(a, b Run) int { return a.Start - b.Start })
		var got strings.Builder
		for _, run := range runs {
			got.WriteString(run.Text)
		}
		if got.String() != text {
			t.Errorf("the runs of %q hold %q", text, got.String())
		}
	}
}

func TestShapePlacesGlyphsFromLeftToRight(t *testing.T) {
	s := setter(t)
	for _, text := range []string{"plain", "abc שלום 12 def", "שלום abc עולם"} {
		x := 0.0
		for _, run := range s.Shape(text, 10, false) {
			if math.Abs(run.X-x) > 1e-9 {
				t.Errorf("%q: run %q starts at %v, want %v", text, run.Text, run.X, x)
			}
			x += run.Advance
			for _, g := range run.Glyphs {
				if g.X < run.X-5 || g.X > x+5 {
					t.Errorf("%q: glyph at %v lies outside its run [%v, %v]", text, g.X, run.X, x)
				}
			}
		}
	}
}

func TestShapeOrdersRunsByTheFirstStrongLetter(t *testing.T) {
	s := setter(t)
	for _, tt := range []struct{ text, leftmost string }{
		{"abc שלום", "abc "},
		{"שלום abc", "abc"},
		{"12 שלום", "שלום"},
	} {
		runs := s.Shape(tt.text, 10, false)
		if got := strings.TrimSpace(runs[0].Text); got != strings.TrimSpace(tt.leftmost) {
			t.Errorf("Shape(%q) starts with %q, want %q", tt.text, got, tt.leftmost)
		}
	}
}

func TestMissingNamesWhatNoFontHas(t *testing.T) {
	s := setter(t)
	s.Shape("plain Łódź", 10, false)
	if got := s.Missing(); len(got) != 0 {
		t.Errorf("Missing() = %q after Latin text", got)
	}
	s.Advance("林桂 ab", 10, false)
	if got, want := s.Missing(), []rune("林桂"); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("Missing() = %q, want %q", got, want)
	}
	runs := s.Shape("桂", 10, false)
	if len(runs) != 1 || len(runs[0].Glyphs) != 1 || runs[0].Glyphs[0].ID != 0 || runs[0].Advance <= 0 {
		t.Errorf("Shape(桂) = %+v, want one box with a width", runs)
	}
}

func TestSystemFontsStandIn(t *testing.T) {
	fonts := ownFonts(t)
	fonts.Alone, fonts.CacheDir = false, t.TempDir()
	s, err := New(fonts)
	if err != nil {
		t.Fatal(err)
	}
	runs := s.Shape("Guilin 桂林", 10, false)
	if len(s.Missing()) > 0 {
		t.Skip("no font for Chinese on this machine")
	}
	last := runs[len(runs)-1]
	if last.Text != "桂林" || last.Font.Own || last.Font.ID == "" || len(last.Glyphs) != 2 {
		t.Errorf("Shape ends with %+v, want two characters in a system font", last)
	}
}

func TestSetterIsSafeForConcurrentUse(t *testing.T) {
	s := setter(t)
	want := setter(t).Advance("Concurrent Гуйлинь", 13, false)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := s.Advance("Concurrent Гуйлинь", 13, false); got != want {
					t.Errorf("Advance = %v, want %v", got, want)
				}
				s.Shape("سلام 桂林", 10, true)
				s.Missing()
			}
		})
	}
	group.Wait()
}

func TestLongTextsAreMeasuredWithoutGrowingTheCache(t *testing.T) {
	s := setter(t)
	s.Advance(strings.Repeat("سلام ", 20_000), 10, false)
	if len(s.advances) != 0 {
		t.Errorf("the cache holds %d texts, want none", len(s.advances))
	}
}

func FuzzShape(f *testing.F) {
	for _, seed := range []string{"", "plain", "אב 12 ab", "\xff\xfe", "👩‍👩‍👧", "e\u0301\u0302", "\u202eabc"} {
		f.Add(seed)
	}
	s := setter(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			t.Skip()
		}
		width := 0.0
		for _, run := range s.Shape(text, 10, false) {
			width += run.Advance
		}
		if got := s.Advance(text, 10, false); math.Abs(got-width) > 0.01*float64(len(text)+1) {
			t.Errorf("Advance(%q) = %v, Shape is %v wide", text, got, width)
		}
	})
}

func BenchmarkAdvance(b *testing.B) {
	s := setter(b)
	for name, text := range map[string]string{
		"latin": "Talks in Anchorage end without a joint statement",
		"mixed": "Встреча в Гуйлине with some نص here",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Advance(text, 13, false)
			}
		})
	}
}

func BenchmarkShape(b *testing.B) {
	s := setter(b)
	b.ReportAllocs()
	for b.Loop() {
		s.Shape("Talks in Anchorage end without a joint statement", 13, false)
	}
}
