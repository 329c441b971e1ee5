package project

import (
	"encoding/json"
	"fmt"

	"dateline/parse/text"
	"dateline/timeline"
	"dateline/timeline/exchange"
)

// State says what the reader decided about an event.
type State uint8

// The states. New is the state of an event that the reader has not yet seen to.
const (
	New State = iota
	Kept
	Dismissed
)

var stateNames = [...]string{"new", "kept", "dismissed"}

// String returns the state as one lower-case word.
func (s State) String() string { return stateNames[s] }

// Record is an event in a project, and what the reader did about it.
type Record struct {
	timeline.Event
	Article string // ID of the article that tells it; empty if it was added by hand
	State   State
	// Draft is the event as the article tells it. It is nil where the reader
	// changed nothing, and for events that no article tells.
	Draft *timeline.Event
	// Gone is set if the article, read again, no longer tells the event, which
	// is still here because the reader had kept or changed it.
	Gone bool
	// Telling is how the article tells the event; nil if none does.
	Telling *Telling
}

// Telling is what an article's words say beyond the event itself.
type Telling struct {
	TimeWords []text.Span // the words that date it
	Mention   int         // index of the mention that dates it, or -1
	Speaker   string      // who says so, for reported speech
	People    []string
	Places    []string
	Groups    []string
}

// Edit returns r with a change by the reader, who thereby keeps it. What the
// article tells stays beside it as the Draft, so that a later reading of the
// article can tell what the reader changed. The change must not alter what the
// event's slices hold, only replace them.
func (r Record) Edit(change func(*timeline.Event)) Record {
	if r.Article != "" && r.Draft == nil {
		draft := r.Event
		r.Draft = &draft
	}
	change(&r.Event)
	r.State = Kept
	return r
}

// recordJSON is a Record as the file holds it.
type recordJSON struct {
	exchange.JSONEvent
	Article string              `json:"article,omitempty"`
	State   string              `json:"state,omitempty"`
	Draft   *exchange.JSONEvent `json:"draft,omitempty"`
	Gone    bool                `json:"gone,omitempty"`
	Telling *tellingJSON        `json:"telling,omitempty"`
}

// tellingJSON is a Telling as the file holds it.
type tellingJSON struct {
	Words   [][2]int `json:"words,omitempty"`
	Mention int      `json:"mention"`
	Speaker string   `json:"speaker,omitempty"`
	People  []string `json:"people,omitempty"`
	Places  []string `json:"places,omitempty"`
	Groups  []string `json:"groups,omitempty"`
}

func newTellingJSON(t *Telling) *tellingJSON {
	if t == nil {
		return nil
	}
	j := &tellingJSON{Mention: t.Mention, Speaker: t.Speaker, People: t.People, Places: t.Places, Groups: t.Groups}
	for _, s := range t.TimeWords {
		j.Words = append(j.Words, [2]int{s.Start, s.End})
	}
	return j
}

func (j *tellingJSON) telling() *Telling {
	if j == nil {
		return nil
	}
	t := &Telling{Mention: j.Mention, Speaker: j.Speaker, People: j.People, Places: j.Places, Groups: j.Groups}
	for _, w := range j.Words {
		t.TimeWords = append(t.TimeWords, text.Span{Start: w[0], End: w[1]})
	}
	return t
}

func (r Record) encode() (string, error) {
	j := recordJSON{JSONEvent: exchange.NewJSONEvent(r.Event), Article: r.Article, Gone: r.Gone, Telling: newTellingJSON(r.Telling)}
	if r.State != New {
		j.State = r.State.String()
	}
	if r.Draft != nil {
		draft := exchange.NewJSONEvent(*r.Draft)
		j.Draft = &draft
	}
	body, err := json.Marshal(j)
	return string(body), err
}

func (r Record) store(e *edit, id, body string) error {
	return e.exec(`INSERT INTO event (id, article, rank, body) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET article = excluded.article, rank = excluded.rank, body = excluded.body`,
		id, r.Article, -r.Importance, body)
}

func (r Record) note(c *Changed, _ string) { c.Events = append(c.Events, r) }

func decodeRecord(body string) (Record, error) {
	var j recordJSON
	if err := json.Unmarshal([]byte(body), &j); err != nil {
		return Record{}, fmt.Errorf("%w: an event: %w", ErrDamaged, err)
	}
	e, err := j.JSONEvent.Event()
	if err != nil {
		return Record{}, fmt.Errorf("%w: event %q: %w", ErrDamaged, j.ID, err)
	}
	r := Record{Event: e, Article: j.Article, Gone: j.Gone, Telling: j.Telling.telling()}
	if j.Draft != nil {
		draft, err := j.Draft.Event()
		if err != nil {
			return Record{}, fmt.Errorf("%w: draft of event %q: %w", ErrDamaged, j.ID, err)
		}
		r.Draft = &draft
	}
	for s := New; int(s) < len(stateNames); s++ {
		if s.String() == j.State {
			r.State = s
		}
	}
	return r, nil
}
