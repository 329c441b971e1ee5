//go:build !headless

package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"dateline/app/instance"
	_ "dateline/app/locale" // before Fyne asks for the language
	"dateline/app/state"
	"dateline/app/ui"
)

// id names the program to the desktop; preferences are kept under it.
const id = "app.dateline"

// runWindow is the command that opens the window.
func runWindow(ctx context.Context, c call, args []string) error {
	flags := newFlags("dateline")
	sample := flags.Bool("sample", false, "")
	paths, err := parseFlags(flags, args)
	if err != nil {
		return err
	}
	first := []state.Msg{}
	if *sample {
		first = append(first, state.OpenSample{})
	}
	if len(paths) > 0 {
		first = append(first, state.Open{Paths: absolute(paths)})
	}
	if paths = absolute(paths); !*sample && !slices.Contains(paths, "-") && handOver(paths) {
		return nil
	}
	return Run(ctx, c.files, c.In, first...)
}

// handOver gives files to the program that runs on this display already, and
// reports whether there is one.
func handOver(paths []string) bool {
	place, err := instance.Place(display())
	return err == nil && instance.Hand(place, paths)
}

// listen opens what later starts of the program hand over. Without it they open
// windows of their own.
func (w *windows) listen() {
	place, err := instance.Place(display())
	if err != nil {
		return
	}
	_ = instance.Listen(w.ctx, place, func(paths []string) {
		fyne.Do(func() { w.take(paths) })
	})
}

// take opens files in a window in which nothing has been done, or in a new one.
func (w *windows) take(paths []string) {
	if w.ctx.Err() != nil || len(w.all) == 0 {
		return
	}
	for _, p := range w.all {
		if p.model.Untouched() {
			p.send(state.Open{Paths: paths})
			p.window.Raise()
			return
		}
	}
	w.all[0].openWindow(state.Open{Paths: paths})
}

// absolute makes paths independent of the working folder, since they are
// remembered.
func absolute(paths []string) []string {
	whole := make([]string, len(paths))
	for i, p := range paths {
		whole[i] = p
		if full, err := filepath.Abs(p); err == nil && p != "-" {
			whole[i] = full
		}
	}
	return whole
}

// Run opens the window, sends it the first messages, and returns when it has
// been closed. An article that is opened as "-" is read from stdin.
func Run(ctx context.Context, files Files, stdin io.Reader, first ...state.Msg) error {
	if !hasDisplay() {
		return errors.New("there is no display to open a window on; use dateline export or dateline extract")
	}
	if err := ui.Speak(files.Languages, "languages"); err != nil {
		return err
	}
	a := fyneapp.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("dateline.png", files.Icon))
	p, err := newProgram(ctx, a, files, stdin)
	if err != nil {
		return err
	}
	p.open(first...)
	p.windows.listen()
	p.log.began(files.version())
	stop := context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	defer stop()
	a.Run()
	return p.windows.close()
}

// open shows the window and handles the first messages.
func (p *program) open(first ...state.Msg) {
	p.windows.add(p)
	p.start(append([]state.Msg{p.recall()}, first...))
	p.window.OnClosed(func() { p.windows.closed(p) })
	p.window.Show()
}

// openWindow opens another window of the same program.
func (p *program) openWindow(first state.Msg) {
	other := makeProgram(p.windows.ctx, p.app, p.files, p.stdin, p.studio)
	other.windows = p.windows
	other.open(first)
}

// close ends the window's work; its project is a single file afterwards.
func (p *program) close() error {
	p.cancel()
	return p.keeper.close()
}

// windows are all windows of the program.
type windows struct {
	ctx context.Context // ends with the program
	all []*program
	err error // what went wrong in windows that were closed
}

func (w *windows) add(p *program) { w.all = append(w.all, p) }

// closed ends the work of a window that was closed, and keeps its size for the
// next.
func (w *windows) closed(p *program) {
	p.rememberSize()
	w.failed(p.close())
	w.all = slices.DeleteFunc(w.all, func(other *program) bool { return other == p })
}

// quit closes all windows, each with its question about work that would be lost.
func (w *windows) quit() {
	for _, p := range slices.Clone(w.all) {
		p.window.AskToClose()
	}
}

func (w *windows) failed(err error) { w.err = errors.Join(w.err, err) }

// close closes what is still open.
func (w *windows) close() error {
	for _, p := range w.all {
		w.failed(p.close())
	}
	return w.err
}

// display names the screen that windows open on.
func display() string { return os.Getenv("DISPLAY") + " " + os.Getenv("WAYLAND_DISPLAY") }

// hasDisplay reports whether there may be a screen. Without one the window
// system ends the program with a trace instead of a sentence.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
		return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
	}
	return true
}

// newProgram makes the window and the loop that drives it.
func newProgram(ctx context.Context, a fyne.App, files Files, stdin io.Reader) (*program, error) {
	studio, err := newStudio(files)
	if err != nil {
		return nil, fmt.Errorf("the fonts that the program carries cannot be read: %w", err)
	}
	p := makeProgram(ctx, a, files, stdin, studio)
	p.windows = &windows{ctx: ctx}
	return p, nil
}

// makeProgram makes a window with a studio that is there already.
func makeProgram(ctx context.Context, a fyne.App, files Files, stdin io.Reader, studio *studio) *program {
	ctx, cancel := context.WithCancel(ctx)
	reading, stopReading := context.WithCancel(ctx)
	p := &program{
		reading: reading, stopReading: stopReading,
		ctx: ctx, cancel: cancel, app: a, files: files, stdin: stdin, studio: studio,
		log: newLogbook(), keeper: &keeper{}, model: state.New(), busy: true,
	}
	p.window = ui.New(ui.Options{
		App:       a,
		Icon:      a.Icon(),
		Changelog: files.Changelog,
		Notices:   files.Notices,
		Version:   files.version(),
		Size:      p.recallSize(),
		Quit:      func() { p.windows.quit() },
		Log:       p.log.read,
		Send:      p.send,
		Painter:   p.painter,
		Strip:     p.stripPainter,
		Preview:   p.preview,
		Outputs:   printOutputs(),
		Papers:    papers,
	})
	return p
}
