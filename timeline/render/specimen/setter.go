package specimen

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"dateline/timeline/typeset"
)

// Setter returns a setter of the program's own fonts alone, so that a test gives
// the same picture on every machine.
func Setter(t testing.TB) *typeset.Setter {
	t.Helper()
	s, err := typeset.New(typeset.Fonts{Regular: face(t, "Regular"), Bold: face(t, "Bold"), Alone: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// face returns the file of one of the program's fonts, found from this file.
func face(t testing.TB, style string) []byte {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	file, err := os.ReadFile(filepath.Join(filepath.Dir(here), "../../../assets/fonts/NotoSans-"+style+".ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}
