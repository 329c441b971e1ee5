package source

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/parse/text"
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
		{"many that cannot be read", zipOf(filesOf(60, "%d.rtf", `{\rtf1}`)...), "many files in it cannot be read; the rest is left out; unpack it"},
		{"many in archives", zipOf(filesOf(60, "%d.zip", string(nestedZip(5)))...), "many files in it cannot be read; the rest is left out; unpack it"},
		{"too many files", zipOf(filesOf(maxEntries+1, "%d", "")...), "more than 20000 files in it; unpack it"},
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

// filesOf returns n files with the same content.
func filesOf(n int, name, content string) []part {
	var list []part
	for i := range n {
		list = append(list, part{fmt.Sprintf(name, i), content})
	}
	return list
}

func TestArchiveUnpacksSoMuch(t *testing.T) {
	const page = "It was built in 1921."
	seven := filesOf(7, "%d.txt", page)
	tests := []struct {
		name  string
		files []part
		read  int
		want  string // the error
	}{
		{"all fits", seven, 7, ""},
		{"too much", filesOf(12, "%d.txt", page), 10, "a.zip: unpacked, its files are larger than 256 MB together; the rest is left out; unpack it and name the articles"},
		{"too much in archives", []part{{"one.zip", string(zipOf(seven...))}, {"two.zip", string(zipOf(seven...))}}, 0, "a.zip: unpacked, its files"},
		{"as many failures as allowed", append(filesOf(2, "%d.rtf", `{\rtf1}`), seven...), 7, "a.zip!1.rtf: there is no text"},
		{"one more failure", append(filesOf(3, "%d.rtf", `{\rtf1}`), seven...), 0, "a.zip: many files in it cannot be read; the rest"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := &input{path: "a.zip", data: zipOf(tt.files...), around: &allowance{unpacked: int64(10 * len(page)), failures: 2}}
			read, last := 0, ""
			err := readZip(context.Background(), in, func(_ *text.Document, err error) error {
				if err != nil {
					last = err.Error()
				} else {
					read++
				}
				return nil
			})
			if err != nil || read != tt.read || !strings.Contains(last, tt.want) || tt.want == "" && last != "" {
				t.Errorf("%d articles read, %q, %v; want %d, %q", read, last, err, tt.read, tt.want)
			}
		})
	}
}
