package app_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A display is an X server of its own without a monitor, with a hand (xdotool)
// and an eye (tesseract).
type display struct {
	t      testing.TB
	name   string // ":7"
	screen string // the file that the server keeps its picture in
}

// tools are the programs that a display is made of.
var tools = []string{"Xvfb", "xdotool", "convert", "tesseract"}

// newDisplay starts a fresh X server, because the next program aborts on a
// server whose window manager has died, and stops it at the end of the test.
func newDisplay(t testing.TB, width, height int) *display {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			without(t, tool)
		}
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	dir := t.TempDir()
	server := exec.Command("Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-fbdir", dir,
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height))
	server.ExtraFiles = []*os.File{w}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb named no display: %v", err)
	}
	return &display{t, ":" + strings.TrimSpace(number), filepath.Join(dir, "Xvfb_screen0")}
}

// without skips the test for want of a tool, or fails where the window has to be
// tested ("make test").
func without(t testing.TB, tool string) {
	t.Helper()
	if os.Getenv("DATELINE_WINDOW_TEST") == "required" {
		t.Fatalf("%s is not installed; run .ci/setup test", tool)
	}
	t.Skipf("%s is not installed; run .ci/setup test to test the window", tool)
}

// command prepares a program that runs on the display, with a home of its own.
func (d *display) command(name string, args ...string) *exec.Cmd {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(d.t.Context()), 3*time.Minute)
	d.t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "LC_ALL=en_US.UTF-8",
		"FYNE_THEME=light", "FYNE_SCALE=1", "OMP_THREAD_LIMIT=1")
	return cmd
}

// run runs a program on the display and returns what it printed.
func (d *display) run(name string, args ...string) string {
	d.t.Helper()
	out, err := d.command(name, args...).CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// do runs xdotool and gives the program a moment to follow.
func (d *display) do(args ...string) {
	d.t.Helper()
	d.run("xdotool", args...)
	time.Sleep(80 * time.Millisecond)
}

// point moves the pointer there, in pixels from the top left corner. It comes
// from somewhere else, since a pointer that does not move is not noticed.
func (d *display) point(x, y int) {
	d.t.Helper()
	d.do("mousemove", strconv.Itoa(x-2), strconv.Itoa(y-1))
	d.do("mousemove", strconv.Itoa(x), strconv.Itoa(y))
}

// look takes a picture of the whole display, out of the file in XWD format that
// the server draws in: big-endian words, a table of colors, then the pixels.
func (d *display) look() image.Image {
	d.t.Helper()
	file, err := os.ReadFile(d.screen)
	if err != nil || len(file) < 100 {
		d.t.Fatalf("the display shows nothing: %v", err)
	}
	var header [25]int
	for i := range header {
		header[i] = int(binary.BigEndian.Uint32(file[4*i:]))
	}
	size, width, height, line, colors := header[0], header[4], header[5], header[12], header[19]
	pixels := file[size+12*colors:]
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			blue, green, red := pixels[y*line+4*x], pixels[y*line+4*x+1], pixels[y*line+4*x+2]
			copy(img.Pix[img.PixOffset(x, y):], []byte{red, green, blue, 255})
		}
	}
	return img
}

// A word is something that can be read on the display.
type word struct {
	text string
	box  image.Rectangle // in pixels of the display
}

// A way of reading: how much larger than life, since small type is read badly,
// and what tesseract looks for.
type reading struct {
	magnify int
	layout  string // tesseract's --psm
}

var (
	scattered = reading{2, "11"} // words here and there
	inLines   = reading{3, "6"}  // lines across the whole width
)

// read returns the words in an area of a picture.
func (d *display) read(img image.Image, area image.Rectangle, how reading) []word {
	d.t.Helper()
	var shot bytes.Buffer
	if err := png.Encode(&shot, img); err != nil {
		d.t.Fatal(err)
	}
	large := d.command("convert", "png:-", "-colorspace", "Gray",
		"-crop", fmt.Sprintf("%dx%d+%d+%d", area.Dx(), area.Dy(), area.Min.X, area.Min.Y), "+repage",
		"-resize", strconv.Itoa(how.magnify*100)+"%", "png:-")
	large.Stdin = &shot
	pixels, err := large.Output()
	if err != nil {
		d.t.Fatalf("convert: %v", err)
	}
	eye := d.command("tesseract", "stdin", "stdout", "--psm", how.layout, "tsv")
	eye.Stdin = bytes.NewReader(pixels)
	rows, err := eye.Output()
	if err != nil {
		d.t.Fatalf("tesseract: %v", err)
	}
	var words []word
	for line := range strings.Lines(string(rows)) {
		if text, n, ok := parseWord(strings.TrimRight(line, "\n")); ok {
			box := image.Rect(n[0]/how.magnify, n[1]/how.magnify, (n[0]+n[2])/how.magnify, (n[1]+n[3])/how.magnify)
			words = append(words, word{text, box.Add(area.Min)})
		}
	}
	return words
}

// parseWord reads one row of tesseract's table: the word, and its left, top, width
// and height.
func parseWord(row string) (text string, box [4]int, ok bool) {
	cells := strings.Split(row, "\t")
	if len(cells) != 12 || strings.TrimSpace(cells[11]) == "" {
		return "", box, false
	}
	for i := range box {
		v, err := strconv.Atoi(cells[6+i])
		if err != nil {
			return "", box, false
		}
		box[i] = v
	}
	return cells[11], box, true
}

// say returns words as one line.
func say(words []word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// eventually asks until the answer is yes, or fails with what was wanted.
func (d *display) eventually(limit time.Duration, want string, ask func() bool) {
	d.t.Helper()
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if ask() {
			return
		}
	}
	d.t.Fatalf("after %v: %s", limit, want)
}

// differ returns the share of pixels, 0 to 1, that are not the same in two
// pictures of one size.
func differ(a, b image.Image) float64 {
	box := a.Bounds()
	n := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(box.Dx()*box.Dy())
}

// blank reports whether a part of a picture has hardly more than one color.
func blank(img image.Image, part image.Rectangle) bool {
	first := img.At(part.Min.X+part.Dx()/2, part.Min.Y+part.Dy()/2)
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if img.At(x, y) != first {
				n++
			}
		}
	}
	return n < part.Dx()*part.Dy()/500
}
