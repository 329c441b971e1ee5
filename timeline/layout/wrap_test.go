package layout

import (
	"slices"
	"strings"
	"testing"

	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/scene"
)

// tens measures ten pixels for every character.
type tens struct{}

func (tens) Advance(s string, _ float64, _ bool) float64 { return 10 * float64(len([]rune(s))) }

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		width      float64
		most       int
		want       []string
	}{
		{"fits", "one two", 70, 3, []string{"one two"}},
		{"two lines", "one two three", 70, 3, []string{"one two", "three"}},
		{"to the last pixel", "one two three", 69, 3, []string{"one", "two", "three"}},
		{"too many", "one two three four", 60, 2, []string{"one", "two…"}},
		{"one line", "one two three", 80, 1, []string{"one two…"}},
		{"a long word", "abcdefghij kl", 40, 4, []string{"abcd", "efgh", "ij", "kl"}},
		{"a long word behind another", "a bcdefgh", 40, 4, []string{"a", "bcde", "fgh"}},
		{"what is drawn as one stays together", "aae\u0301e", 30, 4, []string{"aa", "e\u0301e"}},
		{"nothing", "", 40, 4, nil},
		{"no room on one line", "ab", 5, 1, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := wrap(tens{}, tt.text, titleSize, false, tt.width, tt.most); !slices.Equal(got, tt.want) {
				t.Errorf("wrap(%q, %g, %d) = %q, want %q", tt.text, tt.width, tt.most, got, tt.want)
			}
		})
	}
}

// TestBalanced checks that lines come out about as long as each other, and not
// more of them.
func TestBalanced(t *testing.T) {
	tests := []struct {
		text  string
		width float64
		least float64
		lines int
	}{
		{"one two three four", 150, 90, 2},
		{"one two", 70, 70, 1},
		{"abcdefgh", 50, 50, 2},
	}
	for _, tt := range tests {
		least, lines := newParagraph(tens{}, tt.text, titleSize, false, tt.width).balanced(tt.width)
		if lines != tt.lines || least < tt.least || least > tt.least+10 {
			t.Errorf("balanced(%q, %g) = %g, %d, want %g, %d", tt.text, tt.width, least, lines, tt.least, tt.lines)
		}
	}
}

// TestWrapTitles checks that every word of long titles is in the picture, that
// rows make room for it, and that nobody is covered.
func TestWrapTitles(t *testing.T) {
	long := strings.Repeat("The council met again to talk about the old bridge ", 3)
	tl := timeline.New("", []timeline.Event{
		{ID: "a", Title: long, When: when.One(when.Date(1921, 5, 5).Unit(when.Day))},
		{ID: "b", Title: "Short", When: when.One(when.Date(1921, 5, 6).Unit(when.Day))},
	})
	for _, tt := range []struct {
		titles Titles
		cut    bool
		height float64
	}{{CutTitles, true, 0}, {WrapTitles, false, 3 * titleStep}} {
		l := New(tl, tens{}, Options{Width: 1000, Titles: tt.titles})
		v := l.Fit(1000)
		frame := l.Frame(v, l.Height(v, Style{}), Style{Theme: Light()})
		var words []string
		eachText(frame.Scene.Items, func(text scene.Text) { words = append(words, text.String) })
		if cut := strings.Contains(strings.Join(words, " "), ellipsis); cut != tt.cut {
			t.Errorf("titles %d: %q is cut: %v, want %v", tt.titles, words, cut, tt.cut)
		}
		rows := len(l.lanes[0].rows)
		if got := l.Height(v, Style{}) - axisHeight - 2*lanePad - float64(rows*rowHeight); got < tt.height {
			t.Errorf("titles %d: %g pixels more than with short titles, want %g at least", tt.titles, got, tt.height)
		}
	}
}

// eachText visits all text in items.
func eachText(items []scene.Item, visit func(scene.Text)) {
	for _, item := range items {
		switch item := item.(type) {
		case scene.Text:
			visit(item)
		case scene.Group:
			eachText(item.Items, visit)
		}
	}
}
