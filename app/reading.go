package app

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/parse"
	"dateline/parse/source"
	"dateline/parse/stamp"
)

// readingOptions are the flags that say how articles are read.
type readingOptions struct {
	date     *string
	language *string
	dayFirst *bool
	limits   *source.Options
}

// readingHelp explains the flags.
const readingHelp = `  --date YYYY-MM-DD  the articles' date, for relative words like "last Thursday"
  --lang TAG         the articles' language: en, as without the flag
  --day-first        read 03/04/2021 as 3 April
  --max-file-size N  the largest file that is opened, as in 500MB (default 256MB)
  --max-memory N     what the reading of one file may take (default 1GB)
  --timeout TIME     how long the reading of one file may take (default 30s)
`

func readingFlags(flags *flag.FlagSet) readingOptions {
	limits := sourceOptions(nil)
	sizeFlag(flags, "max-file-size", &limits.MaxFileSize)
	sizeFlag(flags, "max-memory", &limits.MaxMemory)
	flags.DurationVar(&limits.Timeout, "timeout", 0, "")
	return readingOptions{
		limits:   &limits,
		date:     flags.String("date", "", ""),
		language: flags.String("lang", "", ""),
		dayFirst: flags.Bool("day-first", false, ""),
	}
}

// options returns what the flags ask for.
func (r readingOptions) options() (parse.Options, error) {
	opt := parse.Options{Language: *r.language, DayFirst: *r.dayFirst}
	if opt.Language != "" && !parse.ReadsLanguage(opt.Language) {
		return opt, fmt.Errorf("--lang %q is not read; choose one of %s", opt.Language, strings.Join(parse.Languages(), ", "))
	}
	if *r.date != "" {
		date, err := stamp.Parse(*r.date)
		if err != nil {
			return opt, fmt.Errorf("--date %q is not a date; write it as 2021-03-22", *r.date)
		}
		opt.Date = date
	}
	return opt, nil
}

// source returns how articles are opened as the flags say; "-" is stdin.
func (r readingOptions) source(stdin io.Reader) (source.Options, error) {
	opt := *r.limits
	opt.Stdin = stdin
	if opt.Timeout < 0 {
		return opt, fmt.Errorf("--timeout %v is not more than nothing; write it as 90s", opt.Timeout)
	}
	return opt, nil
}

// sizeUnits are the units that a size in bytes is written with.
var sizeUnits = []struct {
	name  string
	bytes float64
}{{"kb", 1 << 10}, {"mb", 1 << 20}, {"gb", 1 << 30}}

// sizeFlag adds a flag for a number of bytes, as in "500MB".
func sizeFlag(flags *flag.FlagSet, name string, to *int64) {
	const most = 1 << 40
	flags.Func(name, "", func(words string) error {
		number, unit := strings.ToLower(words), 0.0
		for _, u := range sizeUnits {
			if rest, ok := strings.CutSuffix(number, u.name); ok {
				number, unit = strings.TrimSpace(rest), u.bytes
			}
		}
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || unit == 0 || !(n*unit >= 1 && n*unit <= most) {
			return errors.New("is no size; write it as 500MB")
		}
		*to = int64(n * unit)
		return nil
	})
}

// sourceOptions are how articles are opened everywhere in the program.
func sourceOptions(stdin io.Reader) source.Options {
	return source.Options{Stdin: stdin, Worker: source.SelfWorker()}
}
