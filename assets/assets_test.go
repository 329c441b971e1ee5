package assets

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestIcon(t *testing.T) {
	icon, err := png.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatalf("icon.png: %v", err)
	}
	if icon.Width != 256 || icon.Height != 256 {
		t.Errorf("icon.png is %d by %d pixels, want 256 by 256", icon.Width, icon.Height)
	}
}

func TestFacesAreTrueType(t *testing.T) {
	for name, face := range map[string][]byte{"Regular": Regular, "Bold": Bold} {
		if !bytes.HasPrefix(face, []byte{0, 1, 0, 0}) {
			t.Errorf("%s does not start like a TrueType file", name)
		}
	}
}

func TestTexts(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{SampleName, string(Sample), "# "},
		{"CHANGELOG.md", Changelog, "# Changelog\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !utf8.ValidString(tt.text) {
				t.Error("not UTF-8")
			}
			if !strings.HasPrefix(tt.text, tt.want) {
				t.Errorf("does not start with %q", tt.want)
			}
			if strings.ContainsAny(tt.text, "\r\t") {
				t.Error("holds a tab or a carriage return")
			}
		})
	}
}
