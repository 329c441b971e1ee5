//go:build !headless

package app

import (
	"os"
	"path/filepath"
	"runtime"
	"time"

	"dateline/app/state"
)

// logbook is a file in which the program notes what went wrong, for reports of
// faults. It holds nothing of what articles say. The zero logbook notes nothing.
type logbook struct{ path string }

// mostLog is the number of bytes at which a new log is begun. One older one is kept.
const mostLog = 128 << 10

// newLogbook returns the log of this user.
func newLogbook() logbook {
	cache, err := os.UserCacheDir()
	if err != nil {
		return logbook{}
	}
	return logbook{filepath.Join(cache, "dateline", "dateline.log")}
}

// began notes the start of a version of the program.
func (l logbook) began(version string) {
	l.note("Dateline " + version + ", " + runtime.GOOS + " " + runtime.GOARCH + ", " + runtime.Version())
}

// problems notes what the reader was told after the first of notices. Names of
// articles are left out.
func (l logbook) problems(before, after []state.Notice) {
	if len(after) <= len(before) {
		return
	}
	for _, n := range after[len(before):] {
		switch {
		case n.Done:
		case n.Sentence.Words != "":
			l.note(n.Sentence.Words)
		default:
			l.note(n.Sentence.Name)
		}
	}
}

// note adds a line. A log that cannot be written is no reason to disturb anybody.
func (l logbook) note(line string) {
	if l.path == "" || os.MkdirAll(filepath.Dir(l.path), 0o700) != nil {
		return
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() > mostLog {
		_ = os.Rename(l.path, l.path+".old")
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = f.WriteString(time.Now().Format(time.DateTime) + " " + line + "\n")
}

// read returns what was noted, and where.
func (l logbook) read() (path, content string) {
	noted, _ := os.ReadFile(l.path) // nothing was noted
	return l.path, string(noted)
}
