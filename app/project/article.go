package project

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
	"dateline/timeline/exchange"
)

// Article is an article in a project, and how it was read.
type Article struct {
	ID       string // given by the caller, stable while the article is edited
	Hash     string // Hash of the file's bytes, by which duplicates are known
	Document *text.Document
	Date     story.ArticleDate // the date that relative words were counted from
	Chosen   when.Interval     // the date that the reader gave; zero for the article's own
	Mentions []Mention         // in order of place
}

// Mention is evidence that was found in an article: the part of a
// story.Mention that outlives the program.
type Mention struct {
	Span     text.Span // the words
	Sentence text.Span
	Type     timex.Type
	Rule     string // name of the language rule that read the words
	Meaning  string // the expression in writing
	Value    string // TIMEX3 value
	Mod      string // TIMEX3 mod
	When     when.Choice
	Anchor   timex.Anchor
	From     int // for timex.Mentioned: index of the mention counted from
	Borrow   when.Grain
	Why      string
}

// NewMention returns what a project keeps of m.
func NewMention(m story.Mention) Mention {
	kept := Mention{
		Span: m.Span, Sentence: m.Sentence, Type: m.Type, Rule: m.Rule, Value: m.Value, Mod: m.Mod,
		When: m.When, Anchor: m.Anchor, From: m.From, Borrow: m.Borrow, Why: m.Why,
	}
	if m.Expr != nil {
		kept.Meaning = m.Expr.String()
	}
	return kept
}

// Hash returns the hash of a file's bytes that Article.Hash wants.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Reading is an article and the events that were found in it.
type Reading struct {
	Article
	Events []Record
}

