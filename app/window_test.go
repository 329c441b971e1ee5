package app_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The window's size when it opens, and so the display's; and its parts from the
// top down, in pixels.
const (
	windowWidth  = 1280
	windowHeight = 800
	toolsEnd     = 68
	axisEnd      = 118
)

// Parts of the window.
var (
	whole = image.Rect(0, 0, windowWidth, windowHeight)
	axis  = image.Rect(0, toolsEnd, windowWidth, axisEnd)
	below = image.Rect(0, axisEnd, windowWidth, windowHeight)
)

// A window is the built program on a display of its own.
type window struct {
	*display
	started time.Time
	home    string
	process *os.Process
	stderr  bytes.Buffer
}

// openWindow starts the program and waits until it has painted something.
func openWindow(t *testing.T, theme string, args ...string) *window {
	t.Helper()
	return openDressed(t, dress{theme: theme, scale: 1}, args...)
}

// dress is what the window looks like.
type dress struct {
	theme    string
	scale    int    // pixels per unit
	language string // locale; empty for English
}

func openDressed(t *testing.T, d dress, args ...string) *window {
	t.Helper()
	w := startWindow(t, d, args...)
	t.Cleanup(func() {
		if t.Failed() {
			save(t, filepath.Join("testdata", "failed", filepath.Base(t.Name())+".png"), w.look())
		}
	})
	var id string
	w.eventually(40*time.Second, "no window opens", func() bool {
		out, _ := w.command("xdotool", "search", "--onlyvisible", "--name", "Dateline").Output()
		id, _, _ = strings.Cut(string(out), "\n")
		return id != ""
	})
	w.do("windowfocus", id)
	w.eventually(40*time.Second, "the window stays blank", func() bool { return !blank(w.look(), whole) })
	return w
}

// startWindow starts the program on a new display, with a home of its own.
func startWindow(t testing.TB, d dress, args ...string) *window {
	t.Helper()
	w := &window{display: newDisplay(t, d.scale*windowWidth, d.scale*windowHeight)}
	w.home = t.TempDir()
	cmd := w.start(build(t), args...)
	cmd.Stderr = &w.stderr
	cmd.Env = append(cmd.Env, "FYNE_THEME="+d.theme, fmt.Sprint("FYNE_SCALE=", d.scale))
	if d.language != "" {
		cmd.Env = append(cmd.Env, "LANGUAGE=", "LC_ALL="+d.language)
	}
	w.started = time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.process = cmd.Process
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if t.Failed() && w.stderr.Len() > 0 {
			t.Logf("the program said:\n%s", w.stderr.String())
		}
	})
	return w
}

// start returns a start of the program on the display and in the home of w.
func (w *window) start(program string, args ...string) *exec.Cmd {
	cmd := w.command(program, args...)
	cmd.Dir = w.home
	cmd.Env = append(cmd.Env, "HOME="+w.home, "XDG_CONFIG_HOME="+w.home, "XDG_CACHE_HOME="+w.home)
	return cmd
}

// build returns the program, built once as "make build" does.
func build(t testing.TB) string {
	t.Helper()
	program, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

var buildOnce = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "dateline")
	if err != nil {
		return "", err
	}
	program := filepath.Join(dir, "dateline")
	args := []string{"build", "-o", program}
	if runtime.GOOS == "linux" {
		args = append(args, "-tags", "gles")
	}
	out, err := exec.Command("go", append(args, module)...).CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return program, nil
})

