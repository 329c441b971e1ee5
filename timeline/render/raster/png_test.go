package raster

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/draw"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/render/parcel"
	"dateline/timeline/render/specimen"
	"dateline/timeline/scene"
)

// chunks returns the chunks of a PNG file in order, and fails if one is damaged.
func chunks(t *testing.T, file []byte) (kinds []string, data map[string][]byte) {
	t.Helper()
	rest, ok := bytes.CutPrefix(file, []byte(pngSignature))
	if !ok {
		t.Fatal("no PNG signature")
	}
	data = map[string][]byte{}
	for len(rest) > 0 {
		n := binary.BigEndian.Uint32(rest)
		kind := string(rest[4:8])
		if sum := crc32.ChecksumIEEE(rest[4 : 8+n]); sum != binary.BigEndian.Uint32(rest[8+n:]) {
			t.Errorf("chunk %s has a wrong sum", kind)
		}
		if len(kinds) == 0 || kinds[len(kinds)-1] != kind {
			kinds = append(kinds, kind)
		}
		data[kind] = rest[8 : 8+n]
		rest = rest[12+n:]
	}
	return kinds, data
}

func TestWritePNG(t *testing.T) {
	p := New(specimen.Setter(t))
	s := specimen.Scene(p.setter)
	for _, o := range []PNG{{}, {Scale: 2}, {Scale: 1.5, DPI: 300}, {Embed: []byte("events")}} {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			var file, again bytes.Buffer
			if err := errors.Join(p.WritePNG(&file, s, o), New(p.setter).WritePNG(&again, s, o)); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(file.Bytes(), again.Bytes()) {
				t.Error("two runs differ")
			}
			kinds, data := chunks(t, file.Bytes())
			want := []string{"IHDR", "sRGB", "gAMA", "pHYs", "iTXt", "IDAT", "IEND"}
			if o.Embed != nil {
				want = slices.Insert(want, 5, "tEXt")
			}
			if !slices.Equal(kinds, want) {
				t.Errorf("chunks %v, want %v", kinds, want)
			}
			perInch := float64(binary.BigEndian.Uint32(data["pHYs"])) * 0.0254
			if d := perInch - o.dpi(); d < -0.02 || d > 0.02 {
				t.Errorf("pHYs says %.2f pixels per inch, want %g", perInch, o.dpi())
			}
			got, err := png.Decode(&file)
			if err != nil {
				t.Fatal(err)
			}
			w, h := o.Size(s)
			painted := image.NewRGBA(image.Rect(0, 0, w, h))
			p.Paint(painted, s, o.scale())
			if at, ok := differ(painted, asRGBA(got)); ok {
				t.Errorf("the file differs from the painting at %v", at)
			}
		})
	}
}

func TestBandsFitTogether(t *testing.T) {
	p := New(specimen.Setter(t))
	s := specimen.Crowd(p.setter, 300, 1800, 1300)
	var file bytes.Buffer
	if err := p.WritePNG(&file, s, PNG{Scale: 1.25}); err != nil { // some 1600 rows, of which 932 are a band
		t.Fatal(err)
	}
	got, err := png.Decode(&file)
	if err != nil {
		t.Fatal(err)
	}
	painted := image.NewRGBA(got.Bounds())
	p.Paint(painted, s, 1.25)
	if at, ok := differ(painted, asRGBA(got)); ok {
		t.Errorf("the file differs from the painting at %v", at)
	}
}

// asRGBA returns the pixels of a decoded file.
func asRGBA(m image.Image) *image.RGBA {
	out := image.NewRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, out.Rect.Min, draw.Src)
	return out
}

// straight returns a pixel whose colour is not multiplied by its alpha.
func straight(m image.Image, x, y int) scene.Color {
	if n, ok := m.(*image.NRGBA); ok {
		return n.NRGBAAt(x, y)
	}
	return scene.Color{}
}

