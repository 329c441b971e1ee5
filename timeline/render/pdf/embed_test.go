package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"dateline/timeline/render/parcel"
	"dateline/timeline/scene"
)

func TestEmbedded(t *testing.T) {
	s := &scene.Scene{Width: 10, Height: 10}
	project := []byte("endstream endobj \x00\xFF a project of any bytes")
	file := written(t, s, Options{Embed: project})
	anew := bytes.Replace(file, []byte("/Subtype /application#2Fvnd.dateline"), []byte("/Subtype/application#2fvnd.dateline"), 1)
	for name, data := range map[string][]byte{"as written": file, "written anew": anew} {
		got, err := Embedded(data)
		if err != nil || !bytes.Equal(got, project) {
			t.Errorf("%s: Embedded = %q, %v", name, got, err)
		}
	}
	if got, err := Embedded(written(t, s, Options{Embed: []byte{}})); err != nil || len(got) != 0 {
		t.Errorf("an empty project: %q, %v", got, err)
	}
	if _, err := Embedded(written(t, s, Options{})); !errors.Is(err, parcel.ErrNone) {
		t.Errorf("without a project: %v, want parcel.ErrNone", err)
	}
	at := bytes.Index(file, []byte("vnd.dateline"))
	for name, data := range map[string][]byte{
		"empty":     nil,
		"other":     []byte("%!PS-Adobe"),
		"cut short": file[:at+100],
	} {
		if got, err := Embedded(data); err == nil {
			t.Errorf("%s: Embedded = %q, want an error", name, got)
		}
	}
}

func FuzzEmbedded(f *testing.F) {
	f.Add(written(f, &scene.Scene{Width: 10, Height: 10}, Options{Embed: []byte("seed")}))
	f.Add([]byte("%PDF-1.7 /Subtype /application#2Fvnd.dateline stream\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := Embedded(file); err != nil && !strings.HasPrefix(err.Error(), "pdf: ") {
			t.Errorf("error %q does not name its package", err)
		}
	})
}
