package state

import (
	"testing"

	"dateline/parse"
	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/timex"
	"dateline/parse/when"
	"dateline/timeline/axis"
)

// article returns a reading of a made-up article. Each event is "words|date",
// the words standing in a sentence of their own; an empty date is one that has
// no place on the calendar.
func article(name string, events ...[2]string) *parse.Reading {
	doc := &text.Document{Name: name, Path: "/articles/" + name}
	r := &parse.Reading{Document: doc}
	for _, e := range events {
		words, date := e[0], e[1]
		start := len(doc.Text)
		doc.Text += "It began " + words + ". "
		sentence := text.Span{Start: start, End: len(doc.Text) - 1}
		span := text.Span{Start: start + len("It began "), End: start + len("It began ") + len(words)}
		m := story.Mention{Timex: timex.Timex{Span: span}, Sentence: sentence}
		if date != "" {
			m.When = when.One(day(date))
			r.Events = append(r.Events, story.Draft{
				When: m.When, Title: "Start of " + words, Evidence: sentence,
				TimeWords: []text.Span{span}, Mention: len(r.Mentions), Confidence: 1,
				People: []string{"Ada"}, Places: []string{"Paris", "Ada"},
			})
		}
		r.Mentions = append(r.Mentions, m)
	}
	doc.Blocks = []text.Block{{Span: text.Span{End: len(doc.Text)}, Page: 3}}
	return r
}

// day returns the day that "1921-05-05" names.
func day(s string) when.Interval {
	n := func(s string) int {
		v := 0
		for _, c := range s {
			v = v*10 + int(c-'0')
		}
		return v
	}
	return when.Date(n(s[:4]), n(s[5:7]), n(s[8:10])).Unit(when.Day)
}

// rigid is an arrangement that shows two days a pixel from 1920-05-05 on.
type rigid struct{}

func (rigid) Fit(width float64) axis.Viewport {
	return axis.Viewport{Origin: when.Date(1920, 5, 5), PerPixel: 2 * 86400, Width: width}
}

// after returns the model after messages, with the last effect.
func after(m Model, msgs ...Msg) (Model, Effect) {
	var effect Effect
	for _, msg := range msgs {
		m, effect = Update(m, msg)
		m, effect = settle(m, effect)
	}
	return m, effect
}

// settle carries out those effects that need no outside: arranging and flights.
func settle(m Model, effect Effect) (Model, Effect) {
	switch e := effect.(type) {
	case Effects:
		var rest Effects
		for _, one := range e {
			var left Effect
			if m, left = settle(m, one); left != nil {
				rest = append(rest, left)
			}
		}
		if len(rest) == 0 {
			return m, nil
		}
		return m, rest
	case Arrange:
		return Update(m, Arranged{Arrange: e, Arrangement: rigid{}})
	case Fly:
		return Update(m, Arrived{})
	case nil, Land:
		return m, nil
	}
	return m, effect
}

// opened returns a model of a window of 1000 by 600 pixels with articles.
func opened(t *testing.T, readings ...*parse.Reading) Model {
	t.Helper()
	m, _ := after(New(), Resize{1000, 600, 630}, Loaded{Asked: len(readings), Readings: readings})
	if len(m.Articles) != len(readings) {
		t.Fatalf("%d articles are open, want %d", len(m.Articles), len(readings))
	}
	return m
}

// war is an article of three events and a stretch of time without a place.
func war() *parse.Reading {
	return article("war.txt",
		[2]string{"in May", "1921-05-05"},
		[2]string{"two days later", "1921-05-07"},
		[2]string{"for three years", ""},
		[2]string{"at last", "1924-01-01"},
	)
}

