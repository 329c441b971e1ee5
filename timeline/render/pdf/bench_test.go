package pdf

import (
	"fmt"
	"io"
	"testing"

	"dateline/timeline/render/specimen"
)

func BenchmarkWrite(b *testing.B) {
	st := specimen.Setter(b)
	for _, n := range []int{1000, 10_000} {
		s := specimen.Crowd(st, n, 3840, 2160)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, s, st, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
