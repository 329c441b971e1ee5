package source

import (
	"strings"
	"testing"
)

func plistString(s string) []byte {
	if len(s) < 15 {
		return append([]byte{0x50 | byte(len(s))}, s...)
	}
	return append([]byte{0x5f, 0x10, byte(len(s))}, s...)
}

func plistData(s string) []byte {
	return append([]byte{0x4f, 0x11, byte(len(s) >> 8), byte(len(s))}, s...)
}

func TestWebArchive(t *testing.T) {
	data := plist(1,
		[]byte{0xd1, 1, 2}, plistString("WebMainResource"),
		[]byte{0xd2, 3, 5, 4, 6}, plistString("WebResourceData"), plistData("<html><body><p>It was built in 1921."), plistString("WebResourceURL"), plistString("https://valley.example/"))
	d := readOne(t, "a.webarchive", data)
	if d.Text != "It was built in 1921." || d.URL != "https://valley.example/" {
		t.Errorf("text %q, URL %q", d.Text, d.URL)
	}
}

func TestWebArchiveIsRefused(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"cut", []byte("bplist00"), "damaged"},
		{"no page", plist(1, []byte{0xd1, 1, 1}, plistString("Other")), "no page"},
		{"page without data", plist(1, []byte{0xd1, 1, 0}, plistString("WebMainResource")), "no text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := refused(t, "a.webarchive", tt.data); !strings.Contains(got, tt.want) {
				t.Errorf("refused with %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzPropertyList(f *testing.F) {
	f.Add(plist(1, []byte{0xd1, 1, 0}, plistString("WebMainResource")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzOne(t, append([]byte("bplist00"), data...)) })
}
