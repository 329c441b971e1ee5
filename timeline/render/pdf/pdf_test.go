package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

// written returns the scene as a PDF file.
func written(t testing.TB, s *scene.Scene, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, s, specimen.Setter(t), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unpacked returns a PDF file with its streams inflated, for the tests to look at.
func unpacked(t testing.TB, file []byte) string {
	t.Helper()
	var out strings.Builder
	for _, at := range regexp.MustCompile(`stream\n`).FindAllIndex(file, -1) {
		z, err := zlib.NewReader(bytes.NewReader(file[at[1]:]))
		if err != nil {
			continue // the end of a stream
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(data)
		out.WriteByte('\n')
	}
	return out.String()
}

// holds fails the test for each of the wanted texts that is not in the file.
func holds(t *testing.T, file []byte, wanted ...string) {
	t.Helper()
	all := unpacked(t, file)
	for _, want := range wanted {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

func TestWriteIsRepeatable(t *testing.T) {
	o := Options{Author: "A", Subject: "S", Language: "en", Embed: []byte("x")}
	a, b := written(t, specimen.Scene(specimen.Setter(t)), o), written(t, specimen.Scene(specimen.Setter(t)), o)
	if !bytes.Equal(a, b) {
		t.Error("two runs differ")
	}
}

func TestPage(t *testing.T) {
	tests := []struct {
		name          string
		width, height float64
		want          string
	}{
		{"in points", 640, 300, "/MediaBox [0 0 480 225]"},
		{"too long for some readers", 38400, 9600, "/MediaBox [0 0 14400 3600]"},
		{"in larger units", 38400, 9600, "/UserUnit 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			holds(t, written(t, &scene.Scene{Width: tt.width, Height: tt.height}, Options{}), tt.want)
		})
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, s := range []*scene.Scene{{}, {Width: 10}, {Width: -1, Height: 1}, {Width: math.NaN(), Height: 1}} {
		var b bytes.Buffer
		if err := Write(&b, s, nil, Options{}); err == nil || b.Len() > 0 {
			t.Errorf("%g × %g: Write = %v after %d bytes, want an error and nothing written", s.Width, s.Height, err, b.Len())
		}
	}
}

// full is a writer that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteReportsTheWriter(t *testing.T) {
	err := Write(full{}, &scene.Scene{Width: 1, Height: 1}, nil, Options{})
	if !errors.Is(err, io.ErrShortWrite) || !strings.HasPrefix(err.Error(), "pdf: ") {
		t.Errorf("Write = %v, want the writer's error", err)
	}
}

func TestHostileWords(t *testing.T) {
	st := specimen.Setter(t)
	for _, words := range []string{
		"", "(", ")", "\\", "\\)", "a\x00b", "\xFF\xFE", "\U0001F600", strings.Repeat("long ", 500), "]>> endobj", "\n",
	} {
		s := &scene.Scene{Width: 100, Height: 50, Title: words, Items: []scene.Item{
			scene.Group{ID: words, Label: words, Desc: words, Link: "https://example.org/" + words, Hit: scene.Rect{W: 9, H: 9}, Items: []scene.Item{
				scene.Text{At: scene.Point{X: 5, Y: 20}, String: words, Size: 12, Color: scene.Color{A: 255}},
			}},
		}}
		var b bytes.Buffer
		if err := Write(&b, s, st, Options{Author: words, Subject: words, Language: words}); err != nil {
			t.Errorf("%q: %v", words, err)
		}
		if strings.Contains(unpacked(t, b.Bytes()), "NaN") {
			t.Errorf("%q became a number that is none", words)
		}
	}
}

func TestOddNumbers(t *testing.T) {
	s := &scene.Scene{Width: 10, Height: 10}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -5, 1e300} {
		s.Items = append(s.Items,
			scene.Box{Rect: scene.Rect{X: v, Y: v, W: v, H: v}, Radius: v, Width: v, FadeLeft: v, Fill: scene.Color{A: 9}, Stroke: scene.Color{A: 9}},
			scene.Line{From: scene.Point{X: v}, Stroke: scene.Color{A: 9}, Width: v},
			scene.Path{Points: []scene.Point{{X: v}, {Y: v}}, Stroke: scene.Color{A: 9}, Fill: scene.Color{A: 9}, Width: v},
			scene.Text{At: scene.Point{X: v}, String: "x", Size: v, Color: scene.Color{A: 9}, Advance: v},
		)
	}
	if all := unpacked(t, written(t, s, Options{})); strings.Contains(all, "NaN") || strings.Contains(all, "Inf ") {
		t.Error("a number is none")
	}
}
