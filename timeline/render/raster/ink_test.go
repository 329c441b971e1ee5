package raster

import (
	"bytes"
	"testing"

	"dateline/timeline/scene"
)

func TestBy255(t *testing.T) {
	for v := uint32(0); v <= 255*255; v++ {
		if got, want := by255(v), (2*v+255)/510; got != want {
			t.Fatalf("by255(%d) = %d, want %d", v, got, want)
		}
	}
}

func TestFillEqualsFullCover(t *testing.T) {
	for _, c := range []scene.Color{{}, {R: 255, A: 255}, {R: 10, G: 200, B: 90, A: 128}, {B: 255, A: 1}} {
		k := inkOf(c)
		a, b := bytes.Repeat([]byte{200, 100, 50, 250}, 9), bytes.Repeat([]byte{200, 100, 50, 250}, 9)
		k.fill(a)
		k.cover(b, bytes.Repeat([]byte{255}, 9))
		if !bytes.Equal(a, b) {
			t.Errorf("ink of %v: fill gives %v, cover by 255 gives %v", c, a[:4], b[:4])
		}
	}
}

func TestCoverLeavesWhatIsNotCovered(t *testing.T) {
	row := []byte{1, 2, 3, 4, 5, 6, 7, 8}
	inkOf(scene.Color{R: 255, A: 255}).cover(row, []byte{0, 255})
	if want := []byte{1, 2, 3, 4, 255, 0, 0, 255}; !bytes.Equal(row, want) {
		t.Errorf("cover = %v, want %v", row, want)
	}
}
