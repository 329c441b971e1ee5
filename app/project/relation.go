package project

import (
	"database/sql"
	"errors"
	"slices"
)

// row is what one row of a relation holds.
type row interface {
	// encode returns the body under which the row is kept.
	encode() (string, error)
	// store adds the row or replaces the one with the same key.
	store(e *edit, id, body string) error
	// note tells c that the row was written.
	note(c *Changed, id string)
}

// relation is a table whose rows belong to the document, so that changes of
// them can be undone.
type relation struct {
	decode func(body string) (row, error)
	remove string // the statement that removes a row by its key
	// removed tells c that a row is no more.
	removed func(c *Changed, id string)
}

// relations are all tables of the document by their names.
var relations = map[string]relation{
	"article": {
		decode:  func(body string) (row, error) { return decodeContent(body) },
		remove:  "DELETE FROM article WHERE id = ?",
		removed: (*Changed).noteArticle,
	},
	"reading": {
		decode:  func(body string) (row, error) { return decodeReading(body) },
		remove:  "DELETE FROM reading WHERE id = ?",
		removed: (*Changed).noteArticle,
	},
	"event": {
		decode:  func(body string) (row, error) { return decodeRecord(body) },
		remove:  "DELETE FROM event WHERE id = ?",
		removed: func(c *Changed, id string) { c.Removed = append(c.Removed, id) },
	},
	"setting": {
		decode:  func(body string) (row, error) { return setting(body), nil },
		remove:  "DELETE FROM setting WHERE id = ?",
		removed: func(c *Changed, _ string) { c.Settings = true },
	},
}

// get returns the body of a row, which is not valid if there is no such row.
func (e *edit) get(relation, id string) (body sql.NullString, err error) {
	err = e.row("SELECT body FROM "+relation+" WHERE id = ?", id).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return sql.NullString{}, nil
	}
	return body, err
}

// put changes a row as part of the step; a nil row removes it. What is the same
// already is not touched.
func (e *edit) put(relation, id string, r row) error {
	var body sql.NullString
	if r != nil {
		s, err := r.encode()
		if err != nil {
			return err
		}
		body = sql.NullString{String: s, Valid: true}
	}
	old, err := e.get(relation, id)
	if err != nil || old == body {
		return err
	}
	err = e.exec("INSERT OR IGNORE INTO change (step, relation, id, image) VALUES (?, ?, ?, ?)", e.step, relation, id, old)
	if err != nil {
		return err
	}
	return e.write(relation, id, body.String, r)
}

// restore gives a row the body that it had on the other side of a step.
func (e *edit) restore(relation, id string, body sql.NullString) error {
	if !body.Valid {
		return e.write(relation, id, "", nil)
	}
	r, err := relations[relation].decode(body.String)
	if err != nil {
		return err
	}
	return e.write(relation, id, body.String, r)
}

// write stores a row, or removes it if r is nil, and notes that.
func (e *edit) write(relation, id, body string, r row) error {
	if r == nil {
		relations[relation].removed(&e.changed, id)
		return e.exec(relations[relation].remove, id)
	}
	r.note(&e.changed, id)
	return r.store(e, id, body)
}

func (c *Changed) noteArticle(id string) {
	if !slices.Contains(c.Articles, id) {
		c.Articles = append(c.Articles, id)
	}
}

// setting is the value of a setting of the document.
type setting string

func (s setting) encode() (string, error) { return string(s), nil }

func (s setting) store(e *edit, id, body string) error {
	return e.exec("INSERT INTO setting (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body", id, body)
}

func (s setting) note(c *Changed, _ string) { c.Settings = true }
