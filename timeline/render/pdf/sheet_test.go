package pdf

import (
	"bytes"
	"strings"
	"testing"

	"dateline/timeline/render/page"
	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

func TestSheets(t *testing.T) {
	poster := page.Poster{Paper: page.Size{Width: 100, Height: 60}, Columns: 2, Rows: 2, Margin: 8, Overlap: 5, Bleed: 3}
	st := specimen.Setter(t)
	s := specimen.Scene(st)
	s.Width, s.Height = poster.Picture()
	var b bytes.Buffer
	if err := Write(&b, s, st, Options{Sheets: poster.Sheets()}); err != nil {
		t.Fatal(err)
	}
	holds(t, b.Bytes(),
		"/Count 4",
		"/MediaBox [0 0 300.4724 187.0866]",
		"/TrimBox [8.5039 8.5039 291.9685 178.5827]",
		" W n 1 0 0 1 41.57 41.57 cm", // the first sheet
		" W n 1 0 0 1 -257.01 41.57 cm",
		"/Artifact BMC\n0.502 0.502 0.502 rg",
	)
	all := unpacked(t, b.Bytes())
	if n := strings.Count(all, "/URI (https"); n != 2 {
		t.Errorf("the link is on %d sheets, want the 2 that show it", n)
	}
	if n := strings.Count(all, "/StructParents 0"); n != 1 {
		t.Errorf("%d pages are read aloud, want 1", n)
	}
}

func TestMoved(t *testing.T) {
	h := sheet{Sheet: page.Sheet{Part: scene.Rect{X: 100, Y: 50, W: 100, H: 50}, At: scene.Point{X: 10, Y: 20}}}
	tests := []struct {
		name    string
		r, want scene.Rect
	}{
		{"within", scene.Rect{X: 110, Y: 60, W: 5, H: 5}, scene.Rect{X: 20, Y: 30, W: 5, H: 5}},
		{"cut off", scene.Rect{X: 90, Y: 60, W: 20, H: 5}, scene.Rect{X: 10, Y: 30, W: 10, H: 5}},
		{"outside", scene.Rect{X: 10, Y: 60, W: 20, H: 5}, scene.Rect{}},
		{"touching", scene.Rect{X: 200, Y: 60, W: 20, H: 5}, scene.Rect{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := h.moved(tt.r); got != tt.want {
				t.Errorf("moved(%v) = %v, want %v", tt.r, got, tt.want)
			}
		})
	}
}
