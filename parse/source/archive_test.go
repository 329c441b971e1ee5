package source

import (
	"context"
	"strings"
	"testing"
)

func TestArchive(t *testing.T) {
	data := zipOf(part{"a/one.txt", "It was built in 1921."}, part{"two.html", "<p>It fell in 1951.</p>"}, part{"picture.png", "\x89PNG\r\n\x1a\n"},
		part{".hidden", "no"}, part{"__MACOSX/two.html", "no"}, part{"inner.zip", string(zipOf(part{"three.md", "# Three"}))})
	docs := readAll(t, "folder/all.zip", data)
	var paths []string
	for _, d := range docs {
		paths = append(paths, d.Path)
	}
	if got, want := strings.Join(paths, " "), "folder/all.zip!a/one.txt folder/all.zip!two.html folder/all.zip!inner.zip!three.md"; got != want {
		t.Errorf("read %s, want %s", got, want)
	}
}

func TestArchiveWithOneBadFile(t *testing.T) {
	docs, err := Read(context.Background(), "all.zip", zipOf(part{"bad.rtf", `{\rtf1}`}, part{"good.txt", "It was built."}), Options{})
	if len(docs) != 1 || err == nil || !strings.Contains(err.Error(), "all.zip!bad.rtf") {
		t.Errorf("%d documents, error %v", len(docs), err)
	}
}

func TestArchiveIsRefused(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"empty", zipOf(), "no articles"},
		{"only pictures", zipOf(part{"a.png", "\x89PNG\r\n\x1a\n"}), "no articles"},
		{"too deep", nestedZip(5), "archives in archives"},
		{"a large file", zipOf(part{"a.txt", strings.Repeat("a ", maxPart/2+1)}), "larger than 64 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.zip", tt.data); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}
