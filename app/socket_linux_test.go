package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWindowTakesFilesOfALaterStart starts the program twice. The first process
// opens what the second is given, and has no socket but that one and the display's.
func TestWindowTakesFilesOfALaterStart(t *testing.T) {
	w := openWindow(t, "light")
	later := w.start(build(t), sample(t))
	if out, err := later.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	w.eventually(20*time.Second, "the first window does not open what the second start was given", func() bool {
		out, _ := w.command("xdotool", "search", "--onlyvisible", "--name", "Guilin").Output()
		return len(out) > 0
	})
	own := w.sockets()
	for _, protocol := range []string{"tcp", "tcp6", "udp", "udp6", "udplite", "raw", "raw6", "packet", "netlink"} {
		for _, line := range w.table(protocol) {
			for _, field := range strings.Fields(line) {
				if own[field] {
					t.Errorf("the program has a socket of %s: %s", protocol, line)
				}
			}
		}
	}
	var places []string
	for _, line := range w.table("unix") {
		if fields := strings.Fields(line); len(fields) == 8 && own[fields[6]] {
			places = append(places, fields[7])
		}
	}
	const handing, display = 1, 2 // and the connection to the display, which has no name here
	if len(places) != handing || filepath.Dir(places[0]) != filepath.Join(w.home, "dateline") || len(own) > handing+display {
		t.Errorf("the program has %d sockets, with the places %q", len(own), places)
	}
}

// sockets returns the inodes of the sockets that the program has open.
func (w *window) sockets() map[string]bool {
	w.t.Helper()
	folder := fmt.Sprintf("/proc/%d/fd", w.process.Pid)
	files, err := os.ReadDir(folder)
	if err != nil {
		w.t.Fatal(err)
	}
	own := map[string]bool{}
	for _, f := range files {
		leads, _ := os.Readlink(filepath.Join(folder, f.Name())) // it may be closed by now
		if inode, ok := strings.CutPrefix(leads, "socket:["); ok {
			own[strings.TrimSuffix(inode, "]")] = true
		}
	}
	return own
}

// table returns the lines of the system's table of sockets of a protocol.
func (w *window) table(protocol string) []string {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/net/%s", w.process.Pid, protocol))
	if err != nil {
		return nil // the system does not have it
	}
	return strings.Split(string(content), "\n")
}
