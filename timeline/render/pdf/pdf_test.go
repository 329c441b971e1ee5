package pdf

import (
	"bytes"
	"os"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/typeset"
)

// setter returns a setter of the program's own fonts, with or without the system's.
func setter(t testing.TB, fonts typeset.Fonts) *typeset.Setter {
	t.Helper()
	for name, data := range map[string]*[]byte{"Regular": &fonts.Regular, "Bold": &fonts.Bold} {
		read, err := os.ReadFile("../../../assets/fonts/NotoSans-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		*data = read
	}
	s, err := typeset.New(fonts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSpec(t *testing.T) {
	st := setter(t, typeset.Fonts{})
	var b bytes.Buffer
	if err := Write(&b, specimen.Scene(st), st, Options{Embed: []byte("hello")}); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/rpt-spec.pdf", b.Bytes(), 0o644)
	d, err := Embedded(b.Bytes())
	if err != nil || string(d) != "hello" {
		t.Error(err)
	}
}
