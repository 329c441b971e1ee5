package app

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestExportFormats(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "bridge.txt", bridge)
	tests := []struct {
		file  string
		start string // of the bytes
		holds string
	}{
		{"a.png", "\x89PNG\r\n\x1a\n", "IEND"},
		{"a.svg", "<?xml", "council"},
		{"a.pdf", "%PDF-", "%%EOF"},
		{"A.SVG", "<?xml", "council"},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			path := filepath.Join(dir, tt.file)
			var first []byte
			for range 2 {
				if code, _, err := run("", "export", "-o", path, article); code != exitDone {
					t.Fatalf("exits %d with %q", code, err)
				}
				got, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.HasPrefix(got, []byte(tt.start)) || !bytes.Contains(got, []byte(tt.holds)) {
					t.Errorf("the file starts with %q and does not hold %q", got[:min(len(got), 20)], tt.holds)
				}
				if first != nil && !bytes.Equal(first, got) {
					t.Error("the same input gives other bytes the second time")
				}
				first = got
			}
		})
	}
}

func TestExportSize(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "bridge.txt", bridge)
	tests := []struct {
		flags         string
		width, height int // 0 for any
	}{
		{"", 3200, 0},
		{"--width 800 --scale 1", 800, 0},
		{"--width 800 --height 600 --scale 1.5", 1200, 900},
		{"--width 200 --height 120 --scale 0.1", 20, 12},
	}
	for _, tt := range tests {
		t.Run(tt.flags, func(t *testing.T) {
			path := filepath.Join(dir, "a.png")
			args := append([]string{"export", "-o", path, article}, strings.Fields(tt.flags)...)
			if code, _, err := run("", args...); code != exitDone {
				t.Fatalf("exits %d with %q", code, err)
			}
			f, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			got, err := png.DecodeConfig(f)
			if err != nil || got.Width != tt.width || tt.height != 0 && got.Height != tt.height {
				t.Errorf("the picture is %d × %d (%v), want %d × %d", got.Width, got.Height, err, tt.width, tt.height)
			}
		})
	}
}

func TestExportSpan(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "wars.txt", "The war began in July 1914. The peace was signed on 28 June 1919. The treaty ended in 1936.")
	tests := []struct {
		flags string
		want  []string // years that are written
		fails string   // what stands in the error
	}{
		{"", []string{"1914", "1919", "1936"}, ""},
		{"--from 1915", []string{"1919", "1936"}, ""},
		{"--to 1935", []string{"1914", "1919"}, ""},
		{"--from 1919-06-28 --to 1919-06-28", []string{"1919"}, ""},
		{"--from 1950", nil, "no event lies between"},
		{"--from 1920 --to 1910", nil, "nothing between"},
		{"--from soon", nil, "not a date"},
	}
	for _, tt := range tests {
		for _, name := range []string{"a.csv", "a.svg"} {
			path := filepath.Join(dir, name)
			code, _, said := run("", append([]string{"export", "-o", path, article}, strings.Fields(tt.flags)...)...)
			if tt.fails != "" {
				if code == exitDone || !strings.Contains(said, tt.fails) {
					t.Errorf("%s: exits %d with %q", tt.flags, code, said)
				}
				continue
			}
			file, err := os.ReadFile(path)
			if code != exitDone || err != nil {
				t.Fatalf("%s: exits %d with %q (%v)", tt.flags, code, said, err)
			}
			for _, year := range []string{"1914", "1919", "1936"} {
				if got := bytes.Contains(file, []byte("in July "+year)) || bytes.Contains(file, []byte("June "+year)) || bytes.Contains(file, []byte("in "+year)); name == "a.csv" && got != slices.Contains(tt.want, year) {
					t.Errorf("%s: %s holds %s: %v", tt.flags, name, year, got)
				}
			}
		}
	}
}
