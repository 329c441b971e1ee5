package pdf

import (
	"fmt"
	"io"
	"testing"
)

func TestFamily(t *testing.T) {
	tests := []struct {
		name   string
		depths []int
		want   string // parent before after first last kids, of each and of the root
	}{
		{"one", []int{0}, "[{-1 -1 -1 -1 -1 0} {-1 -1 -1 0 0 1}]"},
		{"two", []int{0, 0}, "[{-1 -1 1 -1 -1 0} {-1 0 -1 -1 -1 0} {-1 -1 -1 0 1 2}]"},
		{"one in another", []int{0, 1}, "[{-1 -1 -1 1 1 1} {0 -1 -1 -1 -1 0} {-1 -1 -1 0 0 1}]"},
		{"back out", []int{0, 2, 1, 0}, "[{-1 -1 3 1 2 2} {0 -1 2 -1 -1 0} {0 1 -1 -1 -1 0} {-1 0 -1 -1 -1 0} {-1 -1 -1 0 3 2}]"},
		{"beginning deep", []int{3, 0}, "[{-1 -1 1 -1 -1 0} {-1 0 -1 -1 -1 0} {-1 -1 -1 0 1 2}]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var marks []Bookmark
			for _, d := range tt.depths {
				marks = append(marks, Bookmark{Depth: d})
			}
			if got := fmt.Sprint(family(marks)); got != tt.want {
				t.Errorf("family = %s, want %s", got, tt.want)
			}
		})
	}
}

func TestNoBookmarks(t *testing.T) {
	if root := outline(newFile(io.Discard), nil, nil); root != 0 {
		t.Errorf("outline of nothing = %v, want none", root)
	}
}
