package project

import (
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"dateline/parse/when"
	"dateline/timeline"
)

// The sizes of the batches in which events are read: first the most important,
// enough for a picture at once, then the others.
const (
	firstBatch = 4096
	batchSize  = 16384
)

// Put adds events or replaces those with the same ID. The step is what the
// reader did, in words that follow "Undo": "move Guilin meeting". Changes that
// the reader made belong in a Record by its Edit.
func (p *Project) Put(step string, records ...Record) error {
	_, err := p.do(step, func(e *edit) error {
		for _, r := range records {
			if err := e.putRecord(r); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// Remove removes events. One that an article tells is better dismissed, since a
// later reading of the article would find it again.
func (p *Project) Remove(step string, ids ...string) error {
	return p.each(step, ids, func(e *edit, r Record) error { return e.put("event", r.ID, nil) })
}

// Decide sets the state of events.
func (p *Project) Decide(step string, state State, ids ...string) error {
	return p.each(step, ids, func(e *edit, r Record) error {
		r.State = state
		return e.putRecord(r)
	})
}

// Rename gives an event another title, and keeps it.
func (p *Project) Rename(id, title string) error {
	return p.each(fmt.Sprintf("rename “%s”", title), []string{id}, func(e *edit, r Record) error {
		return e.putRecord(r.Edit(func(e *timeline.Event) { e.Title = title }))
	})
}

// Move gives an event another time, and keeps it.
func (p *Project) Move(id string, to when.Choice) error {
	if len(to) == 0 {
		return errors.New("project: an event cannot be moved to no time; dismiss it instead")
	}
	r, err := p.Event(id)
	if err != nil {
		return err
	}
	return p.each(fmt.Sprintf("move “%s”", r.Title), []string{id}, func(e *edit, r Record) error {
		return e.putRecord(r.Edit(func(e *timeline.Event) { e.When = to }))
	})
}

// each runs f for the events with the given IDs as one step.
func (p *Project) each(step string, ids []string, f func(*edit, Record) error) error {
	_, err := p.do(step, func(e *edit) error {
		for _, id := range ids {
			r, err := e.record(id)
			if err == nil {
				err = f(e, r)
			}
			if err != nil {
				return fmt.Errorf("event %q: %w", id, err)
			}
		}
		return nil
	})
	return err
}

// putRecord writes an event that is fit to be on a timeline.
func (e *edit) putRecord(r Record) error {
	if r.ID == "" || len(r.When) == 0 {
		return fmt.Errorf("event “%s” needs an ID and a time", r.Title)
	}
	return e.put("event", r.ID, r)
}

func (e *edit) record(id string) (Record, error) {
	body, err := e.get("event", id)
	if err != nil {
		return Record{}, err
	}
	if !body.Valid {
		return Record{}, ErrUnknown
	}
	return decodeRecord(body.String)
}

// Event returns an event. The error is ErrUnknown if there is none with that ID.
func (p *Project) Event(id string) (Record, error) {
	var body string
	err := p.db.QueryRow("SELECT body FROM event WHERE id = ?", id).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrUnknown
	}
	if err != nil {
		return Record{}, explain(p.path, err)
	}
	r, err := decodeRecord(body)
	return r, explain(p.path, err)
}

// Count returns the number of events, whatever their state.
func (p *Project) Count() (n int, err error) {
	err = p.db.QueryRow("SELECT count(*) FROM event").Scan(&n)
	return n, explain(p.path, err)
}

// Events yields all events in batches, the most important ones first, so that
// a picture can be shown before everything is read. The project may be used and
// changed between batches; an event that is changed meanwhile is yielded in its
// old or in its new form.
func (p *Project) Events() iter.Seq2[[]Record, error] {
	return func(yield func([]Record, error) bool) {
		first, err := p.records("SELECT body FROM event ORDER BY rank, num LIMIT ?", firstBatch)
		if err != nil || len(first) == 0 {
			if err != nil {
				yield(nil, err)
			}
			return
		}
		seen := make(map[string]bool, len(first))
		for _, r := range first {
			seen[r.ID] = true
		}
		if !yield(first, nil) {
			return
		}
		for at := int64(0); ; at += batchSize {
			batch, err := p.records("SELECT body FROM event WHERE num > ?1 AND num <= ?1 + ?2", at, batchSize)
			if err != nil {
				yield(nil, err)
				return
			}
			rest := batch[:0]
			for _, r := range batch {
				if !seen[r.ID] {
					rest = append(rest, r)
				}
			}
			if len(rest) > 0 && !yield(rest, nil) {
				return
			}
			if len(batch) == 0 && !p.anyAfter(at) {
				return
			}
		}
	}
}

// anyAfter reports whether an event has a number beyond at.
func (p *Project) anyAfter(at int64) bool {
	var top sql.NullInt64
	return p.db.QueryRow("SELECT max(num) FROM event").Scan(&top) == nil && top.Int64 > at
}

func (p *Project) records(query string, args ...any) ([]Record, error) {
	bodies, err := p.strings(query, args...)
	if err != nil {
		return nil, err
	}
	records, err := decodeRecords(bodies)
	return records, explain(p.path, err)
}

// decodeRecords decodes the bodies of events, in order, on all processors.
func decodeRecords(bodies []string) ([]Record, error) {
	records := make([]Record, len(bodies))
	workers := min(runtime.GOMAXPROCS(0), 1+len(bodies)/64)
	errs := make([]error, workers)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w; i < len(bodies) && errs[w] == nil; i += workers {
				records[i], errs[w] = decodeRecord(bodies[i])
			}
		})
	}
	group.Wait()
	return records, errors.Join(errs...)
}
