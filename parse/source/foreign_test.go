package source

import (
	"strings"
	"testing"
)

func TestForeignFilesAreRefused(t *testing.T) {
	for _, f := range foreign {
		t.Run(f.name, func(t *testing.T) {
			got := refused(t, "a.txt", []byte(f.start+"\x00rest"))
			if !strings.Contains(got, f.name) || !strings.Contains(got, f.help) {
				t.Errorf("refused with %q, want %q and %q", got, f.name, f.help)
			}
		})
	}
}

func TestDocumentWithPasswordIsRefused(t *testing.T) {
	got := refused(t, "a.docx", []byte(foreign[0].start+"\x00"+string(officePackage)))
	if !strings.Contains(got, "a.docx: the document is protected by a password; open it") {
		t.Errorf("refused with %q", got)
	}
}
