// Package project keeps a reader's work in one file: articles, the events found
// in them, and everything the reader did about those.
//
// A project file is an SQLite database. Every method that changes it is one
// transaction, which is on the disk when the method returns, and one named step
// that Undo takes back, also after a restart. There is no saving and nothing to
// lose: a process may be killed at any moment.
//
//	p, err := project.Open(path)          // or Create; errors are sentences, see errors.go
//	for batch, err := range p.Events() {} // most important events first
//	err = p.AddArticles(readings...)      // articles and what was found in them
//	err = p.Put("move Guilin meeting", r) // any change of events is a Put of their new Records
//	changed, err := p.Undo()              // tells what to show anew
//	err = p.Close()                       // leaves a single file
//
// A Project may be used from several goroutines; calls wait for each other.
// A method that fails has changed nothing and may be called again, so a caller
// that cannot write for now keeps the call and repeats it, or puts the work
// somewhere else with SaveCopy.
package project

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the database driver "sqlite"
)

// Extension is what the names of project files end in.
const Extension = ".dateline"

// Project is an open project file.
type Project struct {
	path     string
	file     os.FileInfo // what stood at path when it was opened
	db       *sql.DB
	readOnly bool
}

// pragmas are set on the connection before anything else. The lock is held for
// as long as the project is open, which keeps other programs out and lets the
// write-ahead log do without shared memory; see decision 0080.
var pragmas = []string{
	"busy_timeout(100)", "locking_mode(EXCLUSIVE)", "synchronous(FULL)", "trusted_schema(OFF)",
	"cell_size_check(ON)", "temp_store(MEMORY)", "cache_size(-32000)", "journal_size_limit(4194304)",
}

// Create makes an empty project file and opens it. A file that exists already
// is left alone, and the error is fs.ErrExist.
func Create(path string) (*Project, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("project: %s: %w; choose another name or open it", filepath.Base(path), fs.ErrExist)
	}
	draft, err := createBeside(path)
	if err != nil {
		return nil, explain(path, err)
	}
	defer os.Remove(draft)
	db, err := connect(draft, "rwc", pragmas)
	if err != nil {
		return nil, explain(path, err)
	}
	if err = errors.Join(migrate(db), db.Close()); err != nil {
		return nil, explain(path, err)
	}
	if err = publish(draft, path); err != nil {
		return nil, explain(path, err)
	}
	return Open(path)
}

// Open opens a project file. One that an older version of the program wrote is
// brought up to date. One that cannot be written, because it or its folder is
// write-protected, is opened for reading; see ReadOnly. The error is ErrInUse if
// the project is open already, here or in another process, ErrNewer if a newer
// version wrote it, ErrNotProject if it is something else.
func Open(path string) (*Project, error) {
	file, err := inspect(path)
	if err != nil {
		return nil, explain(path, err)
	}
	p := &Project{path: path, file: file, readOnly: !writable(path)}
	if p.readOnly {
		err = p.openForReading()
	} else {
		err = p.openForWriting()
	}
	if err != nil {
		if p.db != nil {
			err = errors.Join(err, p.db.Close())
		}
		return nil, explain(path, err)
	}
	return p, nil
}

func (p *Project) openForWriting() (err error) {
	if p.db, err = connect(p.path, "rw", append([]string{"journal_mode(WAL)"}, pragmas...)); err != nil {
		return err
	}
	if _, err = p.db.Exec("BEGIN EXCLUSIVE; COMMIT"); err != nil {
		return err
	}
	return migrate(p.db)
}

// openForReading opens a file that nobody can write. It must have been closed
// in order, since changes that are still in its log could not be read.
func (p *Project) openForReading() (err error) {
	if log, err := os.Stat(p.path + "-wal"); err == nil && log.Size() > 0 {
		return ErrUnfinished
	}
	if p.db, err = connect(p.path, "ro&immutable=1", []string{"trusted_schema(OFF)", "cell_size_check(ON)", "cache_size(-32000)"}); err != nil {
		return err
	}
	version, err := schemaVersion(p.db)
	if err == nil && version < len(migrations) {
		err = fmt.Errorf("%w, and it must be brought up to date before it can be read", ErrReadOnly)
	}
	return err
}

// connect opens the database at path with one connection that lives as long.
func connect(path, mode string, pragmas []string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": pragmas}
	name := url.URL{Scheme: "file", Path: slashed, RawQuery: "mode=" + mode + "&" + settings.Encode()}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	db.SetConnMaxIdleTime(0)
	db.SetConnMaxLifetime(time.Duration(0))
	if err = db.Ping(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// Path returns the path that the project was opened with.
func (p *Project) Path() string { return p.path }

// ReadOnly reports that the project can be looked at but not changed.
func (p *Project) ReadOnly() bool { return p.readOnly }

// Check looks for damage in the whole file, which takes time in proportion to
// its size. The error is ErrDamaged and says what was found.
func (p *Project) Check() error {
	var report string
	if err := p.db.QueryRow("PRAGMA integrity_check(1)").Scan(&report); err != nil {
		return explain(p.path, err)
	}
	if report != "ok" {
		return explain(p.path, fmt.Errorf("%w: %s", ErrDamaged, report))
	}
	return nil
}

// Close ends the work on the project and folds its log into it, so that a
// single file is left.
func (p *Project) Close() error {
	var err error
	if !p.readOnly {
		// A file in WAL mode cannot be read where it cannot be written.
		_, err = p.db.Exec("PRAGMA journal_mode = DELETE")
	}
	return explain(p.path, errors.Join(err, p.db.Close()))
}

// SaveCopy writes the project as it is now to another file, which is replaced
// if it exists. The copy is complete or not there.
func (p *Project) SaveCopy(path string) error {
	return p.save(path, func(string) error { return nil })
}

// SaveWithoutHistory writes a copy that holds nothing but the present: no steps
// to undo, and nothing of the articles and events that were removed. It is for
// giving a project to others.
func (p *Project) SaveWithoutHistory(path string) error { return p.save(path, forgetHistory) }

// save writes a copy and changes it by f before it gets its name.
func (p *Project) save(path string, f func(draft string) error) error {
	if target, err := os.Stat(path); err == nil && os.SameFile(target, p.file) {
		return fmt.Errorf("project: %s: a project cannot be copied onto itself; choose another name", filepath.Base(path))
	}
	draft, err := createBeside(path)
	if err != nil {
		return explain(path, err)
	}
	defer os.Remove(draft)
	if _, err = p.db.Exec("VACUUM INTO ?", draft); err != nil {
		return explain(path, err)
	}
	if err = f(draft); err == nil {
		err = syncFile(draft)
	}
	if err == nil {
		err = os.Rename(draft, path)
	}
	return explain(path, err)
}

// forgetHistory removes the steps from a file, which keeps the bytes of deleted
// rows until it is rewritten.
func forgetHistory(path string) error {
	db, err := connect(path, "rw", pragmas)
	if err != nil {
		return err
	}
	_, err = db.Exec(`
DELETE FROM change;
DELETE FROM step;
VACUUM`)
	return errors.Join(err, db.Close())
}
