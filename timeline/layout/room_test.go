package layout

import "testing"

func TestRowsIn(t *testing.T) {
	const around = axisHeight + 2*lanePad + foldHeight
	tests := []struct {
		height float64
		want   int
	}{
		{around + 3*rowHeight, 3},
		{around + 3*rowHeight - 1, 2},
		{around + 4*rowHeight - 1, 3},
		{around, 1},
		{0, 1},
		{-5, 1},
	}
	for _, tt := range tests {
		if got := RowsIn(tt.height); got != tt.want {
			t.Errorf("RowsIn(%v) = %d, want %d", tt.height, got, tt.want)
		}
	}
}