// AddArticles adds articles with their events as one step. No article with the
// same ID may be there yet. Many small articles are added faster together than
// one by one, since the disk is waited for once.
func (p *Project) AddArticles(readings ...Reading) error {
	name := fmt.Sprintf("add %d articles", len(readings))
	for _, r := range readings {
		if r.ID == "" || r.Document == nil {
			return errors.New("project: an article needs an ID and a document")
		}
		if len(readings) == 1 {
			name = fmt.Sprintf("add “%s”", r.Document.Name)
		}
	}
	_, err := p.do(name, func(e *edit) error {
		for _, r := range readings {
			old, err := e.get("article", r.ID)
			if err == nil && old.Valid {
				err = fmt.Errorf("article %q is there already; read it again instead", r.ID)
			}
			if err == nil {
				err = e.putArticle(r.Article, r.Events)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// RemoveArticle removes an article and its events, also those that the reader
// had kept. Undo brings everything back.
func (p *Project) RemoveArticle(id string) error {
	a, err := p.Article(id)
	if err != nil {
		return err
	}
	_, err = p.do(fmt.Sprintf("remove “%s”", a.Document.Name), func(e *edit) error {
		events, err := e.eventsOf(id)
		if err != nil {
			return err
		}
		for _, r := range events {
			if err := e.put("event", r.ID, nil); err != nil {
				return err
			}
		}
		return errors.Join(e.put("article", id, nil), e.put("reading", id, nil))
	})
	return err
}

// putArticle writes an article and events of it.
func (e *edit) putArticle(a Article, events []Record) error {
	if err := e.put("article", a.ID, contentRow{Hash: a.Hash, Document: a.Document}); err != nil {
		return err
	}
	if err := e.put("reading", a.ID, readingRow{Date: a.Date, Chosen: a.Chosen, Mentions: a.Mentions}); err != nil {
		return err
	}
	for _, r := range events {
		r.Article = a.ID
		if err := e.putRecord(r); err != nil {
			return err
		}
	}
	return nil
}

// eventsOf returns the events of an article.
func (e *edit) eventsOf(article string) ([]Record, error) {
	rows, err := e.tx.Query("SELECT body FROM event WHERE article = ? ORDER BY num", article)
	if err != nil {
		return nil, err
	}
	bodies, err := scanStrings(rows)
	if err != nil {
		return nil, err
	}
	return decodeRecords(bodies)
}

// Article returns an article with all its text. The error is ErrUnknown if there
// is none with that ID.
func (p *Project) Article(id string) (Article, error) {
	var c, r string
	err := p.db.QueryRow("SELECT article.body, reading.body FROM article JOIN reading USING (id) WHERE id = ?", id).Scan(&c, &r)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrUnknown
	}
	if err != nil {
		return Article{}, explain(p.path, err)
	}
	a, err := joinArticle(id, c, r)
	return a, explain(p.path, err)
}

// Articles returns the IDs of all articles, in the order in which they came.
func (p *Project) Articles() ([]string, error) {
	return p.strings("SELECT id FROM article ORDER BY rowid")
}

// Duplicates returns the IDs of the articles whose file had the given hash.
func (p *Project) Duplicates(hash string) ([]string, error) {
	return p.strings("SELECT id FROM article WHERE hash = ? ORDER BY rowid", hash)
}

// strings runs a query for one column of text.
func (p *Project) strings(query string, args ...any) ([]string, error) {
	rows, err := p.db.Query(query, args...)
	if err != nil {
		return nil, explain(p.path, err)
	}
	all, err := scanStrings(rows)
	return all, explain(p.path, err)
}

// scanStrings reads rows of one column of text, and closes them.
func scanStrings(rows *sql.Rows) ([]string, error) {
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

func joinArticle(id, contentBody, readingBody string) (Article, error) {
	c, err := decodeContent(contentBody)
	if err != nil {
		return Article{}, err
	}
	r, err := decodeReading(readingBody)
	return Article{ID: id, Hash: c.Hash, Document: c.Document, Date: r.Date, Chosen: r.Chosen, Mentions: r.Mentions}, err
}

// contentRow is the row of an article's own words, which change only when its file
// does.
type contentRow struct {
	Hash     string
	Document *text.Document
}

func (c contentRow) encode() (string, error) {
	d := c.Document
	j := contentJSON{
		Hash: c.Hash, Name: d.Name, Path: d.Path, URL: d.URL, Title: d.Title, Author: d.Author, Site: d.Site,
		Language: d.Language, Text: d.Text, Dates: newStamps(d.Dates),
	}
	for _, b := range d.Blocks {
		j.Blocks = append(j.Blocks, blockJSON{b.Start, b.End, b.Kind, b.Level, b.Page})
	}
	body, err := json.Marshal(j)
	return string(body), err
}

func (c contentRow) store(e *edit, id, body string) error {
	return e.exec("INSERT INTO article (id, hash, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, body = excluded.body", id, c.Hash, body)
}

func (c contentRow) note(changed *Changed, id string) { changed.noteArticle(id) }

func decodeContent(body string) (contentRow, error) {
	var j contentJSON
	if err := json.Unmarshal([]byte(body), &j); err != nil {
		return contentRow{}, fmt.Errorf("%w: an article: %w", ErrDamaged, err)
	}
	d := &text.Document{
		Name: j.Name, Path: j.Path, URL: j.URL, Title: j.Title, Author: j.Author, Site: j.Site,
		Language: j.Language, Text: j.Text,
	}
	for _, b := range j.Blocks {
		if b.Start < 0 || b.End < b.Start || b.End > len(j.Text) {
			return contentRow{}, fmt.Errorf("%w: a paragraph of “%s” lies outside its text", ErrDamaged, j.Name)
		}
		d.Blocks = append(d.Blocks, text.Block{Span: text.Span{Start: b.Start, End: b.End}, Kind: b.Kind, Level: b.Level, Page: b.Page})
	}
	var err error
	d.Dates, err = stamps(j.Dates)
	return contentRow{Hash: j.Hash, Document: d}, err
}

// readingRow is the row of how an article was read.
type readingRow struct {
	Date     story.ArticleDate
	Chosen   when.Interval
	Mentions []Mention
}

func (r readingRow) encode() (string, error) {
	j := readingJSON{
		Date: newTime(r.Date.When), Reason: r.Date.Reason, Inferred: r.Date.Inferred,
		Others: newStamps(r.Date.Others), Chosen: newTime(r.Chosen),
	}
	for _, m := range r.Mentions {
		j.Mentions = append(j.Mentions, mentionJSON{
			m.Span.Start, m.Span.End, m.Sentence.Start, m.Sentence.End, m.Type, m.Rule, m.Meaning, m.Value, m.Mod,
			exchange.NewJSONTime(m.When), m.Anchor, m.From, m.Borrow.String(), m.Why,
		})
	}
	body, err := json.Marshal(j)
	return string(body), err
}

func (r readingRow) store(e *edit, id, body string) error {
	return e.exec("INSERT INTO reading (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body", id, body)
}

func (r readingRow) note(c *Changed, id string) { c.noteArticle(id) }

func decodeReading(body string) (readingRow, error) {
	var j readingJSON
	if err := json.Unmarshal([]byte(body), &j); err != nil {
		return readingRow{}, fmt.Errorf("%w: a reading: %w", ErrDamaged, err)
	}
	r := readingRow{Date: story.ArticleDate{Reason: j.Reason, Inferred: j.Inferred}}
	var errs [3]error
	r.Date.When, errs[0] = interval(j.Date)
	r.Chosen, errs[1] = interval(j.Chosen)
	r.Date.Others, errs[2] = stamps(j.Others)
	if err := errors.Join(errs[:]...); err != nil {
		return readingRow{}, err
	}
	for _, m := range j.Mentions {
		choice, err := m.Choice()
		if err != nil {
			return readingRow{}, fmt.Errorf("%w: a mention: %w", ErrDamaged, err)
		}
		r.Mentions = append(r.Mentions, Mention{
			Span: text.Span{Start: m.Start, End: m.End}, Sentence: text.Span{Start: m.From, End: m.To},
			Type: m.Type, Rule: m.Rule, Meaning: m.Meaning, Value: m.Value, Mod: m.Mod,
			When: choice, Anchor: m.Anchor, From: m.Counted, Borrow: grain(m.Borrow), Why: m.Why,
		})
	}
	return r, nil
}
