// Package state is what the program knows at one moment and how each message
// changes it.
//
// Update is pure: it opens no file, reads no clock and draws nothing. What has
// to happen outside is returned as an Effect, which the caller carries out and
// reports back as another message.
package state

import (
	"slices"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
	"dateline/timeline"
	"dateline/timeline/axis"
)

// Model is everything that the window shows. It is a value: Update returns a
// new one and leaves the old one as it was, so slices in it are never changed
// in place.
type Model struct {
	Articles []Article          // in the order in which they were opened
	Timeline *timeline.Timeline // the events of all articles; never nil
	Viewport axis.Viewport      // its Width is 0 until the window has a size
	// Arrangement is the latest one that was made; nil before the first. For a
	// moment after a change it is that of the timeline before.
	Arrangement Arrangement
	Room        Room
	Lanes       Lanes
	ShortGaps   bool            // long stretches without events are drawn shorter than they are
	Fitted      bool            // the viewport shows the whole timeline, or will, and follows it
	Flying      bool            // the viewport is moving by itself
	Selected    string          // ID of an event, or empty
	Picked      map[string]bool // IDs of events that are changed together; never changed in place
	Filter      Filter
	Table       Table
	Panel       Panel
	Form        Form
	Drag        Drag
	Pull        Pull
	Search      Search
	Reader      Reader
	Entry       DateEntry
	Notices     []Notice // what the reader should know, oldest first
	Loading     int      // articles that are being read
	Reached     Reached  // how far that is
	Theme       Theme
	Recent      []string // paths of articles opened before, latest first
	Drawing     Drawing
	Project     Project // the file that the work is written to; zero for none
	Unwritten   int     // deeds that could not be written to it yet

	base        []Article         // what was open before the first of past
	destination axis.Viewport     // of the flight
	telling     telling           // what the articles tell together
	origins     map[string]Origin // where the events of Timeline come from, each account by its own ID
	counts      Counts
	names       *Names
	past        []Deed
	future      []Deed
	filed       Filed
	order       []int // places of the events in the rows of the table; nil for the order of time
}

// Article is a document and what was found in it.
type Article struct {
	ID      string // unique in a Model; the same for the same file with the same text
	Reading *parse.Reading
	// Date is the article's date as the reader gave it; the zero Interval where
	// the one that was found stands.
	Date when.Interval
	// Review is what the reader did about its events; never nil in a Model.
	Review *Review
}

// Name returns what the article is called: its headline, or else its file's name.
func (a Article) Name() string {
	if a.Reading.Document.Title != "" {
		return a.Reading.Document.Title
	}
	return a.Reading.Document.Name
}

// Origin is where an event comes from.
type Origin struct {
	Article int // index in Model.Articles
	Draft   int // index in the article's Reading.Events
	Place   int // index in Model.Timeline.Events
	telling int // index in what the articles tell together
}

// Notice is a sentence for the reader.
type Notice struct {
	Sentence Phrase
	Done     bool // tells of something that was done rather than of a problem
}

// Panel is what stands beside the timeline.
type Panel uint8

// The panels.
const (
	NoPanel Panel = iota
	EventPanel
	ArticlePanel
	TrayPanel
	DatePanel
	FormPanel
	SearchPanel
)

// Reader is the article whose text is open, and the place in it.
type Reader struct {
	Article string    // ID, or empty
	Focus   text.Span // the passage to show
	Mention int       // index of the marked date words, or -1
}

// DateEntry is the date that the reader is typing for an article.
type DateEntry struct {
	Article string
	Words   string        // as typed
	When    when.Interval // how the words were read; zero if they name no date
}

// Theme is the choice of colours.
type Theme uint8

// The themes. SystemTheme follows the desktop.
const (
	SystemTheme Theme = iota
	LightTheme
	DarkTheme
)

// Room is the size in pixels that a timeline is laid out for. It is zero until
// the window has a size.
type Room struct{ Width, Height float64 }

// Arrangement is a timeline that has been laid out. It does not change.
type Arrangement interface {
	// Fit returns the viewport of the given width that shows the whole timeline.
	Fit(width float64) axis.Viewport
}

// Drawing counts what the latest picture of the timeline shows.
type Drawing struct {
	Drawn  int // events with a mark of their own
	Folded int // events that share a mark
}

// New returns the model of a program that has just started.
func New() Model {
	return Model{Timeline: timeline.New("", nil), Reader: Reader{Mention: -1}}
}

// Msg is something that happened: the reader did something, or an effect ended.
// The set is closed; a message that does not say what it changes does not compile.
type Msg interface {
	update(m Model) (Model, Effect)
}

// Update returns the model after msg, and what has to be done outside, or nil.
func Update(m Model, msg Msg) (Model, Effect) {
	if m.Pull.Article == "" || besides(msg) {
		return msg.update(m)
	}
	m, back := m.unpulled()
	m, effect := msg.update(m)
	return m, Effects{back, effect}
}

