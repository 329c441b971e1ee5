package render_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline/render/pdf"
	"dateline/timeline/render/specimen"
)

// TestPDFIsRead asks other programs what they find in a PDF file beside its picture.
func TestPDFIsRead(t *testing.T) {
	st := specimen.Setter(t)
	var file bytes.Buffer
	o := pdf.Options{Author: "A. Writer", Language: "en", Embed: []byte("the project")}
	if err := pdf.Write(&file, specimen.Scene(st), st, o); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "picture.pdf")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name    string
		command []string
		want    []string
	}{
		{"text", []string{"pdftotext", path, "-"}, []string{
			"Кириллица: в марте 2021 года министры встретились в Гуйлине",
			"Thirteen, bold: The treaty of Żółkiew, Őrség, Reykjavík, Đà Nẵng",
			"Ελληνικά: Η συνθήκη υπεγράφη τον Ιούλιο",
			"AVATAR To. Typography, 1914–1918 — “quotes” & <marks> …",
		}},
		{"information", []string{"pdfinfo", path}, []string{
			"Specimen <of> everything & more", "A. Writer", "480 x 225 pts", "Tagged:          yes",
		}},
		{"reading order", []string{"pdfinfo", "-struct-text", path}, []string{"Sect \"Axis\"\n    P (block)\n      \"1914\""}},
		{"bookmarks", []string{"mutool", "show", path, "outline"}, []string{"\"Axis\"", "\"Boxes\"", "\"Texts\""}},
		{"fonts", []string{"pdffonts", path}, []string{"DatelineSans                  CID TrueType      Identity-H       yes"}},
		{"attachment", []string{"pdfdetach", "-list", path}, []string{"1 embedded files", "Dateline-Project"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			program, err := exec.LookPath(tt.command[0])
			if err != nil {
				t.Skipf("%s is not installed", tt.command[0])
			}
			said, err := exec.Command(program, tt.command[1:]...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %v\n%s", tt.command, err, said)
			}
			for _, want := range tt.want {
				if !strings.Contains(string(said), want) {
					t.Errorf("%v does not say %q:\n%s", tt.command, want, said)
				}
			}
			if strings.Contains(string(said), "Error") || strings.Contains(string(said), "arning") {
				t.Errorf("%v complains:\n%s", tt.command, said)
			}
		})
	}
}
