//go:build !headless

package assets

import (
	"bytes"
	"os"
	"testing"
)

// A program with a window and one without draw the same pictures: the faces that
// the window's library carries are those in the folder.
func TestFacesAreTheSame(t *testing.T) {
	for name, face := range map[string][]byte{"Regular": Regular, "Bold": Bold} {
		file, err := os.ReadFile("fonts/NotoSans-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(face, file) {
			t.Errorf("the library's %s face has %d bytes and differs from fonts/, which has %d; copy it there, or embed both", name, len(face), len(file))
		}
	}
}
