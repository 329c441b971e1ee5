package page

import (
	"math"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		text          string
		width, height float64
	}{
		{"A4", 210, 297},
		{" a4 ", 210, 297},
		{"a4-landscape", 297, 210},
		{"A3-Portrait", 297, 420},
		{"letter", 215.9, 279.4},
		{"slide", 338.67, 190.5},
		{"slide-portrait", 190.5, 338.67},
		{"story", 285.75, 508},
		{"210x297mm", 210, 297},
		{"21 × 29.7 cm", 210, 297},
		{"8.5x11in", 215.9, 279.4},
		{"960x540", 254, 142.875},
		{"960x540px", 254, 142.875},
		{"720x360pt", 254, 127},
	}
	for _, tt := range tests {
		got, err := Parse(tt.text)
		if err != nil || math.Abs(got.Width-tt.width) > 0.01 || math.Abs(got.Height-tt.height) > 0.01 {
			t.Errorf("Parse(%q) = %v, %v, want %g × %g", tt.text, got, err, tt.width, tt.height)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	tests := map[string]string{
		"": "no size", "a9": "no size", "a4-sideways": "landscape", "210mm": "no size", "x": "no size",
		"0x0mm": "10 mm", "-5x10cm": "10 mm", "1x1px": "10 mm", "100x100000mm": "20 m", "NaNx100mm": "10 mm", "1e400x1mm": "no size",
	}
	for text, want := range tests {
		if s, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q) = %v, %v, want an error with %q", text, s, err, want)
		}
	}
}

func TestNamesAreParsed(t *testing.T) {
	for _, name := range Names() {
		if _, err := Parse(name); err != nil {
			t.Errorf("Parse(%q): %v", name, err)
		}
	}
}
