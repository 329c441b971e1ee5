package project

import (
	"database/sql"
	"errors"
	"strings"
	"unicode"

	"dateline/parse/text"
)

// Passage is a paragraph of an article in which the words of a search stand.
type Passage struct {
	Article string // ID
	Span    text.Span
}

// SearchEvents returns the IDs of events in whose title, sentences or note all
// words of the query occur, at most limit of them: first those that have the
// words as they are, then those that have longer ones. So it may be asked while
// the reader types. Case and accents do not matter. A query without a word finds
// nothing.
func (p *Project) SearchEvents(query string, limit int) ([]string, error) {
	return search(query, limit, func(match string) ([]string, error) {
		return p.strings("SELECT id FROM event WHERE num IN (SELECT rowid FROM event_words WHERE event_words MATCH ? LIMIT ?)", match, limit)
	})
}

// SearchArticles returns the paragraphs of articles in which all words of the
// query occur, at most limit of them, under the rules of SearchEvents.
func (p *Project) SearchArticles(query string, limit int) ([]Passage, error) {
	return search(query, limit, func(match string) ([]Passage, error) { return p.passages(match, limit) })
}

func (p *Project) passages(match string, limit int) ([]Passage, error) {
	rows, err := p.db.Query("SELECT article, start, stop FROM passage WHERE num IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ? LIMIT ?)", match, limit)
	if err != nil {
		return nil, explain(p.path, err)
	}
	defer rows.Close()
	var found []Passage
	for rows.Next() {
		var f Passage
		if err := rows.Scan(&f.Article, &f.Span.Start, &f.Span.End); err != nil {
			return nil, explain(p.path, err)
		}
		found = append(found, f)
	}
	return found, explain(p.path, rows.Err())
}

// search asks for whole words and, if there is room for more, for beginnings of
// words. The index gives whole words one by one, but must gather all that begin
// alike before it gives the first, which takes long for common words.
func search[T comparable](query string, limit int, ask func(match string) ([]T, error)) ([]T, error) {
	whole := matchExpression(query, "")
	if whole == "" {
		return nil, nil
	}
	found, err := ask(whole)
	if err != nil || len(found) >= limit {
		return found, err
	}
	more, err := ask(matchExpression(query, "*"))
	seen := make(map[T]bool, len(found))
	for _, f := range found {
		seen[f] = true
	}
	for _, f := range more {
		if len(found) < limit && !seen[f] {
			found = append(found, f)
		}
	}
	return found, err
}

// matchExpression turns what a reader typed into a query of FTS5 that wants
// every word, with a mark behind it; one of letters that the index sets apart is
// a phrase. Nothing that is typed has a meaning of its own.
func matchExpression(query, mark string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(query, isBetweenWords) {
		b.WriteString(`"` + strings.TrimSpace(spaced(word)) + `"` + mark + " ")
	}
	return b.String()
}

func isBetweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

// unspaced are the scripts that are written without spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// firstUnspaced is the first letter of these scripts, that of Thai.
const firstUnspaced = 0x0E01

// spaced sets each letter of an unspaced script apart, so that the index, which
// cuts words at spaces, finds any part of a sentence.
func spaced(s string) string {
	if strings.IndexFunc(s, isUnspaced) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isUnspaced(r) {
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isUnspaced(r rune) bool { return r >= firstUnspaced && unicode.In(r, unspaced...) }

// indexed is a row of the index that is to be written.
type indexed struct {
	statement string
	row       []any
}

const (
	indexEvent   = "INSERT OR REPLACE INTO event_words (rowid, title, sentences) VALUES (?, ?, ?)"
	indexPassage = "INSERT INTO passage_words (rowid, words) VALUES (?, ?)"
)

// index notes that an event that is stored under num is to be findable.
func (e *edit) index(num int64, r Record) {
	sentences := make([]string, len(r.Sources), len(r.Sources)+1)
	for i, s := range r.Sources {
		sentences[i] = s.Quote
	}
	sentences = append(sentences, r.Note)
	e.toIndex = append(e.toIndex, indexed{indexEvent, []any{num, spaced(r.Title), spaced(strings.Join(sentences, "\n"))}})
}

// indexArticle notes that the paragraphs of an article are to be findable.
func (e *edit) indexArticle(id string, d *text.Document) error {
	if err := e.removeAll(forgetPassages, id); err != nil {
		return err
	}
	for _, b := range d.Blocks {
		var num int64
		if err := e.row("INSERT INTO passage (article, start, stop) VALUES (?, ?, ?) RETURNING num", id, b.Start, b.End).Scan(&num); err != nil {
			return err
		}
		e.toIndex = append(e.toIndex, indexed{indexPassage, []any{num, spaced(d.Slice(b.Span))}})
	}
	return nil
}

// writeIndex writes to the index what was noted.
func (e *edit) writeIndex() error {
	for _, i := range e.toIndex {
		if err := e.exec(i.statement, i.row...); err != nil {
			return err
		}
	}
	e.toIndex = e.toIndex[:0]
	return nil
}

// forgetPassages removes an article from the index.
var forgetPassages = []string{
	"DELETE FROM passage_words WHERE rowid IN (SELECT num FROM passage WHERE article = ?)",
	"DELETE FROM passage WHERE article = ?",
}

// indexEverything fills the index of a file that had none. Rows are read one by
// one, since a file may hold more than memory does.
func indexEverything(e *edit) error {
	if err := e.eachBody("event", func(_ string, num int64, body string) error {
		r, err := decodeRecord(body)
		if err != nil {
			return err
		}
		e.index(num, r)
		return e.writeIndex()
	}); err != nil {
		return err
	}
	return e.eachBody("article", func(id string, _ int64, body string) error {
		c, err := decodeContent(body)
		if err != nil {
			return err
		}
		if err := e.indexArticle(id, c.Document); err != nil {
			return err
		}
		return e.writeIndex()
	})
}

// eachBody calls f for each row of a table, in the order of their numbers.
func (e *edit) eachBody(table string, f func(id string, num int64, body string) error) error {
	var (
		id, body string
		num      int64
	)
	for {
		err := e.row("SELECT rowid, id, body FROM "+table+" WHERE rowid > ? ORDER BY rowid LIMIT 1", num).Scan(&num, &id, &body)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := f(id, num, body); err != nil {
			return err
		}
	}
}
