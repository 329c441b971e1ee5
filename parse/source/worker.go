package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// worker is a process that runs Child.
type worker struct {
	opt    Options
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr *complaint
	late   atomic.Bool // killed because it took too long
}

// startWorker starts a process.
func startWorker(opt Options) (*worker, error) {
	args := slices.Concat(opt.Worker[1:], []string{fmt.Sprintf("-max-memory=%d", opt.MaxMemory), "-timeout=" + opt.Timeout.String()})
	w := &worker{opt: opt, cmd: exec.Command(opt.Worker[0], args...), stderr: &complaint{}}
	w.cmd.Stderr = w.stderr
	in, err := w.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w.in, w.out = in, bufio.NewReader(out)
	return w, w.cmd.Start()
}

// stop ends the process.
func (w *worker) stop() {
	w.in.Close()
	_ = w.cmd.Process.Kill() // it may have ended by itself
	_ = w.cmd.Wait()         // how it ended is not asked here
}

// read has the worker read a file, which it takes from content. It reports
// whether the worker is fit for another one.
func (w *worker) read(ctx context.Context, h header, content io.Reader, visit Visit) (fit bool, err error) {
	kill := func() { _ = w.cmd.Process.Kill() } // it may have ended by itself
	defer context.AfterFunc(ctx, kill)()
	// The worker watches the time as well; this is for one that cannot.
	const grace = 2 * time.Second
	alarm := time.AfterFunc(w.opt.Timeout+grace, func() { w.late.Store(true); kill() })
	defer alarm.Stop()
	sent := make(chan error, 1)
	go func() { sent <- w.send(h, content) }()
	for {
		var a answer
		data, err := readFrame(w.out)
		if err == nil {
			err = json.Unmarshal(data, &a)
		}
		if err != nil {
			return false, w.failure(ctx, h, sent)
		}
		alarm.Reset(w.opt.Timeout + grace)
		switch {
		case a.Done:
			return true, nil
		case a.Failure != nil:
			err = visit(nil, a.Failure.err())
		default:
			err = visit(a.Document, nil)
		}
		if err != nil {
			return false, err
		}
	}
}

// send gives the worker a file.
func (w *worker) send(h header, content io.Reader) error {
	out := bufio.NewWriter(w.in)
	if err := writeJSON(out, h); err != nil {
		return err
	}
	left := w.opt.MaxFileSize
	piece := make([]byte, 1<<16)
	for {
		n, err := io.ReadFull(content, piece)
		if left -= int64(n); left < 0 {
			w.in.Close()
			return errTooLong
		}
		if n > 0 {
			if err := writeFrame(out, piece[:n]); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			if err := writeFrame(out, nil); err != nil {
				return err
			}
			return out.Flush()
		}
		if err != nil {
			w.in.Close()
			return &Error{Path: h.Path, Problem: "cannot be read", Help: "check the disk", Err: err}
		}
	}
}

var errTooLong = errors.New("longer than a file may be")

// failure says why the worker ended in the middle of a file.
func (w *worker) failure(ctx context.Context, h header, sent <-chan error) error {
	w.in.Close() // ends send, if the worker did not read all of the file
	_ = w.cmd.Process.Kill()
	_ = w.cmd.Wait() // the state is looked at below
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var sending *Error
	switch err := <-sent; {
	case errors.As(err, &sending):
		return sending
	case errors.Is(err, errTooLong):
		return &Error{
			Path: h.Path, Problem: "it is larger than the " + megabytes(w.opt.MaxFileSize) + " that are read",
			Help: "raise the limit with --max-file-size",
		}
	}
	e := &Error{Path: h.Path}
	last := w.stderr.String()
	switch code := w.cmd.ProcessState.ExitCode(); {
	case w.late.Load() || code == exitTime:
		e.Problem, e.Help = "reading it took longer than "+w.opt.Timeout.String(), "raise the limit with --timeout, or save the file in another format"
	case code == exitMemory || strings.Contains(last, "out of memory") || strings.Contains(last, "cannot allocate memory"):
		e.Problem, e.Help = "reading it takes more memory than "+megabytes(w.opt.MaxMemory), "raise the limit with --max-memory, or save the file in another format"
	case strings.Contains(last, "stack"):
		e.Problem, e.Help = "it is nested too deeply", "save it again from the program that made it"
	default:
		e.Problem, e.Help = "the reader failed on it", "save it again from the program that made it"
		e.Err = fmt.Errorf("%v: %s", w.cmd.ProcessState, last)
	}
	return e
}

// complaint keeps the beginning of what is written to it, which is where Go says what
// ended a program.
type complaint struct{ b bytes.Buffer }

// Write implements io.Writer.
func (t *complaint) Write(p []byte) (int, error) {
	const most = 4096
	if room := most - t.b.Len(); room > 0 {
		t.b.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// String returns what was kept. It may be called when the process has ended.
func (t *complaint) String() string { return t.b.String() }