// Event returns the event of the given ID and where it comes from. The event has
// another ID if it is one that several articles tell and is shown by another of
// its accounts.
func (m Model) Event(id string) (timeline.Event, Origin, bool) {
	o, ok := m.origins[id]
	if !ok {
		return timeline.Event{}, Origin{}, false
	}
	e := m.Timeline.Events[o.Place]
	return e, m.origins[e.ID], true
}

// Draft returns what the text says about the event of the given ID.
func (m Model) Draft(id string) (story.Draft, bool) {
	o, ok := m.origins[id]
	if !ok {
		return story.Draft{}, false
	}
	return m.Articles[o.Article].Reading.Events[o.Draft], true
}

// EventOf returns the ID of the event that mention i of an article dates, or "".
func (m Model) EventOf(article string, i int) string {
	a, ok := m.Article(article)
	if !ok || i < 0 || i >= len(a.Reading.Mentions) {
		return ""
	}
	words := a.Reading.Mentions[i].Span
	overlapping := ""
	for _, o := range m.origins {
		if m.Articles[o.Article].ID != article {
			continue
		}
		draft := a.Reading.Events[o.Draft]
		id := m.Timeline.Events[o.Place].ID
		if draft.Mention == i && !draft.Inferred {
			return id
		}
		dated := draft.Mention == i || slices.ContainsFunc(draft.TimeWords, words.Overlaps)
		if dated && (overlapping == "" || id < overlapping) {
			overlapping = id
		}
	}
	return overlapping
}

// Article returns the article of the given ID.
func (m Model) Article(id string) (Article, bool) {
	i := m.articleAt(id)
	if i < 0 {
		return Article{}, false
	}
	return m.Articles[i], true
}

func (m Model) articleAt(id string) int {
	return slices.IndexFunc(m.Articles, func(a Article) bool { return a.ID == id })
}

// Words names date words of an article.
type Words struct {
	Article string // ID
	Mention int    // index in its Reading.Mentions
}

// Unplaced returns the date words that no event stands for and that the
// calendar has no place for, article by article in order of place.
func (m Model) Unplaced() []Words {
	var words []Words
	for _, a := range m.Articles {
		for i, mention := range a.Reading.Mentions {
			if len(mention.When) == 0 {
				words = append(words, Words{a.ID, i})
			}
		}
	}
	return words
}

// Placeless says why date words have no place on the calendar.
type Placeless uint8

// The reasons.
const (
	Uncertain Placeless = iota // the words name no time in particular
	Length                     // a length of time
	Repeated                   // something that happens again and again
	Needy                      // the words count from the article's date, which is not known
)

// WhyUnplaced says why date words have no place.
func (m Model) WhyUnplaced(w Words) Placeless {
	a, ok := m.Article(w.Article)
	if !ok {
		return Uncertain
	}
	mention := a.Reading.Mentions[w.Mention]
	switch {
	case mention.Type == timex.Duration:
		return Length
	case mention.Type == timex.Set:
		return Repeated
	case mention.Anchor == timex.Unanchored:
		return Needy
	}
	return Uncertain
}

// Relative reports whether the date of an event was counted from the article's,
// directly or by way of another date.
func (m Model) Relative(event string) bool {
	_, o, ok := m.Event(event)
	if !ok {
		return false
	}
	return m.Articles[o.Article].relative(o.Draft)
}

// relative reports whether the date of event i was counted from the article's.
func (a Article) relative(i int) bool {
	reading := a.Reading
	at := reading.Events[i].Mention
	for range reading.Mentions {
		if at < 0 || at >= len(reading.Mentions) {
			return false
		}
		switch mention := reading.Mentions[at]; mention.Anchor {
		case timex.Article:
			return true
		case timex.Mentioned:
			at = mention.From
		case timex.Itself, timex.Unanchored, timex.Timeless:
			return false
		}
	}
	return false
}

// Counts are the figures that tell the reader how much was found.
type Counts struct {
	Articles, Events int
	Words, Placed    int // date words, and those that have a place on the calendar
	Found, Decided   int // events that the articles tell, and those kept or dismissed
}

// Counts returns the figures of all articles.
func (m Model) Counts() Counts { return m.counts }

// count counts what is in the articles and on the timeline.
func (m Model) count() Counts {
	c := Counts{Articles: len(m.Texts()), Events: len(m.Timeline.Events)}
	for _, a := range m.Articles {
		c.Words += len(a.Reading.Mentions)
		for _, mention := range a.Reading.Mentions {
			if len(mention.When) > 0 {
				c.Placed++
			}
		}
	}
	c.Found = len(m.telling.events)
	for _, e := range m.telling.events {
		if first := lead(m.Articles, e); m.Articles[first.Article].decision(first.Draft) != Undecided {
			c.Decided++
		}
	}
	return c
}
