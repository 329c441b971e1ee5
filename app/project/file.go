package project

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// The signature of a project file: SQLite's own opening and, further on, the
// application ID "DtLn", by which other programs can tell such files apart.
const (
	magic           = "SQLite format 3\x00"
	applicationID   = 0x44744C6E
	applicationIDAt = 68
	headerSize      = 100
)

// IsProject reports whether head, the first 100 bytes of a file or more, opens
// a project file.
func IsProject(head []byte) bool {
	return len(head) >= headerSize && bytes.HasPrefix(head, []byte(magic)) &&
		binary.BigEndian.Uint32(head[applicationIDAt:]) == applicationID
}

// inspect returns what stands at path if it is a project file. It reads without
// the help of SQLite, which would change some files by opening them.
func inspect(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // a pipe would be waited for
		return nil, ErrNotProject
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, headerSize)
	if _, err = io.ReadFull(f, head); err != nil || !IsProject(head) {
		return nil, ErrNotProject
	}
	return info, nil
}

// writable reports whether the file and its folder, where the log goes, can be
// written.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	_ = f.Close()
	probe, err := createBeside(path)
	if err != nil {
		return !errors.Is(err, fs.ErrPermission) && !isReadOnlyFileSystem(err)
	}
	return os.Remove(probe) == nil
}

// createBeside makes an empty file in the folder of path and returns its name.
func createBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".dateline-*.tmp")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// publish gives the finished file draft the name path, unless that is taken.
func publish(draft, path string) error {
	if err := syncFile(draft); err != nil {
		return err
	}
	err := os.Link(draft, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// A file system without links: the best it can do is look first.
	if _, statErr := os.Lstat(path); statErr == nil {
		return fs.ErrExist
	}
	return os.Rename(draft, path)
}

// syncFile waits until the bytes of a file are on the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Chmod(0o644), f.Sync(), f.Close())
}
