package parcel

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	tests := []struct {
		name string
		data []byte
	}{
		{"empty", nil},
		{"text", []byte(`{"title":"Гуйлинь"}`)},
		{"any bytes", []byte{0, 255, '<', '&', 0xC3}},
		{"long", bytes.Repeat([]byte("event "), 1e5)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := Wrap(tt.data)
			if strings.ContainsAny(line, "\n\r<>&\"'\x00") {
				t.Errorf("Wrap made a character that a container would escape: %.40q", line)
			}
			got, err := Unwrap([]byte("\n " + line + "\n"))
			if err != nil || !bytes.Equal(got, tt.data) {
				t.Errorf("Unwrap(Wrap(%.20q)) = %.20q, %v", tt.data, got, err)
			}
		})
	}
}

func TestUnwrapRefuses(t *testing.T) {
	good := Wrap([]byte("a project"))
	tests := []struct{ name, line, want string }{
		{"not base64", "not base64!", "not base64"},
		{"not zlib", "aGVsbG8=", "damaged"},
		{"empty", "", "damaged"},
		{"cut short", good[:len(good)-8], "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Unwrap([]byte(tt.line))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Unwrap(%q) = %v, want an error with %q", tt.line, err, tt.want)
			}
		})
	}
}

func TestInflateStopsAtTheLimit(t *testing.T) {
	bomb := Wrap(make([]byte, 1<<20))
	if _, err := Unwrap([]byte(bomb)); err != nil {
		t.Fatalf("Unwrap of a megabyte: %v", err)
	}
	packed, err := base64.StdEncoding.DecodeString(bomb)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Inflate(packed, 1<<10); err == nil {
		t.Error("Inflate went past its limit")
	}
}

func FuzzUnwrap(f *testing.F) {
	f.Add([]byte(Wrap([]byte("seed"))))
	f.Add([]byte("eJw="))
	f.Fuzz(func(t *testing.T, line []byte) {
		data, err := Unwrap(line)
		if err != nil {
			return
		}
		again, err := Unwrap([]byte(Wrap(data)))
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("Unwrap(Wrap(x)) of what Unwrap gave = %v", err)
		}
	})
}
