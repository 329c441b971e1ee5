package page

import (
	"math"
	"strings"
	"testing"
)

var a4 = Size{210, 297}

func TestCheck(t *testing.T) {
	tests := []struct {
		name   string
		poster Poster
		want   string // in the error; empty for none
	}{
		{"one sheet", Poster{Paper: a4}, ""},
		{"with margins", Poster{Paper: a4, Margin: 10, Columns: 3, Rows: 2, Overlap: 10, Bleed: 3}, ""},
		{"no paper", Poster{}, "leave nothing"},
		{"too large margins", Poster{Paper: a4, Margin: 104}, "leave nothing"},
		{"negative margin", Poster{Paper: a4, Margin: -1}, "negative"},
		{"margin is no number", Poster{Paper: a4, Margin: math.NaN()}, "negative"},
		{"too many sheets", Poster{Paper: a4, Columns: 51}, "sheets"},
		{"negative sheets", Poster{Paper: a4, Rows: -1}, "sheets"},
		{"all overlap", Poster{Paper: a4, Columns: 2, Overlap: 110}, "overlap"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.poster.Check()
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Check = %v, want an error with %q", err, tt.want)
			}
		})
	}
}

// TestSheetsCoverThePicture checks that the sheets show all of it, that neighbours
// share the overlap, and that nothing reaches into the margins.
func TestSheetsCoverThePicture(t *testing.T) {
	p := Poster{Paper: a4, Columns: 3, Rows: 2, Margin: 10, Overlap: 5, Bleed: 3}
	sheets := p.Sheets()
	if len(sheets) != 6 {
		t.Fatalf("%d sheets, want 6", len(sheets))
	}
	width, height := p.Picture()
	last := sheets[5].Part
	if !near(last.Right(), width) || !near(last.Bottom(), height) {
		t.Errorf("the last sheet ends at %g, %g, the picture at %g, %g", last.Right(), last.Bottom(), width, height)
	}
	if shared := sheets[0].Part.Right() - sheets[1].Part.X; !near(shared, 5*UnitsPerMM) {
		t.Errorf("neighbours share %g units, want %g", shared, 5*UnitsPerMM)
	}
	for i, s := range sheets {
		if !near(s.At.X+s.Part.W, s.Width-13*UnitsPerMM) || !near(s.At.Y, 13*UnitsPerMM) {
			t.Errorf("sheet %d shows %v at %v of %g × %g", i, s.Part, s.At, s.Width, s.Height)
		}
		if want := []string{"A1", "B1", "C1", "A2", "B2", "C2"}[i]; s.Name != want {
			t.Errorf("sheet %d is %q, want %q", i, s.Name, want)
		}
	}
	if len(sheets[0].Marks) >= len(sheets[1].Marks) {
		t.Error("the second sheet has no marks for where the first ends")
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestOnlySheet(t *testing.T) {
	sheets := Poster{Paper: a4, Margin: 10}.Sheets()
	if len(sheets) != 1 || sheets[0].Name != "" || len(sheets[0].Marks) != 0 {
		t.Errorf("sheets = %+v, want one without a name and marks", sheets)
	}
	width, height := Poster{Paper: a4, Margin: 10}.Picture()
	if !near(width, 190*UnitsPerMM) || !near(height, 277*UnitsPerMM) {
		t.Errorf("the picture is %g × %g units", width, height)
	}
}

func TestSheetName(t *testing.T) {
	for _, tt := range []struct {
		column, row int
		want        string
	}{{0, 0, "A1"}, {25, 9, "Z10"}, {26, 0, "AA1"}, {51, 0, "AZ1"}, {52, 0, "BA1"}} {
		if got := sheetName(tt.column, tt.row); got != tt.want {
			t.Errorf("sheetName(%d, %d) = %q, want %q", tt.column, tt.row, got, tt.want)
		}
	}
}
