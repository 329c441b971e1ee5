package source

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
)

// program returns the command that starts this test program with a first
// argument.
func program(t *testing.T, argument string) []string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return []string{path, argument}
}

// nested is a page that is not read in this process.
func nested() []byte {
	return []byte("<html><body>" + strings.Repeat("<p>A short paragraph.</p>\n", maxTagsInProcess) + "<p>It was built on 5 May 1921, they say, and burned down in 1944.</p></body></html>")
}

func TestWorkerReads(t *testing.T) {
	docs, err := Read(context.Background(), "long.html", nested(), Options{Worker: program(t, ChildCommand)})
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if d := docs[0]; !strings.Contains(d.Text, "5 May 1921") || d.Name != "long.html" {
		t.Errorf("read %q with %d bytes", d.Name, len(d.Text))
	}
}

func TestWorkerPassesErrorsOn(t *testing.T) {
	_, err := Read(context.Background(), "broken.pdf", []byte("%PDF-1.7 and nothing else"), Options{Worker: program(t, ChildCommand)})
	var e *Error
	if !errors.As(err, &e) || e.Path != "broken.pdf" || e.Help == "" {
		t.Errorf("%v is not an Error with a way out", err)
	}
}

func TestWorkerThatFails(t *testing.T) {
	tests := []struct{ fault, want string }{
		{faultHang, "--timeout"},
		{faultLoad, "--max-memory"},
		{faultStack, "nested"},
		{faultChat, "failed"},
		{"-no-such-argument", "failed"},
	}
	for _, tt := range tests {
		t.Run(tt.fault, func(t *testing.T) {
			opt := Options{Worker: program(t, tt.fault), Timeout: 2 * time.Second}
			start := time.Now()
			_, err := Read(context.Background(), "long.html", nested(), opt)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "long.html") {
				t.Errorf("error %v, want one that names the file and %q", err, tt.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestWorkerThatCannotStart(t *testing.T) {
	_, err := Read(context.Background(), "long.html", nested(), Options{Worker: []string{"/no/such/program"}})
	if err == nil || !strings.Contains(err.Error(), "cannot be started") {
		t.Errorf("error %v", err)
	}
}

func TestWorkerIsCancelled(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	_, err := Read(ctx, "long.html", nested(), Options{Worker: program(t, faultHang)})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that of the context", err)
	}
}

func TestWorkerHasNoNetwork(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux gives up system calls")
	}
	command := program(t, faultDial)
	if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
		t.Errorf("a worker could open a connection: %v %s", err, out)
	}
}

func TestChildWithWrongArguments(t *testing.T) {
	if got := Child([]string{"-no-such-flag"}, strings.NewReader(""), os.Stdout); got != exitUsage {
		t.Errorf("exit code %d, want %d", got, exitUsage)
	}
}
