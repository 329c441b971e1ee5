package layout

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/parse/when"
	"dateline/timeline"
)

// caption is what is written about an event, the same in every view.
type caption struct {
	id    string // of the event's group in a scene
	title string
	date  string // in the short form
	desc  string // what a picture's reader may ask: the whole title and the date
}

func newCaption(e *timeline.Event) *caption {
	title := clean(e.Title)
	return &caption{
		id:    EventGroup + e.ID,
		title: title,
		date:  e.DateWords(when.Short),
		desc:  title + ". " + sentence(e.DateWords(when.Long)),
	}
}

// sentence makes a sentence of date words.
func sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:] + "."
}

// captions keeps the captions of events that were drawn lately, so that panning
// does not write them again with every frame. It is safe for concurrent use.
type captions struct {
	mu      sync.Mutex
	byEvent map[int32]*caption
}

// maxCaptions is how many captions are kept: several windows full.
const maxCaptions = 4096

func (c *captions) of(event int32, e *timeline.Event) *caption {
	c.mu.Lock()
	defer c.mu.Unlock()
	if kept, ok := c.byEvent[event]; ok {
		return kept
	}
	if c.byEvent == nil || len(c.byEvent) >= maxCaptions {
		c.byEvent = make(map[int32]*caption)
	}
	fresh := newCaption(e)
	c.byEvent[event] = fresh
	return fresh
}