// sample copies the sample article to a folder of its own, and returns its path.
func sample(t testing.TB) string {
	t.Helper()
	article, err := os.ReadFile("../assets/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "sample.md")
	if err := os.WriteFile(name, article, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// save writes a picture, making its folder.
func save(t testing.TB, name string, img image.Image) {
	t.Helper()
	var b bytes.Buffer
	err := errors.Join(png.Encode(&b, img), os.MkdirAll(filepath.Dir(name), 0o750), os.WriteFile(name, b.Bytes(), 0o600))
	if err != nil {
		t.Error(err)
	}
}

// shot keeps a picture of the display for "make shots".
func (w *window) shot(name string) {
	w.t.Helper()
	if dir := os.Getenv("DATELINE_SHOTS"); dir != "" {
		save(w.t, filepath.Join(dir, name+".png"), w.settled())
	}
}

// settled waits until the picture stands still, but for a blinking cursor, and
// returns it.
func (w *window) settled() image.Image {
	w.t.Helper()
	before := w.look()
	w.eventually(10*time.Second, "the picture does not come to rest", func() bool {
		time.Sleep(200 * time.Millisecond)
		after := w.look()
		still := differ(before, after) < 0.0001
		before = after
		return still
	})
	return before
}

// reads waits until all words can be read on the display, and returns where.
func (w *window) reads(wanted ...string) []word {
	w.t.Helper()
	var words []word
	for end := time.Now().Add(20 * time.Second); ; {
		words = w.read(w.settled(), whole, scattered)
		line := say(words)
		if !slices.ContainsFunc(wanted, func(s string) bool { return !strings.Contains(line, s) }) {
			return words
		}
		if time.Now().After(end) {
			w.t.Fatalf("cannot read %q on the display, only: %s", wanted, line)
		}
	}
}

// years returns where the years on the time axis stand.
func years(words []word) map[int]float64 {
	found := map[int]float64{}
	for _, w := range words {
		if year, err := strconv.Atoi(w.text); err == nil && year > 1800 && year < 2100 {
			found[year] = float64(w.box.Min.X+w.box.Max.X) / 2
		}
	}
	return found
}

// A scale tells the time at a pixel, as a person reads it off the axis.
type scale struct {
	year, x  float64 // a year and where it stands
	perPixel float64 // years
}

// scaleOf reads the axis in a picture of the window.
func (w *window) scaleOf(img image.Image) scale {
	w.t.Helper()
	words := w.read(img, axis, inLines)
	at := years(words)
	if len(at) < 2 {
		w.t.Fatalf("want two years on the axis at least, read: %s", say(words))
	}
	sorted := slices.Sorted(maps.Keys(at))
	first, last := sorted[0], sorted[len(sorted)-1]
	return scale{float64(first), at[first], float64(last-first) / (at[last] - at[first])}
}

func (s scale) at(x float64) float64 { return s.year + (x-s.x)*s.perPixel }

// near is how far, in pixels, a reading may be off: labels stand beside their
// ticks, and an eye sees whole pixels.
const near = 14.0

func TestWindow(t *testing.T) {
	article := sample(t)
	w := openWindow(t, "light", article)
	w.reads("Alaska", "Guilin")
	w.shot("sample")
	start := w.settled()

	const x, y = windowWidth / 2, windowHeight / 2
	before := w.scaleOf(start)
	w.point(x, y)
	for range 4 {
		w.do("click", "4")
	}
	w.eventually(10*time.Second, "zooming does not change the picture", func() bool { return differ(start, w.look()) > 0.01 })
	closer := w.settled()
	after := w.scaleOf(closer)
	if after.perPixel > 0.9*before.perPixel {
		t.Errorf("a pixel was %.3f years, and is %.3f after zooming in", before.perPixel, after.perPixel)
	}
	if off := math.Abs(after.at(x)-before.at(x)) / before.perPixel; off > near {
		t.Errorf("zooming moved %.2f under the pointer to %.2f, by %.0f pixels", before.at(x), after.at(x), off)
	}
	w.shot("zoomed")

	const drag = 240
	w.do("mousedown", "1")
	for i := 1; i <= 8; i++ {
		w.point(x-i*drag/8, y)
	}
	w.do("mouseup", "1")
	panned := w.scaleOf(w.settled())
	if off := math.Abs(panned.at(x-drag)-after.at(x)) / after.perPixel; off > near {
		t.Errorf("dragging by %d pixels left the instant %.0f pixels behind", drag, off)
	}
	w.shot("panned")

	w.do("key", "Home")
	w.eventually(10*time.Second, "Home does not lead back", func() bool { return differ(start, w.look()) < 0.01 })
}

func TestWindowSelects(t *testing.T) {
	w := openWindow(t, "light", sample(t))
	words := w.reads("Alaska", "Guilin")
	w.hover(find(t, words, "Alaska", below))
	w.shot("hover")
	w.do("click", "1")
	w.reads("How the date was worked out")
	w.shot("selected")
	w.do("key", "Return")
	w.reads("place to change planes")
	w.shot("article")
}

func TestWindowExports(t *testing.T) {
	article := sample(t)
	w := openWindow(t, "light", article)
	words := w.reads("Alaska", "Guilin", "Export")
	out := filepath.Join(filepath.Dir(article), "exported.png")
	w.hover(find(t, words, "Export", whole))
	w.do("click", "1")
	w.reads("whole timeline")
	w.shot("export")
	w.do("key", "ctrl+a")
	w.do("type", "--delay", "40", out)
	w.do("key", "Return")
	w.eventually(20*time.Second, "no file "+out, func() bool {
		_, err := os.Stat(out)
		return !errors.Is(err, fs.ErrNotExist)
	})
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatalf("the exported file is no picture: %v", err)
	}
	if line := say(w.read(picture, picture.Bounds(), scattered)); !strings.Contains(line, "Alaska") || !strings.Contains(line, "Guilin") {
		t.Errorf("want Alaska and Guilin in the exported picture, read: %s", line)
	}
}

func TestWindowStartPage(t *testing.T) {
	w := openWindow(t, "dark")
	words := w.reads("Drop articles here")
	w.shot("start-dark")
	w.hover(find(t, words, "File", whole))
	w.do("click", "1")
	words = w.reads("Try the sample")
	w.shot("menu-dark")
	w.hover(find(t, words, "sample", whole))
	w.do("click", "1")
	w.reads("Alaska", "Guilin")
	w.shot("sample-dark")
}

func TestWindowNamesFailedFile(t *testing.T) {
	w := openWindow(t, "light", "missing.txt")
	w.reads("missing.txt")
	w.shot("problem")
}

// find returns where a word stands in a part of the window, the first time it does.
func find(t *testing.T, words []word, text string, part image.Rectangle) image.Rectangle {
	t.Helper()
	for _, w := range words {
		if strings.Contains(w.text, text) && w.box.In(part) {
			return w.box
		}
	}
	t.Fatalf("cannot find %q in: %s", text, say(words))
	return image.Rectangle{}
}

// hover moves the pointer over a place.
func (w *window) hover(at image.Rectangle) {
	w.t.Helper()
	w.point((at.Min.X+at.Max.X)/2, (at.Min.Y+at.Max.Y)/2)
}
