package source

import (
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	tests := []struct{ name, in, declared, want string }{
		{"ASCII", "in May", "", "in May"},
		{"UTF-8", "café – naïve", "", "café – naïve"},
		{"UTF-8 that says Latin-1", "café", "iso-8859-1", "café"},
		{"UTF-8 with a mark", "\xef\xbb\xbfcafé", "", "café"},
		{"UTF-8 with one broken byte", "Zürich, Genève, Málaga, caf\xe9", "", "Zürich, Genève, Málaga, café"},
		{"windows-1252", "caf\xe9 \x93quoted\x94 \x96", "", "café “quoted” –"},
		{"declared charset", "\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251", "Привет"},
		{"unknown charset", "caf\xe9", "no-such-charset", "café"},
		{"declared UTF-8 that is not", "caf\xe9", "utf-8", "café"},
		{"UTF-16 with a mark", "\xff\xfei\x00n\x00", "", "in"},
		{"UTF-16 big-endian with a mark", "\xfe\xff\x00i\x00n", "", "in"},
		{"UTF-16 without a mark", "i\x00n\x00 \x001\x009\x002\x001\x00", "", "in 1921"},
		{"UTF-16 big-endian without a mark", "\x00i\x00n\x00 \x001\x009\x002\x001", "", "in 1921"},
		{"UTF-32", "\xff\xfe\x00\x00i\x00\x00\x00n\x00\x00\x00", "", "in"},
		{"line ends", "a\r\nb\rc\n", "", "a\nb\nc\n"},
		{"nothing", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := decode([]byte(tt.in), tt.declared); got != tt.want {
				t.Errorf("decode(%q, %q) = %q, want %q", tt.in, tt.declared, got, tt.want)
			}
		})
	}
}

func TestDeclaredCharset(t *testing.T) {
	tests := []struct{ in, want string }{
		{`<meta charset=windows-1251>`, "windows-1251"},
		{`<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">`, "ISO-8859-2"},
		{`<?xml version="1.0" encoding="koi8-r"?><a/>`, "koi8-r"},
		{`<p>charset=utf-8`, ""},
		{strings.Repeat(" ", 10_000) + `<meta charset=koi8-r>`, ""},
	}
	for _, tt := range tests {
		if got := declaredCharset([]byte(tt.in)); got != tt.want {
			t.Errorf("declaredCharset(%.40q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestStrange(t *testing.T) {
	tests := []struct {
		name, in               string
		binaryData, wrongCoded bool
	}{
		{"English", "It was built in 1921, they say.", false, false},
		{"French", strings.Repeat("Été déjà passé à la forêt. ", 10), false, false},
		{"Russian", strings.Repeat("Привет, мир. ", 10), false, false},
		{"Chinese", strings.Repeat("一九二一年五月五日。", 10), false, false},
		{"Russian read as Latin", strings.Repeat("Ïðèâåò, ìèð. ", 10), false, true},
		{"zeros", strings.Repeat("\x00", 50), true, false},
		{"noise", "\x01\x02\x03a\x04\x05b", true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if binaryData, wrongCoded := strange(tt.in); binaryData != tt.binaryData || wrongCoded != tt.wrongCoded {
				t.Errorf("strange(%.20q) = %v, %v, want %v, %v", tt.in, binaryData, wrongCoded, tt.binaryData, tt.wrongCoded)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("caf\xe9"), "utf-8")
	f.Add([]byte("\xff\xfei\x00"), "")
	f.Add([]byte("\x00\x00\xfe\xff\x00\x11\x00\x00"), "utf-16")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		if s := decode(data, declared); strings.Contains(s, "\r") || strings.ToValidUTF8(s, "") != s {
			t.Errorf("decode(%q, %q) = %q", data, declared, s)
		}
	})
}
