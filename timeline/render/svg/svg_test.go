package svg

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
	for i, l := range []Lettering{Embedded, Named, Outlined} {
		var b bytes.Buffer
		if err := Write(&b, specimen.Scene(st), st, Options{Lettering: l}); err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/rpt-spec-"+string(rune('0'+i))+".svg", b.Bytes(), 0o644)
	}
}
