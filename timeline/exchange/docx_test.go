package exchange

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestWriteDOCX(t *testing.T) {
	out := write(t, "docx", rich())
	if write(t, "docx", rich()) != out {
		t.Error("writing twice gives different bytes")
	}
	z, err := zip.NewReader(strings.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		dec := xml.NewDecoder(strings.NewReader(string(data)))
		for err == nil {
			_, err = dec.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v", part.Name, err)
		}
		if part.Name == "word/document.xml" && strings.Count(string(data), "<w:tr>") != 1+len(times) {
			t.Errorf("%d rows, want a header and %d events", strings.Count(string(data), "<w:tr>"), len(times))
		}
	}
	if first := z.File[0].Name; first != "[Content_Types].xml" {
		t.Errorf("the first part is %s", first)
	}
}
