package instance

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestHand(t *testing.T) {
	place := filepath.Join(t.TempDir(), "deeper", "window.sock")
	if Hand(place, []string{"/a"}) {
		t.Fatal("files were taken by nobody")
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	took := make(chan []string, 1)
	if err := Listen(ctx, place, func(paths []string) { took <- paths }); err != nil {
		t.Fatal(err)
	}
	want := []string{"/a b", "/ü\n.txt"}
	if !Hand(place, want) {
		t.Fatal("the files were not taken")
	}
	if got := <-took; !slices.Equal(got, want) {
		t.Errorf("%q were taken, want %q", got, want)
	}
	if err := Listen(ctx, place, nil); !errors.Is(err, ErrTaken) {
		t.Errorf("a second program listens: %v", err)
	}
	if info, err := os.Stat(place); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the socket is %v (%v)", info.Mode(), err)
	}
}

func TestNonsenseIsNotTaken(t *testing.T) {
	place := filepath.Join(t.TempDir(), "window.sock")
	if err := Listen(t.Context(), place, func(paths []string) { t.Errorf("%q were taken", paths) }); err != nil {
		t.Fatal(err)
	}
	c, err := net.Dial("unix", place)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err = c.Write([]byte("GET / HTTP/1.1\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	if n, _ := c.Read(make([]byte, 8)); n != 0 {
		t.Error("nonsense was answered")
	}
}

func TestListenAfterACrash(t *testing.T) {
	place := filepath.Join(t.TempDir(), "window.sock")
	if err := os.WriteFile(place, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Listen(t.Context(), place, func([]string) {}); err != nil {
		t.Fatal(err)
	}
	if !Hand(place, nil) {
		t.Error("nobody listens where a socket was left over")
	}
}

func TestPlace(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", "/cache")
	t.Setenv("HOME", "/home/ada")
	one, err := Place(":1")
	two, _ := Place(":2")
	if err != nil || one == two {
		t.Errorf("two displays have the places %q and %q (%v)", one, two, err)
	}
}
