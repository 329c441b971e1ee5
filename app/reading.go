package app

import (
	"flag"
	"fmt"
	"io"

	"dateline/parse"
	"dateline/parse/source"
	"dateline/parse/stamp"
)

// readingOptions are the flags that say how articles are read.
type readingOptions struct {
	date     *string
	language *string
	dayFirst *bool
}

func readingFlags(flags *flag.FlagSet) readingOptions {
	return readingOptions{
		date:     flags.String("date", "", ""),
		language: flags.String("lang", "", ""),
		dayFirst: flags.Bool("day-first", false, ""),
	}
}

// options returns what the flags ask for.
func (r readingOptions) options() (parse.Options, error) {
	opt := parse.Options{Language: *r.language, DayFirst: *r.dayFirst}
	if *r.date != "" {
		date, err := stamp.Parse(*r.date)
		if err != nil {
			return opt, fmt.Errorf("--date %q is not a date; write it as 2021-03-22", *r.date)
		}
		opt.Date = date
	}
	return opt, nil
}

// sourceOptions are how articles are opened everywhere in the program.
func sourceOptions(stdin io.Reader) source.Options {
	return source.Options{Stdin: stdin, Worker: source.SelfWorker()}
}
