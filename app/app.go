// Package app puts the rooms together: Run opens the window, Export and Extract
// do without one, and Main chooses between them by the command line.
package app

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"dateline/parse/source"
)

// Files are what the program carries with it.
type Files struct {
	Regular, Bold []byte // TrueType faces that text is set in
	Icon          []byte // PNG
	Sample        []byte // the article to try the program with
	SampleName    string // its file name, which says what format it has
	Changelog     string // Markdown
	Notices       string // the licences of what is built in
	// Languages holds the folder languages with what the window says.
	Languages embed.FS
	// Version is the release that the program was built as; empty to look it up.
	Version string
}

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// call is one use of the program.
type call struct {
	Streams
	files Files
}

// command is one row of the command line.
type command struct {
	name string
	help string
	run  func(ctx context.Context, c call, args []string) error
}

// commands lists what can stand after "dateline". A first word that is none of
// them is a file for the window.
func commands() []command {
	return []command{
		{"export", exportHelp, runExport},
		{"extract", extractHelp, runExtract},
		{"version", versionHelp, runVersion},
		{"help", windowHelp, runHelp},
	}
}

// Exit codes.
const (
	exitDone    = 0
	exitFailed  = 1 // something could not be done; the rest was
	exitMisused = 2 // the command line makes no sense
)

// misuse is an error in the command line.
type misuse struct{ error }

// errReported is the error of a command that has already named what went wrong.
var errReported = errors.New("some articles could not be read")

// Main runs the program with the given arguments, without its name, and returns
// the exit code. It must be the first that the main function calls, since the
// program also starts itself to read files that could do harm.
func Main(args []string, streams Streams, files Files) int {
	if len(args) > 0 && args[0] == source.ChildCommand {
		return source.Child(args[1:], streams.In, streams.Out)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := dispatch(ctx, call{streams, files}, args)
	var wrong misuse
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintf(streams.Err, "dateline: %v\n", err)
		return exitMisused
	case errors.Is(err, errReported):
		return exitFailed
	default:
		fmt.Fprintf(streams.Err, "dateline: %v\n", err)
		return exitFailed
	}
}

func dispatch(ctx context.Context, c call, args []string) error {
	if len(args) > 0 {
		for _, cmd := range commands() {
			if args[0] == cmd.name {
				return cmd.runOrHelp(ctx, c, args[1:])
			}
		}
	}
	return command{"", windowHelp, runWindow}.runOrHelp(ctx, c, args)
}

// runOrHelp runs the command, or prints its help if an argument asks for it.
func (cmd command) runOrHelp(ctx context.Context, c call, args []string) error {
	for _, a := range args {
		switch a {
		case "-h", "-help", "--help":
			_, err := io.WriteString(c.Out, cmd.help)
			return err
		case "--":
			return cmd.run(ctx, c, args)
		}
	}
	return cmd.run(ctx, c, args)
}

const windowHelp = `Dateline turns articles into timelines.

usage:
  dateline [FILE…]                      open the window, with these files
  dateline export -o OUT [flags] FILE…  write the whole timeline as a picture
  dateline extract [flags] [FILE…|-]    print what was found, as JSON Lines
  dateline version                      print the version

examples:
  dateline                              start with an empty window
  dateline report.html notes.txt        show two articles on one timeline
  dateline talks.dateline               go on with a project
  dateline export -o talks.png report.html
  dateline extract report.html | jq '.events[].title'

"dateline export --help" and "dateline extract --help" tell more.
A FILE that is called like a command is written ./export.
`

func runHelp(_ context.Context, c call, args []string) error {
	for _, cmd := range commands() {
		if len(args) > 0 && args[0] == cmd.name {
			_, err := io.WriteString(c.Out, cmd.help)
			return err
		}
	}
	if len(args) > 0 {
		return misuse{fmt.Errorf("help: there is no command %q; there are export, extract and version", args[0])}
	}
	_, err := io.WriteString(c.Out, windowHelp)
	return err
}

// sentence returns an error as a sentence for the reader: without the name of
// the package that found it, with a capital and a full stop.
func sentence(err error) string {
	s := err.Error()
	if i := strings.Index(s, ": "); i > 0 && !strings.ContainsAny(s[:i], " ./\\") {
		s = s[i+2:]
	}
	return strings.TrimSuffix(s, ".") + "."
}
