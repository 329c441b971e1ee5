package project

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/timeline"
)

// victim is the variable that makes the test binary the process to be killed;
// its value is the path of the project.
const victim = "DATELINE_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		if err := editForever(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// editForever edits a project until it is killed. Every edit that has returned is
// acknowledged on standard output.
func editForever(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	last, err := p.View("last")
	if err != nil {
		return err
	}
	n, _ := strconv.Atoi(last) // nothing on the first start
	for {
		n++
		id := fmt.Sprint("e", n)
		var err error
		switch n % 8 {
		case 0: // an import, unless an earlier life died just after it
			if _, missing := p.Article(fmt.Sprint("a", n)); missing != nil {
				events := make([]Record, 40)
				for i := range events {
					events[i] = event(fmt.Sprint(id, "-", i))
				}
				err = addArticle(p, article(fmt.Sprint("a", n)), events)
			}
		case 1: // an edit taken back and done again
			_, undone := p.Undo()
			_, redone := p.Redo()
			if err = errors.Join(undone, redone); err == nil || errors.Is(err, ErrNothing) {
				err = p.Put("add", event(id))
			}
		case 2: // a copy
			err = errors.Join(p.SaveCopy(path+".copy"), p.Put("add", event(id)))
		case 3: // several decided at once
			err = errors.Join(p.Put("add", event(id), event(id+"-too")), p.Decide("keep 2 events", Kept, id, id+"-too"))
		case 4: // one of the reader's own, with a note
			err = p.Put("add", event(id).Edit(func(e *timeline.Event) { e.Note, e.Tags = "seen", []string{"own"} }))
		case 5: // one merged into another
			kept, gone := event(id).Edit(func(e *timeline.Event) { e.Note = "merged" }), event(id+"-gone")
			gone.State = Dismissed
			err = p.Put("merge 2 events", kept, gone)
		default:
			err = p.Put("add", event(id))
		}
		if err == nil {
			err = p.SetView("last", strconv.Itoa(n))
		}
		if err != nil {
			return err
		}
		if _, err := fmt.Println(n); err != nil {
			return err
		}
	}
}

// TestKilled kills a process that edits, at random moments, and opens what it
// left.
func TestKilled(t *testing.T) {
	kills := 200
	if testing.Short() {
		kills = 10
	}
	rnd := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	path := older(t, "v1.sql") // the first victim is killed in the migration
	acknowledged := 0
	for i := range kills {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), victim+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := func() {
			time.AfterFunc(time.Duration(rnd.IntN(60_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
		if i%2 == 0 { // while it opens the project, or soon after
			kill()
			kill = func() {}
		}
		acknowledged = max(acknowledged, lastAcknowledged(t, out, kill))
		_ = cmd.Wait() // it was killed
		checkSurvivor(t, path, acknowledged)
		if t.Failed() {
			t.Fatalf("after kill %d", i+1)
		}
	}
	if acknowledged < kills {
		t.Errorf("only %d edits in %d lives: nothing was tested", acknowledged, kills)
	}
	t.Logf("%d kills, %d acknowledged edits", kills, acknowledged)
}

// lastAcknowledged returns the last number that the victim wrote before it died.
// It calls first after the first number.
func lastAcknowledged(t *testing.T, out io.Reader, first func()) int {
	t.Helper()
	last := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error") {
			t.Fatal(lines.Text())
		}
		if n, err := strconv.Atoi(lines.Text()); err == nil {
			if last == 0 {
				first()
			}
			last = n
		}
	}
	return last
}

// editedTo tells what becomes of the event of an edit, by the kind of the edit.
var editedTo = [8]Record{
	3: {State: Kept},
	4: {State: Kept, Event: timeline.Event{Note: "seen"}},
	5: {State: Kept, Event: timeline.Event{Note: "merged"}},
}

// checkSurvivor checks that a project is sound and has every acknowledged edit.
func checkSurvivor(t *testing.T, path string, acknowledged int) {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(); err != nil {
		t.Error(err)
	}
	if _, err := p.Redo(); err != nil && !errors.Is(err, ErrNothing) { // it died between an undo and its redo
		t.Error(err)
	}
	for n := 1; n <= acknowledged; n++ {
		id := fmt.Sprint("e", n)
		if n%8 == 0 {
			id += "-39"
			if _, err := p.Article(fmt.Sprint("a", n)); err != nil {
				t.Errorf("article %d: %v", n, err)
			}
		}
		r, err := p.Event(id)
		if err != nil {
			t.Errorf("edit %d of %d: %v", n, acknowledged, err)
		}
		if want := editedTo[n%8]; r.State != want.State || r.Note != want.Note {
			t.Errorf("edit %d of %d is %v with the note %q, want %v, %q", n, acknowledged, r.State, r.Note, want.State, want.Note)
		}
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
	drafts, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".dateline-*.tmp*"))
	if err != nil {
		t.Error(err)
	}
	for _, d := range drafts { // of copies that were cut short
		_ = os.Remove(d)
	}
}
