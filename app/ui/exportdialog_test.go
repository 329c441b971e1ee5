package ui

import (
	"slices"
	"testing"

	"dateline/app/state"
)

func TestExportDialog(t *testing.T) {
	b := newBench(t)
	b.load()
	e := newExportDialog(b.Window)
	e.content()
	if e.path.Text != "/articles/bridge.png" || e.picture.Image == nil || e.lost.Visible() {
		t.Fatalf("at first the file is %q and lost is %q", e.path.Text, e.lost.Text)
	}
	// Each row goes on from the one before.
	tests := []struct {
		name string
		do   func()
		want state.Print
		path string
	}{
		{"as it opens", func() {}, state.Print{Format: "png", Theme: "light"}, "/articles/bridge.png"},
		{"a slide", func() { e.paper.SetSelectedIndex(3) }, state.Print{Format: "png", Theme: "light", Paper: "slide"}, "/articles/bridge.png"},
		{"what is in sight", func() { e.part.SetSelected(e.part.Options[1]) }, state.Print{Format: "png", Theme: "light", Paper: "slide", Visible: true}, "/articles/bridge.png"},
		{"bare", func() { e.legend.SetChecked(false); e.clear.SetChecked(true) }, state.Print{Format: "png", Theme: "light", Paper: "slide", Visible: true, NoLegend: true, Transparent: true}, "/articles/bridge.png"},
		{"sheets", func() { e.output.SetSelectedIndex(1); e.columns.SetSelectedIndex(2); e.colors.SetSelectedIndex(2) }, state.Print{Format: "pdf", Theme: "print", Paper: "slide", Columns: 3, Rows: 1, Visible: true, NoLegend: true, Transparent: true}, "/articles/bridge.pdf"},
		{"a table", func() { e.output.SetSelectedIndex(2) }, state.Print{Format: "csv", Theme: "print", Visible: true}, "/articles/bridge.csv"},
	}
	for _, tt := range tests {
		tt.do()
		if got := e.print(); got != tt.want || e.path.Text != tt.path || b.printed[len(b.printed)-1] != tt.want {
			t.Errorf("%s: %+v to %q, previewed as %+v", tt.name, got, e.path.Text, b.printed[len(b.printed)-1])
		}
	}
	if e.drawn.Visible() || !e.lost.Visible() || e.lost.Text != "the title" || e.text.Text != "id,title" || e.picture.Visible() {
		t.Errorf("a table shows %q and loses %q", e.text.Text, e.lost.Text)
	}
	if got := len(b.printed); got != len(slices.Compact(b.printed)) {
		t.Error("the same is previewed twice")
	}
}

func TestPaperNames(t *testing.T) {
	got := paperNames([]string{"A4", "A4-landscape", "slide", "story", "letter"})
	if want := []string{"A4", "A4, landscape", "Slide, 16:9", "Phone, 1080 × 1920", "Letter"}; !slices.Equal(got, want) {
		t.Errorf("papers are called %q", got)
	}
}
