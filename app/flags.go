package app

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// newFlags returns an empty set of flags for a command.
func newFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parseFlags reads flags wherever they stand between the other arguments, which
// it returns. What follows "--" is no flag.
func parseFlags(flags *flag.FlagSet, args []string) (rest []string, err error) {
	var literal []string
	for i, a := range args {
		if a == "--" {
			args, literal = args[:i], args[i+1:]
			break
		}
	}
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, misuse{fmt.Errorf("%s: %s; see dateline %s --help", flags.Name(), flagProblem(err), flags.Name())}
		}
		args = flags.Args()
		if len(args) > 0 {
			rest = append(rest, args[0])
			args = args[1:]
		}
	}
	return append(rest, literal...), nil
}

// flagProblem rewrites what the flag package says into the words of our help.
func flagProblem(err error) string {
	if errors.Is(err, flag.ErrHelp) {
		return "no help for this"
	}
	s := err.Error()
	s = strings.Replace(s, "flag provided but not defined: -", "there is no flag --", 1)
	s = strings.Replace(s, "flag needs an argument: -", "a value is missing after --", 1)
	if i := strings.Index(s, ": parse error"); i > 0 {
		s = s[:i]
	}
	s = strings.Replace(s, "for flag -", "for flag --", 1)
	return strings.TrimPrefix(s, "-")
}
