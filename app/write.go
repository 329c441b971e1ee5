package app

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile makes a file of what write writes: into a temporary file beside it,
// which takes its name when it is complete. Whatever goes wrong, a file that
// was there before stays as it was and nothing half-written is left behind.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is not a file that can be written; name a file", path)
	}
	dir := filepath.Dir(path)
	temp, err := os.CreateTemp(dir, ".dateline-*")
	if err != nil {
		return unwritable(path, dir, err)
	}
	defer func() {
		if err != nil {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	buffered := bufio.NewWriterSize(temp, 1<<16)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, cause(err))
	}
	if err := temp.Chmod(modeOf(path)); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, cause(err))
	}
	if err := temp.Close(); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, cause(err))
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", path, cause(err))
	}
	return nil
}

// modeOf returns the permissions of the file at path, or those of a new file.
func modeOf(path string) fs.FileMode {
	const fresh = 0o644
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return fresh
}

func unwritable(path, dir string, err error) error {
	_, missing := os.Stat(dir)
	switch {
	case errors.Is(missing, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no folder %s; make it first", path, dir)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: the folder %s does not allow writing; choose another", path, dir)
	}
	return fmt.Errorf("%s: cannot be written: %w", path, cause(err))
}

// cause returns what the system said, without the name of the temporary file.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
