package raster

import (
	"fmt"
	"image"
	"io"
	"testing"

	"dateline/timeline/render/specimen"
)

func BenchmarkWritePNG(b *testing.B) {
	st := specimen.Setter(b)
	for _, n := range []int{1000, 10_000} {
		s := specimen.Crowd(st, n, 3840, 2160)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := New(st).WritePNG(io.Discard, s, PNG{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPaintTile(b *testing.B) {
	p := New(specimen.Setter(b))
	s := specimen.Crowd(p.setter, 2000, 3840, 2160)
	tile := image.NewRGBA(image.Rect(1024, 512, 1536, 1024))
	b.ReportAllocs()
	for b.Loop() {
		p.Paint(tile, s, 1)
	}
}
