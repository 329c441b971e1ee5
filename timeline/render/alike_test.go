// Package render_test compares what the back ends make of one scene.
package render_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dateline/timeline/render/pdf"
	"dateline/timeline/render/raster"
	"dateline/timeline/render/specimen"
	"dateline/timeline/render/svg"
	"dateline/timeline/scene"
	"dateline/timeline/typeset"
)

// How much two renderings of a scene may differ, in parts of full contrast. Both
// are averaged over squares of 8 pixels first, about what an eye takes in at a
// glance; what is left is the colour and the amount of ink at a place, not how
// edges are smoothed. Readers that move letters to whole pixels, as their own taste
// in type has it, are given more for single squares.
const (
	side          = 8
	meanTolerance = 0.005
	strict        = 0.10
	ownLetters    = 0.20
)

// difference returns the mean and the largest difference of the squares of two
// pictures of the same size.
func difference(a, b image.Image) (mean, worst float64, at image.Point) {
	n := 0
	for y := 0; y < a.Bounds().Dy(); y += side {
		for x := 0; x < a.Bounds().Dx(); x += side {
			p, q := average(a, x, y), average(b, x, y)
			d := 0.0
			for i := range p {
				d = max(d, math.Abs(p[i]-q[i]))
			}
			mean += d
			n++
			if d > worst {
				worst, at = d, image.Pt(x, y)
			}
		}
	}
	return mean / float64(n), worst, at
}

// average returns the mean red, green and blue of the square at x, y.
func average(m image.Image, x, y int) (rgb [3]float64) {
	r := image.Rect(x, y, x+side, y+side).Add(m.Bounds().Min).Intersect(m.Bounds())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, _ := m.At(x, y).RGBA()
			rgb[0] += float64(red)
			rgb[1] += float64(green)
			rgb[2] += float64(blue)
		}
	}
	for i := range rgb {
		rgb[i] /= 0xFFFF * float64(r.Dx()*r.Dy())
	}
	return rgb
}

// painted returns the scene as the raster painter has it.
func painted(s *scene.Scene, st *typeset.Setter, scale float64) image.Image {
	w, h := raster.PNG{Scale: scale}.Size(s)
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	raster.New(st).Paint(m, s, scale)
	return m
}

// run runs a program that writes a picture, and returns the picture. The test is
// skipped if the program is not installed.
func run(t *testing.T, out, program string, args ...string) image.Image {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("%s is not installed", program)
	}
	command := exec.Command(path, args...)
	command.Env = append(os.Environ(), "FONTCONFIG_FILE="+fontConfig(t))
	said, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", command.Args, err, said)
	}
	said = bytes.ReplaceAll(said, []byte("warning: ICC support is not available"), nil) // how Debian builds mupdf
	if len(bytes.TrimSpace(said)) > 0 {
		t.Errorf("%v said: %s", command.Args, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// fontConfig writes a configuration that knows the program's own fonts and no
// others, since librsvg does not read fonts inside of files.
func fontConfig(t *testing.T) string {
	t.Helper()
	fonts, err := filepath.Abs("../../assets/fonts")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "fonts.conf")
	config := fmt.Sprintf("<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>", fonts, t.TempDir())
	if err := os.WriteFile(path, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readers are the programs that the files are opened with.
var readers = []struct {
	name  string
	worst float64 // tolerance for a single square
	write func(*bytes.Buffer, *scene.Scene, *typeset.Setter) error
	// command returns the command that makes out of in, two pixels to a unit.
	command func(in, out string) []string
}{
	{"SVG in librsvg", ownLetters, writeSVG(svg.Included), func(in, out string) []string {
		return []string{"rsvg-convert", "--zoom=2", "--output=" + out, in}
	}},
	{"SVG with outlines in librsvg", strict, writeSVG(svg.Outlined), func(in, out string) []string {
		return []string{"rsvg-convert", "--zoom=2", "--output=" + out, in}
	}},
	{"PDF in poppler", strict, writePDF, func(in, out string) []string {
		return []string{"pdftoppm", "-r", "192", "-png", "-singlefile", in, out[:len(out)-len(".png")]}
	}},
	{"PDF in mupdf", strict, writePDF, func(in, out string) []string {
		return []string{"mutool", "draw", "-q", "-r", "192", "-o", out, in}
	}},
	{"PDF in Ghostscript", ownLetters, writePDF, func(in, out string) []string {
		return []string{
			"gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-r192",
			"-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sOutputFile=" + out, in,
		}
	}},
}

func writeSVG(l svg.Lettering) func(*bytes.Buffer, *scene.Scene, *typeset.Setter) error {
	return func(b *bytes.Buffer, s *scene.Scene, st *typeset.Setter) error {
		return svg.Write(b, s, st, svg.Options{Lettering: l})
	}
}

func writePDF(b *bytes.Buffer, s *scene.Scene, st *typeset.Setter) error {
	return pdf.Write(b, s, st, pdf.Options{})
}

func TestAlike(t *testing.T) {
	st := specimen.Setter(t)
	s := specimen.Scene(st)
	want := painted(s, st, 2)
	for _, r := range readers {
		t.Run(r.name, func(t *testing.T) {
			var file bytes.Buffer
			if err := r.write(&file, s, st); err != nil {
				t.Fatal(err)
			}
			in, out := filepath.Join(t.TempDir(), "in"), filepath.Join(t.TempDir(), "out.png")
			if err := os.WriteFile(in, file.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			command := r.command(in, out)
			got := run(t, out, command[0], command[1:]...)
			if got.Bounds().Size() != want.Bounds().Size() {
				t.Fatalf("the picture has %v pixels, want %v", got.Bounds().Size(), want.Bounds().Size())
			}
			mean, worst, at := difference(want, got)
			if mean > meanTolerance || worst > r.worst {
				t.Errorf("differs from the painting by %.4f on average and %.3f at %v; at most %g and %g are wanted",
					mean, worst, at, meanTolerance, r.worst)
			}
		})
	}
}

// TestDifferenceIsSeen proves that the measure and its tolerances notice what a
// reader would.
func TestDifferenceIsSeen(t *testing.T) {
	st := specimen.Setter(t)
	want := painted(specimen.Scene(st), st, 2)
	changes := map[string]func(*scene.Group){
		"a box is gone":                func(g *scene.Group) { g.Items = g.Items[1:] },
		"a box has another colour":     edit(1, func(b *scene.Box) { b.Fill.R += 60 }),
		"a soft end is hard":           edit(3, func(b *scene.Box) { b.FadeLeft = 0 }),
		"a title is not in its place":  edit(6, func(x *scene.Text) { x.At.Y += 6 }),
		"a title has another spelling": edit(6, func(x *scene.Text) { x.String = "vithin" }),
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			s := specimen.Scene(st)
			boxes, ok := s.Items[1].(scene.Group)
			if !ok {
				t.Fatal("the specimen has no boxes")
			}
			change(&boxes)
			s.Items[1] = boxes
			mean, worst, _ := difference(want, painted(s, st, 2))
			if mean <= meanTolerance && worst <= strict {
				t.Errorf("a difference of %.4f on average and %.3f at worst is tolerated", mean, worst)
			}
		})
	}
}

// edit returns a function that changes item number i of a group.
func edit[T scene.Item](i int, change func(*T)) func(*scene.Group) {
	return func(g *scene.Group) {
		if item, ok := g.Items[i].(T); ok {
			change(&item)
			g.Items[i] = item
		}
	}
}
