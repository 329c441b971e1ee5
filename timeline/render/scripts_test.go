package render_test

import (
	"bytes"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/render/pdf"
	"dateline/timeline/render/raster"
	"dateline/timeline/render/specimen"
	"dateline/timeline/typeset"
)

// TestScripts writes what the program's own fonts lack in those of the system.
func TestScripts(t *testing.T) {
	own := specimen.Setter(t)
	st, err := typeset.New(typeset.Fonts{
		Regular:  own.Shape("a", 1, false)[0].Font.Data,
		Bold:     own.Shape("a", 1, true)[0].Font.Data,
		CacheDir: t.TempDir(),
	})
	if err != nil {
		t.Fatal(err)
	}
	s := specimen.Scripts(st)
	if !slices.Contains(st.Missing(), '\uE123') {
		t.Error("a character that no font has is not reported")
	}
	if slices.Contains(st.Missing(), '桂') {
		t.Skip("the system has no Chinese font")
	}
	var file, again bytes.Buffer
	if err := pdf.Write(&file, s, st, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := pdf.Write(&again, s, st, pdf.Options{}); err != nil || !bytes.Equal(file.Bytes(), again.Bytes()) {
		t.Errorf("two runs differ, or %v", err)
	}
	path := filepath.Join(t.TempDir(), "scripts.pdf")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	said, err := exec.Command(program, path, "-").CombinedOutput()
	if err != nil || !strings.Contains(string(said), "漢字 in a line: 桂林, 外交部长, かな, 한국어") {
		t.Errorf("pdftotext: %v\n%s", err, said)
	}
	out := filepath.Join(t.TempDir(), "scripts.png")
	got := run(t, out, "pdftoppm", "-r", "192", "-png", "-singlefile", path, strings.TrimSuffix(out, ".png"))
	want := image.NewRGBA(got.Bounds())
	raster.New(st).Paint(want, s, 2)
	if mean, worst, at := difference(want, got); mean > meanTolerance || worst > strict {
		t.Errorf("the PDF differs from the painting by %.4f on average and %.3f at %v", mean, worst, at)
	}
}