func TestTransparentPNGHasNoFringe(t *testing.T) {
	s := &scene.Scene{Width: 20, Height: 20, Items: []scene.Item{
		scene.Box{Rect: scene.Rect{X: 2, Y: 2, W: 16, H: 16}, Radius: 8, Fill: scene.Color{R: 200, G: 100, B: 50, A: 255}},
	}}
	var file bytes.Buffer
	if err := New(nil).WritePNG(&file, s, PNG{}); err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(&file)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[bool]int{}
	for y := range 20 {
		for x := range 20 {
			c := straight(got, x, y)
			if c.A > 30 && (abs(int(c.R)-200) > 4 || abs(int(c.G)-100) > 4 || abs(int(c.B)-50) > 4) {
				t.Errorf("pixel %d,%d is %v, want the colour of the disc", x, y, c)
			}
			seen[c.A > 0 && c.A < 255]++
		}
	}
	if seen[true] == 0 || straight(got, 0, 0).A != 0 {
		t.Error("the picture has no transparent or no half-transparent pixels")
	}
}

func TestWritePNGRefuses(t *testing.T) {
	tests := []struct {
		name          string
		width, height float64
		scale         float64
		want          string
	}{
		{"no width", 0, 10, 1, "no pixels"},
		{"negative scale", 10, 10, -1, "no pixels"},
		{"a side too long", 300_000, 10, 1, "too many"},
		{"too many in all", 100_000, 100_000, 1, "too many"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var file bytes.Buffer
			err := New(nil).WritePNG(&file, &scene.Scene{Width: tt.width, Height: tt.height}, PNG{Scale: tt.scale})
			if err == nil || !strings.Contains(err.Error(), tt.want) || file.Len() > 0 {
				t.Errorf("WritePNG = %v after %d bytes, want an error with %q and nothing written", err, file.Len(), tt.want)
			}
		})
	}
}

// failing is a writer that takes n bytes.
type failing struct{ n int }

func (f *failing) Write(b []byte) (int, error) {
	if f.n -= len(b); f.n < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestWritePNGReportsTheWriter(t *testing.T) {
	s := &scene.Scene{Width: 3000, Height: 3000, Background: white}
	for _, n := range []int{0, 50, 200} {
		if err := New(nil).WritePNG(&failing{n}, s, PNG{}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("after %d bytes: %v, want the writer's error", n, err)
		}
	}
}

func TestEmbedded(t *testing.T) {
	file := func(o PNG) []byte {
		var b bytes.Buffer
		if err := New(nil).WritePNG(&b, &scene.Scene{Width: 4, Height: 4}, o); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	project := []byte("\x00 a project of any bytes \xFF")
	whole := file(PNG{Embed: project})
	got, err := Embedded(whole)
	if err != nil || !bytes.Equal(got, project) {
		t.Errorf("Embedded = %q, %v", got, err)
	}
	if _, err := Embedded(file(PNG{})); !errors.Is(err, parcel.ErrNone) {
		t.Errorf("Embedded without a project = %v, want parcel.ErrNone", err)
	}
	at := bytes.Index(whole, []byte(parcel.Name))
	for name, damaged := range map[string][]byte{
		"empty":     nil,
		"other":     []byte("GIF89a"),
		"cut short": whole[:at+30],
		"not ours":  bytes.Replace(whole, []byte(parcel.Name+"\x00eJ"), []byte(parcel.Name+"\x00!!"), 1),
	} {
		if data, err := Embedded(damaged); err == nil {
			t.Errorf("%s: Embedded = %q, want an error", name, data)
		}
	}
}

func FuzzEmbedded(f *testing.F) {
	var b bytes.Buffer
	if err := New(nil).WritePNG(&b, &scene.Scene{Width: 4, Height: 4}, PNG{Embed: []byte("seed")}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(pngSignature + "\x00\x00\x00\x10tEXt"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := Embedded(file); err != nil && !strings.HasPrefix(err.Error(), "raster: ") {
			t.Errorf("error %q does not name its package", err)
		}
	})
}
