package source

import (
	"bytes"
	"context"
	"fmt"
	"strings"
)

// fromLine separates the mails of a mailbox.
var fromLine = pattern(`^From \S+.*\d{4}\s*$|^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) `)

// isMailbox reports whether s is the beginning of a mailbox (mbox).
func isMailbox(s sample) bool {
	line, _, _ := strings.Cut(s.text, "\n")
	return fromLine().MatchString(line) && isMail(s)
}

// readMailbox reads each mail of a mailbox as an article of its own.
func readMailbox(ctx context.Context, in *input, visit Visit) error {
	number := 0
	for data := in.data; len(data) > 0; {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		end := nextMail(data)
		one := data[:end]
		data = data[end:]
		if len(bytes.TrimSpace(one)) == 0 {
			continue
		}
		number++
		e := &input{name: fmt.Sprintf("%s, mail %d", in.name, number), path: fmt.Sprintf("%s!%d", in.path, number), data: one}
		if err := readMail(ctx, e, visit); err != nil {
			return err
		}
	}
	return nil
}

// nextMail returns where the mail after the first in data begins: at a line
// "From …" after an empty one.
func nextMail(data []byte) int {
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("\nFrom "))
		if i < 0 {
			return len(data)
		}
		at += i + 1
		line, _, _ := bytes.Cut(data[at:], []byte("\n"))
		emptyBefore := at >= 2 && (data[at-2] == '\n' || at >= 3 && data[at-2] == '\r' && data[at-3] == '\n')
		if emptyBefore && fromLine().Match(line) {
			return at
		}
	}
}
