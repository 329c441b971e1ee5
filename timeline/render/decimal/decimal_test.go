package decimal

import (
	"math"
	"testing"
)

func TestAppend(t *testing.T) {
	tests := []struct {
		v     float64
		parts int64
		want  string
	}{
		{0, Places, "0"},
		{12, Places, "12"},
		{12.5, Places, "12.5"},
		{12.054, Places, "12.05"},
		{12.999, Places, "13"},
		{-0.25, Places, "-0.25"},
		{-0.001, Places, "0"},
		{0.12345, Shares, "0.1235"},
		{2.0 / 3, 1_000_000, "0.666667"},
		{math.NaN(), Places, "0"},
		{math.Inf(1), Places, "1000000000"},
		{math.Inf(-1), Places, "-1000000000"},
		{1e300, Shares, "1000000000"},
	}
	for _, tt := range tests {
		if got := string(Append(nil, tt.v, tt.parts)); got != tt.want {
			t.Errorf("Append(%v, %d) = %s, want %s", tt.v, tt.parts, got, tt.want)
		}
	}
}
