package exchange

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"dateline/parse/when"
	"dateline/timeline"
)

// maxProblems is how many problems of one file are told at once.
const maxProblems = 20

// input is a file that is being read, and what was found wrong in it.
type input struct {
	name     string
	text     string
	opts     ReadOptions
	problems []error
	more     int
	ids      map[string]int // line on which an ID was given
	offset   int            // where line counted last
	lines    int            // newlines before offset
}

// problem notes that something on a line, counted from 1, cannot be read.
func (in *input) problem(line int, format string, args ...any) {
	if len(in.problems) == maxProblems {
		in.more++
		return
	}
	in.problems = append(in.problems, fmt.Errorf("exchange: %s:%d: %s", in.name, line, fmt.Sprintf(format, args...)))
}

// err returns the problems so far as one error, or nil.
func (in *input) err() error {
	if in.more > 0 {
		return errors.Join(append(in.problems, fmt.Errorf("exchange: %s: and %d more like these", in.name, in.more))...)
	}
	return errors.Join(in.problems...)
}

// line returns the number of the line that holds the byte at offset. Asking
// for growing offsets costs one pass over the text in all.
func (in *input) line(offset int) int {
	offset = min(max(offset, 0), len(in.text))
	if offset < in.offset {
		in.offset, in.lines = 0, 0
	}
	in.lines += strings.Count(in.text[in.offset:offset], "\n")
	in.offset = offset
	return 1 + in.lines
}

// claim notes that an event on line has the given ID, which must be new. The
// empty ID may be claimed any number of times.
func (in *input) claim(id string, line int) {
	if id == "" {
		return
	}
	if in.ids == nil {
		in.ids = map[string]int{}
	}
	if first, taken := in.ids[id]; taken {
		in.problem(line, "id %q is already used on line %d; give each event its own or none", id, first)
		return
	}
	in.ids[id] = line
}

// date reads EDTF, an ISO date with as many digits of the year as it needs, or
// what the reader's options can read beyond these.
func (in *input) date(s string) (when.Choice, error) {
	c, err := when.ParseEDTF(s)
	if err == nil && len(c) > 0 {
		return c, nil
	}
	if stamp, err := parseStamp(s); err == nil {
		return when.One(stamp.interval()), nil
	}
	if in.opts.Date != nil {
		if c, err := in.opts.Date(s); err == nil && len(c) > 0 {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%q is not a date; write one like 2021-03-18, 2021-03, 1850~ or 1914/1918", s)
}

// edtf writes a time in EDTF, or nothing if that is one of the few times, days
// of years beyond 9999 for instance, that EDTF has no words for.
func edtf(c when.Choice) string {
	s := c.EDTF()
	if again, err := when.ParseEDTF(s); err != nil || again.EDTF() != s {
		return ""
	}
	return s
}

// nameEvents gives an ID to each event that has none. It is made of the title
// and the time, so that it stays the same from one reading to the next.
func nameEvents(events []timeline.Event) {
	taken := make(map[string]bool, len(events))
	for _, e := range events {
		taken[e.ID] = true
	}
	for i := range events {
		e := &events[i]
		if e.ID != "" {
			continue
		}
		h := fnv.New64a()
		_, _ = h.Write([]byte(e.Title + "\x00" + e.When.EDTF()))
		stem := "x" + strconv.FormatUint(h.Sum64(), 36)
		e.ID = stem
		for n := 2; taken[e.ID]; n++ {
			e.ID = stem + "-" + strconv.Itoa(n)
		}
		taken[e.ID] = true
	}
}
