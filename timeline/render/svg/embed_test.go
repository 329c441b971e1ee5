package svg

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"dateline/timeline/render/parcel"
	"dateline/timeline/scene"
)

func TestEmbedded(t *testing.T) {
	file := func(project []byte) []byte {
		var b bytes.Buffer
		if err := Write(&b, &scene.Scene{Width: 4, Height: 4}, nil, Options{Embed: project}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	project := []byte("]]> any bytes \x00\xFF </metadata>")
	whole := file(project)
	line := parcel.Wrap(project)
	for name, data := range map[string][]byte{
		"as written": whole,
		"written anew by another program": bytes.Replace(whole, []byte(`<metadata id="Dateline-Project">`),
			[]byte("<metadata\n     id='Dateline-Project'\n     inkscape:label=\"x\">\n  "), 1),
		"in lines": bytes.Replace(whole, []byte(line), []byte(line[:20]+"\n"+line[20:]+"\n"), 1),
	} {
		got, err := Embedded(data)
		if err != nil || !bytes.Equal(got, project) {
			t.Errorf("%s: Embedded = %q, %v", name, got, err)
		}
	}
	if _, err := Embedded(file(nil)); !errors.Is(err, parcel.ErrNone) {
		t.Errorf("without a project: %v, want parcel.ErrNone", err)
	}
	for name, data := range map[string][]byte{
		"empty":     nil,
		"not SVG":   []byte("<html></html>"),
		"cut short": whole[:bytes.Index(whole, []byte(line))+20],
		"damaged":   bytes.Replace(whole, []byte(line[:9]), []byte("!!!!!!!!!"), 1),
	} {
		if got, err := Embedded(data); err == nil {
			t.Errorf("%s: Embedded = %q, want an error", name, got)
		}
	}
}

func FuzzEmbedded(f *testing.F) {
	f.Add([]byte(`<svg><metadata id="Dateline-Project">` + parcel.Wrap([]byte("seed")) + `</metadata></svg>`))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := Embedded(file); err != nil && !strings.HasPrefix(err.Error(), "svg: ") {
			t.Errorf("error %q does not name its package", err)
		}
	})
}
