package app

import (
	"errors"
	"slices"
	"testing"
	"time"
)

func TestInOrder(t *testing.T) {
	const n = 200
	inputs := func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
	slowFirst := func(i int) int {
		if i%7 == 0 {
			time.Sleep(time.Millisecond)
		}
		return i * i
	}
	tests := []struct {
		name string
		stop int // emit fails at this result; -1 for never
		want int // results
	}{
		{"all", -1, n},
		{"stops", 10, 10},
		{"stops at once", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			enough := errors.New("enough")
			var got []int
			err := inOrder(inputs, slowFirst, func(v int) error {
				if len(got) == tt.stop {
					return enough
				}
				got = append(got, v)
				return nil
			})
			if (tt.stop >= 0) != errors.Is(err, enough) {
				t.Errorf("the error is %v", err)
			}
			var want []int
			for i := range tt.want {
				want = append(want, i*i)
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want the first %d squares", got, tt.want)
			}
		})
	}
}
