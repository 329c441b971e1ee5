package source

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"dateline/parse/text"
)

// ChildCommand is the first argument with which a program starts Child. It is
// not meant for people.
const ChildCommand = "read-for-parent"

// SelfWorker returns the command that runs Child in the program that is running,
// for Options.Worker. The program's main function has to call Child, before it
// does anything else, if its first argument is ChildCommand:
//
//	if len(os.Args) > 1 && os.Args[1] == source.ChildCommand {
//		os.Exit(source.Child(os.Args[2:], os.Stdin, os.Stdout))
//	}
//
// It returns nil if the program cannot be found.
func SelfWorker() []string {
	path, err := os.Executable()
	if err != nil {
		return nil
	}
	return []string{path, ChildCommand}
}

// The exit codes of Child.
const (
	exitDone   = 0
	exitUsage  = 2
	exitMemory = 3 // more memory was used than is allowed
	exitTime   = 4 // a file took longer than is allowed
	exitPipe   = 5 // the parent is gone, or does not speak the same language
)

// Child reads files for a parent process, which sends them through in and gets
// articles through out, until in ends. It returns an exit code. What is read may
// be made to do harm, so the process gives up the network and other programs
// where the system lets it, and ends itself when it uses more memory, or takes
// longer over one article, than the arguments allow.
func Child(args []string, in io.Reader, out io.Writer) int {
	flags := flag.NewFlagSet(ChildCommand, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	memory := flags.Int64("max-memory", maxMemory, "bytes of memory")
	patience := flags.Duration("timeout", timeout, "time for one article")
	if flags.Parse(args) != nil {
		return exitUsage
	}
	confine()
	const stack = 64 << 20
	debug.SetMaxStack(stack)
	debug.SetMemoryLimit(*memory / 2) // collects garbage more often from there on
	c := child{in: bufio.NewReader(in), out: bufio.NewWriter(out), patience: *patience}
	go c.watch(*memory)
	defer c.pdf.close()
	for {
		if err := c.next(); err != nil {
			if errors.Is(err, io.EOF) {
				return exitDone
			}
			return exitPipe
		}
	}
}

// child reads files for a parent.
type child struct {
	in       *bufio.Reader
	out      *bufio.Writer
	pdf      pdfEngine
	patience time.Duration
	since    atomic.Int64 // when the article that is being read was begun, in nanoseconds; 0 between files
}

// next reads one file. It returns io.EOF if there is none.
func (c *child) next() error {
	head, err := readFrame(c.in)
	if err != nil {
		return err
	}
	var h header
	if err := json.Unmarshal(head, &h); err != nil {
		return err
	}
	data, err := c.content()
	if err != nil {
		return err
	}
	c.begin()
	file := &input{name: h.Name, path: h.Path, data: data, pdf: &c.pdf}
	err = formatOf(data).read(context.Background(), file, func(d *text.Document, err error) error {
		c.begin()
		return writeJSON(c.out, answerTo(d, err))
	})
	c.since.Store(0)
	if err != nil {
		return err
	}
	if err := writeJSON(c.out, answer{Done: true}); err != nil {
		return err
	}
	return c.out.Flush()
}

// content reads the pieces of a file.
func (c *child) content() ([]byte, error) {
	var data []byte
	for {
		piece, err := readFrame(c.in)
		if err != nil || len(piece) == 0 {
			return data, err
		}
		data = append(data, piece...)
	}
}

func (c *child) begin() { c.since.Store(time.Now().UnixNano()) }

// watch ends the process when a limit is passed.
func (c *child) watch(memory int64) {
	const interval = 5 * time.Millisecond
	for range time.Tick(interval) {
		if used() > memory {
			os.Exit(exitMemory)
		}
		if since := c.since.Load(); since != 0 && time.Since(time.Unix(0, since)) > c.patience {
			os.Exit(exitTime)
		}
	}
}

// used returns the number of bytes of memory that the process has taken from the
// system and not given back.
func used() int64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return int64(samples[0].Value.Uint64() - samples[1].Value.Uint64())
}
