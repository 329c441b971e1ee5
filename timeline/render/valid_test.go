package render_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"dateline/timeline/render/specimen"
	"dateline/timeline/render/svg"
)

// definition is SVG 1.1 as Debian's package w3c-sgml-lib has it.
const definition = "/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-SVG11-20110816/svg11.dtd"

// TestSVGIsValid checks files against the document type of SVG 1.1.
func TestSVGIsValid(t *testing.T) {
	if _, err := os.Stat(definition); err != nil {
		t.Skip("w3c-sgml-lib is not installed")
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	st := specimen.Setter(t)
	for _, l := range []svg.Lettering{svg.Included, svg.Named, svg.Outlined} {
		var file bytes.Buffer
		if err := svg.Write(&file, specimen.Scene(st), st, svg.Options{Lettering: l, Embed: []byte("project")}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "picture.svg")
		if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command(lint, "--noout", "--nonet", "--dtdvalid", definition, path).CombinedOutput()
		if err != nil {
			t.Errorf("lettering %d: %v\n%s", l, err, said)
		}
	}
}
