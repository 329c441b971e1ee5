// Package instance lets a second start of the program hand its files to the
// first, by way of a socket on this computer that only its user can open.
package instance

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

// patience is how long one program waits for another.
const patience = 2 * time.Second

// mostBytes is the length of the longest list of files that is taken.
const mostBytes = 1 << 20

// Place returns the path of the socket for the programs that run on one display.
func Place(display string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("instance: there is no folder for the socket: %w", err)
	}
	h := fnv.New32a()
	_, _ = io.WriteString(h, display)
	return filepath.Join(cache, "dateline", fmt.Sprintf("window-%08x.sock", h.Sum32())), nil
}

// Hand gives the paths of files to the program that listens at place. It reports
// false if none does, or none has taken them.
func Hand(place string, paths []string) bool {
	c, err := net.DialTimeout("unix", place, patience)
	if err != nil {
		return false
	}
	defer c.Close()
	if err = c.SetDeadline(time.Now().Add(patience)); err != nil {
		return false
	}
	if err = json.NewEncoder(c).Encode(paths); err != nil {
		return false
	}
	var taken bool
	return json.NewDecoder(c).Decode(&taken) == nil && taken
}

// Listen hands to take what other programs give at place, until ctx ends. The error
// is ErrTaken if another program listens there.
func Listen(ctx context.Context, place string, take func(paths []string)) error {
	if c, err := net.DialTimeout("unix", place, patience); err == nil {
		return errors.Join(ErrTaken, c.Close())
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		return fmt.Errorf("instance: there is no folder for the socket: %w", err)
	}
	_ = os.Remove(place) // what a program left that was killed
	l, err := net.Listen("unix", place)
	if err != nil {
		return fmt.Errorf("instance: no other program can hand its files to this one: %w", err)
	}
	context.AfterFunc(ctx, func() { _ = l.Close() })
	if err = os.Chmod(place, 0o600); err != nil {
		return errors.Join(fmt.Errorf("instance: the socket is not for the user alone: %w", err), l.Close())
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go answer(c, take)
		}
	}()
	return nil
}

// ErrTaken says that another program listens already.
var ErrTaken = errors.New("instance: another program listens already")

// answer takes what one program gives.
func answer(c net.Conn, take func(paths []string)) {
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		return
	}
	var paths []string
	if json.NewDecoder(io.LimitReader(c, mostBytes)).Decode(&paths) != nil {
		return
	}
	take(paths)
	_, _ = io.WriteString(c, "true\n") // who does not hear it opens the files itself
}
