package pdf

import (
	"strings"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

func TestTags(t *testing.T) {
	black := scene.Color{A: 255}
	text := func(words string) scene.Item {
		return scene.Text{At: scene.Point{X: 5, Y: 20}, String: words, Size: 12, Color: black}
	}
	file := written(t, &scene.Scene{Width: 100, Height: 50, Title: "All", Items: []scene.Item{
		scene.Group{Label: "First", Items: []scene.Item{scene.Box{Rect: scene.Rect{W: 9, H: 9}, Fill: black}, text("a"), text("b")}},
		text("c"),
	}}, Options{})
	holds(t, file,
		"/S /Document /T (All)",
		"/S /Sect /T (First)",
		"/P <</MCID 0>> BDC", "/P <</MCID 1>> BDC", "/P <</MCID 2>> BDC",
		"/Artifact BMC",
	)
}

// TestMarksAreBalanced counts what begins and ends in the page of a rich scene.
func TestMarksAreBalanced(t *testing.T) {
	s := specimen.Scene(specimen.Setter(t))
	p := newPainter(specimen.Setter(t), s)
	s.Paint(p)
	p.tags.decoration(p, false)
	content := string(p.content())
	begun := strings.Count(content, "BDC") + strings.Count(content, "BMC")
	if ended := strings.Count(content, "EMC"); begun != ended || begun == 0 {
		t.Errorf("%d marks begin and %d end", begun, ended)
	}
	words := strings.Fields(content)
	saved := 0
	for _, w := range words {
		switch w {
		case "q":
			saved++
		case "Q":
			saved--
		}
		if saved < 0 {
			t.Fatal("a state is brought back that was not saved")
		}
	}
	if saved != 0 {
		t.Errorf("%d states are not brought back", saved)
	}
}
