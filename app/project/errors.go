package project

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a project file. Each ends in a way out, and the errors
// of this package that wrap them begin with the file's name, so that they can
// be shown as they are.
var (
	ErrInUse      = errors.New("it is open already; close it in the other window or program, or work on a copy")
	ErrNewer      = errors.New("it was written by a newer version of Dateline; use that version to open it")
	ErrNotProject = errors.New("it is not a Dateline project; open a .dateline file, or load it as an article")
	ErrReadOnly   = errors.New("it cannot be written; save a copy to another folder and work there")
	ErrUnfinished = errors.New("it was not closed in order and cannot be written; copy it together with its -wal file to another folder and open it there")
	ErrFull       = errors.New("the disk is full; make room and try again, or save a copy elsewhere")
	ErrGone       = errors.New("the file was moved, removed or replaced while it was open; save a copy under a new name")
	ErrDamaged    = errors.New("the file is damaged; go back to a copy of it")
	ErrUnknown    = errors.New("no such event or article in the project; it may have been removed")
	ErrNothing    = errors.New("there is no step to undo or redo")
)

// codes says what SQLite's primary result codes mean to a reader.
var codes = map[int]error{
	sqlite3.SQLITE_BUSY:     ErrInUse,
	sqlite3.SQLITE_LOCKED:   ErrInUse,
	sqlite3.SQLITE_READONLY: ErrReadOnly,
	sqlite3.SQLITE_PERM:     ErrReadOnly,
	sqlite3.SQLITE_CANTOPEN: ErrReadOnly,
	sqlite3.SQLITE_FULL:     ErrFull,
	sqlite3.SQLITE_CORRUPT:  ErrDamaged,
	sqlite3.SQLITE_NOTADB:   ErrDamaged,
}

// explain turns err into a sentence about the file at path. A nil error stays nil.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	name := filepath.Base(path)
	if code, ok := errors.AsType[*sqlite.Error](err); ok {
		if known, ok := codes[code.Code()&0xFF]; ok {
			if errors.Is(known, ErrInUse) {
				return fmt.Errorf("project: %s: %w", name, known) // nothing is wrong that a code could tell
			}
			return fmt.Errorf("project: %s: %w (%w)", name, known, code)
		}
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("project: %s: %w", name, ErrFull)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("project: %s: %w; was it moved or renamed?", name, fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission), isReadOnlyFileSystem(err):
		return fmt.Errorf("project: %s: %w", name, ErrReadOnly)
	}
	return fmt.Errorf("project: %s: %w", name, err)
}

func isReadOnlyFileSystem(err error) bool { return errors.Is(err, syscall.EROFS) }