func TestCounts(t *testing.T) {
	tests := []struct {
		name     string
		readings []*parse.Reading
		want     Counts
		unplaced int
	}{
		{"nothing", nil, Counts{}, 0},
		{"one article", []*parse.Reading{war()}, Counts{Articles: 1, Events: 3, Words: 4, Placed: 3, Found: 3}, 1},
		{"an article without dates", []*parse.Reading{article("dull.txt")}, Counts{Articles: 1}, 0},
		{
			"two articles",
			[]*parse.Reading{war(), article("peace.txt", [2]string{"in June", "1921-06-01"})},
			Counts{Articles: 2, Events: 4, Words: 5, Placed: 4, Found: 4},
			1,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := opened(t, tt.readings...)
			if got := m.Counts(); got != tt.want {
				t.Errorf("Counts() = %+v, want %+v", got, tt.want)
			}
			if got := len(m.Unplaced()); got != tt.unplaced {
				t.Errorf("Unplaced() has %d, want %d", got, tt.unplaced)
			}
		})
	}
}

func TestEventOf(t *testing.T) {
	m := opened(t, war())
	id := m.Articles[0].ID
	tests := []struct {
		name    string
		article string
		mention int
		title   string // of the event, or empty for none
	}{
		{"dates an event", id, 1, "Start of two days later"},
		{"has no place", id, 2, ""},
		{"before the first", id, -1, ""},
		{"past the last", id, 4, ""},
		{"another article", "elsewhere", 1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, _, ok := m.Event(m.EventOf(tt.article, tt.mention))
			if e.Title != tt.title || ok != (tt.title != "") {
				t.Errorf("EventOf(%q, %d) is %q, want %q", tt.article, tt.mention, e.Title, tt.title)
			}
		})
	}
}

func TestEventKnowsItsOrigin(t *testing.T) {
	m := opened(t, article("peace.txt", [2]string{"in June", "1921-06-01"}), war())
	for i, e := range m.Timeline.Events {
		got, o, ok := m.Event(e.ID)
		if !ok || got.Title != e.Title || o.Place != i {
			t.Errorf("event %d: Event(%q) = %q at %d, %v", i, e.ID, got.Title, o.Place, ok)
		}
		draft, ok := m.Draft(e.ID)
		if !ok || draft.Title != e.Title {
			t.Errorf("event %d: Draft(%q) = %q, %v, want %q", i, e.ID, draft.Title, ok, e.Title)
		}
	}
	if _, ok := m.Draft("none"); ok {
		t.Error("an unknown ID has a draft")
	}
}

func TestWhyUnplaced(t *testing.T) {
	r := article("a.txt", [2]string{"soon", ""}, [2]string{"for a year", ""}, [2]string{"each May", ""}, [2]string{"on Monday", ""})
	r.Mentions[1].Type = timex.Duration
	r.Mentions[2].Type = timex.Set
	r.Mentions[3].Anchor = timex.Unanchored
	m := opened(t, r)
	for i, want := range []Placeless{Uncertain, Length, Repeated, Needy} {
		if got := m.WhyUnplaced(Words{m.Articles[0].ID, i}); got != want {
			t.Errorf("WhyUnplaced of mention %d = %v, want %v", i, got, want)
		}
	}
	if got := m.WhyUnplaced(Words{"none", 0}); got != Uncertain {
		t.Errorf("WhyUnplaced of no article = %v", got)
	}
}

func TestRelative(t *testing.T) {
	r := article("a.txt",
		[2]string{"in May 1921", "1921-05-05"}, [2]string{"a day later", "1921-05-06"},
		[2]string{"on Monday", "1921-05-09"}, [2]string{"the day after", "1921-05-10"},
	)
	r.Mentions[1].Anchor, r.Mentions[1].From = timex.Mentioned, 0
	r.Mentions[2].Anchor = timex.Article
	r.Mentions[3].Anchor, r.Mentions[3].From = timex.Mentioned, 2
	m := opened(t, r)
	for i, want := range []bool{false, false, true, true} {
		if got := m.Relative(m.Timeline.Events[i].ID); got != want {
			t.Errorf("Relative of event %d = %v, want %v", i, got, want)
		}
	}
	r.Mentions[0].Anchor, r.Mentions[0].From = timex.Mentioned, 1 // a circle
	if m.Relative(m.Timeline.Events[0].ID) || m.Relative("none") {
		t.Error("a circle, or no event, counts from the article's date")
	}
}
