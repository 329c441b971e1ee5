package project

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
)

// The journal makes every change a step that can be taken back. All that
// belongs to the document is rows of a few relations, each a key and a body. A
// step keeps for every row that it touched the row's image on the other side of
// the step: the old body while the step is done, the new one while it is
// undone. Undo and redo are therefore the same act, a swap, and a step costs
// memory in proportion to what changed.

// Step is a change with a name, "move Guilin meeting".
type Step struct {
	Name   string
	Undone bool
}

// Changed tells what a step did, so that it can be shown.
type Changed struct {
	Step     string
	Events   []Record // added or changed, as they are now
	Removed  []string // IDs of events that are no more
	Articles []string // IDs of articles that were added, changed or removed
	Settings bool     // a setting such as the title changed
}

// edit is a step being made.
type edit struct {
	tx      *sql.Tx
	stmts   map[string]*sql.Stmt
	step    int64
	changed Changed
}

func newEdit(tx *sql.Tx) *edit { return &edit{tx: tx, stmts: map[string]*sql.Stmt{}} }

// do runs f as one transaction and one step. If f changes nothing there is no
// step; if it fails, nothing has happened.
func (p *Project) do(name string, f func(*edit) error) (Changed, error) {
	return p.transact(func(e *edit) error {
		if err := e.exec("DELETE FROM change WHERE step IN (SELECT id FROM step WHERE undone)"); err != nil {
			return err
		}
		if err := e.exec("DELETE FROM step WHERE undone"); err != nil {
			return err
		}
		if err := e.exec("INSERT INTO step (name, undone) VALUES (?, 0)", name); err != nil {
			return err
		}
		if err := e.row("SELECT max(id) FROM step").Scan(&e.step); err != nil {
			return err
		}
		e.changed.Step = name
		if err := f(e); err != nil {
			return err
		}
		if !e.changed.any() {
			return errUnchanged
		}
		return nil
	})
}

// errUnchanged ends a transaction that has nothing to write.
var errUnchanged = errors.New("nothing changed")

// transact runs f in a transaction.
func (p *Project) transact(f func(*edit) error) (Changed, error) {
	if err := p.present(); err != nil {
		return Changed{}, explain(p.path, err)
	}
	tx, err := p.db.Begin()
	if err != nil {
		return Changed{}, explain(p.path, err)
	}
	e := newEdit(tx)
	if err = f(e); err != nil {
		_ = tx.Rollback() // the error that led here says more
		if errors.Is(err, errUnchanged) {
			return Changed{}, nil
		}
		return Changed{}, explain(p.path, err)
	}
	if err = tx.Commit(); err != nil {
		_ = tx.Rollback()
		return Changed{}, explain(p.path, err)
	}
	return e.changed, nil
}

// present checks that the file which is written is still the one at its path:
// SQLite would go on writing a removed file without a word.
func (p *Project) present() error {
	if p.readOnly {
		return ErrReadOnly
	}
	now, err := os.Stat(p.path)
	if err != nil || !os.SameFile(now, p.file) {
		return ErrGone
	}
	return nil
}

// Undo takes back the last step that is not undone yet.
func (p *Project) Undo() (Changed, error) {
	return p.swap("SELECT id, name FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1", 1)
}

// Redo repeats the step that was undone last.
func (p *Project) Redo() (Changed, error) {
	return p.swap("SELECT id, name FROM step WHERE undone ORDER BY id LIMIT 1", 0)
}

// swap exchanges the rows of the step that the query finds with their images.
func (p *Project) swap(query string, undone int) (Changed, error) {
	return p.transact(func(e *edit) error {
		var step int64
		err := e.row(query).Scan(&step, &e.changed.Step)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNothing
		}
		if err != nil {
			return err
		}
		images, err := e.images(step)
		if err != nil {
			return err
		}
		for _, im := range images {
			now, err := e.get(im.relation, im.id)
			if err != nil {
				return err
			}
			if err := e.exec("UPDATE change SET image = ? WHERE step = ? AND relation = ? AND id = ?", now, step, im.relation, im.id); err != nil {
				return err
			}
			if err := e.restore(im.relation, im.id, im.body); err != nil {
				return err
			}
		}
		return e.exec("UPDATE step SET undone = ? WHERE id = ?", undone, step)
	})
}

// image is a row of a relation on the other side of a step; a body that is not
// valid stands for no row.
type image struct {
	relation, id string
	body         sql.NullString
}

func (e *edit) images(step int64) ([]image, error) {
	rows, err := e.tx.Query("SELECT relation, id, image FROM change WHERE step = ?", step)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var images []image
	for rows.Next() {
		var im image
		if err := rows.Scan(&im.relation, &im.id, &im.body); err != nil {
			return nil, err
		}
		if _, known := relations[im.relation]; !known {
			return nil, fmt.Errorf("%w: a step changed %q", ErrDamaged, im.relation)
		}
		images = append(images, im)
	}
	return images, rows.Err()
}

// History returns the steps, oldest first, at most limit of those that can be
// undone next and as many that can be redone next.
func (p *Project) History(limit int) ([]Step, error) {
	rows, err := p.db.Query(`
		SELECT name, undone FROM (
			SELECT * FROM (SELECT id, name, undone FROM step WHERE NOT undone ORDER BY id DESC LIMIT ?1)
			UNION ALL
			SELECT * FROM (SELECT id, name, undone FROM step WHERE undone ORDER BY id LIMIT ?1)
		) ORDER BY id`, limit)
	if err != nil {
		return nil, explain(p.path, err)
	}
	defer rows.Close()
	var steps []Step
	for rows.Next() {
		var s Step
		if err := rows.Scan(&s.Name, &s.Undone); err != nil {
			return nil, explain(p.path, err)
		}
		steps = append(steps, s)
	}
	return steps, explain(p.path, rows.Err())
}

// exec runs a statement, which is prepared once in a transaction.
func (e *edit) exec(query string, args ...any) error {
	stmt, err := e.prepare(query) //nolint:sqlclosecheck // the end of the transaction closes it
	if err != nil {
		return err
	}
	_, err = stmt.Exec(args...)
	return err
}

// row runs a query for one row.
func (e *edit) row(query string, args ...any) interface{ Scan(...any) error } {
	stmt, err := e.prepare(query) //nolint:sqlclosecheck // the end of the transaction closes it
	if err != nil {
		return failedRow{err}
	}
	return stmt.QueryRow(args...)
}

// failedRow is the row of a query that could not be asked.
type failedRow struct{ err error }

// Scan returns the error.
func (r failedRow) Scan(...any) error { return r.err }

func (e *edit) prepare(query string) (*sql.Stmt, error) {
	if stmt, ok := e.stmts[query]; ok {
		return stmt, nil
	}
	stmt, err := e.tx.Prepare(query)
	if err == nil {
		e.stmts[query] = stmt
	}
	return stmt, err
}

func (c Changed) any() bool {
	return len(c.Events)+len(c.Removed)+len(c.Articles) > 0 || c.Settings
}
