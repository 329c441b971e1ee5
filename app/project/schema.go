package project

import (
	"database/sql"
	"errors"
	"fmt"
)

// migrations lead from version 0, the empty file, to the version that this
// program writes, which is their number. A step that has been released is never
// changed; testdata holds a file of each version.
var migrations = []string{
	`
CREATE TABLE article (id TEXT PRIMARY KEY, hash TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX article_hash ON article (hash);
CREATE TABLE reading (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE event (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL, rank REAL NOT NULL, body TEXT NOT NULL);
CREATE INDEX event_article ON event (article);
CREATE INDEX event_rank ON event (rank);
CREATE TABLE setting (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE step (id INTEGER PRIMARY KEY, name TEXT NOT NULL, undone INTEGER NOT NULL);
CREATE TABLE change (step INTEGER NOT NULL, relation TEXT NOT NULL, id TEXT NOT NULL, image TEXT, PRIMARY KEY (step, relation, id)) WITHOUT ROWID;
`,
	`
CREATE VIRTUAL TABLE event_words USING fts5 (title, sentences, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE passage_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE TABLE passage (num INTEGER PRIMARY KEY, article TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE INDEX passage_article ON passage (article);
`,
	`
DROP TABLE event_words;
DROP TABLE passage_words;
DROP TABLE passage;
`,
}

// migrate brings the database up to date in one transaction.
func migrate(db *sql.DB) error {
	version, err := schemaVersion(db)
	if err != nil || version == len(migrations) {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	for ; version < len(migrations); version++ {
		if _, err := tx.Exec(migrations[version]); err != nil {
			return errors.Join(fmt.Errorf("bring it from version %d to %d: %w", version, version+1, err), tx.Rollback())
		}
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version)
	if _, err := tx.Exec(mark); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// schemaVersion returns the version of the file, which is at most ours.
func schemaVersion(db *sql.DB) (version int, err error) {
	if err = db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if version > len(migrations) {
		return 0, fmt.Errorf("version %d of the format, this program knows %d: %w", version, len(migrations), ErrNewer)
	}
	return version, nil
}
